"""The emergency page, and the list of signs to check for readers without a script."""

from collections.abc import Iterator

from sehat.language.formats import long_date
from sehat.model.statement import Statements
from sehat.outputs.cards import EMERGENCY, TITLES, emergency_card, main_number, sign_link, sign_name
from sehat.outputs.edition import Edition
from sehat.outputs.front import front
from sehat.outputs.pieces import Card, Group, Link, PageView, Section
from sehat.outputs.words import N_
from sehat.outputs.writer import Writer
from sehat.safe_text.escape import html_text, markdown_text


def emergency_page(edition: Edition) -> PageView:
    """Every emergency sign, the numbers to call, what to do while waiting."""
    page = edition.page("emergency", "emergency")
    writer = Writer(edition, page.url[edition.locale])
    net = edition.library.safety_net
    level = edition.library.levels[EMERGENCY]
    number = main_number(edition)
    card = Card(
        EMERGENCY,
        edition.word(TITLES[EMERGENCY]),
        edition.say(level.action),
        tuple(html_text(sign_name(edition, answer)) for answer in net.emergency_signs),
        call=number,
        call_label=edition.word(N_("Call %(number)s")) % {"number": number},
    )
    numbers = tuple(_number(edition, writer, index) for index in range(len(edition.library.site.emergency_numbers)))
    sections = (
        _list(writer, "while-waiting", edition.word(N_("What to do now")), net.while_waiting),
        _list(writer, "never", edition.word(N_("What not to do")), net.never),
        Section("numbers", edition.word(N_("Numbers to call")), "list", numbers),
        Section(
            "signs",
            edition.word(N_("Read more about a sign")),
            "list",
            tuple(sign_link(edition, writer, answer) for answer in net.emergency_signs),
        ),
        _list(writer, "same-day", edition.word(TITLES["same-day"]), net.same_day),
        _list(writer, "where", edition.word(N_("Where to go when it is not an emergency")), net.where_to_go),
    )
    summary = edition.say(edition.library.site.sections["emergency"].summary)
    return PageView(
        template="emergency",
        front=front(edition, page, description=summary),
        heading=markdown_text(page.title[edition.locale]),
        lede=markdown_text(summary),
        emergency=card,
        sections=sections,
        sources=tuple(writer.sources()),
    )


def _number(edition: Edition, writer: Writer, index: int) -> str:
    number = edition.library.site.emergency_numbers[index]
    checked = edition.word(N_("Compared with its source on %(date)s.")) % {
        "date": long_date(number.checked, edition.locale)
    }
    return (
        f"[{number.number}](tel:{number.number}) – {markdown_text(edition.say(number.name))}. "
        f"{writer.statement(number.about)} {markdown_text(checked)}"
    )


def _list(writer: Writer, anchor: str, heading: str, statements: Statements) -> Section:
    return Section(anchor, heading, "list", tuple(writer.statement(each) for each in statements))


def sign_check_page(edition: Edition) -> PageView:
    """Signs by urgency with what to do for each: the self-check as a page to read."""
    page = edition.page("self-check", "self-check")
    writer = Writer(edition, page.url[edition.locale])
    net = edition.library.safety_net
    summary = edition.say(edition.library.site.sections["self-check"].summary)
    sections = (
        _list(writer, "expect", edition.word(N_("What to expect")), net.course),
        _list(writer, "within-two-weeks", edition.word(N_("See a doctor within 2 weeks if")), net.within_two_weeks),
        _list(writer, "medicines", edition.word(N_("Your medicines")), net.medicines),
        _list(writer, "uncertain", edition.word(N_("What this page cannot know")), net.uncertainty),
        _list(writer, "where", edition.word(N_("Where to go")), net.where_to_go),
        _list(writer, "keep", edition.word(N_("Keep this page")), net.keep),
    )
    return PageView(
        template="self-check",
        front=front(edition, page, description=summary),
        heading=markdown_text(page.title[edition.locale]),
        lede=markdown_text(
            edition.word(N_("Read the signs from top to bottom. The first group that fits you counts."))
        ),
        emergency=emergency_card(edition, net.emergency_signs),
        sections=sections,
        groups=tuple(_rule_groups(edition, writer)),
        sources=tuple(writer.sources()),
    )


def _rule_groups(edition: Edition, writer: Writer) -> Iterator[Group]:
    """Rules below the emergency level, by level, each with the reason."""
    for level in ("same-day", "within-days"):
        found = edition.library.levels.get(level)
        rules = [rule for rule in edition.library.rules.values() if rule.level == level]
        if found and rules:
            yield Group(
                level,
                markdown_text(edition.say(found.title)),
                tuple(Link(markdown_text(edition.say(rule.title)), "", writer.statement(rule.why)) for rule in rules),
                about=markdown_text(edition.say(found.action)),
            )
