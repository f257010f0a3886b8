"""The browser's search engine, run without a browser: for tests and measurements only."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ENGINE = Path(__file__).resolve().parents[3] / "docs/assets/search/engine.mjs"

CALLS = """
let index;
function opened(text) { index = open(JSON.parse(text)); }
function asked(query, options) {
  const { tuning, ...others } = JSON.parse(options);
  return JSON.stringify(search(index, query, { ...others, tuning: { ...TUNING, ...tuning } }));
}
function analysed(text) { return JSON.stringify(analyse(index, text)); }
function shownAs(query) { return JSON.stringify(shown(index, search(index, query))); }
function rooted(locale, words) { return JSON.stringify(JSON.parse(words).map((word) => stemIn(index, locale, word))); }
function stemmed(words) { return JSON.stringify(JSON.parse(words).map(stemEnglish)); }
function split(text) { return JSON.stringify(tokens(JSON.parse(text))); }
"""


class Engine:
    """`engine.mjs` with one index."""

    def __init__(self, index: Mapping[str, Any]) -> None:
        import quickjs  # A tool of tests; nothing that builds the site needs it.

        self._context = quickjs.Context()
        self._context.eval(re.sub(r"^export ", "", ENGINE.read_text(encoding="utf-8"), flags=re.MULTILINE))
        self._context.eval(CALLS)
        self._call("opened", json.dumps(index))

    def _call(self, name: str, *arguments: str) -> Any:
        return self._context.get(name)(*arguments)

    def search(self, query: str, **options: Any) -> dict[str, Any]:
        """The answer to a query."""
        found: dict[str, Any] = json.loads(self._call("asked", query, json.dumps(options)))
        return found

    def shown(self, query: str) -> dict[str, Any]:
        """The answer as the page gets it."""
        found: dict[str, Any] = json.loads(self._call("shownAs", query))
        return found

    def terms(self, text: str) -> list[dict[str, Any]]:
        """A text as terms."""
        found: list[dict[str, Any]] = json.loads(self._call("analysed", text))
        return found

    def roots(self, locale: str, words: list[str]) -> list[str]:
        """The root of each word by the index and the rules of a language."""
        found: list[str] = json.loads(self._call("rooted", locale, json.dumps(words)))
        return found

    def english(self, words: list[str]) -> list[str]:
        """The root of each English word by the rules alone."""
        found: list[str] = json.loads(self._call("stemmed", json.dumps(words)))
        return found

    def tokens(self, text: str) -> list[str]:
        """The words of a text."""
        found: list[str] = json.loads(self._call("split", json.dumps(text)))
        return found
