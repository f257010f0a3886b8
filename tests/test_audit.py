"""Code of others: every package is asked about, every copied file is the one that was recorded, with its licence."""

import gzip
import hashlib
import json

from sehat.audit import Package, packages, question, registers, vulnerable
from tests.projects import ROOT


def test_every_locked_and_copied_package_is_asked_about() -> None:
    """One that is left out would be believed to be safe."""
    asked = packages(ROOT)
    names = {(each.ecosystem, each.name) for each in asked}

    assert {("PyPI", "mkdocs"), ("PyPI", "pytest"), ("PyPI", "weasyprint"), ("npm", "@sveltia/cms")} <= names
    assert len(json.loads(question(asked))["queries"]) == len(asked)


def test_what_is_known_is_told_with_its_package() -> None:
    """Answers come in the order of the questions."""
    asked = [Package("PyPI", "good", "1"), Package("npm", "bad", "2")]

    assert [(asked[1], ("GHSA-1", "GHSA-2"))] == list(
        vulnerable(asked, {"results": [{}, {"vulns": [{"id": "GHSA-1"}, {"id": "GHSA-2"}]}]})
    )


def test_copied_files_are_those_that_were_recorded() -> None:
    """Nobody can slip a change into a program of others; each has its licence beside it."""
    found = registers(ROOT)
    assert found
    for register in found:
        facts = json.loads(register.read_text(encoding="utf-8"))
        stored = {each["stored_as"]: each for each in facts["files"].values()}
        for name, each in stored.items():
            content = (register.parent / name).read_bytes()
            content = gzip.decompress(content) if name.endswith(".gz") else content
            assert hashlib.sha256(content).hexdigest() == each["sha256"], name
            assert each["license"], name
            assert (register.parent / f"{name.split('.')[0]}.LICENSE.txt").read_text(encoding="utf-8").strip(), name
        programs = {path.name for path in register.parent.iterdir() if path.suffix in (".js", ".mjs", ".gz", ".woff2")}
        assert programs == set(stored)


def test_no_program_of_others_stands_outside_the_registers() -> None:
    """Minified files and packages are copied into a folder called vendor, or not at all."""
    folders = [ROOT / "docs/assets", ROOT / "docs/theme", ROOT / "scripts"]
    scripts = [path for folder in folders for kind in ("*.js", "*.mjs", "*.wasm") for path in folder.rglob(kind)]
    rendered = ROOT / "docs/assets/data"
    own = [path for path in scripts if "vendor" not in path.parts and rendered not in path.parents]

    assert own
    assert [] == [path for path in own if max(map(len, path.read_text(encoding="utf-8").splitlines())) > 500]
