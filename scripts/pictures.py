"""Draw the pictures of link previews and the icons again, after their words or the mark changed."""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from sehat import browser
from sehat.files import OutputFile, write_if_changed
from sehat.outputs.share_images import icons, pictures, with_words, words_of
from sehat.render import load

NEEDS = "dev"
ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Write the pictures whose words changed; 1 with --check when there are any."""
    parser = argparse.ArgumentParser(prog="./run pictures", description=__doc__)
    parser.add_argument("--check", action="store_true", help="draw nothing; exit 1 when a picture is out of date")
    parser.add_argument("--all", action="store_true", help="draw every picture, whatever it says")
    options = parser.parse_args()
    wanted = [*icons(ROOT), *(each for edition in load(ROOT).editions.values() for each in pictures(ROOT, edition))]
    stale = [each for each in wanted if options.all or not says(ROOT / each.path, each.says)]
    for each in stale:
        print(each.path)
    if options.check or not stale:
        return int(bool(stale))
    path = browser.find_or_install(browser.this_machine())
    with sync_playwright() as playwright:
        shown = playwright.chromium.launch(
            executable_path=str(path), args=["--no-sandbox"] * browser.is_root(), headless=True
        )
        page = shown.new_page()
        for each in stale:
            page.set_viewport_size({"width": each.size[0], "height": each.size[1]})
            page.set_content(each.page)
            write_if_changed(ROOT, OutputFile(each.path, with_words(page.screenshot(), each.says)))
        shown.close()
    return 0


def says(path: Path, words: str) -> bool:
    """Whether the picture at `path` says these words."""
    return path.exists() and words_of(path.read_bytes()) == words


if __name__ == "__main__":
    sys.exit(main())
