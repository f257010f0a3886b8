"""The real self-check: its library, its model, and its pages on a small server of this machine."""

import functools
import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from sehat.language.formats import text_direction
from sehat.model.library import Library
from sehat.outputs.edition import Edition
from sehat.outputs.pages import render
from sehat.outputs.selfcheck_page import selfcheck_page, selfcheck_words
from sehat.publish.template_markdown import html_of
from sehat.render import load
from sehat.selfcheck.model_json import model_of
from tests.projects import ROOT

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'none'; "
    "connect-src 'none'; form-action 'none'; base-uri 'none'"
)


@dataclass
class Site:
    """Where the pages are served, and every request that came."""

    address: str
    requests: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def library() -> Library:
    """The real content, whether or not a check still complains."""
    loaded = load(ROOT)
    assert loaded.library is not None
    return loaded.library


@pytest.fixture(scope="session")
def model(library: Library) -> dict[str, Any]:
    """The real self-check as data."""
    return model_of(library)


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The self-check in every language below the site's real assets, in a frame of nothing but styles and policy."""
    folder = tmp_path_factory.mktemp("self-check")
    (folder / "assets").mkdir()
    for path in (ROOT / "docs/assets").iterdir():
        if path.name != "data":
            (folder / "assets" / path.name).symlink_to(path)
    for code, edition in load(ROOT).editions.items():
        write_page(folder, code, edition)
        for output in selfcheck_words(edition):
            path = folder / output.path.removeprefix("docs/")
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(output.content)
    return folder


def write_page(folder: Path, code: str, edition: Edition) -> None:
    """One language's page, as the theme frames it."""
    view = selfcheck_page(edition)
    content = html_of(render(view, edition).split("---\n", 2)[2])
    assert content is not None, "the templates of the self-check write more than the quick Markdown reads"
    scripts = "".join(f'<script type="module" src="/{script}"></script>' for script in view.front["scripts"])
    file = folder / view.front["url"] / "index.html"
    file.parent.mkdir(parents=True)
    file.write_text(
        f'<!doctype html>\n<html lang="{code}" dir="{text_direction(code)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>{view.front["title"]}</title>'
        f'<link rel="icon" href="/assets/images/favicon.svg"><link rel="stylesheet" href="/assets/css/site.css">{scripts}'
        f'</head><body class="md-page"><main class="md-main"><article class="md-content md-typeset">{content}</article>'
        "</main></body></html>",
        encoding="utf-8",
    )


@pytest.fixture(scope="session")
def site(pages: Path) -> Iterator[Site]:
    """A server of the pages."""
    requests: list[str] = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def guess_type(self, path: Any) -> str:
            return "text/javascript" if str(path).endswith(".mjs") else super().guess_type(path)

        def log_message(self, format: str, *args: Any) -> None:
            requests.append(self.path)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(pages)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(f"http://127.0.0.1:{server.server_port}", requests)
    server.shutdown()
    server.server_close()
