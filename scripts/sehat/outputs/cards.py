"""Urgency cards: signs sorted by how soon they need care."""

from collections.abc import Iterable

from sehat.model.statement import Advice
from sehat.outputs.edition import Edition
from sehat.outputs.pieces import Card
from sehat.outputs.words import N_
from sehat.outputs.writer import Writer
from sehat.safe_text.escape import html_text

EMERGENCY = "emergency-now"
SHOWN_AS = {"routine": "self-care"}
TITLES = {
    EMERGENCY: N_("Get emergency help now if there is"),
    "same-day": N_("See a doctor today if there is"),
    "within-days": N_("See a doctor within days, 2 weeks at the most, if there is"),
}


def main_number(edition: Edition) -> str:
    """The emergency number that pages show first."""
    numbers = edition.library.site.emergency_numbers
    return next((each.number for each in numbers if each.main), numbers[0].number)


def sign_name(edition: Edition, answer: str) -> str:
    """The words of a finding, or of one of its answers, as they stand in a list of signs."""
    name, _, option = answer.partition("=")
    finding = edition.library.findings.get(name)
    if finding is None:
        return answer
    for each in finding.options:
        if each.option == option:
            return edition.say(each.label)
    return edition.say(finding.title)


def sign_link(edition: Edition, writer: Writer, answer: str) -> str:
    """A sign as HTML, leading to its page where it has one."""
    name = answer.partition("=")[0]
    words = html_text(sign_name(edition, answer))
    if edition.site_map.has("finding", name) and edition.url("finding", name) != writer.url:
        return f'<a href="{writer.link(edition.url("finding", name))}">{words}</a>'
    return words


def emergency_card(edition: Edition, own: Iterable[str] = ()) -> Card:
    """The signs that need emergency help: those of the page first, then those that stand on every page.

    Nothing in it is a link except the call: a reader in an emergency is not led away.
    """
    signs = [answer for answer in own if edition.relations.level_of(answer) == EMERGENCY]
    more = [answer for answer in edition.library.safety_net.everywhere if answer not in signs]
    number = main_number(edition)
    return Card(
        EMERGENCY,
        edition.word(TITLES[EMERGENCY]),
        edition.say(edition.library.levels[EMERGENCY].action),
        tuple(html_text(sign_name(edition, answer)) for answer in dict.fromkeys(signs)),
        tuple(html_text(sign_name(edition, answer)) for answer in more),
        call=number,
        call_label=edition.word(N_("Call %(number)s")) % {"number": number},
    )


def level_cards(edition: Edition, writer: Writer, advice: Iterable[Advice]) -> tuple[Card, ...]:
    """Advice on when to see a doctor as one card per level, most urgent first."""
    members: dict[str, list[Advice]] = {level: [] for level in edition.library.levels}
    for each in advice:
        members[each.level].append(each)
    return tuple(
        Card(
            SHOWN_AS.get(level, level),
            edition.say(edition.library.levels[level].title),
            edition.say(edition.library.levels[level].action),
            tuple(writer.statement(each, plain=level == EMERGENCY) for each in found),
        )
        for level, found in members.items()
        if found
    )


def sign_links(edition: Edition, writer: Writer, answers: Iterable[str]) -> tuple[str, ...]:
    """The pages of signs, each once, most urgent first."""
    ranks = {level: found.rank for level, found in edition.library.levels.items()}
    urgent = sorted(answers, key=lambda answer: ranks.get(edition.relations.level_of(answer), len(ranks)))
    links = (sign_link(edition, writer, answer) for answer in urgent)
    return tuple(dict.fromkeys(link for link in links if link.startswith("<a ")))


def urgency_card(edition: Edition, level: str, items: tuple[str, ...]) -> Card:
    """How soon someone should be seen; `items` are the reasons or the signs, as HTML."""
    found = edition.library.levels[level]
    number = main_number(edition) if level == EMERGENCY else ""
    return Card(
        SHOWN_AS.get(level, level),
        edition.say(found.title),
        edition.say(found.action),
        items,
        call=number,
        call_label=edition.word(N_("Call %(number)s")) % {"number": number} if number else "",
    )
