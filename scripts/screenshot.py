"""Take the README's picture of the built site anew: three phones, light and dark, both languages."""

import argparse
import base64
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


def main() -> int:
    """Write the picture; 0 when it was taken, 1 when the site is not built."""
    argparse.ArgumentParser(prog="./run screenshot", description=__doc__).parse_args()
    site = ROOT / "site"
    if not (site / "index.html").exists():
        print("There is no built site yet. Run ./run build first.", file=sys.stderr)
        return 1
    path = browser.find(browser.this_machine())
    with sync_playwright() as playwright:
        options = ["--no-sandbox"] if browser.is_root() else []
        chromium = playwright.chromium.launch(executable_path=str(path) if path else None, args=options)
        shots = [taken(chromium, site, address, scheme) for address, scheme in SHOTS]
        PICTURE.parent.mkdir(exist_ok=True)
        PICTURE.write_bytes(beside(chromium, shots))
        chromium.close()
    print(f"{PICTURE.relative_to(ROOT)} is new ({PICTURE.stat().st_size // 1024} KiB).")
    return 0


def taken(chromium: Browser, site: Path, address: str, scheme: Literal["light", "dark"]) -> bytes:
    """A phone's view of one page; the files come from the built site, without a server."""
    page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=scheme)

    def answer(route: Route) -> None:
        asked = urlsplit(route.request.url).path.lstrip("/")
        path = site / asked / "index.html" if asked.endswith("/") or not asked else site / asked
        route.fulfill(path=path) if path.is_file() else route.abort()

    page.route("**/*", answer)
    page.goto(f"http://site.invalid/{address}")
    shot = page.screenshot()
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
