"""Plain text from content, made safe for each place where a page holds it.

Every mark that can mean something to Markdown, HTML or a template becomes a numeric entity, which is text in all of
them. Marks of ordinary prose (`. , : ; ? ' % ( ) / + = -`) mean something only where a line begins, so they stay
readable inside a line: Python-Markdown spends about 10 microseconds on each entity.
"""

import html
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from sehat.safe_text.hidden import one_line, without_hidden

# Anywhere: what opens or closes something. After a space: list dashes, definition colons and their like.
_ACTIVE = re.compile(r"""[!"#$&*<>@\[-`{|}~]| [%')+,\-./:;=?]""")
# Where a line may begin: the first mark, and the one behind a number ("1." is a list, in the digits of any script).
_FIRST = re.compile(r"\d*[%'()+,\-./:;=?]")
_LEAVES = re.compile("[<>&\u2028\u2029]")
_QUOTE = re.compile("'")
_FOR_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


class ScriptJson(str):
    """JSON, or a piece of it, that no HTML parser leaves: it holds none of the marks that begin or end anything there.

    It cannot be made of anything else, so a template may print it inside a script element as it is.
    """

    def __new__(cls, text: str) -> "ScriptJson":
        """The same text; ValueError when it holds such a mark."""
        if _LEAVES.search(text):
            raise ValueError("This JSON is not safe inside a script element.")
        return super().__new__(cls, text)


def markdown_text(text: str) -> str:
    """Markdown that shows exactly `text`, on one line, wherever a template prints it."""
    text = _ACTIVE.sub(_entity, one_line(text))
    return _FIRST.sub(_entity, text, count=1) if _FIRST.match(text) else text


def html_text(text: str) -> str:
    """`text` for a raw HTML element, block or inline.

    Markdown reads what stands between inline tags, so this escapes for Markdown too.
    """
    return markdown_text(text)


def html_attribute(text: str) -> str:
    """`text` for the value of an HTML attribute, between quotes of either kind."""
    return _QUOTE.sub("&#39;", markdown_text(text))


def front_matter(value: Any) -> str:
    """`value` as one line of JSON, which is YAML too, with every string safe to print unescaped in HTML.

    MkDocs' templates print titles and descriptions as they are. `ScriptJson` is safe already, and stays as it is.
    """
    return json.dumps(_each_string(value, _escaped), ensure_ascii=False, allow_nan=False)


def json_for_script(value: Any) -> ScriptJson:
    """`value` as one line of JSON that no HTML parser leaves: for `<script type="application/json">`."""
    seen = _each_string(value, without_hidden)
    written = json.dumps(seen, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return ScriptJson(written.translate(_FOR_SCRIPT))


def _entity(match: re.Match[str]) -> str:
    """The match with its last character, the mark, as a numeric entity."""
    marked = match[0]
    return f"{marked[:-1]}&#{ord(marked[-1])};"


def _escaped(text: str) -> str:
    return text if isinstance(text, ScriptJson) else html.escape(one_line(text), quote=True)


def _each_string(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {change(str(key)): _each_string(part, change) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_each_string(part, change) for part in value]
    return value
