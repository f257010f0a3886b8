"""Search: what it weighs, how fast and how well it answers, what each part adds, and what 20 times the content costs."""

import gzip
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sehat.addresses import SiteMap
from sehat.bench.synthetic import synthetic_project
from sehat.model.library import Library
from sehat.model.search import LabelledQuery
from sehat.publish.lean import lean
from sehat.reading.library import read_library
from sehat.reading.search import read_queries
from sehat.search.fields import search_pages
from sehat.search.index import LEFT_OUT, search_index
from sehat.search.judging import MEASURES, Judged, false_notices, held_out, interval, judge, missed_notices
from sehat.search.running import Engine
from sehat.search.showing import in_blocks

CODE = ("main.mjs", "view.mjs", "worker.mjs", "engine.mjs", "search.css")
TIMES_LARGER = 20
MOST_SHOWN = 10
UNPOOLED: Mapping[str, Mapping[str, Any]] = {
    "without typing mistakes": {"exact": True},
    "without whole names": {"tuning": {"likeness": 0, "named": 0}},
    "without damping": {"tuning": {"rarity": 0}},
    "without coverage": {"tuning": {"coverage": 0}},
    "without wording": {"tuning": {"intent": 1}},
}
"""Parts that are switched off in the engine."""


def searching(root: Path, work: Path, pages: int) -> Iterator[str]:
    """Lines of the report; the number of pages does not matter here."""
    library = _library(root)
    queries, _ = read_queries(root, library.languages)
    files = [root / "docs/assets/search" / name for name in CODE]
    code = sum(_packed(lean(path.read_text("utf-8"), path.suffix).encode("utf-8")) for path in files)
    for locale, labelled in queries.items():
        report = [query for query in labelled if held_out(query)]
        index = search_index(library, SiteMap(library), locale)
        yield f"{locale}: index {_weight(index):.1f} KiB gzip, code {code / 1024:.1f}; {len(report)} queries of {len(labelled)}"
        found = judged(library, locale, index, report)
        yield _line("all", found)
        for kind in dict.fromkeys(query.kind for query in labelled):
            yield _line(kind, [each for each in found if each.query.kind == kind])
        yield f"  notices missed {missed_notices(found):.3f}, false {false_notices(found):.3f}"
        yield _line(
            "pages of signs left aside", judged(library, locale, index, [_without_signs(each) for each in report])
        )
        for name in LEFT_OUT:
            yield _line(
                f"without {name}",
                judged(library, locale, search_index(library, SiteMap(library), locale, name), report),
            )
        for name, options in UNPOOLED.items():
            yield _line(name, judged(library, locale, index, report, options))
    large = _library(synthetic_project(root, work / "large", TIMES_LARGER * 2 * len(SiteMap(library).pages)))
    for locale, labelled in queries.items():
        started = time.perf_counter()
        index = search_index(large, SiteMap(large), locale)
        built = time.perf_counter() - started
        engine = Engine(index)
        started = time.perf_counter()
        for query in labelled[:20]:
            engine.search(query.text)
        query_time = (time.perf_counter() - started) / 20 * 1000
        small, blocks = in_blocks(index)
        first = _weight(small) + code / 1024 + sum(sorted(map(_weight, blocks))[-MOST_SHOWN:])
        yield (
            f"{locale}, {len(index['titles'])} pages: first search at most {first:.1f} KiB gzip (index {_weight(small):.1f}), "
            f"built in {built:.1f} s, {query_time:.0f} ms a query (QuickJS, some 20 times slower than a browser)"
        )


def judged(
    library: Library,
    locale: str,
    index: Mapping[str, Any],
    queries: Sequence[LabelledQuery],
    options: Mapping[str, Any] | None = None,
) -> list[Judged]:
    """What the engine makes of the queries."""
    engine = Engine(index)
    pages = [page.reference for page in search_pages(library, SiteMap(library), locale)]
    found = []
    for query in queries:
        answer = engine.search(query.text, **(options or {}))
        results = [pages[result["page"]] for result in answer["results"]]
        found.append(judge(query, results, flagged=bool(answer["flags"])))
    return found


def _line(name: str, found: Sequence[Judged]) -> str:
    if not found:
        return f"  {name}: none"
    parts = []
    for measure, of in MEASURES.items():
        low, high = interval(found, of)
        parts.append(f"{measure} {of(found):.3f} [{low:.3f}, {high:.3f}]")
    return f"  {name:28} {len(found):3}  {'  '.join(parts)}"


def _without_signs(query: LabelledQuery) -> LabelledQuery:
    """The query as if pages of single signs did not count as answers."""
    best = tuple(page for page in query.best if not page.startswith("finding:"))
    return query.model_copy(update={"best": best}) if best else query


def _library(root: Path) -> Library:
    library = read_library(root).library
    if library is None:
        raise SystemExit("The content cannot be read: ./run check")
    return library


def _weight(index: Mapping[str, Any]) -> float:
    return _packed(json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode("utf-8")) / 1024


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, 9))
