"""Whether addresses still answer, asked of a server on this machine."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sehat.links.asking import Answer, ask
from sehat.links.results import as_json, markdown, text
from sehat.links.round import Found, go_round
from sehat.model.entities import Source
from tests.build.project import environment
from tests.projects import ROOT, sample

REDIRECTS = {"/moved": (301, "/good"), "/today": (302, "/good"), "/mixed": (301, "/today"), "/round": (301, "/round")}


class _Server(BaseHTTPRequestHandler):
    """Answers by the path it is asked for, and remembers the questions."""

    asked: list[tuple[str, str]]

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""

    def do_HEAD(self) -> None:
        """Without content."""
        self._answer()

    def do_GET(self) -> None:
        """With content."""
        self._answer()

    def _answer(self) -> None:
        self.asked.append((self.command, self.path))
        if self.path == "/slow":
            time.sleep(1)
        status, to = REDIRECTS.get(self.path, (200, ""))
        if self.path == "/no-head" and self.command == "HEAD":
            status = 405
        if self.path[1:].isdigit():
            status = int(self.path[1:])
        self.send_response(status)
        if to:
            self.send_header("Location", to)
        if self.path == "/away":
            self.send_header("Location", "file:///etc/hostname")
        self.send_header("Content-Length", "0")
        self.end_headers()


@pytest.fixture
def server() -> Iterator[str]:
    """The address of the server, without a slash at its end."""
    _Server.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), _Server) as running:
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


@pytest.mark.parametrize(
    ("path", "state", "detail"),
    [
        ("/good", "good", "200"),
        ("/no-head", "good", "200"),
        ("/moved", "moved", "200"),
        ("/today", "good", "200"),
        ("/mixed", "good", "200"),
        ("/404", "gone", "404"),
        ("/410", "gone", "410"),
        ("/403", "closed", "403"),
        ("/429", "closed", "429"),
        ("/503", "silent", "503"),
    ],
)
def test_an_answer_is_sorted_by_what_an_editor_can_do(server: str, path: str, state: str, detail: str) -> None:
    """A page that is gone needs a new source; a server that dislikes programs needs a person with a browser."""
    answer = ask(server + path, "test")

    assert (state, detail) == (answer.state, answer.detail)


def test_a_lasting_move_says_where_to(server: str) -> None:
    """The editor copies the new address from the report."""
    assert f"{server}/good" == ask(f"{server}/moved", "test").leads_to


def test_content_is_asked_for_only_when_needed(server: str) -> None:
    """Other people's servers pay for what we ask."""
    ask(f"{server}/good", "test")
    ask(f"{server}/no-head", "test")

    assert [("HEAD", "/good"), ("HEAD", "/no-head"), ("GET", "/no-head")] == _Server.asked


def test_no_answer_is_no_crash(server: str) -> None:
    """Slow servers, circles, dead hosts and strange addresses are all in a day's work."""
    assert Answer("silent", "timeout") == ask(f"{server}/slow", "test", timeout=0.2)
    assert "silent" == ask("http://127.0.0.1:9/", "test", timeout=2).state
    assert "silent" == ask("http://[broken", "test").state
    assert ask(f"{server}/round", "test").state in ("closed", "silent")


def test_a_server_cannot_lead_to_a_file(server: str) -> None:
    """Only the web is asked, wherever a redirect points."""
    REDIRECTS["/away"] = (302, "file:///etc/hostname")

    assert "good" != ask(f"{server}/away", "test").state


def test_a_host_is_asked_slowly_and_the_order_is_kept() -> None:
    """Two questions to one host have a pause between them; another host does not wait for it."""
    asked: list[str] = []

    def note(url: str) -> Answer:
        asked.append(url)
        return Answer("good", "200")

    urls = ("https://a.example/1", "https://b.example/1", "https://a.example/2")
    sources = [_source(f"s{number}", url) for number, url in enumerate(urls)]
    found = go_round(sources, note, sleep=lambda seconds: asked.append("pause"))

    assert list(urls) == [each.url for each in found]
    assert [each for each in asked if "b.example" not in each] == [urls[0], "pause", urls[2]]
    assert asked.count("pause") == 1


def test_the_report_names_file_address_and_next_step() -> None:
    """Whoever opens the issue can act without reading code; a server's words cannot become markup."""
    found = (
        Found("a", "content/sources/a.yaml", "https://a.example/", Answer("good", "200")),
        Found("b", "content/sources/b.yaml", "https://b.example/", Answer("gone", "404")),
        Found("c", "content/sources/c.yaml", "https://c.example/", Answer("moved", "200", "https://c.example/<b> `x")),
    )

    assert (
        "## Alamat sumber · Addresses of sources\n\n"
        "1 dari 3 alamat menjawab. 1 of 3 addresses answer.\n\n"
        "### Tidak ditemukan: cari alamat barunya, atau ganti sumbernya · "
        "Not there: find its new address, or replace the source (1)\n\n"
        "- `content/sources/b.yaml`: <https://b.example/> (404)\n\n"
        "### Pindah untuk seterusnya: tulis alamat barunya · Moved for good: write its new address (1)\n\n"
        "- `content/sources/c.yaml`: <https://c.example/> (200) → <https://c.example/%20b%20%20%20x>\n"
    ) == markdown(found)
    assert ["good", "gone", "moved"] == [each["state"] for each in json.loads(as_json(found))]
    assert text(found).endswith("1 dari 3 menjawab. 1 of 3 answer.\n")


def test_the_verb(server: str, tmp_path: Path) -> None:
    """`./run links` asks the addresses of the sources and exits with 1 when one is gone."""
    project = sample(tmp_path)
    for path in (project / "content/sources").glob("*.yaml"):
        lines = path.read_text(encoding="utf-8").splitlines()
        lines = [f"url: {server}/404" if line.startswith("url: ") else line for line in lines]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts/links.py"), "--root", str(project), "--format", "json", "--pause", "0"],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert 1 == done.returncode, done.stderr
    assert {"gone"} == {each["state"] for each in json.loads(done.stdout)}


def _source(slug: str, url: str) -> Source:
    source = Source(
        title="T", publisher="P", url=url, linkable=True, language="en", kind="official", supports="Something."
    )
    source.at(slug, f"content/sources/{slug}.yaml")
    return source
