"""The locks agree with pyproject.toml and with each other, hold hashes, and name no machine."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-leaflets.txt")
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<marker>[^\\]+?))? \\$")
HASH = re.compile(r"^    --hash=(sha256:[0-9a-f]{64})(?: \\)?$")
ALLOWED_HOSTS = {"pypi.org", "files.pythonhosted.org"}


def pins(name: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """Package and version of every pin in a requirements file, with the hashes below it."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    last = ("", "")
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if pin := PIN.match(line):
            last = (pin["name"], pin["version"])
            found[last] = ()
        elif match := HASH.match(line):
            found[last] += (match[1],)
        else:
            assert line.lstrip().startswith("#"), f"{name}: {line}"
    return found


def toml(name: str) -> dict[str, Any]:
    """A TOML file of the project."""
    return tomllib.loads((ROOT / name).read_text(encoding="utf-8"))


def wanted(name: str) -> list[Requirement]:
    """What pyproject.toml asks for in a requirements file."""
    project = toml("pyproject.toml")
    more = project["dependency-groups"].get(name.removeprefix("requirements-").removesuffix(".txt"), [])
    return [Requirement(text) for text in (*project["project"]["dependencies"], *more)]


@pytest.mark.parametrize("name", LOCKS)
def test_every_dependency_is_pinned_to_an_allowed_version(name: str) -> None:
    """A change of pyproject.toml without `./run lock` fails here, not on somebody's machine."""
    locked = pins(name)
    for requirement in wanted(name):
        versions = [version for package, version in locked if package == canonicalize_name(requirement.name)]

        assert versions, f"{requirement} is not in {name}: ./run lock"
        assert all(requirement.specifier.contains(version) for version in versions), requirement


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_the_hashes_of_the_lock(name: str) -> None:
    """Both files come from one resolution, and every download is checked."""
    packages = {(package["name"], package.get("version", "")): package for package in toml("uv.lock")["package"]}
    for pin, hashes in pins(name).items():
        files = [*packages[pin].get("wheels", ()), *filter(None, [packages[pin].get("sdist")])]

        assert sorted(file["hash"] for file in files) == sorted(hashes), pin
        assert hashes


def test_the_lock_for_tests_holds_the_one_for_the_site() -> None:
    """Tests run with exactly what readers' pages are made with."""
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()
    assert pins("requirements.txt").items() <= pins("requirements-leaflets.txt").items()


def test_the_lock_was_made_from_this_pyproject() -> None:
    """The resolution itself notes what it was asked for."""
    packages = toml("uv.lock")["package"]
    metadata = next(package["metadata"] for package in packages if package["name"] == "betis-sehat")
    asked = [*metadata["requires-dist"], *metadata["requires-dev"]["dev"]]

    assert {(canonicalize_name(item.name), str(item.specifier)) for item in wanted("requirements-dev.txt")} == {
        (item["name"], ",".join(sorted(item.get("specifier", "").split(",")))) for item in asked
    }


@pytest.mark.parametrize("name", ["uv.lock", *LOCKS])
def test_locks_name_only_the_public_index(name: str) -> None:
    """A mirror of one machine would fail on every other."""
    text = (ROOT / name).read_text(encoding="utf-8")

    assert set(re.findall(r"https?://([^/\"\s]+)", text)) <= ALLOWED_HOSTS
    assert "file:" not in text
    assert "index-url" not in text


@pytest.mark.parametrize("name", LOCKS)
def test_each_package_has_one_version_for_each_python(name: str) -> None:
    """Two versions of a package are only right when markers tell which one is meant."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    found = [pin for line in lines if (pin := PIN.match(line))]
    unmarked = [pin["name"] for pin in found if not pin["marker"]]

    assert len(set(unmarked)) == len(unmarked)
