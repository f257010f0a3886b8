"""Draw the pictures of link previews and the icons again, after their words or the mark changed."""

import argparse
import base64
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

from sehat import browser
from sehat.files import OutputFile, remove_others, write_if_changed
from sehat.outputs.png import FEW_COLOURS, of_few_colours, with_words, words_of
from sehat.outputs.share_images import OWN, SIZE, Picture, icons, own_pictures, pictures
from sehat.render import Loaded, load
from sehat.reports import report

NEEDS = "dev"
ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Write the pictures whose words changed; 1 with --check when there are any, or with problems, 2 without a browser."""
    parser = argparse.ArgumentParser(prog="./run pictures", description=__doc__)
    parser.add_argument(
        "--pages", action="store_true", help="draw one for each page instead, which the next build shows"
    )
    parser.add_argument("--check", action="store_true", help="draw nothing; exit 1 when a picture is out of date")
    parser.add_argument("--all", action="store_true", help="draw every picture, whatever it says")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    options = parser.parse_args()
    root: Path = options.root.absolute()
    loaded = load(root)
    if not loaded.good:
        report(loaded.problems)
        return 1
    wanted = list(of_pages(root, loaded) if options.pages else of_kinds(root, loaded))
    stale = [each for each in wanted if options.all or not says(root / each.path, each.says)]
    for each in stale:
        print(each.path)
    if options.check:
        return int(bool(stale))
    started = time.monotonic()
    try:
        draw(root, stale)
    except browser.NoBrowserError as error:
        print(error, file=sys.stderr)
        return 2
    if options.pages:
        list(remove_others(root / OWN, [root / each.path for each in wanted]))
    size = sum((root / each.path).stat().st_size for each in wanted) / 1e6
    took = time.monotonic() - started
    print(f"{len(stale)} of {len(wanted)} pictures were drawn ({took:.1f} s); all are {size:.1f} MB.", file=sys.stderr)
    return 0


def of_kinds(root: Path, loaded: Loaded) -> Iterator[Picture]:
    """What is committed: the icons, and a picture for each kind of page and language."""
    yield from icons(root)
    for edition in loaded.editions.values():
        yield from pictures(root, edition)


def of_pages(root: Path, loaded: Loaded) -> Iterator[Picture]:
    """A picture for each page that is published; a draft shows that of its kind."""
    assert loaded.library is not None
    for code in loaded.library.languages.published:
        yield from own_pictures(root, loaded.editions[code])


def says(path: Path, words: str) -> bool:
    """Whether the picture at `path` says these words."""
    return path.exists() and words_of(path.read_bytes()) == words


def draw(root: Path, wanted: Sequence[Picture]) -> None:
    """Draw pictures, all in one tab of a browser."""
    if not wanted:
        return
    path = browser.find_or_install(browser.this_machine())
    with sync_playwright() as playwright:
        shown = playwright.chromium.launch(
            executable_path=str(path), args=["--no-sandbox"] * browser.is_root(), headless=True
        )
        page = shown.new_page()
        for each in wanted:
            page.set_viewport_size({"width": each.size[0], "height": each.size[1]})
            page.set_content(each.page)
            png = page.screenshot()
            if each.size == SIZE:
                png = of_few_colours(each.size, *page.evaluate(FEW_COLOURS, base64.b64encode(png).decode("ascii")))
            write_if_changed(root, OutputFile(each.path, with_words(png, each.says)))
        shown.close()


if __name__ == "__main__":
    sys.exit(main())
