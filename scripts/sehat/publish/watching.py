"""Which files the preview looks at, and which of them every page is made from."""

from collections.abc import Iterator, Mapping
from pathlib import Path

RENDERED_ASSETS = "data"
"""The folder of docs/assets that the renderer writes; watching it would build everything twice."""

NEWS = ".cache/sehat/preview/news"
"""Appears when the preview found a mistake after it had shown a page; the server then reloads every page."""


def watched(root: Path) -> Iterator[Path]:
    """The folders and files where a save should show in the browser."""
    assets = root / "docs/assets"
    news = (root / NEWS).parent
    news.mkdir(parents=True, exist_ok=True)
    folders = [root / "content", root / "docs/theme", root / "scripts/sehat/templates", root / "mkdocs.yml", news]
    if assets.is_dir():
        folders += sorted(path for path in assets.iterdir() if path.name != RENDERED_ASSETS)
    return (path for path in folders if path.exists())


def marks(root: Path) -> Mapping[str, int]:
    """The times of change of what the frame of every page is made from."""
    folder = root / "docs/theme"
    paths = [root / "mkdocs.yml", root / ".cache/sehat/theme.json", *folder.rglob("*.html")]
    return {str(path): path.stat().st_mtime_ns for path in paths if path.exists()}


def times(content: Path) -> dict[str, int]:
    """When each content file was last saved, by its path from the project's root."""
    return {
        path.relative_to(content.parent).as_posix(): path.stat().st_mtime_ns
        for path in content.rglob("*")
        if path.is_file()
    }
