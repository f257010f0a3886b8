"""The words in code and templates and the words in the PO files are the same words."""

import subprocess
import sys
from pathlib import Path

import pytest

from sehat.language.catalogs import read_catalogs, read_messages, words_of
from sehat.language.extract import code_words, interface_words, template_words, theme_words
from sehat.language.updating import changes
from sehat.language.upkeep import upkeep

ROOT = Path(__file__).resolve().parents[2]
VERB = ROOT / "scripts" / "interface.py"


def project(root: Path, template: str = "", code: str = "", **files: str) -> Path:
    """A small project with one template, one module and these PO files."""
    places = {
        "scripts/sehat/templates/page.md.jinja": template,
        "scripts/sehat/outputs/pages.py": code,
        **{f"content/interface/{locale}.po": text for locale, text in files.items()},
    }
    for name, text in places.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def bring_up_to_date(root: Path, add: str | None = None) -> None:
    """What the verb does when it writes."""
    for path, text in upkeep(root, add).texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.mark.parametrize("locale", ["id", "en"])
def test_every_word_in_use_is_in_the_catalog_and_no_other(locale: str) -> None:
    """A word without a translation shows in English; one that is no longer used wastes a translator's time."""
    used, problems = interface_words(ROOT)
    text = (ROOT / "content" / "interface" / f"{locale}.po").read_text("utf-8")
    messages, _ = read_messages(text, locale, f"content/interface/{locale}.po")
    difference = changes(messages, used)

    assert [] == problems
    assert () == difference.new, 'run "./run interface" and translate'
    assert () == difference.unused, 'run "./run interface"'


def test_the_catalogs_of_the_site_have_no_problem() -> None:
    """Every published language is complete."""
    _, problems = read_catalogs(ROOT, ("id", "en"))

    assert [] == [(problem.file, problem.line, problem.message["en"]) for problem in problems]


def test_words_are_found_in_every_form_of_call() -> None:
    """A word that is not found is never translated."""
    code = """
from x import _
def word(self, message): return message
_("one" " two")
N_('three'); edition.word("four"); self.catalog.gettext("five")
ngettext("%(n)s six", "%(n)s sixes", n); edition.words("seven", "sevens", 7)
pgettext("month", "May"); npgettext("c", "eight", "eights", 8)
_(variable); word(TITLES["nine"]); _(f"ten {x}"); other("eleven")
"""

    assert [
        ("one two", None),
        ("three", None),
        ("four", None),
        ("five", None),
        (("%(n)s six", "%(n)s sixes"), None),
        (("seven", "sevens"), None),
        ("May", "month"),
        (("eight", "eights"), "c"),
    ] == [(words, context) for _, words, context in sorted(code_words(code), key=lambda found: found[0])]


def test_words_are_found_in_templates() -> None:
    """Templates hold most of the words."""
    template = """{# _("not this") #}{{ _('one') | text }}{% if _("two") %}{{ words("three", "threes", n) }}{% endif %}
{{ pgettext("month", "May") }} {% trans count=n %}{{ count }} four{% pluralize %}{{ count }} fours{% endtrans %}"""

    assert [
        (1, "one", None),
        (1, "two", None),
        (1, ("three", "threes"), None),
        (2, "May", "month"),
        (2, ("%(count)s four", "%(count)s fours"), None),
    ] == list(template_words(template))


def test_words_of_the_theme_are_found_in_its_table() -> None:
    """The frame of every page takes its words from there."""
    source = 'A: tuple[tuple[str, str], ...] = (\n    ("skip", "Skip to the content"),\n    ("menu", "Menu"),\n)\nB = ("x", 1)\n'

    assert [(2, "Skip to the content", None), (3, "Menu", None)] == list(theme_words(source))


def test_a_template_with_a_mistake_is_said_at_its_line(tmp_path: Path) -> None:
    """Babel would skip it without a word, and its words would be thrown away as unused."""
    root = project(tmp_path, template='x\n{{ _("a" }}\n', en="")
    found = upkeep(root, add="id")

    assert [("scripts/sehat/templates/page.md.jinja", 2)] == [(each.file, each.line) for each in found.problems]


