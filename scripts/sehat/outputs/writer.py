"""Statements as Markdown for one page: safe text, source numbers, notes, glossary links at first use."""

import re
from collections.abc import Callable, Iterable, Iterator

from sehat.addresses import relative
from sehat.language.words import sentences
from sehat.model.entities import Source
from sehat.model.statement import Statement
from sehat.outputs.edition import Edition
from sehat.outputs.words import N_, PASSED_ON, SOURCE_KINDS
from sehat.safe_text.escape import html_attribute, html_text, markdown_text
from sehat.safe_text.links import safe_url

SENTENCES_PER_PARAGRAPH = 3


class Writer:
    """Writes the statements of one page in reading order; keeps the numbers of its sources."""

    def __init__(self, edition: Edition, url: str, entity: str = "") -> None:
        self.edition = edition
        self.url = url
        self._numbers: dict[str, int] = {}
        self._linked = {slug for slug, term in edition.library.terms.items() if entity and term.see == entity}
        self._glossary = relative(url, edition.url("glossary", "glossary")) if self._has_glossary else ""

    @property
    def _has_glossary(self) -> bool:
        return self.edition.site_map.has("glossary", "glossary")

    def link(self, url: str) -> str:
        """The link from this page to an address of the site."""
        return relative(self.url, url)

    def text(self, words: str) -> str:
        """Plain words as Markdown; the first use of each medical term on the page leads to the glossary."""
        pattern, forms = self.edition.glossary
        if pattern is None or not self._has_glossary:
            return markdown_text(words)

        def linked(match: re.Match[str]) -> str | None:
            slug = forms[match[0].casefold()]
            if slug in self._linked:
                return None
            self._linked.add(slug)
            meaning = html_attribute(self.edition.say(self.edition.library.terms[slug].meaning.text))
            return f'<a class="term" href="{self._glossary}#{slug}" data-meaning="{meaning}">{html_text(match[0])}</a>'

        return _rewritten(words, pattern, linked)

    def name(self, words: str) -> str:
        """A name as Markdown; a phrase of another language says so, and a screen reader changes its voice for it."""
        pattern, languages = self.edition.foreign
        if pattern is None:
            return markdown_text(words)

        def spoken(match: re.Match[str]) -> str:
            return f'<span lang="{html_attribute(languages[match[0].casefold()])}">{html_text(match[0])}</span>'

        return _rewritten(words, pattern, spoken)

    def statement(self, statement: Statement, *, plain: bool = False) -> str:
        """A statement on one line, with its source numbers, and its note behind it; `plain` without glossary links."""
        words = self.edition.say(statement.text)
        written = (markdown_text(words) if plain else self.text(words)) + self.references(statement.sources)
        return f"{written} {self.note(statement, 'span')}" if statement.note else written

    def note(self, statement: Statement, element: str) -> str:
        """What the reader must know about a qualified or disputed statement, as an HTML element."""
        if statement.note is None:
            return ""
        disputed = statement.check == "disputed"
        label = self.edition.word(N_("Sources disagree")) if disputed else self.edition.word(N_("Note"))
        kind = "note note--disputed" if disputed else "note"
        words = html_text(self.edition.say(statement.note))
        return f'<{element} class="{kind}"><strong>{html_text(label)}:</strong> {words}</{element}>'

    def references(self, sources: Iterable[str]) -> str:
        """Small numbers that lead to the sources at the end of the page."""
        links = []
        for slug in sources:
            if slug not in self.edition.library.sources:
                continue
            number = self._numbers.setdefault(slug, len(self._numbers) + 1)
            label = html_attribute(self.edition.word(N_("Source %(number)s")) % {"number": number})
            links.append(f'<a href="#s{number}" aria-label="{label}">{number}</a>')
        return f'<sup class="refs">{" ".join(links)}</sup>' if links else ""

    def paragraphs(self, statements: Iterable[Statement]) -> Iterator[str]:
        """Statements as running text: short paragraphs, each note a paragraph of its own."""
        lines: list[str] = []
        count = 0
        for statement in statements:
            length = len(sentences(self.edition.say(statement.text), self.edition.locale))
            if lines and count + length > SENTENCES_PER_PARAGRAPH:
                yield " ".join(lines)
                lines, count = [], 0
            lines.append(self.text(self.edition.say(statement.text)) + self.references(statement.sources))
            count += length
            if statement.note:
                yield " ".join(lines)
                yield self.note(statement, "p")
                lines, count = [], 0
        if lines:
            yield " ".join(lines)

    def sources(self) -> list[str]:
        """The sources used so far, in order of their numbers, as HTML list items."""
        return [
            f'<li id="s{number}">{source_html(self.edition, self.edition.library.sources[slug])}</li>'
            for slug, number in self._numbers.items()
        ]


def source_html(edition: Edition, source: Source, *, with_kind: bool = True) -> str:
    """A source as HTML: title (a link where the address may be published), publisher and kind."""
    title = f'<span lang="{source.language}">{html_text(source.title)}</span>'
    address = safe_url(source.url, http=True) if source.linkable else None
    if address:
        title = f'<a href="{html_attribute(address)}" rel="noopener noreferrer external">{title}</a>'
    kind = html_text(edition.word(SOURCE_KINDS[source.kind]))
    said = f' <span class="source-kind">{kind}.</span>' if with_kind else ""
    return f"{title}. {html_text(publisher(edition, source))}.{said}"


def publisher(edition: Edition, source: Source) -> str:
    """Who published a source, and where a copy was read or whom it quotes."""
    through = source.through
    if through is None:
        return source.publisher
    words = edition.say(through.words) if through.words else ""
    other = f"{words} ({through.name})" if words and through.name else words or through.name or ""
    return edition.word(PASSED_ON[through.how]) % {"publisher": source.publisher, "other": other}


def _rewritten(words: str, pattern: re.Pattern[str], write: Callable[[re.Match[str]], str | None]) -> str:
    """Words as Markdown, with each match as `write` has it; one for which it has nothing stays a plain word."""
    parts: list[str] = []
    done = 0
    for match in pattern.finditer(words):
        written = write(match)
        if written is not None:
            parts += [_keep_spaces(words[done : match.start()]), written]
            done = match.end()
    return "".join([*parts, _keep_spaces(words[done:])])


def _keep_spaces(words: str) -> str:
    """Part of a sentence as Markdown, with the spaces around it."""
    written = markdown_text(words)
    if not written:
        return " " if words else ""
    return " " * (words[0] == " ") + written + " " * (words[-1] == " ")
