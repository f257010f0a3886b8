"""What of each page is searched, in one language: title, names, summary and signs, and its names elsewhere."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sehat.addresses import PageEntry, SiteMap
from sehat.model.entities import Cause, Condition, Examination, Finding, Page, Remedy
from sehat.model.library import Library
from sehat.model.statement import Statement
from sehat.model.text import Text

CLEAR_EVIDENCE = 2
"""Findings of this weight lend a cause their lay names too."""

LEFT_OUT = ("search", "home")


@dataclass(frozen=True)
class SearchPage:
    """The words of one page, by what they are. `other` are its title and names in other languages, by locale."""

    entry: PageEntry
    title: str
    names: tuple[str, ...]
    summary: str
    signs: tuple[str, ...]
    other: Mapping[str, tuple[str, ...]]

    @property
    def reference(self) -> str:
        """The page as `kind:name`."""
        return f"{self.entry.kind}:{self.entry.entity}"


def search_pages(library: Library, site_map: SiteMap, locale: str) -> Iterator[SearchPage]:
    """Every page that search may list, in the order of the site map."""
    for entry in site_map.pages:
        if entry.kind in LEFT_OUT:
            continue
        entity = _entity(library, entry)
        yield SearchPage(
            entry=entry,
            title=entry.title[locale],
            names=tuple(_names(library, entry, entity, locale)),
            summary=_summary(library, entry, entity, locale),
            signs=tuple(_signs(library, entity, locale)) if entity else (),
            other={
                code: (entry.title[code], *(() if entry.kind == "finding" else _names(library, entry, entity, code)))
                for code in library.languages.all
                if code != locale
            },
        )


def _entity(library: Library, entry: PageEntry) -> Page | None:
    groups: Mapping[str, Mapping[str, Page]] = {
        "condition": library.conditions,
        "cause": library.causes,
        "remedy": library.remedies,
        "examination": library.examinations,
        "finding": library.findings,
    }
    return groups.get(entry.kind, {}).get(entry.entity)


def _names(library: Library, entry: PageEntry, entity: Page | None, locale: str) -> Iterator[str]:
    if entity:
        yield from entity.also_called.get(locale, ())
    words = library.search.words.get(locale)
    if words:
        yield from words.pages.get(f"{entry.kind}:{entry.entity}", ())


def _summary(library: Library, entry: PageEntry, entity: Page | None, locale: str) -> str:
    if entity:
        return _say(entity.summary.text, locale)
    if entry.kind == "page":
        by_locale = library.prose[entry.entity]
        return (by_locale.get(locale) or by_locale[library.default_locale]).summary
    section = library.site.sections.get(entry.section)
    return _say(section.summary, locale) if section else ""


def _signs(library: Library, entity: Page, locale: str) -> Iterator[str]:
    """How it shows: findings that speak for a cause, the question behind a sign, how a complaint feels."""
    match entity:
        case Cause():
            answers = {each.finding: each.weight for each in entity.more_likely}
            for answer in entity.red_flags:
                answers[answer] = max(answers.get(answer, 0), CLEAR_EVIDENCE)
            for answer, weight in answers.items():
                name, _, option = answer.partition("=")
                finding = library.findings.get(name)
                if finding is None:
                    continue
                yield _say(finding.title, locale)
                yield from (_say(each.label, locale) for each in finding.options if each.option == option)
                if weight >= CLEAR_EVIDENCE:
                    yield from finding.also_called.get(locale, ())
            yield from _texts(entity.speaks_for, locale)
        case Finding():
            yield _say(entity.question, locale)
            if entity.hint:
                yield _say(entity.hint, locale)
        case Condition():
            yield from _texts(entity.feels, locale)
        case Remedy():
            yield from _texts(entity.when_it_helps, locale)
        case Examination():
            yield from _texts(entity.when_used, locale)


def _texts(statements: Iterable[Statement], locale: str) -> Iterator[str]:
    for each in statements:
        yield _say(each.text, locale)


def _say(text: Text, locale: str) -> str:
    found: str = text.get(locale) or text.get("en") or next(iter(text.values()))
    return found
