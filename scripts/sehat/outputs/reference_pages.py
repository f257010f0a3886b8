"""Sources and glossary, each one page."""

from sehat.language.formats import sort_key
from sehat.outputs.edition import Edition
from sehat.outputs.front import front
from sehat.outputs.pieces import Group, Link, PageView
from sehat.outputs.words import SOURCE_KINDS
from sehat.outputs.writer import Writer, source_html
from sehat.safe_text.escape import html_text, markdown_text


def sources_page(edition: Edition) -> PageView:
    """Every source with the pages that use it."""
    page = edition.page("sources", "sources")
    writer = Writer(edition, page.url[edition.locale])
    pages_by_file = {entry.file: entry for entry in edition.site_map.pages if entry.kind not in ("index", "page")}
    groups: dict[str, list[Link]] = {kind: [] for kind in SOURCE_KINDS}
    for slug, source in edition.library.sources.items():
        files = edition.relations.files_of_source.get(slug, ())
        used = [pages_by_file[file] for file in files if file in pages_by_file]
        if not used:
            continue
        names = tuple(
            f'<a href="{writer.link(entry.url[edition.locale])}">{html_text(entry.title[edition.locale])}</a>'
            for entry in sorted(used, key=lambda entry: sort_key(entry.title[edition.locale], edition.locale))
        )
        title = source_html(edition, source, with_kind=False)
        about = f'<span lang="{source.language}">{html_text(source.title)}</span>'
        groups[source.kind].append(Link(title, "", about, names=names, anchor=slug))
    for links in groups.values():
        links.sort(key=lambda link: link.anchor)
    summary = edition.say(edition.library.site.sections["source"].summary)
    return PageView(
        template="sources",
        front=front(edition, page, description=summary),
        heading=markdown_text(page.title[edition.locale]),
        lede=markdown_text(summary),
        groups=tuple(
            Group(f"kind-{kind}", html_text(edition.word(SOURCE_KINDS[kind])), tuple(links))
            for kind, links in groups.items()
            if links
        ),
        extra={"count": sum(len(links) for links in groups.values())},
    )


def glossary_page(edition: Edition) -> PageView:
    """Medical terms in alphabetical order with their plain meaning."""
    page = edition.page("glossary", "glossary")
    writer = Writer(edition, page.url[edition.locale], "")
    terms = sorted(edition.library.terms.values(), key=lambda term: sort_key(edition.say(term.title), edition.locale))
    links = []
    for term in terms:
        meaning = writer.name(edition.say(term.meaning.text)) + writer.references(term.meaning.sources)
        href = ""
        if term.see and edition.site_map.has("cause", term.see):
            href = writer.link(edition.url("cause", term.see))
        elif term.find and edition.site_map.has("finding", term.find):
            href = writer.link(edition.url("finding", term.find))
        links.append(Link(writer.name(edition.say(term.title)), href, meaning, anchor=term.slug))
    summary = edition.say(edition.library.site.sections["term"].summary)
    return PageView(
        template="glossary",
        front=front(edition, page, description=summary),
        heading=markdown_text(page.title[edition.locale]),
        lede=markdown_text(summary),
        groups=(Group("all", "", tuple(links)),),
        sources=tuple(writer.sources()),
    )