def test_scripts_of_the_browser_hold_no_words(tmp_path: Path) -> None:
    """Babel's reader of JavaScript loses strings in silence, so words travel in the page instead."""
    root = project(tmp_path)
    (root / "scripts/sehat/templates/view.mjs").write_text('gettext("lost")', "utf-8")

    assert {} == words_of(interface_words(root)[0])


def test_updating_keeps_what_a_translator_wrote(tmp_path: Path) -> None:
    """Translations, remarks and doubts are work; only new and unused words change."""
    root = project(tmp_path, template='{{ _("Search") }}{{ _("Old") }}')
    bring_up_to_date(root, add="id")
    file = root / "content/interface/id.po"
    kept = "# Kata-kata Betis Sehat.\n" + file.read_text("utf-8").replace(
        'msgid "Search"\nmsgstr ""', '# Tombol.\n#, fuzzy\nmsgid "Search"\nmsgstr "Cari"'
    ).replace(
        "#: scripts/sehat/templates/page.md.jinja\n# Tombol.", "# Tombol.\n#: scripts/sehat/templates/page.md.jinja"
    )
    file.write_text(kept, "utf-8")
    project(tmp_path, template='\n\n{{ _("Search") }}', code='_("New")\nngettext("%(n)s a", "%(n)s as", n)')
    bring_up_to_date(root)

    assert """# Kata-kata Betis Sehat.
msgid ""
msgstr ""
"Language: id\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

#: scripts/sehat/outputs/pages.py
#, python-format
msgid "%(n)s a"
msgid_plural "%(n)s as"
msgstr[0] ""

#: scripts/sehat/outputs/pages.py
msgid "New"
msgstr ""

# Tombol.
#: scripts/sehat/templates/page.md.jinja
#, fuzzy
msgid "Search"
msgstr "Cari"
""" == file.read_text("utf-8")


def test_updating_twice_changes_nothing(tmp_path: Path) -> None:
    """No date, no line number, no order that depends on the machine."""
    code = '_("a")\npgettext("c", "a")\nwords("x", "xs", 1)'
    root = project(tmp_path, template='{{ _("b") }}', code=code)
    bring_up_to_date(root, add="id")

    assert {} == upkeep(root).texts
    project(tmp_path, template='\n\n{{ _("b") }}\n', code="\n\n" + code)

    assert {} == upkeep(root).texts


def test_a_damaged_file_is_not_written_over(tmp_path: Path) -> None:
    """Its translations can still be saved by hand."""
    root = project(tmp_path, template='{{ _("a") }}', id='msgid ""\nmsgstr ""\n<<<<<<< HEAD\n')
    found = upkeep(root)

    assert {} == found.texts
    assert [3] == [problem.line for problem in found.problems]


def run_verb(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The verb on the real project; only ways that write nothing."""
    return subprocess.run([sys.executable, str(VERB), *arguments], capture_output=True, text=True, check=False)


def test_the_verb_says_what_would_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Continuous integration asks with --check; editors run it without."""
    sys.path.insert(0, str(VERB.parent))
    try:
        import interface
    finally:
        sys.path.remove(str(VERB.parent))
    root = project(tmp_path, template='{{ _("Search") }}')
    file = root / "content/interface/id.po"

    assert 1 == interface.main(["--check", "--add", "id"], root)
    assert 'content/interface/id.po: 1 new, 0 no longer used\n  translate: "Search"\n' == capsys.readouterr().out
    assert not file.exists()
    assert 0 == interface.main(["--add", "id"], root)
    assert 'msgid "Search"' in file.read_text("utf-8")
    capsys.readouterr()
    assert 0 == interface.main(["--check"], root)
    assert "" == capsys.readouterr().out


def test_wrong_use_ends_with_2() -> None:
    """Scripts tell wrong use from work to do."""
    done = run_verb("--chekc")

    assert 2 == done.returncode
    assert "usage: ./run interface" in done.stderr
