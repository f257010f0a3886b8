"""A server for built sites, on this machine only, with the headers that hosts are told to send."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from sehat.publish.headers import Place, headers_for, places


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files as a static host does: no log, own 404 page."""

    extensions_map = {  # noqa: RUF012 (as the standard library has it)
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".js": "text/javascript",
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


@contextmanager
def serving(folder: Path, port: int = 0) -> Iterator[str]:
    """The address under which `folder` is served while the block runs, at any free port or at this one; ends with a slash."""
    handler = type("_Site", (_Quiet,), {"parts": parts_of(folder)})
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(handler, directory=str(folder)))
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
