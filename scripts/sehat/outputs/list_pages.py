"""Pages that lead to others: lists by group, the A–Z index, symptoms by urgency."""

from collections.abc import Iterable, Iterator, Mapping

from sehat.addresses import LIST_SECTIONS, PageEntry
from sehat.language.formats import sort_key
from sehat.model.entities import Page
from sehat.outputs.cards import SHOWN_AS, TITLES, emergency_card
from sehat.outputs.edition import Edition
from sehat.outputs.entity_pages import entity_link
from sehat.outputs.front import front
from sehat.outputs.pieces import Group, Link, PageView
from sehat.outputs.words import CAUSE_GROUPS, N_, REMEDY_KINDS
from sehat.outputs.writer import Writer
from sehat.safe_text.escape import markdown_text


def list_pages(edition: Edition) -> Iterator[PageView]:
    """The list page of each kind of entity."""
    for kind in LIST_SECTIONS:
        yield _list(edition, kind, _groups(edition, kind))


def _groups(edition: Edition, kind: str) -> "Groups":
    """The entities of a kind under their headings, in the order of the list page."""
    library = edition.library
    match kind:
        case "condition":
            return [("all", "", list(library.conditions.values()))]
        case "cause":
            return _grouped(edition, library.causes.values(), "group", CAUSE_GROUPS)
        case "remedy":
            return _grouped(edition, library.remedies.values(), "kind", REMEDY_KINDS)
        case "examination":
            return [("all", "", list(library.examinations.values()))]
        case _:
            return _by_level(edition)


def ordered(edition: Edition, kind: str) -> list[PageEntry]:
    """The pages of one kind in the order of their list; previous and next follow it."""
    return [
        edition.page(kind, entity.slug)
        for _, _, entities in _groups(edition, kind)
        for entity in by_title(edition, entities)
        if edition.site_map.has(kind, entity.slug)
    ]


Groups = list[tuple[str, str, Iterable[Page]]]
"""Key, heading and members of each part of a list."""


def _grouped(edition: Edition, entities: Iterable[Page], field: str, names: Mapping[str, str]) -> Groups:
    members = list(entities)
    return [
        (key, edition.word(name), [each for each in members if getattr(each, field) == key])
        for key, name in names.items()
    ]


def _by_level(edition: Edition) -> Groups:
    """Symptoms, most urgent first."""
    groups: Groups = []
    findings = [each for each in edition.library.findings.values() if each.kind == "sign"]
    level_of = {each.slug: edition.relations.most_urgent(each.slug) for each in findings}
    for level, found in edition.library.levels.items():
        members = [each for each in findings if level_of[each.slug] == level]
        title = edition.word(TITLES[level]) if level in TITLES else edition.word(N_("To watch"))
        groups.append((level, title if level in TITLES else edition.say(found.title), members))
    return groups


def by_title(edition: Edition, entities: Iterable[Page]) -> list[Page]:
    """Entities in the alphabetical order of their titles in this language."""
    return sorted(entities, key=lambda entity: sort_key(edition.say(entity.title), edition.locale))


def _list(edition: Edition, kind: str, groups: Groups) -> PageView:
    page = edition.page("index", kind)
    writer = Writer(edition, page.url[edition.locale])
    summary = edition.say(edition.library.site.sections[kind].summary)
    made = tuple(
        Group(
            key,
            markdown_text(heading) if heading else "",
            tuple(entity_link(edition, writer, kind, entity) for entity in by_title(edition, members)),
            level=SHOWN_AS.get(key, key) if kind == "finding" else "",
        )
        for key, heading, members in groups
        if any(edition.site_map.has(kind, entity.slug) for entity in members)
    )
    return PageView(
        template="index",
        front=front(edition, page, description=summary),
        heading=markdown_text(page.title[edition.locale]),
        lede=markdown_text(summary),
        emergency=emergency_card(edition),
        groups=made,
    )


def a_to_z(edition: Edition) -> PageView:
    """Every page under each of its names."""
    page = edition.page("index", "index")
    writer = Writer(edition, page.url[edition.locale])
    entries: dict[tuple[str, str], Link] = {}
    for entry in edition.site_map.pages:
        if entry.kind in ("index", "home"):
            continue
        title = entry.title[edition.locale]
        href = writer.link(entry.url[edition.locale])
        entries.setdefault((title.casefold(), href), Link(writer.name(title), href))
        entity = edition.library.page_entity(entry.kind, entry.entity)
        for name in entity.also_called.get(edition.locale, ()) if entity else ():
            link = Link(writer.name(name), href, about=writer.name(title))
            entries.setdefault((name.casefold(), href), link)
    letters: dict[str, list[Link]] = {}
    for (name, _), link in sorted(entries.items(), key=lambda item: (sort_key(item[0][0], edition.locale), item[0][1])):
        first = name[:1].upper()
        letters.setdefault(first if first.isalpha() else "0–9", []).append(link)
    summary = edition.say(edition.library.site.sections["index"].summary)
    return PageView(
        template="a-z",
        front=front(edition, page, description=summary),
        heading=markdown_text(page.title[edition.locale]),
        lede=markdown_text(summary),
        emergency=emergency_card(edition),
        groups=tuple(
            Group("0-9" if letter == "0–9" else letter.lower(), markdown_text(letter), tuple(links))
            for letter, links in letters.items()
        ),
    )
