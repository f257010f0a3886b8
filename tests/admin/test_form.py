"""The form in a browser: what an editor changes is all that changes in the file."""

import difflib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sehat.admin.files import admin_files
from sehat.bench.serving import serving
from sehat.editing.formatting import format_file
from sehat.model.kinds import KINDS
from sehat.render import load
from tests.admin.form_page import FormPage
from tests.projects import ROOT

Change = tuple[str, str, str, tuple[str, ...]]
"""A collection, an entry, its file, and the fields to change."""

CHANGES: tuple[Change, ...] = (
    ("causes", "heat-cramps", "content/causes/heat-cramps.yaml", ("how_it_leads.1.id", "how_it_leads.1.en")),
    ("conditions", "calf-cramp", "content/conditions/calf-cramp.yaml", ("summary.id", "summary.en")),
    ("remedies", "cool-and-rest-in-heat", "content/remedies/cool-and-rest-in-heat.yaml", ("steps.0.id", "steps.0.en")),
    ("examinations", "blood-tests", "content/examinations/blood-tests.yaml", ("summary.id", "summary.en")),
    ("findings", "fever", "content/findings/fever.yaml", ("question.id", "question.en")),
    ("sources", "nhs-sciatica", "content/sources/nhs-sciatica.yaml", ("publisher",)),
    ("glossary", "achilles-tendon", "content/glossary/achilles-tendon.yaml", ("meaning.id", "meaning.en")),
    ("pages", "about", "content/pages/about.id.md", ("summary",)),
    ("files", "site", "content/site.yaml", ("notice.id", "notice.en")),
    ("files", "safety-net", "content/safety-net.yaml", ("never.1.id", "never.1.en")),
    ("files", "self-check-levels", "content/self-check/levels.yaml", ("same-day.title.id", "same-day.title.en")),
    ("files", "self-check-rules", "content/self-check/rules.yaml", ("R-COMPARTMENT.why.id", "R-COMPARTMENT.why.en")),
    ("files", "facts", "content/facts.yaml", ("tw-002.says.id", "tw-002.says.en")),
    ("files", "search-translations", "content/search/translations.yaml", ("items.1.id", "items.1.en")),
)


@pytest.fixture(scope="module")
def form_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form for the real content, as `./run build --admin` writes it."""
    site = tmp_path_factory.mktemp("form")
    for address, content in admin_files(load(ROOT).editions):
        (site / address).parent.mkdir(exist_ok=True)
        (site / address).write_bytes(content)
    shutil.copytree(ROOT / "docs/assets/images", site / "assets/images")
    return site


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """The real content, which the form works on a copy of."""
    paths = [path for path in (ROOT / "content").rglob("*") if path.suffix in (".yaml", ".md")]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in sorted(paths)}


@pytest.fixture(scope="module")
def form(form_site: Path, files: dict[str, str], browser: Browser) -> Iterator[FormPage]:
    """The form, signed in with the folder."""
    with serving(form_site) as url:
        page = browser.new_page(viewport={"width": 1200, "height": 2000})
        form = FormPage(page, f"{url}admin/")
        form.open_folder(files)
        yield form
        page.close()


@pytest.mark.parametrize(
    "change",
    [pytest.param(each, marks=[pytest.mark.slow] if each is not CHANGES[0] else []) for each in CHANGES],
    ids=lambda change: change[2],
)
def test_saving_changes_the_edited_lines_alone(form: FormPage, files: dict[str, str], change: Change) -> None:
    """A reviewer reads what the editor wrote, not what a program thought of the rest of the file."""
    collection, entry, file, fields = change
    before = form.read(file)
    form.open_entry(collection, entry)
    words = [form.type(field, f"Kata baru untuk {field}") for field in fields]
    form.save()
    after = form.read(file)

    differences = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[:2] in ("- ", "+ ")]

    assert len(fields) * ["-"] + len(fields) * ["+"] == sorted((line[0] for line in differences), reverse=True)
    for old, field in zip(words, fields, strict=True):
        expected = before.replace(old, f"Kata baru untuk {field}")
        assert before != expected
        before = expected
    assert before == after


def test_nothing_is_asked_of_other_machines(form: FormPage) -> None:
    """Editors' habits are nobody's business; what the program would fetch elsewhere is stopped before it leaves."""
    assert [] == [request.url for request in form.foreign if request.failure != "csp"]


def test_the_program_has_no_complaint_about_the_configuration(form: FormPage) -> None:
    """The program checks the configuration against its own schema and says what it does not understand."""
    said = [message for message in form.messages if message.startswith(("error:", "warning:"))]

    assert [] == [message for message in said if "Content Security Policy" not in message]


AWKWARD = (
    "yes",
    "no",
    "on",
    "2026-11-20",
    "3:30",
    "119",
    "1e3",
    "null",
    "~",
    "It's: so",
    'He said: "x"',
    "a #b",
    "-1",
    "- x",
    "tilde ~ ok",
    "y",
)


def test_the_form_writes_the_one_style(form: FormPage, tmp_path: Path) -> None:
    """A file that the form saved passes the check of the style; nobody with a form can run a formatter."""
    file = "content/glossary/achilles-tendon.yaml"
    for words in AWKWARD:
        form.open_entry("glossary", "achilles-tendon")
        form.type("title.id", words)
        form.save()
        saved = form.read(file)
        (tmp_path / "content/glossary").mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(saved, encoding="utf-8")
        (kind,) = (kind for kind in KINDS if kind.name == "term")

        assert format_file(tmp_path, file, kind.model, ("id", "en")).after == saved
