"""The state of the content is counted from the content alone, for any day."""

from datetime import date

import pytest

import status as verb
from sehat.language.formats import long_date
from sehat.outputs.pages import render
from sehat.outputs.status_page import status_page
from sehat.reading.library import read_library
from sehat.render import load
from sehat.safe_text.escape import markdown_text
from sehat.status.standing import standing
from sehat.status.words import markdown
from tests.projects import ROOT, edit, sample

TODAY = date(2026, 11, 20)


@pytest.fixture
def project(tmp_path):
    return sample(tmp_path)


def found(project, today=TODAY):
    return standing(read_library(project).library, today)


def test_languages_are_complete_and_fresh_in_the_good_example(project):
    """A share of 100 % and nothing stale is the state that can be published."""
    assert [(each.locale, each.complete, each.stale, each.unknown) for each in found(project).languages] == [
        ("id", 1.0, 0, 0),
        ("en", 1.0, 0, 0),
    ]


def test_one_changed_word_makes_one_text_of_the_other_language_stale(project):
    """The language that was not changed is the one to look at."""
    edit(project, "causes/tired-muscle.yaml", "en: Rest the leg.", "en: Rest your leg.")

    assert {each.locale: each.stale for each in found(project).languages} == {"id": 1, "en": 0}


def test_a_blank_is_not_complete(project):
    """A new file counts only once it is filled."""
    edit(project, "causes/tired-muscle.yaml", "en: Rest the leg.", "en: TODO")
    languages = {each.locale: each for each in found(project).languages}

    assert languages["en"].present == languages["en"].texts - 1
    assert languages["id"].complete == 1.0


def test_a_draft_is_counted_beside_the_published_languages(project):
    """Its share grows with its file."""
    (project / "content/translations").mkdir()
    (project / "content/translations/jv.po").write_text(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
        'msgctxt "causes/tired-muscle:title"\nmsgid "Tired muscle"\nmsgstr "Otot kesel"\n'
    )
    draft = found(project).languages[-1]

    assert (draft.locale, draft.published, draft.present) == ("jv", False, 1)


@pytest.mark.parametrize(("today", "count"), [(date(2027, 11, 19), 0), (date(2027, 11, 20), 2)])
def test_emergency_numbers_are_due_on_the_day(project, today, count):
    """The day is an argument: nothing fails for everybody when a date passes."""
    assert len(found(project, today).numbers_due) == count


def test_reviews_sources_facts_and_summaries_are_listed(project):
    """Each list names the file to open."""
    edit(
        project,
        "causes/tired-muscle.yaml",
        "review:\n  state: awaiting-clinical-review",
        "review:\n  state: reviewed\n  by: dr. Contoh\n  on: 2025-10-01\n  due: 2026-10-01",
    )
    edit(project, "sources/health-office.yaml", "supports:", "checked: 2026-11-01\nsupports:")
    text = (project / "content/sources/health-office.yaml").read_text().split("\n")
    text = [*(line for line in text if not line.startswith("checked")), "checked: 2026-11-01"]
    (project / "content/sources/health-office.yaml").write_text("\n".join(line for line in text if line) + "\n")
    edit(project, "remedies/stretch-calf.yaml", "  id: Meregangkan betis meredakan kram.", "  id: TODO")
    now = found(project)

    assert [each.file for each in now.reviews_due] == ["content/causes/tired-muscle.yaml"]
    assert (now.reviewed, now.awaiting) == (1, 4)
    assert now.sources_unchecked == ()
    assert len(found(project, date(2027, 11, 1)).sources_unchecked) == 1
    assert [each.en for each in now.uncertain] == ["f-2, disputed: A clot makes a muscle tighten."]
    assert [each.file for each in now.without_summary] == ["content/remedies/stretch-calf.yaml"]


def test_every_page_has_its_measures_in_each_language(project):
    """Words, sentences and the longest sentence tell what to shorten first."""
    measures = {(each.slug, each.locale): each for each in found(project).measures}

    assert len(measures) == 2 * 8
    cause = measures[("tired-muscle", "en")]
    assert cause.file == "content/causes/tired-muscle.yaml"
    assert 3 < cause.words_per_sentence < 8
    assert cause.longest == 9


def test_the_report_says_everything_in_both_languages(project):
    """The page for editors and the terminal show the same."""
    for locale, heading in (("id", "## Tinjauan klinis"), ("en", "## Clinical reviews")):
        text = markdown(found(project), locale)

        assert heading in text
        assert text.count("## ") == 8


def test_the_verb_prints_the_report(capsys):
    """`./run status` is for everybody; it changes nothing."""
    assert verb.main(["--language", "en", "--today", "2026-11-20"], ROOT) == 0
    assert "Bahasa Indonesia" in capsys.readouterr().out


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_page_says_what_the_verb_says(locale, capsys):
    """Editors without a terminal read the same as those with one, on the day of the last change."""
    edition = load(ROOT).editions[locale]
    (view,) = status_page(edition)
    day = max(each.date for each in edition.library.changes.values())
    verb.main(["--language", locale, "--today", day.isoformat()], ROOT)
    printed = [line for line in capsys.readouterr().out.splitlines() if line.startswith(("## ", "- `"))]

    page = render(view, edition)

    assert len(printed) > 50
    assert long_date(day, locale) in page
    for line in printed:
        file = line.removeprefix("- `").partition("`: ")[0]
        assert (f"<li><code>{file}</code>: " if line.startswith("- `") else markdown_text(line[3:])) in page
    assert page.count("<li><code>") == sum(line.startswith("- `") for line in printed)
