"""Take pictures of the built site: the README's, or every kind of page to look at before a change of the look lands."""

import argparse
import base64
import json
import sys
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Route, sync_playwright

from sehat import browser

NEEDS = "dev"
ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "scripts" / "readme" / "site.png"
WIDTH, HEIGHT = 360, 740
SHOTS: tuple[tuple[str, Literal["light", "dark"]], ...] = (
    ("id/", "light"),
    ("id/keluhan/kram-betis/", "dark"),
    ("en/causes/deep-vein-thrombosis/", "light"),
)
SCREENS = ((360, 640), (768, 1024), (1280, 800))
SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
ALSO = ("calf-cramp", "deep-vein-thrombosis", "stretch-calf-during-cramp", "blood-tests", "one-calf-swollen")
"""Of kinds with many pages, the ones with everything that the kind can hold."""


def main() -> int:
    """Write the pictures; 0 when they were taken, 1 when the site is not built."""
    parser = argparse.ArgumentParser(prog="./run screenshot", description=__doc__)
    parser.add_argument(
        "--all", metavar="FOLDER", type=Path, help="every kind of page, whole, at three widths, in both schemes"
    )
    options = parser.parse_args()
    site = ROOT / "site"
    if not (site / "index.html").exists():
        print("There is no built site yet. Run ./run build first.", file=sys.stderr)
        return 1
    path = browser.find(browser.this_machine())
    with sync_playwright() as playwright:
        flags = ["--no-sandbox"] if browser.is_root() else []
        chromium = playwright.chromium.launch(executable_path=str(path) if path else None, args=flags)
        if options.all:
            print(f"{look_at_all(chromium, site, options.all)} pictures are in {options.all}.")
            return 0
        shots = [taken(chromium, site, address, scheme) for address, scheme in SHOTS]
        PICTURE.parent.mkdir(exist_ok=True)
        PICTURE.write_bytes(beside(chromium, shots))
        chromium.close()
    print(f"{PICTURE.relative_to(ROOT)} is new ({PICTURE.stat().st_size // 1024} KiB).")
    return 0


def look_at_all(chromium: Browser, site: Path, folder: Path) -> int:
    """Write a picture of each kind of page, screen and scheme; how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = json.loads((site / "api/v1/pages.json").read_text(encoding="utf-8"))
    single = {"page", "self-check", "search"}
    addresses = ["", *(each["url"] for each in listed if each["kind"] in single or each["entity"] in ALSO)]
    for address in addresses:
        name = address.strip("/").replace("/", "_") or "index"
        for width, height in SCREENS:
            for scheme in SCHEMES:
                shot = taken(chromium, site, address, scheme, size=(width, height), whole=True)
                (folder / f"{name}-{width}-{scheme}.png").write_bytes(shot)
    return len(addresses) * len(SCREENS) * len(SCHEMES)


def taken(
    chromium: Browser,
    site: Path,
    address: str,
    scheme: Literal["light", "dark"],
    *,
    size: tuple[int, int] = (WIDTH, HEIGHT),
    whole: bool = False,
) -> bytes:
    """The view of one page, a phone's unless said otherwise; the files come from the built site, without a server."""
    page = chromium.new_page(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)

    def answer(route: Route) -> None:
        asked = urlsplit(route.request.url).path.lstrip("/")
        path = site / asked / "index.html" if asked.endswith("/") or not asked else site / asked
        route.fulfill(path=path) if path.is_file() else route.abort()

    page.route("**/*", answer)
    page.goto(f"http://site.invalid/{address}")
    if whole:
        for image in page.locator("article img").all():
            image.evaluate("image => { image.loading = 'eager'; return image.decode(); }")
    shot = page.screenshot(full_page=whole)
    page.close()
    return shot


def beside(chromium: Browser, shots: list[bytes]) -> bytes:
    """The shots side by side."""
    images = "".join(f'<img src="data:image/png;base64,{base64.b64encode(shot).decode()}">' for shot in shots)
    width = (WIDTH + 24) * len(shots) + 24
    page = chromium.new_page(viewport={"width": width, "height": HEIGHT + 48})
    page.set_content(
        f'<body style="margin:24px;display:flex;gap:24px;background:#e8eef0">{images}'
        "<style>img{border-radius:18px;box-shadow:0 4px 18px #0003}</style>"
    )
    return page.screenshot()


if __name__ == "__main__":
    sys.exit(main())
