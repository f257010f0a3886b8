"""YAML is read as editors typed it, and refused where it is not what it seems."""

import pytest

from sehat.reading.marks import Mark
from sehat.reading.yaml_text import read_yaml


def read(text):
    data, marks, problems = read_yaml(text, "f.yaml")
    return data, marks, [(problem.line, problem.column, problem.rule) for problem in problems]


@pytest.mark.parametrize(
    "typed", ["no", "No", "on", "yes", "3:30", "2026-03-03", "1e3", "014", "0x1F", "1_000", "1.10", ".5", "12:30:45"]
)
def test_words_that_other_loaders_retype_stay_text(typed):
    """`en: No` must never become false: both web forms write it unquoted."""
    data, _, problems = read(f"en: {typed}\n")

    assert problems == []
    assert data == {"en": typed}


def test_every_key_and_value_knows_its_place():
    """Messages stand on the line of the mistake."""
    _, marks, _ = read("a:\n  - id: satu\n    en: one\n  - x\n")

    assert marks.keys[("a", 0, "en")] == Mark(3, 5)
    assert marks.values[("a", 0, "en")] == Mark(3, 9)
    assert marks.values[("a", 1)] == Mark(4, 5)


def test_columns_count_characters_not_bytes():
    """An accent or emoji before the mistake must not shift the column."""
    _, marks, _ = read("a: 'é😀'\nb: {c: d}\n")

    assert marks.values[("b", "c")] == Mark(2, 8)


def test_an_absent_place_is_that_of_its_nearest_parent():
    """A missing key is reported where it should have been."""
    _, marks, _ = read("a:\n  b: c\n")

    assert marks.of(("a", "missing", 3)) == Mark(2, 3)


@pytest.mark.parametrize(
    ("text", "line", "column", "rule"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, 1, "written-twice"),
        ("a:\n\tb: 1\n", 2, 1, "tabs"),
        ("a: &x 1\n", 1, 4, "yaml"),
        ("a: 1\nb: *x\n", 2, 4, "yaml"),
        ("a: !!python/object:os.system x\n", 1, 4, "yaml"),
        ("a:\n  <<: b\n", 2, 3, "yaml"),
        ("a: 1\n---\nb: 2\n", 2, 1, "yaml"),
        ("a: >\n  folded\n", 1, 4, "yaml"),
        ("? [a, b]\n: c\n", 1, 3, "yaml"),
        ("a: 'open\nb: c\n", 1, 4, "yaml"),
        ("a: one: two\n", 1, 7, "yaml"),
        ("a: 1\n b: 2\n", 2, 3, "yaml"),
        ("a:\n- b\n c\n- d: e\n", 3, 1, "yaml"),
        ("", 1, 1, "empty-file"),
        ("\n \n", 1, 1, "empty-file"),
        ("a: 1\n<<<<<<< mine\nb: 2\n", 2, 1, "merge-conflict"),
        ("a: x\u202ey\n", 1, 5, "hidden-characters"),
        ('a: "\\u202e"\n', 1, 4, "hidden-characters"),
        ("a: 1\nb: x\u2028y\n", 2, 5, "hidden-characters"),
        ("a: \u200bx\n", 1, 4, "hidden-characters"),
        ("a: x\x07\n", 1, 5, "hidden-characters"),
    ],
)
def test_each_trap_is_one_problem_at_its_place(text, line, column, rule):
    """An editor is led to the line, whatever went wrong."""
    _, _, problems = read(text)

    assert (line, column, rule) in problems


def test_an_anchor_bomb_is_refused_at_its_first_line():
    """A few lines must not fill the memory."""
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )

    data, _, problems = read(bomb)

    assert data is None
    assert problems[0] == (1, 4, "yaml")


@pytest.mark.parametrize("text", ["[" * 5000, "a:\n" + "".join(" " * n + "- \n" for n in range(1, 3000)), "{" * 5000])
def test_deep_nesting_ends_in_a_message(text):
    """No file makes the program crash."""
    data, _, problems = read(text)

    assert data is None
    assert problems


def test_nothing_typed_is_not_the_text_null():
    """An empty value can be told from quotes with nothing between them."""
    data, _, _ = read("a:\nb: ''\nc: null\nd: 'null'\n")

    assert data == {"a": None, "b": "", "c": None, "d": "null"}
