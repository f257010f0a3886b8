"""Every interface word that code and templates use, gathered into a catalog in memory.

Scripts of the browser are left out on purpose: they hold no words, and Babel's reader of JavaScript loses some.
"""

import ast
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from jinja2 import TemplateSyntaxError

from sehat.problems import Problem

CODE = "scripts/sehat"
TEMPLATES = f"{CODE}/templates"
THEME_WORDS = f"{CODE}/outputs/theme_words.py"

_COMMENTS = ("translators:",)
_JINJA: Mapping[str, str] = {"silent": "false", "trimmed": "true", "newstyle_gettext": "true"}


def interface_words(root: Path) -> tuple[Catalog, list[Problem]]:
    """The words that stand in code, templates and theme below `root`, and the files that could not be read."""
    catalog = Catalog(charset="utf-8")
    problems: list[Problem] = []
    for path in _files(root):
        file = path.relative_to(root).as_posix()
        method = "jinja2.ext:babel_extract" if file.startswith(TEMPLATES) else "python"
        options = _JINJA if method != "python" else {}
        try:
            source = path.read_bytes()
            found = list(extract(method, BytesIO(source), DEFAULT_KEYWORDS, _COMMENTS, options))
            if file == THEME_WORDS:
                found += [(line, words, [], None) for line, words in theme_words(source.decode("utf-8"))]
        except (TemplateSyntaxError, SyntaxError, UnicodeDecodeError) as error:
            problems.append(_unreadable(file, getattr(error, "lineno", None) or 1))
            continue
        for line, words, comments, context in found:
            catalog.add(words, locations=[(file, line)], auto_comments=comments, context=context)
    return catalog, problems


def theme_words(source: str) -> Iterator[tuple[int, str]]:
    """Line and English words of every (key, words) pair in the tuples that a module assigns."""
    for statement in ast.parse(source).body:
        value = statement.value if isinstance(statement, ast.Assign | ast.AnnAssign) else None
        for pair in value.elts if isinstance(value, ast.Tuple) else ():
            match pair:
                case ast.Tuple(elts=[ast.Constant(value=str()), ast.Constant(value=str(words), lineno=line)]):
                    yield line, words


def _files(root: Path) -> Iterator[Path]:
    templates = root / TEMPLATES
    yield from sorted(path for path in templates.rglob("*") if path.is_file() and path.suffix != ".py")
    yield from sorted((root / CODE).rglob("*.py"))


def _unreadable(file: str, line: int) -> Problem:
    words = {
        "en": "This file cannot be read, so its interface words are unknown. Correct its syntax.",
        "id": "Berkas ini tidak dapat dibaca, sehingga kata antarmukanya tidak diketahui. Betulkan sintaksnya.",
    }
    return Problem(file, line, 1, "error", "interface-words", words)
