"""What a damaged page costs: escaping and rendering texts of one length and of ten times that length."""

import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from sehat.safe_text.escape import html_attribute, markdown_text
from sehat.safe_text.rich import rich_html

UNITS = ("<", "[", "*a ", "&#60;", " - ", "  ", "[a](", "\n", "`", "\\", "* a\n  ", "#")
SHORT = 2_000
TIMES = 10
ROUNDS = 3


def _rich(text: str) -> str:
    return rich_html(text, file="page.md", line=1, resolve=lambda page: None).html


WAYS: Mapping[str, Callable[[str], str]] = {"plain text": markdown_text, "attributes": html_attribute, "prose": _rich}


def long(root: Path, work: Path, pages: int) -> Iterator[str]:
    """Lines of the report; neither the project nor the number of pages matters here."""
    for name, way in WAYS.items():
        worst = max(UNITS, key=lambda unit: _seconds(way, unit, SHORT * TIMES))
        short, much = _seconds(way, worst, SHORT), _seconds(way, worst, SHORT * TIMES)
        yield (
            f"{name}, {SHORT * TIMES} characters of {worst!r}: {much * 1000:.1f} ms, "
            f"{much / short:.1f} times as long as {SHORT} (in proportion: {TIMES})"
        )


def _seconds(way: Callable[[str], str], unit: str, length: int) -> float:
    text = (unit * length)[:length]
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        way(text)
        times.append(time.perf_counter() - started)
    return min(times)
