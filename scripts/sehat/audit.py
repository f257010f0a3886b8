"""Which packages of others the project uses, and which of them are known to be vulnerable."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-leaflets.txt")
VENDORED = ("scripts/**/vendor/vendor.json", "docs/**/vendor/vendor.json")
"""The registers of copied files: package, version, and for each file its licence and hash."""

_PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)


class Package(NamedTuple):
    """A package in one version, as the OSV database names it."""

    ecosystem: str
    name: str
    version: str


def packages(root: Path) -> list[Package]:
    """Every locked Python package and every npm package that files were copied from."""
    found = {
        Package("PyPI", pin["name"], pin["version"])
        for name in LOCKS
        for pin in _PIN.finditer((root / name).read_text(encoding="utf-8"))
    }
    for register in registers(root):
        facts = json.loads(register.read_text(encoding="utf-8"))
        found.add(Package("npm", facts["package"], facts["version"]))
    return sorted(found)


def registers(root: Path) -> list[Path]:
    """The register of every folder of copied files."""
    return sorted(path for pattern in VENDORED for path in root.glob(pattern))


def question(asked: Sequence[Package]) -> bytes:
    """The request for https://api.osv.dev/v1/querybatch."""
    queries = [{"package": {"ecosystem": each.ecosystem, "name": each.name}, "version": each.version} for each in asked]
    return json.dumps({"queries": queries}).encode("utf-8")


def vulnerable(asked: Sequence[Package], answer: Mapping[str, Any]) -> Iterator[tuple[Package, tuple[str, ...]]]:
    """The packages that have known vulnerabilities, with their identifiers."""
    for package, result in zip(asked, answer["results"], strict=True):
        known = tuple(each["id"] for each in result.get("vulns", ()))
        if known:
            yield package, known
