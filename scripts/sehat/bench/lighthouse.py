"""Lighthouse on a slow phone: our kinds of pages, beside a page of the same words with stock Material."""

import gzip
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from sehat import browser
from sehat.bench.building import STOCK
from sehat.bench.synthetic import synthetic_project
from sehat.publish.headers import Place, headers_for, places

PROGRAM = "lighthouse@12.8.2"
"""From the npm registry, kept in npm's own cache; nothing of it enters the project or the site."""
TRIES = 3
KINDS = ("home", "condition", "cause", "self-check", "search")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TEXT = (".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".webmanifest", ".txt")


def lighthouse(root: Path, work: Path, pages: int) -> Iterator[str]:
    """Lines of the report; the number of pages does not matter here. Needs Node and npm."""
    if shutil.which("npx") is None:
        yield "Lighthouse needs Node 18.16 or newer with npx. Install it and run ./run bench lighthouse again."
        return
    project = synthetic_project(root, work / "lighthouse", 0)
    (project / "stock.yml").write_text(STOCK, encoding="utf-8")
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    for command in (["scripts/build.py"], ["-m", "mkdocs", "build", "--quiet", "-f", "stock.yml"]):
        subprocess.run([sys.executable, *command], cwd=project, env=environment, check=True, stderr=subprocess.DEVNULL)
    listed = json.loads((project / "site/api/v1/pages.json").read_text(encoding="utf-8"))
    first = {(page["kind"], page["locale"]): page["url"] for page in reversed(listed)}
    yield f"mobile, simulated slow 4G, {PROGRAM}: {', '.join(CATEGORIES)}; LCP, CLS, TBT"
    with served(project / "site") as site:
        for kind in KINDS:
            for locale in ("id", "en"):
                address = first.get((kind, locale), f"{locale}/")
                yield _line(f"{kind} /{address}", report(site + address, work))
    cause = next(page["url"] for page in listed if page["kind"] == "cause")
    with served(project / "site-stock") as stock:
        yield _line(f"stock Material /{cause}", report(stock + cause, work))
    yield "  (target: 100 in each, LCP at most 1.1 s, CLS 0, TBT 0)"


def report(url: str, work: Path) -> Mapping[str, Any]:
    """What Lighthouse says of a page."""
    path = browser.find(browser.this_machine())
    output = work / "report.json"
    command = ["npx", "--yes", PROGRAM, url, "--quiet", "--output=json", f"--output-path={output}"]
    flags = ["--headless=new", *(["--no-sandbox"] if browser.is_root() else [])]
    command += [f"--chrome-flags={' '.join(flags)}", f"--only-categories={','.join(CATEGORIES)}"]
    environment = os.environ | ({"CHROME_PATH": str(path)} if path else {})
    for _ in range(TRIES):
        if not subprocess.call(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
            break
    else:
        raise SystemExit(f"{PROGRAM} gives no report of {url}. Try: {' '.join(command)}")
    found: Mapping[str, Any] = json.loads(output.read_text("utf-8"))
    return found


def _line(name: str, found: Mapping[str, Any]) -> str:
    scores = " ".join(str(round((found["categories"][each]["score"] or 0) * 100)) for each in CATEGORIES)
    audits = found["audits"]
    lcp, cls, tbt = (
        audits[each]["numericValue"]
        for each in ("largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time")
    )
    failed = [
        name
        for each in CATEGORIES
        for name in (ref["id"] for ref in found["categories"][each]["auditRefs"] if ref["weight"])
        if audits[name]["score"] is not None and audits[name]["score"] < 1
    ]
    return f"  {scores}; {lcp / 1000:.2f} s, {cls:.3f}, {tbt:.0f} ms  {name}" + f"  [{', '.join(failed)}]" * bool(
        failed
    )


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address under which `folder` is served as good hosts do: compressed, and with the site's headers."""
    languages = [path.parent.name for path in folder.glob("*/manifest.webmanifest")]
    parts = places(languages, [path.name for path in folder.glob("assets/*")]) if languages else ()
    handler = type("_Site", (_Compressed,), {"parts": parts})
    server = _Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    """A server that says nothing when a browser hangs up."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet."""


class _Compressed(SimpleHTTPRequestHandler):
    """A static host that compresses text."""

    extensions_map = {  # noqa: RUF012 (as the standard library has it)
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".webmanifest": "application/manifest+json",
    }
    protocol_version = "HTTP/1.1"
    parts: tuple[Place, ...] = ()

    def do_GET(self) -> None:
        """Send a file, or 404."""
        asked = unquote(urlsplit(self.path).path).lstrip("/")
        path = Path(self.directory) / asked
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in TEXT:
            body = gzip.compress(body, 9)
            self.send_header("Content-Encoding", "gzip")
        for name, value in (headers_for(urlsplit(self.path).path, self.parts) if self.parts else {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""
