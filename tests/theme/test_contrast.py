"""Colours are readable: 7:1 for every text, 3:1 for what shows where a control is."""

import re
from pathlib import Path

import pytest

STYLESHEET = Path(__file__).parents[2] / "docs/assets/css/site.css"
SCHEMES = {
    "light": r":root \{(.*?)\}",
    "dark, chosen": r':root\[data-md-color-scheme="slate"\] \{(.*?)\}',
    "dark, from the system": r':root:not\(\[data-md-color-scheme="default"\]\) \{(.*?)\}',
}
TEXT = (
    ("md-default-fg-color", "md-default-bg-color"),
    ("md-default-fg-color", "md-surface-color"),
    ("md-default-fg-color--light", "md-default-bg-color"),
    ("md-default-fg-color--light", "md-surface-color"),
    ("md-typeset-a-color", "md-default-bg-color"),
    ("md-typeset-a-color", "md-surface-color"),
    ("md-primary-bg-color", "md-primary-fg-color"),
    ("md-primary-bg-color", "md-primary-fg-color--dark"),
    ("call-fg", "call-bg"),
    ("call-fg", "call-bg--dark"),
    ("button-fg", "button-bg"),
    ("accent-fg", "accent-bg"),
    *((f"{level}-fg", f"{level}-bg") for level in ("emergency", "same-day", "within-days", "self-care")),
    *(("md-default-fg-color", f"{level}-bg") for level in ("emergency", "same-day", "within-days", "self-care")),
    *(("md-typeset-a-color", f"{level}-bg") for level in ("emergency", "same-day", "within-days", "self-care")),
)
CONTROLS = (
    ("md-control-color", "md-default-bg-color"),
    ("md-control-color", "md-surface-color"),
    ("md-focus-color", "md-default-bg-color"),
    ("md-focus-color", "md-surface-color"),
    ("md-focus-bg-color", "md-primary-fg-color"),
    ("md-focus-bg-color", "md-primary-fg-color--dark"),
    ("emergency", "md-default-bg-color"),
    ("same-day", "md-default-bg-color"),
    ("within-days", "md-default-bg-color"),
    ("self-care", "md-default-bg-color"),
)


def tokens(scheme: str) -> dict[str, str]:
    """The colours of a scheme; what it does not name is as in the light one."""
    css = STYLESHEET.read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for pattern in (SCHEMES["light"], SCHEMES[scheme]):
        block = re.search(pattern, css, re.DOTALL)
        assert block is not None
        found |= dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6});", block[1]))
    return found


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    channels = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_reaches_seven_to_one(scheme: str) -> None:
    """People read this page in the sun, tired, on cheap screens."""
    colours = tokens(scheme)

    too_weak = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in TEXT}

    assert {} == {pair: ratio for pair, ratio in too_weak.items() if ratio < 7}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_controls_reach_three_to_one(scheme: str) -> None:
    """Fields, cards and the focus ring must be seen to be used."""
    colours = tokens(scheme)

    ratios = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in CONTROLS}

    assert {} == {pair: ratio for pair, ratio in ratios.items() if ratio < 3}


def test_both_ways_to_the_dark_scheme_show_the_same() -> None:
    """The dark colours stand twice in the stylesheet; an edit must reach both."""
    assert tokens("dark, chosen") == tokens("dark, from the system")


def test_colours_stand_only_in_the_tokens() -> None:
    """A colour written elsewhere would not change with the scheme, and no test would see it."""
    css = STYLESHEET.read_text(encoding="utf-8")
    rules = css[css.index("/* ---- Base ---- */") : css.index("@media print")]
    without_icons = re.sub(r'url\("data:.*?"\)', "", rules)

    assert [] == re.findall(r"#[0-9a-f]{3,8}\b", without_icons)
