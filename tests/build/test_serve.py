"""The preview: a saved file shows at once, a mistake shows in the browser, and serving goes on."""

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.build.project import environment, whole_project
from tests.projects import ROOT, edit

PAGE = "/en/causes/tired-muscle/"
OTHER = "/id/"
CAUSE = "causes/tired-muscle.yaml"
START_SECONDS = 30
_SOURCED = "longer than usual.\n    sources:\n      - health-office\n"
WRONG = (_SOURCED, _SOURCED.replace("office", "offise"))
"""A sentence as it is, and with a source that is not there."""


class Preview:
    """A running `./run serve` and what a browser would ask it."""

    def __init__(self, project: Path, port: int) -> None:
        self.project = project
        self.address = f"http://127.0.0.1:{port}"

    def get(self, path: str) -> str:
        """The page at `path`, an error page included."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=START_SECONDS) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            return str(error.read().decode())

    def version(self) -> str:
        """Which build the open page shows, as MkDocs' reload script knows it."""
        found = re.search(r"livereload\((\d+),", self.get(OTHER))
        assert found is not None
        return found[1]

    def reloaded(self, since: str) -> str:
        """Wait as an open page does until there is a newer build."""
        return self.get(f"/livereload/{since}/1")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """`./run serve` of a small project, started when its asked-for port is taken."""
    project = whole_project(tmp_path_factory.mktemp("served"))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, str(ROOT / "scripts/serve.py"), "--root", str(project), "--port", str(port)]
        process = subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        said = process.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:(\d+)/", said)
    assert found is not None, said
    running = Preview(project, int(found[1]))
    try:
        assert int(found[1]) > port
        wait_until_it_answers(running)
        yield running
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def wait_until_it_answers(preview: Preview) -> None:
    """Between saying the address and listening there are some milliseconds."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            preview.get("/")
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail("The preview does not answer.")


def test_a_saved_file_shows_after_one_reload(preview: Preview) -> None:
    """One edit, one reload: a second build would throw the reader back again, a loop would never end."""
    before = preview.version()

    edit(preview.project, CAUSE, "en: Tired muscle", "en: Weary muscle")
    after = preview.reloaded(before)

    try:
        assert "Weary muscle" in preview.get("/en/causes/weary-muscle/") + preview.get(PAGE)
        time.sleep(1)
        assert after == preview.version()
    finally:
        edit(preview.project, CAUSE, "en: Weary muscle", "en: Tired muscle")
        preview.reloaded(after)


def test_a_changed_sentence_shows_long_before_everything_is_checked(preview: Preview) -> None:
    """Prose shows at once; the rest follows silently, so that the page is thrown back only once."""
    before = preview.version()

    edit(preview.project, CAUSE, "en: The muscle works", "en: The muscle toils")
    after = preview.reloaded(before)

    assert "The muscle toils" in preview.get(PAGE)
    time.sleep(2)
    assert after == preview.version()
    assert "data-problems" not in preview.get(OTHER)


def test_a_changed_summary_shows_at_once_and_then_in_lists(preview: Preview) -> None:
    """Lists take longer; who looks at one is shown the new words as soon as they are there."""
    before = preview.version()
    edit(preview.project, CAUSE, "en: A tired muscle may cramp.", "en: A weary muscle may cramp.")
    after = preview.reloaded(before)

    try:
        assert "A weary muscle may cramp." in preview.get(PAGE)
        after = preview.reloaded(after)
        assert "A weary muscle may cramp." in preview.get("/en/causes/")
    finally:
        edit(preview.project, CAUSE, "en: A weary muscle may cramp.", "en: A tired muscle may cramp.")
        preview.reloaded(preview.reloaded(after))


def test_a_sentence_that_breaks_a_rule_shows_and_then_says_so(preview: Preview) -> None:
    """Whatever shows quickly is still checked, and the browser is told."""
    before = preview.version()

    edit(preview.project, CAUSE, *WRONG)
    after = preview.reloaded(before)
    final = preview.reloaded(after) if "data-problems" not in preview.get(OTHER) else after

    try:
        assert f"content/{CAUSE}:" in preview.get(OTHER)
    finally:
        edit(preview.project, CAUSE, *reversed(WRONG))
        preview.reloaded(final)
    assert "data-problems" not in preview.get(OTHER)


def test_a_mistake_shows_on_every_page_until_it_is_mended(preview: Preview) -> None:
    """Editors look at the browser, not at the terminal."""
    before = preview.version()

    edit(preview.project, CAUSE, "title:", "titel:")
    after = preview.reloaded(before)
    shown = preview.get(OTHER)

    other = preview.get(PAGE)
    edit(preview.project, CAUSE, "titel:", "title:")
    preview.reloaded(after)

    assert f"content/{CAUSE}:" in shown
    assert f"content/{CAUSE}:" in other
    assert re.search(r'<p lang="id">.*titel.*</p>\s*<p lang="en">.*titel.*</p>', shown)
    assert "data-problems" not in preview.get(OTHER)
    assert "<h1" in preview.get(PAGE)


def test_a_removed_file_takes_its_pages_along(preview: Preview) -> None:
    """A page that stays after its file is gone would hide broken links until the next build."""
    before = preview.version()
    path = preview.project / "content/pages"
    kept = {file: file.read_bytes() for file in path.glob("about.*.md")}
    assert "<h1" in preview.get("/en/about/")

    for file in kept:
        file.unlink()
    after = preview.reloaded(before)

    try:
        assert 'class="md-page md-page--not-found"' in preview.get("/en/about/")
    finally:
        for file, content in kept.items():
            file.write_bytes(content)
        preview.reloaded(after)


def test_a_changed_theme_rebuilds_every_page(preview: Preview) -> None:
    """Whoever works on the theme sees it on whichever page is open."""
    before = preview.version()
    footer = preview.project / "docs/theme/parts/footer.html"
    text = footer.read_text(encoding="utf-8")

    footer.write_text(text + "<!-- new footer -->\n", encoding="utf-8")
    preview.reloaded(before)

    assert "<!-- new footer -->" in preview.get(OTHER)
    assert "<!-- new footer -->" in preview.get(PAGE)


def test_a_preview_starts_with_a_mistake(tmp_path: Path) -> None:
    """Who opens a broken branch must be told what is wrong, not be sent away."""
    project = whole_project(tmp_path / "project")
    edit(project, CAUSE, "title:", "titel:")
    command = [sys.executable, str(ROOT / "scripts/serve.py"), "--root", str(project), "--port", "8700"]
    process = subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    found = re.search(r":(\d+)/", process.stdout.readline())
    try:
        assert found is not None
        running = Preview(project, int(found[1]))
        wait_until_it_answers(running)

        assert f"content/{CAUSE}:" in running.get("/")
        before = running.version()

        edit(project, CAUSE, "titel:", "title:")
        running.reloaded(before)

        assert "<h1" in running.get(PAGE)
    finally:
        process.terminate()
        process.communicate()
    shutil.rmtree(project)
