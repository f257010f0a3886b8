"""A larger library than the real one: its examinations, again and again under other names.

Examinations, because the checks of the self-check rightly refuse a cause that is never shown beside its twin.
"""

import re
import shutil
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from sehat.outputs.share_images import OWN

MADE = (".venv", ".git", ".cache", "site", "__pycache__", "tests")
"""What a copy of the project does not need."""

_TITLE = re.compile(r"^title:\n  id: (.*)\n  en: (.*)\n(?:address:\n(?:  .*\n)+)?", re.MULTILINE)
_NAMES = re.compile(r"^also_called:\n(?:  .*\n)+", re.MULTILINE)
_NAME = re.compile(r"^( +- .*)$", re.MULTILINE)


def synthetic_project(root: Path, folder: Path, pages: int) -> Path:
    """A copy of the project at `root` in `folder`, grown to about `pages` pages in two languages."""
    shutil.copytree(root, folder, ignore=_made(root))
    copied = folder / "content/examinations"
    originals = sorted(copied.glob("*.yaml"))
    missing = max(0, pages - real_pages(folder)) // 2
    for number, original in enumerate(islice(cycle(originals), missing)):
        text = original.read_text(encoding="utf-8")
        (copied / f"{original.stem}-{number}.yaml").write_text(_renamed(text, number), encoding="utf-8")
    return folder


def real_pages(root: Path) -> int:
    """About how many pages the content makes: one per entity and language."""
    kinds = ("causes", "conditions", "remedies", "examinations", "findings")
    return 2 * sum(1 for kind in kinds for _ in (root / "content" / kind).glob("*.yaml"))


def _renamed(text: str, number: int) -> str:
    """The same entity with a title and other names of its own, hence addresses of its own."""
    text = _TITLE.sub(rf"title:\n  id: \1 {number}\n  en: \2 {number}\n", text, count=1)
    return _NAMES.sub(lambda names: _NAME.sub(rf"\1 {number}", names[0]), text, count=1)


def _made(root: Path) -> Callable[[str, list[str]], list[str]]:
    """What `copytree` leaves out."""
    rendered = {root / "docs/id", root / "docs/en", root / "docs/assets/data", root / OWN}

    def left_out(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if name in MADE or Path(folder) / name in rendered]

    return left_out
