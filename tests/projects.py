"""Small projects that tests build and break."""

import shutil
from pathlib import Path

from sehat.outputs.share_images import OWN

ROOT = Path(__file__).parent.parent
GOOD = ROOT / "tests" / "examples" / "good"


def sample(folder: Path) -> Path:
    """A copy of the smallest good project, with the real interface words."""
    shutil.copytree(GOOD / "content", folder / "content")
    shutil.copytree(ROOT / "content" / "interface", folder / "content" / "interface")
    return folder


def edit(project: Path, file: str, old: str, new: str) -> None:
    """Replace text in a content file; the text must be there once."""
    path = project / "content" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def rendered(folder: str, names: list[str]) -> set[str]:
    """What is made by a build, not copied."""
    made = {ROOT / "docs" / "id", ROOT / "docs" / "en", ROOT / "docs" / "assets" / "data", ROOT / OWN}
    return {name for name in names if name == "__pycache__" or Path(folder) / name in made}


def copy_project(folder: Path) -> Path:
    """A copy of everything that a build needs."""
    for name in ("content", "docs", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=rendered)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder
