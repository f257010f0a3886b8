"""Every interface word that code and templates use, gathered into a catalog in memory.

Scripts of the browser are left out on purpose: they hold no words, and Babel's reader of JavaScript loses some.
"""

import ast
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog as Messages
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from jinja2 import TemplateSyntaxError

from sehat.language.po_words import problem
from sehat.problems import Problem

CODE = "scripts/sehat"
TEMPLATES = f"{CODE}/templates"
THEME_WORDS = f"{CODE}/outputs/theme_words.py"

# Which arguments hold the context (or None), the words, and their plural.
_CALLS: Mapping[str, tuple[int | None, int, int | None]] = {
    "_": (None, 0, None),
    "N_": (None, 0, None),
    "gettext": (None, 0, None),
    "word": (None, 0, None),
    "ngettext": (None, 0, 1),
    "words": (None, 0, 1),
    "pgettext": (0, 1, None),
    "npgettext": (0, 1, 2),
}
_IN_TEMPLATES = {**DEFAULT_KEYWORDS, "words": (1, 2)}
_JINJA: Mapping[str, str] = {"silent": "false", "trimmed": "true"}

Word = tuple[int, str | tuple[str, str], str | None]
"""The line, the words (with their plural), and the context."""


def interface_words(root: Path) -> tuple[Messages, list[Problem]]:
    """The words that stand in code, templates and theme below `root`, and the files that could not be read."""
    messages = Messages(charset="utf-8")
    problems: list[Problem] = []
    templates, code = sorted((root / TEMPLATES).rglob("*.jinja")), sorted((root / CODE).rglob("*.py"))
    for path in (*templates, *code):
        file = path.relative_to(root).as_posix()
        try:
            source = path.read_bytes().decode("utf-8")
            found = list(template_words(source) if path.suffix == ".jinja" else code_words(source))
            if file == THEME_WORDS:
                found += theme_words(source)
        except (TemplateSyntaxError, SyntaxError, UnicodeDecodeError) as error:
            problems.append(_unreadable(file, getattr(error, "lineno", None) or 1))
            continue
        for line, words, context in found:
            messages.add(words, locations=[(file, line)], context=context)
    return messages, problems


def template_words(source: str) -> Iterator[Word]:
    """The words of a Jinja template."""
    found = extract("jinja2.ext:babel_extract", BytesIO(source.encode("utf-8")), _IN_TEMPLATES, (), _JINJA)
    for line, words, _, context in found:
        yield line, words if isinstance(words, str) else (words[0], words[1]), context


def code_words(source: str) -> Iterator[Word]:
    """The words of a Python module: those that stand, as plain text, in a call of gettext or of its like."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or _name(node.func) not in _CALLS:
            continue
        places = _CALLS[_name(node.func)]
        context, one, many = (_text(node.args, place) for place in places)
        if one and (places[2] is None or many):
            yield node.lineno, (one, many) if many else one, context


def theme_words(source: str) -> Iterator[Word]:
    """The words of every (key, words) pair in the tuples that a module assigns."""
    for statement in ast.parse(source).body:
        value = statement.value if isinstance(statement, ast.Assign | ast.AnnAssign) else None
        for pair in value.elts if isinstance(value, ast.Tuple) else ():
            match pair:
                case ast.Tuple(elts=[ast.Constant(value=str()), ast.Constant(value=str(words), lineno=line)]):
                    yield line, words, None


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _text(arguments: list[ast.expr], place: int | None) -> str | None:
    argument = arguments[place] if place is not None and place < len(arguments) else None
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


def _unreadable(file: str, line: int) -> Problem:
    return problem(
        file,
        line,
        "This file cannot be read, so its interface words are unknown. Correct its syntax.",
        "Berkas ini tidak dapat dibaca, sehingga kata antarmukanya tidak diketahui. Betulkan sintaksnya.",
    )
