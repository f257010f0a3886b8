"""Interface words come from PO files, and damage in one is a problem at its line."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sehat.language.catalogs import catalog, read_catalogs, read_messages
from sehat.language.plurals import plural_header
from sehat.language.po_words import message_problems
from sehat.problems import Problem

HEADER = 'msgid ""\nmsgstr ""\n"Language: id\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
GOOD = (
    HEADER
    + """# Tombol di beranda.
#: scripts/sehat/outputs/pages.py
msgid "Search"
msgstr "Cari"

#, python-format
msgid "%(count)s cause"
msgid_plural "%(count)s causes"
msgstr[0] "%(count)s penyebab"

msgctxt "month"
msgid "May"
msgstr "Mei"

msgid "May"
msgstr "Boleh"
"""
)


def problems_of(text: str, *, complete: bool = True) -> list[Problem]:
    """Everything that is wrong with the Indonesian file `text`."""
    messages, problems = read_messages(text, "id", "content/interface/id.po")
    return problems + list(message_problems(messages, "content/interface/id.po", complete=complete) if messages else ())


def write(root: Path, **files: str) -> Path:
    """A project with these PO files."""
    folder = root / "content" / "interface"
    folder.mkdir(parents=True)
    for locale, text in files.items():
        (folder / f"{locale}.po").write_text(text, "utf-8")
    return root


def test_words_come_out_in_the_language() -> None:
    """Buttons, headings and labels are what readers see first."""
    messages, problems = read_messages(GOOD, "id", "id.po")
    words = catalog(messages, "id")

    assert [] == problems
    assert ("Cari", "Mei", "Boleh") == (words.gettext("Search"), words.pgettext("month", "May"), words.gettext("May"))


@pytest.mark.parametrize("count", [0, 1, 2, 5, 100])
def test_indonesian_has_one_plural_form(count: int) -> None:
    """Babel's own header for Indonesian asks for two, and then shows English for many."""
    messages, _ = read_messages(GOOD, "id", "id.po")

    assert "%(count)s penyebab" == catalog(messages, "id").ngettext("%(count)s cause", "%(count)s causes", count)


def test_plural_rules_come_from_cldr() -> None:
    """A new language must not begin with a wrong rule."""
    assert "nplurals=1; plural=0;" == plural_header("id") == plural_header("jv")
    assert "nplurals=2; plural=(n != 1);" == plural_header("en")
    assert plural_header("ar").startswith("nplurals=6;")


def test_another_plural_rule_is_a_problem_at_its_line() -> None:
    """PO editors write their own rule when a file is opened."""
    problem, *_ = problems_of(GOOD.replace("nplurals=1; plural=0;", "nplurals=2; plural=(n != 1);"))

    assert (4, "interface-words") == (problem.line, problem.rule)
    assert "nplurals=1; plural=0;" in problem.message["id"]


def test_english_is_what_the_code_says(tmp_path: Path) -> None:
    """English words are written once, in code and templates."""
    english = HEADER.replace("nplurals=1; plural=0;", "nplurals=2; plural=(n != 1);")
    root = write(tmp_path, en=english + 'msgid "Search"\nmsgstr ""\n', id=GOOD)
    catalogs, problems = read_catalogs(root, ("id", "en"))

    assert [] == problems
    assert "Search" == catalogs["en"].gettext("Search")
    assert "2 causes" == catalogs["en"].ngettext("1 cause", "2 causes", 2)


def test_a_word_that_english_lists_must_be_in_every_published_language(tmp_path: Path) -> None:
    """Half a page in another language frightens nobody but helps nobody either."""
    english = HEADER.replace("nplurals=1; plural=0;", "nplurals=2; plural=(n != 1);")
    root = write(tmp_path, en=english + 'msgid "New"\nmsgstr ""\n', id=GOOD, jv=HEADER)
    _, problems = read_catalogs(root, ("id", "en"), ("jv",))

    assert [("content/interface/id.po", '"New" is missing. Run "./run interface" and translate it.')] == [
        (problem.file, problem.message["en"]) for problem in problems
    ]


def test_a_draft_language_falls_back_to_english(tmp_path: Path) -> None:
    """A new language can be looked at before its first word is translated."""
    root = write(tmp_path, jv=HEADER + 'msgid "Search"\nmsgstr ""\n')
    catalogs, problems = read_catalogs(root, (), ("jv", "su"))

    assert [] == problems
    assert ["Search", "Search"] == [catalogs[locale].gettext("Search") for locale in ("jv", "su")]


def test_a_published_language_without_a_file_is_a_problem(tmp_path: Path) -> None:
    """The site would come out in English without anybody noticing."""
    catalogs, problems = read_catalogs(tmp_path, ("id",))

    assert ["content/interface/id.po"] == [problem.file for problem in problems]
    assert "Search" == catalogs["id"].gettext("Search")


