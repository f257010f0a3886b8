"""The one style: canonical files, without a change of meaning and without a lost word."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import format as verb
from sehat.editing.canonical import canonical, scalar
from sehat.editing.formatting import formatted
from sehat.model.entities import Cause
from sehat.reading.library import read_library
from sehat.reading.yaml_text import HIDDEN, read_yaml
from tests.projects import ROOT, edit, sample

LOCALES = ("id", "en")


def values(library):
    """Everything that the library holds, by file."""
    return {entity.file: entity for entity in library.entities()} | {
        "site": library.site,
        "net": library.safety_net,
        "facts": library.facts,
        "rules": library.rules,
        "examples": library.examples,
    }


def test_formatting_the_real_content_changes_no_meaning(tmp_path):
    """The same models come out of the formatted files, so `./run format` may be trusted with everything."""
    before = read_library(ROOT).library
    for each in formatted(ROOT, LOCALES):
        path = tmp_path / each.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(each.after if each.after is not None else each.before, "utf-8")
    for path in (ROOT / "content/pages").iterdir():
        (tmp_path / "content/pages").mkdir(exist_ok=True)
        (tmp_path / "content/pages" / path.name).write_bytes(path.read_bytes())

    after = read_library(tmp_path).library

    assert values(before) == values(after)
    assert [each.file for each in formatted(tmp_path, LOCALES) if each.after != each.before] == []


UGLY = """frequency: common
title: {en: "Tired muscle", id: 'Otot lelah'}
group:   "everyday"
explains: [calf-cramp]
what_is_new: kept
also_called:
- a
"""
CANONICAL = """title:
  id: Otot lelah
  en: Tired muscle
also_called:
  - a
explains:
  - calf-cramp
group: everyday
frequency: common
what_is_new: kept
"""


def test_block_style_model_order_and_nothing_lost():
    """Flow style, other quotation marks and another order become one form; what the model does not know is kept."""
    data, _, problems = read_yaml(UGLY, "x.yaml")

    assert problems == []
    assert canonical(data, Cause, LOCALES) == CANONICAL


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Otot lelah", "Otot lelah"),
        ("No", "No"),
        ("yes", "yes"),
        ("y", "y"),
        ("119", "'119'"),
        ("1e3", "'1e3'"),
        ("2026-11-20", "2026-11-20"),
        ("a: b", "'a: b'"),
        ("a #b", "'a #b'"),
        ("- a", "'- a'"),
        ("it's", "it's"),
        ("'tis: so", '"\'tis: so"'),
        ("#", "'#'"),
        ("", "''"),
        ("~", "'~'"),
        ("null", "'null'"),
        ("[a]", "'[a]'"),
        ("“kutip”", "“kutip”"),
        ("38 °C", "38 °C"),
    ],
)
def test_quotation_marks_stand_only_where_yaml_needs_them(words, written):
    """Fewer marks are easier to read, and what other tools would take for a number or a truth value keeps them."""
    assert written == scalar(words, str)


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp"))
    | st.sampled_from(string.punctuation),
    min_size=1,
).filter(lambda words: not HIDDEN.search(words))


@settings(max_examples=400, deadline=None)
@given(WORDS, WORDS)
def test_any_words_come_back_as_they_were(one, other):
    """No text that an editor may type is changed or lost by the style."""
    text = canonical({"title": {"id": one, "en": other}, "also_called": {"id": (one,), "en": (other,)}}, Cause, LOCALES)

    data, _, problems = read_yaml(text, "x.yaml")

    assert problems == []
    assert data == {"title": {"id": one, "en": other}, "also_called": {"id": (one,), "en": (other,)}}
    assert canonical(data, Cause, LOCALES) == text


def test_lines_of_a_text_stay_lines():
    """A text on several lines is written as a block, not folded."""
    data = {"title": {"id": "satu\ndua\n\ntiga", "en": "one\n"}}

    text = canonical(data, Cause, LOCALES)

    assert text == 'title:\n  id: |-\n    satu\n    dua\n\n    tiga\n  en: "one\\n"\n'
    assert read_yaml(text, "x")[0] == data


def test_the_verb_writes_what_check_demands_and_keeps_silent_about_the_rest(tmp_path, capsys):
    """With --check nothing is written; without it only the file that was in another style."""
    project = sample(tmp_path)
    edit(
        project,
        "causes/tired-muscle.yaml",
        "group: everyday\nfrequency: common\n",
        "frequency: common\ngroup: everyday\n",
    )
    good = (ROOT / "tests/examples/good/content/causes/tired-muscle.yaml").read_text()

    assert verb.main(["--check", "--root", str(project)]) == 1
    assert capsys.readouterr().out == "content/causes/tired-muscle.yaml\n"
    assert verb.main(["--root", str(project)]) == 0
    assert (project / "content/causes/tired-muscle.yaml").read_text() == good
    capsys.readouterr()
    assert verb.main(["--root", str(project)]) == 0
    assert capsys.readouterr().out == ""


def test_a_comment_is_never_lost_silently(tmp_path, capsys):
    """Other tools lose comments, so they are refused and the file stays as it is."""
    project = sample(tmp_path)
    edit(project, "causes/tired-muscle.yaml", "frequency: common\n", "frequency: common  # surely?\n")
    before = (project / "content/causes/tired-muscle.yaml").read_text()

    assert verb.main(["--root", str(project)]) == 1
    assert (project / "content/causes/tired-muscle.yaml").read_text() == before
    assert "surely" in capsys.readouterr().err
