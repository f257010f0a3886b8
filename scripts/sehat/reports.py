"""Problems as text for a terminal, as notes on a pull request, and as JSON."""

import json
import sys
from collections.abc import Sequence

from sehat.problems import Problem

RULES_ADDRESS = "CONTRIBUTING.md#"
LEVEL_WORDS = {"error": "error / galat", "warning": "warning / peringatan"}


def text(problems: Sequence[Problem]) -> str:
    """Each problem on three lines: place, Indonesian, English."""
    blocks = [
        f"{each.file}:{each.line}:{each.column}: {LEVEL_WORDS[each.level]}\n"
        f"  {each.message['id']}\n  {each.message['en']}\n  rule: {each.rule} ({RULES_ADDRESS}{each.rule})\n"
        for each in problems
    ]
    return "".join(blocks) + summary(problems) + "\n"


def summary(problems: Sequence[Problem]) -> str:
    """How many problems there are, in both languages."""
    errors = sum(each.level == "error" for each in problems)
    warnings = len(problems) - errors
    if not problems:
        return "Tidak ada masalah. No problems."
    return f"{errors} galat, {warnings} peringatan. {errors} error(s), {warnings} warning(s)."


def github(problems: Sequence[Problem]) -> str:
    """Workflow commands that put each problem on its line of a pull request."""
    lines = [
        f"::{each.level} file={_property(each.file)},line={each.line},col={each.column},"
        f"title={_property(each.rule)}::{_data(chr(10).join((each.message['id'], each.message['en'], RULES_ADDRESS + each.rule)))}"
        for each in problems
    ]
    return "\n".join([*lines, summary(problems)]) + "\n"


def as_json(problems: Sequence[Problem]) -> str:
    """A list of problems with the fields file, line, column, level, rule, message."""
    listed = [
        {
            "file": each.file,
            "line": each.line,
            "column": each.column,
            "level": each.level,
            "rule": each.rule,
            "message": dict(each.message),
        }
        for each in problems
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


FORMATS = {"text": text, "github": github, "json": as_json}


def report(problems: Sequence[Problem]) -> None:
    """Print problems for a person; silent when there are none."""
    if problems:
        sys.stderr.write(text(problems))


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
