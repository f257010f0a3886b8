"""Pictures of pages, drawn for the small sample in a browser, and what a build makes of them."""

import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from sehat.outputs.png import words_of
from sehat.outputs.share_images import OWN, SIZE, own_pictures
from sehat.render import load
from tests.build.project import environment, run_build, whole_project
from tests.projects import ROOT, edit


def draw(project: Path, browser: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """`./run pictures --pages` of the project."""
    command = [sys.executable, str(ROOT / "scripts/pictures.py"), "--root", str(project), "--pages", *options]
    known = environment() | {"SEHAT_BROWSER": str(browser)}
    return subprocess.run(command, env=known, capture_output=True, text=True, check=False)


def pictures(project: Path) -> dict[str, bytes]:
    """The pictures of pages, by path."""
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in (project / OWN).glob("*")}


def image(project: Path, page: str) -> str:
    """The picture that a built page names."""
    text = (project / "site" / page / "index.html").read_text(encoding="utf-8")
    found = re.search(r'"og:image" content="[^"]+/assets/images/share/([^"?]+)\?v=[0-9a-f]{8}"', text)
    assert found
    assert (project / "site/assets/images/share" / found[1]).is_file()
    return found[1]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory, browser_path: Path) -> Path:
    """The small sample with a picture of every page."""
    project = whole_project(tmp_path_factory.mktemp("drawn"))
    done = draw(project, browser_path)
    assert done.returncode == 0, done.stderr
    return project


def test_one_picture_is_drawn_for_each_page_and_language(drawn: Path) -> None:
    """Each of the size that pages tell, small, and with the words of its page."""
    editions = load(drawn).editions.values()
    wanted = {each.path: each.says for edition in editions for each in own_pictures(drawn, edition)}
    found = pictures(drawn)

    assert wanted == {path: words_of(png) for path, png in found.items()}
    assert {f"{OWN}/cause-blood-clot.{locale}.png" for locale in ("id", "en")} <= set(found)
    assert {SIZE} == {struct.unpack(">II", png[16:24]) for png in found.values()}
    assert {} == {path: len(png) for path, png in found.items() if len(png) > 16 * 1024}


def test_only_what_changed_is_drawn_again(drawn: Path, browser_path: Path, tmp_path: Path) -> None:
    """And the picture of a page that is gone goes too."""
    before = {path: (drawn / path).stat().st_mtime_ns for path in pictures(drawn)}
    gone = drawn / OWN / "cause-gone.id.png"
    gone.write_bytes(b"")
    first = min(before)
    (drawn / first).unlink()

    assert 1 == draw(drawn, browser_path, "--check").returncode
    done = draw(drawn, browser_path)

    assert (done.returncode, done.stdout.split()) == (0, [first])
    assert not gone.exists()
    assert before.keys() == pictures(drawn).keys()
    assert {first} == {path for path in before if (drawn / path).stat().st_mtime_ns != before[path]}


def test_a_build_shows_the_pictures_that_say_what_their_pages_say(drawn: Path) -> None:
    """The title changed in one language, and nobody drew again: that page alone falls back to its kind's picture."""
    edit(drawn, "causes/blood-clot.yaml", "  en: Blood clot\n", "  en: Blood clot in the leg\n")
    done = run_build(drawn)
    assert done.returncode == 0, done.stderr

    assert image(drawn, "id/penyebab/bekuan-darah/") == "pages/cause-blood-clot.id.png"
    assert image(drawn, "en/causes/blood-clot-in-the-leg/") == "cause.en.png"
    assert image(drawn, "en/causes/tired-muscle/") == "pages/cause-tired-muscle.en.png"
    # A link preview loads them, a page never does, and no phone keeps them.
    for path in (drawn / "site").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "images/share" not in re.sub(r'"og:image" content="[^"]+"', "", text)
    assert "images/share" not in (drawn / "site/sw.js").read_text(encoding="utf-8")


def test_without_a_browser_it_says_so(tmp_path: Path) -> None:
    """Plainly, in a line, and as a failure."""
    project = whole_project(tmp_path)

    done = draw(project, tmp_path / "nowhere")

    assert done.returncode == 2
    assert re.fullmatch(r'SEHAT_BROWSER is "[^"]+nowhere", which is not a browser that starts: .+\n', done.stderr)
    assert {} == pictures(project)


def test_pictures_of_pages_are_not_committed() -> None:
    """All of them would weigh more than the content; editors who work in a browser could not draw them again."""
    assert f"/{OWN}/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