def test_a_doubtful_word_is_a_problem_and_is_not_shown() -> None:
    """Fuzzy means that a program guessed."""
    text = GOOD.replace('msgid "Search"', '#, fuzzy\nmsgid "Search"')
    messages, _ = read_messages(text, "id", "id.po")

    assert ["fuzzy" in problem.message["id"] for problem in problems_of(text)] == [True]
    assert "Search" == catalog(messages, "id").gettext("Search")


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('"Cari"', '""', 8, "has no translation"),
        ('"%(count)s penyebab"', '""', 12, "has no translation"),
        ('"%(count)s penyebab"', '"%(jumlah)s penyebab"', 12, "%(count)s"),
        ('"%(count)s penyebab"', '"Satu penyebab"', 12, "%(count)s"),
        ('"%(count)s penyebab"', '"%(count)d penyebab"', 12, "%(count)s"),
        ('"%(count)s penyebab"', '"%(count)s penyebab, 5 % lagi"', 12, "%%"),
        ('"Cari"', '"Cari {x}"', 8, "placeholders"),
        ('"Cari"', '"<b>Cari</b>"', 8, "HTML"),
        ('"Cari"', '"Cari&nbsp;"', 8, "HTML"),
        ('"Cari"', '"Ca\u202eri"', 9, "hidden"),
        ('"Cari"', '"Cari', 9, "not a comment"),
        ('"Cari"', 'Cari"', 9, "not a comment"),
        ('"Cari"', '"Ca"ri"', 9, "not a comment"),
        ('"Cari"', '"Ca\\qri"', 9, "not a comment"),
        ('msgstr "Cari"', 'msgstring "Cari"', 9, "not a comment"),
        ('msgstr "Cari"', '<<<<<<< HEAD\nmsgstr "Cari"', 9, "not a comment"),
        ('msgstr "Cari"\n', "", 8, "not complete"),
        ('msgstr "Cari"', 'msgstr "Cari"\nmsgstr[1] "x"', 8, "not complete"),
        ('msgid "May"\nmsgstr "Boleh"', 'msgid "Search"\nmsgstr "Cari"', 20, "twice"),
        ("Language: id", "Content-Type: text/plain; charset=latin-1", 3, "UTF-8"),
        (HEADER, "", 1, "header"),
    ],
)
def test_each_kind_of_damage_is_said_at_its_line(old: str, new: str, line: int, said: str) -> None:
    """Translators work in these files by hand; the line is half of the help."""
    found = [problem for problem in problems_of(GOOD.replace(old, new, 1)) if said in problem.message["en"]]

    assert [line] == [problem.line for problem in found]
    assert all(problem.message["id"] for problem in found)


def test_drafts_may_miss_words_but_not_break_them() -> None:
    """A draft becomes published by filling it, not by mending it."""
    assert [] == problems_of(GOOD.replace('"Cari"', '""'), complete=False)
    assert problems_of(GOOD.replace('"Cari"', '"Cari {x}"'), complete=False)


def test_a_file_that_is_not_utf8_is_a_problem_at_its_line(tmp_path: Path) -> None:
    """Old editors on Windows still write other encodings."""
    root = write(tmp_path)
    (root / "content/interface/id.po").write_bytes(HEADER.encode() + b'msgid "a"\nmsgstr "\xe9"\n')
    _, problems = read_catalogs(root, ("id",))

    assert [(7, True)] == [(problem.line, "UTF-8" in problem.message["id"]) for problem in problems]


def test_windows_line_ends_and_a_byte_order_mark_are_accepted(tmp_path: Path) -> None:
    """They change no word."""
    root = write(tmp_path)
    (root / "content/interface/id.po").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    catalogs, problems = read_catalogs(root, ("id",))

    assert [] == problems
    assert "Cari" == catalogs["id"].gettext("Search")


LINES = st.sampled_from(
    [*GOOD.splitlines(), "#~ msgid", '"x', "msgstr[9]", 'msgid_plural "a"', "#,", "#: \u2068a", '""']
)


@settings(max_examples=200, deadline=None)
@given(lines=st.lists(st.one_of(LINES, st.text(max_size=12)), max_size=25), begin=st.sampled_from(["", HEADER]))
def test_no_damage_ends_in_a_traceback(lines: list[str], begin: str) -> None:
    """A merge gone wrong must end in a sentence that helps."""
    messages, problems = read_messages(begin + "\n".join(lines), "id", "id.po")

    assert messages is not None or problems
    if messages is not None:
        list(message_problems(messages, "id.po", complete=True))
        catalog(messages, "id").gettext("Search")
    assert all(problem.line >= 1 for problem in problems)
