"""Red flags as patterns of roots, for the index."""

from typing import Any

from sehat.model.library import Library
from sehat.search.analysis import Analyser


def flag_patterns(library: Library, analyser: Analyser) -> list[dict[str, Any]]:
    """Every red flag with its patterns in one language, in the order of the file."""
    return [
        {
            "name": name,
            "sign": flag.sign or "",
            "pages": list(flag.leads_to),
            "all": list(dict.fromkeys(pattern(line, analyser) for line in flag.phrases.get(analyser.locale, ()))),
        }
        for name, flag in library.search.flags.items()
    ]


def pattern(line: str, analyser: Analyser) -> str:
    """A line of words with each word replaced by its roots; `/`, `_` and `!` keep their meaning."""
    return " ".join(_group(group, analyser) for group in line.split())


def _group(group: str, analyser: Analyser) -> str:
    mark = "!" if group.startswith("!") else ""
    alternatives = dict.fromkeys(_roots(each, analyser) for each in group.removeprefix("!").split("/"))
    return mark + "/".join(each for each in alternatives if each)


def _roots(words: str, analyser: Analyser) -> str:
    return "_".join(item.term for item in analyser.items(words.replace("_", " "))).replace(" ", "_")
