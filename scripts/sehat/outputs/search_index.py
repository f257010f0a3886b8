"""The search index of one language as a file beside its search page, with the words that search needs."""

import json
from collections.abc import Iterator
from typing import Any

from sehat.files import OutputFile
from sehat.language.formats import own_name
from sehat.outputs.cards import main_number
from sehat.outputs.edition import Edition
from sehat.outputs.words import N_
from sehat.search.index import search_index
from sehat.search.showing import in_blocks

INDEX_FILE = "index.json"


def search_index_files(edition: Edition) -> Iterator[OutputFile]:
    """The index, with addresses relative to itself; of a large one, the parts that are only shown in files of their own."""
    url = edition.url("search", "search")
    up = "../" * url.count("/")
    index = search_index(edition.library, edition.site_map, edition.locale)
    index["urls"] = [up + each for each in index["urls"]]
    index["page"] = _page_words(edition, index["other"], up)
    for flag in index["flags"]:
        flag["url"], flag["about"] = index["urls"][flag["pages"][0]], index["titles"][flag["pages"][0]]
    small, blocks = in_blocks(index)
    yield OutputFile(f"docs/{url}{INDEX_FILE}", _json(small))
    for number, block in enumerate(blocks):
        yield OutputFile(f"docs/{url}pages-{number}.json", _json(block))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _page_words(edition: Edition, other: str, up: str) -> dict[str, Any]:
    """The words around results; the scripts have none of their own."""
    number = main_number(edition)
    instead = [
        *(("condition", slug) for slug in edition.library.conditions),
        ("index", "index"),
        ("self-check", "self-check"),
        ("emergency", "emergency"),
    ]
    return {
        "count": edition.word(N_("Results: %(count)s")),
        "all": edition.word(N_("All results (%(count)s)")),
        "list": edition.word(N_("Search results")),
        "nothing": edition.word(N_("Nothing found for “%(query)s”.")),
        "tryThese": edition.word(N_("Try fewer or other words, or go on from here:")),
        "showing": edition.word(N_("Showing results for “%(meant)s”, not “%(query)s”.")),
        "insteadOf": edition.word(N_("Search for “%(query)s”")),
        "inOther": edition.word(N_("Search in %(language)s")) % {"language": own_name(other)} if other else "",
        "other": other,
        "otherUrl": up + edition.site_map.url("search", "search", other) if other else "",
        "number": number,
        "call": edition.word(N_("Call %(number)s")) % {"number": number},
        "emergencyUrl": up + edition.url("emergency", "emergency"),
        "emergencySigns": edition.word(N_("All emergency signs")),
        "levels": {
            name: {
                "title": edition.say(level.title),
                "action": edition.say(level.action),
            }
            for name, level in edition.library.levels.items()
        },
        "instead": [
            [edition.page(kind, entity).title[edition.locale], up + edition.url(kind, entity)]
            for kind, entity in instead
        ],
    }
