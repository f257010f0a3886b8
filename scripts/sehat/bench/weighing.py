"""What a first visit transfers, by kind of page, beside the same page with stock Material."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from sehat.bench.building import built

BUDGET = 50
_LOADED = re.compile(
    r'<(?:link rel="(?:stylesheet|icon|manifest)"|script)[^>]*? (?:href|src|data-load)="([^"]+)"|<img[^>]*? src="([^"]+)"'
)


def weight(root: Path, work: Path, pages: int) -> Iterator[str]:
    """Lines of the report; the number of pages does not matter here."""
    project = built(root, work / "weight", stock=True)
    listed = json.loads((project / "site/api/v1/pages.json").read_text(encoding="utf-8"))
    heaviest: dict[str, tuple[int, str]] = {}
    for page in listed:
        size = (project / "site" / page["url"] / "index.html").stat().st_size
        heaviest[page["kind"]] = max(heaviest.get(page["kind"], (0, "")), (size, page["url"]))
    yield "first visit to the heaviest page of each kind, KiB gzip (page alone), requests; the same with stock Material"
    for kind, (_, url) in sorted(heaviest.items()):
        ours, alone, requests = first_visit(project / "site", url)
        stock, _, _ = first_visit(project / "site-stock", url)
        yield f"  {kind:12} {ours:5.1f} ({alone:.1f}), {requests}; {stock:5.1f}  {url}"
    yield f"  (target for a cause: {BUDGET})"


def first_visit(site: Path, url: str) -> tuple[float, float, int]:
    """KiB of a page with all that it loads, KiB of the page alone, and how many requests."""
    page = site / url / "index.html"
    html = page.read_text(encoding="utf-8")
    named = {each for addresses in _LOADED.findall(html) for each in "".join(addresses).split()}
    addresses = {urlsplit(urljoin(f"http://site/{url}", each)).path for each in named}
    files = [site / unquote(address).lstrip("/") for address in sorted(addresses)]
    sizes = [_kib(path) for path in files if path.is_file()]
    alone = _kib(page)
    return alone + sum(sizes), alone, 1 + len(sizes)


def _kib(path: Path) -> float:
    return len(gzip.compress(path.read_bytes(), 9)) / 1024
