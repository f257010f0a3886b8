"""Translators get a PO file and give it back; nothing of theirs or ours is lost."""

import pytest

import translate
from sehat.editing.po_export import export
from sehat.reading.library import read_library
from sehat.reading.po import po_text, read_po
from sehat.render import load
from tests.projects import ROOT, edit, sample

DRAFT = "content/translations/jv.po"


@pytest.fixture
def project(tmp_path):
    return sample(tmp_path)


def exported(project, locale):
    return export(read_library(project).library, locale).content.decode()


def begin(project, locale="jv"):
    path = project / f"content/translations/{locale}.po"
    path.parent.mkdir(exist_ok=True)
    path.write_text(exported(project, locale), "utf-8")
    return path


def test_a_file_that_goes_out_comes_back_the_same():
    """Reading and writing keep every entry, remark and place, in order."""
    text = export(read_library(ROOT).library, "jv").content.decode()

    made, problems = read_po(text, "jv", "jv.po")

    assert problems == []
    assert po_text(made) == text


def test_every_entry_says_where_it_stands_what_it_is_and_the_other_language(project):
    """A translator sees a sentence alone, so its context must come with it."""
    text = exported(project, "jv")

    assert (
        "#. Sebutan pembaca, dengan kata-kata sehari-hari. / What readers call it, in plain words.\n"
        "#. id: Otot lelah\n"
        "#: content/causes/tired-muscle.yaml\n"
        'msgctxt "causes/tired-muscle:title"\n'
        'msgid "Tired muscle"\n'
        'msgstr ""\n'
    ) in text


def test_importing_an_untouched_export_changes_nothing(project, tmp_path, capsys):
    """Out and in again is no change."""
    for locale in ("id", "en"):
        file = tmp_path / f"{locale}.po"
        file.write_text(exported(project, locale), "utf-8")

        assert translate.main(["--import", str(file)], project) == 0
        assert capsys.readouterr().out == ""


def test_importing_into_a_published_language_changes_only_those_lines(project, tmp_path):
    """Notes, sources and the order of the file stay as they are."""
    path = project / "content/causes/tired-muscle.yaml"
    before = path.read_text().split("\n")
    file = tmp_path / "en.po"
    text = exported(project, "en")
    text = text.replace('msgstr "This is only suspected."', 'msgstr "Nobody has shown it yet."')
    text = text.replace('msgstr "overuse"', 'msgstr "overuse | tired calf"')
    file.write_text(text, "utf-8")

    assert translate.main(["--import", str(file)], project) == 0

    after = path.read_text().split("\n")
    changed = [
        (old, new)
        for old, new in zip(before, [line for line in after if line != "    - tired calf"], strict=True)
        if old != new
    ]
    assert [("      en: This is only suspected.", "      en: Nobody has shown it yet.")] == changed
    assert "    - tired calf" in after


def test_words_and_remarks_of_a_draft_survive_a_change_of_the_source(project, capsys):
    """The old words stay as a doubtful suggestion with the translator's remark; new texts come in their place."""
    path = begin(project)
    text = path.read_text()
    entry = 'msgctxt "causes/tired-muscle:summary"\nmsgid "A tired muscle may cramp."\nmsgstr ""'
    assert entry in text
    remark = "# Ask Bu Sri about this word.\n"
    start = text.index("#. ", text.rindex("\n\n", 0, text.index(entry)))
    text = text[:start] + remark + text[start:].replace(entry, entry[:-1] + 'Otot kesel bisa kram."', 1)
    path.write_text("# Thanks to the translators of Solo.\n" + text, "utf-8")
    edit(project, "causes/tired-muscle.yaml", "en: A tired muscle may cramp.", "en: A tired muscle can cramp.")

    assert translate.main([], project) == 0
    assert capsys.readouterr().out == f"{DRAFT}\n"

    made, _ = read_po(path.read_text(), "jv", DRAFT)
    found = made.entries[("causes/tired-muscle:summary", "A tired muscle can cramp.")]
    assert (found.words, found.fuzzy, found.notes) == ("Otot kesel bisa kram.", True, ("Ask Bu Sri about this word.",))
    assert made.opening == ("Thanks to the translators of Solo.",)
    assert translate.main([], project) == 0
    assert capsys.readouterr().out == ""


def test_a_moved_statement_keeps_its_translation(project):
    """The context names fields, not numbers, so adding a step above moves nothing."""
    path = begin(project)
    path.write_text(
        path.read_text().replace('msgid "Pull the toes."\nmsgstr ""', 'msgid "Pull the toes."\nmsgstr "Tarik."')
    )
    edit(
        project,
        "remedies/stretch-calf.yaml",
        "steps:\n",
        "steps:\n  - id: Duduk.\n    en: Sit down.\n",
    )

    library = read_library(project).library

    assert library.remedies["stretch-calf"].steps[2].text["jv"] == "Tarik."


def test_a_broken_file_is_a_problem_at_its_line(project):
    """A slip of a translator is told like every other one."""
    path = begin(project)
    lines = path.read_text().split("\n")
    number = lines.index('msgid "Tired muscle"')
    lines[number] = 'msgid Tired muscle"'
    path.write_text("\n".join(lines))

    found = {(each.file, each.rule) for each in load(project).problems}

    assert found == {(DRAFT, "translations")}


def test_texts_that_are_gone_are_named_on_import(project, tmp_path, capsys):
    """Work that has no place any more is not dropped without a word."""
    file = tmp_path / "jv.po"
    file.write_text(
        exported(project, "jv").replace('msgid "Tired muscle"\nmsgstr ""', 'msgid "Worn muscle"\nmsgstr "Otot"')
    )

    assert translate.main(["--import", str(file)], project) == 0
    assert "'Worn muscle' is not in the content any more" in capsys.readouterr().err
