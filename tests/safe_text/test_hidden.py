"""Hidden characters are found, wherever they stand."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sehat.safe_text.hidden import HIDDEN, one_line, without_hidden

LINE_BREAKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"


@given(text=st.text())
def test_one_line_is_one_line_of_visible_text(text: str) -> None:
    """Front matter, headings and list items cannot hold a line break."""
    line = one_line(text)

    assert line == line.strip() == one_line(line)
    assert "  " not in line
    assert not HIDDEN.search(line)
    assert len(line.splitlines()) <= 1


def test_every_control_and_direction_mark_is_hidden_or_a_line_break() -> None:
    """The list is written by hand; Unicode's own categories hold it complete."""
    format_marks_that_show = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
    joiners_and_notation = {*range(0x13430, 0x13440), *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B)}
    missing = [
        f"U+{code:04X}"
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
        and not HIDDEN.fullmatch(chr(code))
        and chr(code) not in LINE_BREAKS
        and code not in format_marks_that_show | joiners_and_notation
    ]

    assert [] == missing


@pytest.mark.parametrize(
    "text", ["Kram betis", "38,5 °C", "7–9 jam", "“ya”", "é", "e\u0301", "😀", "中文", "مرحبا", "a\u00a0b"]
)
def test_visible_text_stays_as_it_is(text: str) -> None:
    """Dropping too much would change words."""
    assert text == one_line(text) == without_hidden(text)


def test_line_breaks_become_spaces_rather_than_joining_words() -> None:
    """Words must not grow together when a text was typed on two lines."""
    for mark in LINE_BREAKS:
        assert "a b" == one_line(f"a{mark}b")
