"""Red flags as patterns of roots, for the index."""

from typing import Any

from sehat.addresses import say_mapping
from sehat.model.library import Library
from sehat.model.relations import Relations
from sehat.search.analysis import Analyser


def flag_patterns(library: Library, analyser: Analyser) -> list[dict[str, Any]]:
    """Every red flag with its patterns in one language, in the order of the file."""
    relations = Relations(library)
    levels = {name: relations.level_of(flag.sign) if flag.sign else "" for name, flag in library.search.flags.items()}
    return [
        {
            "name": name,
            "says": sign_title(library, flag.sign, analyser.locale) if flag.sign else "",
            "level": level,
            "rank": library.levels[level].rank if level in library.levels else len(library.levels) + 1,
            "pages": list(flag.leads_to),
            "all": list(dict.fromkeys(pattern(line, analyser) for line in flag.phrases.get(analyser.locale, ()))),
        }
        for (name, flag), level in zip(library.search.flags.items(), levels.values(), strict=True)
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


def sign_title(library: Library, answer: str, locale: str) -> str:
    """The name of a sign, or of one of its answers, as a red-flag notice says it."""
    name, _, option = answer.partition("=")
    finding = library.findings.get(name)
    if finding is None:
        return ""
    chosen = next((each.label for each in finding.options if each.option == option), finding.title)
    return say_mapping(chosen, locale)


def roots_of(line: str) -> list[str]:
    """Every root in a pattern."""
    return line.replace("!", " ").replace("/", " ").replace("_", " ").split()
