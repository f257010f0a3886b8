"""A server for built sites, on this machine only, with the headers that hosts are told to send."""

import gzip
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from sehat.publish.headers import Place, headers_for, places

COMPRESSED = (".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".webmanifest", ".txt")


class Host(SimpleHTTPRequestHandler):
    """Serves files as a static host does: no log, own 404 page."""

    extensions_map = {  # noqa: RUF012 (as the standard library has it)
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".webmanifest": "application/manifest+json",
    }

    parts: tuple[Place, ...] = ()

    def end_headers(self) -> None:
        """Add the headers of the path."""
        for name, value in headers_for(urlsplit(self.path).path, self.parts).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for addresses that are not there."""
        page = Path(self.directory) / "404.html"
        body = page.read_bytes() if code == 404 and page.exists() else str(code).encode()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class CompressingHost(Host):
    """A host that compresses text and keeps connections open, as good ones do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file, or 404."""
        path = Path(self.directory) / unquote(urlsplit(self.path).path).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in COMPRESSED or not path.is_file():
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes(), 9)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    """A server that says nothing when a browser hangs up."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of every other mistake."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(folder: Path, port: int = 0, host: type[Host] = Host) -> Iterator[str]:
    """The address under which `folder` is served while the block runs, at any free port or at this one; ends with a slash."""
    handler = type("_Site", (host,), {"parts": parts_of(folder)})
    server = _Server(("127.0.0.1", port), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def parts_of(folder: Path) -> tuple[Place, ...]:
    """The parts of the built site in `folder`."""
    languages = [path.parent.name for path in folder.glob("*/manifest.webmanifest")]
    return places(languages, [path.name for path in folder.glob("assets/*")])
