"""Drawings and tables of a page: what a reader sees without reading."""

import hashlib
from collections.abc import Iterable, Iterator

from sehat.addresses import relative
from sehat.model.aids import Comparison, Drawing
from sehat.model.entities import Cause, Page
from sehat.outputs.cards import SHOWN_AS, sign_name
from sehat.outputs.edition import Edition
from sehat.outputs.pieces import Figure, Row, Table
from sehat.outputs.writer import Writer
from sehat.safe_text.escape import html_attribute, html_text

FOLDER = "assets/drawings"
ROWS = 10
CLEAR = 2
FOR, AGAINST = "for", "against"


def figures(edition: Edition, writer: Writer, entity: Page, shows: str) -> tuple[Figure, ...]:
    """The drawings of one kind on an entity's page."""
    field = {"condition": "conditions", "cause": "causes", "remedy": "remedies"}[entity.kind_name]
    return tuple(
        _figure(edition, writer, name, drawing)
        for name, drawing in edition.library.drawings.items()
        if drawing.shows == shows and entity.slug in getattr(drawing, field)
    )


def _figure(edition: Edition, writer: Writer, name: str, drawing: Drawing) -> Figure:
    file = f"{FOLDER}/{name}.svg"
    mark = hashlib.sha256((edition.library.root / "docs" / file).read_bytes()).hexdigest()[:8]
    return Figure(
        src=html_attribute(f"{relative(writer.url, file)}?v={mark}"),
        alt=html_attribute(edition.say(drawing.alt)),
        caption=html_text(edition.say(drawing.caption)),
        parts=tuple(html_text(edition.say(part)) for part in drawing.parts),
    )


def comparisons(edition: Edition, writer: Writer, condition: str) -> Iterator[Table]:
    """The tables of a complaint's page."""
    for name, comparison in edition.library.comparisons.items():
        if condition in comparison.conditions:
            yield _table(edition, writer, name, comparison)


def _table(edition: Edition, writer: Writer, name: str, comparison: Comparison) -> Table:
    causes = [edition.library.causes[slug] for slug in comparison.causes]
    rows = tuple(
        Row(
            html_text(_sign(edition, answer)),
            *_urgency(edition, answer),
            tuple(_spoken(cause, answer) for cause in causes),
        )
        for answer in telling(causes)
    )
    heads = tuple(
        f'<a href="{writer.link(edition.url("cause", cause.slug))}">{html_text(edition.say(cause.title))}</a>'
        for cause in causes
    )
    return Table(html_attribute(name), html_text(edition.say(comparison.title)), heads, rows)


def telling(causes: Iterable[Cause]) -> list[str]:
    """The signs that tell causes apart, best first: those about which most of them say something, then the strongest."""
    causes = list(causes)
    weights: dict[str, list[int]] = {}
    for cause in causes:
        for evidence in (*cause.more_likely, *cause.less_likely):
            if evidence.weight >= CLEAR:
                weights.setdefault(evidence.finding, []).append(evidence.weight)
    return sorted(weights, key=lambda answer: (-len(weights[answer]), -max(weights[answer]), answer))[:ROWS]


def _spoken(cause: Cause, answer: str) -> str:
    """Whether a sign speaks for a cause, against it, or says nothing."""
    if any(each.finding == answer for each in cause.more_likely):
        return FOR
    return AGAINST if any(each.finding == answer for each in cause.less_likely) else ""


def _urgency(edition: Edition, answer: str) -> tuple[str, str]:
    """The level of a sign that needs a doctor soon, and its words."""
    level = edition.relations.level_of(answer)
    if SHOWN_AS.get(level, level) == "self-care":
        return "", ""
    return level.removesuffix("-now"), html_text(edition.say(edition.library.levels[level].title))


def _sign(edition: Edition, answer: str) -> str:
    """The words of a sign where no question stands before it."""
    name, _, option = answer.partition("=")
    title = edition.say(edition.library.findings[name].title)
    return f"{title}: {sign_name(edition, answer)}" if option else title
