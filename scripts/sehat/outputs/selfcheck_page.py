"""The self-check: a form to read and tick without a script, and everything the script needs to ask one question at a time."""

from collections.abc import Iterator
from typing import Any

from sehat.files import OutputFile
from sehat.model.library import Library
from sehat.outputs.cards import EMERGENCY, SHOWN_AS, emergency_card, main_number, sign_link, sign_name, urgency_card
from sehat.outputs.edition import Edition
from sehat.outputs.front import front
from sehat.outputs.pieces import Card, Link, PageView, Section
from sehat.outputs.selfcheck_words import SELFCHECK_WORDS
from sehat.outputs.words import FREQUENCIES, N_
from sehat.outputs.writer import Writer
from sehat.safe_text.escape import html_attribute, html_text, json_for_script, markdown_text
from sehat.selfcheck.model_json import model_of

SCRIPT = "assets/self-check/main.mjs"
PARTS = tuple(f"assets/self-check/{name}.mjs" for name in ("view", "engine", "elements", "result"))
"""What the script imports, named in the page so that all of it is fetched at once, after what is seen first."""

STYLES = "assets/css/self-check.css"
DATA = "assets/data/self-check.json"
WORDS = "assets/data/self-check.{locale}.mjs"
"""A module, because modules are not fetched by a script: the page works where nothing may be fetched."""


def selfcheck_data(library: Library) -> Iterator[OutputFile]:
    """The model for tools, without words; nothing when the self-check is a page to read."""
    if is_on(library):
        yield OutputFile(f"docs/{DATA}", json_for_script(model_of(library)).encode("utf-8"))


def selfcheck_words(edition: Edition) -> Iterator[OutputFile]:
    """The model with the words of one language, for the script of the page."""
    if is_on(edition.library):
        page = edition.page("self-check", "self-check")
        data = json_for_script(page_data(edition, Writer(edition, page.url[edition.locale])))
        quoted = data.replace("\\", "\\\\").replace("'", "\\'")  # Browsers read JSON faster than an object in a script.
        module = f"export default JSON.parse('{quoted}');\n"
        yield OutputFile(f"docs/{WORDS.format(locale=edition.locale)}", module.encode())


def is_on(library: Library) -> bool:
    """Whether there is a self-check to answer."""
    return library.site.self_check == "on" and bool(library.screens)


def selfcheck_page(edition: Edition) -> PageView:
    """The page of the self-check."""
    page = edition.page("self-check", "self-check")
    writer = Writer(edition, page.url[edition.locale])
    net = edition.library.safety_net
    summary = edition.say(edition.library.site.sections["self-check"].summary)
    boxes = tuple(_box(edition, answer) for answer in net.emergency_signs)
    waiting = (
        _list(writer, "do-now", edition.word(N_("What to do now")), net.while_waiting),
        _list(writer, "never", edition.word(N_("What not to do")), net.never),
    )
    groups = tuple(_signs(edition, writer))
    # The number is the most urgent level (counted from 0) with which the list is shown: calm words are not for all.
    safety = (
        (3, _list(writer, "expect", edition.word(N_("What to expect")), net.course)),
        (2, _list(writer, "today", edition.word(N_("See a doctor today if there is")), net.same_day)),
        (
            3,
            _list(writer, "within-two-weeks", edition.word(N_("See a doctor within 2 weeks if")), net.within_two_weeks),
        ),
        (1, _list(writer, "medicines", edition.word(N_("Your medicines")), net.medicines)),
        (1, _list(writer, "uncertain", edition.word(N_("What this page cannot know")), net.uncertainty)),
        (1, _list(writer, "where", edition.word(N_("Where to go")), net.where_to_go)),
        (1, _list(writer, "keep", edition.word(N_("Keep this page")), net.keep)),
    )
    return PageView(
        template="self-check-form",
        front=front(edition, page, description=summary)
        | {"scripts": [SCRIPT, *PARTS, WORDS.format(locale=edition.locale)]},
        heading=markdown_text(page.title[edition.locale]),
        lede=markdown_text(summary),
        emergency=emergency_card(edition, net.emergency_signs),
        extra={
            "styles": html_attribute(writer.link(STYLES)),
            "boxes": boxes,
            "waiting": waiting,
            "safety": safety,
            "signs": groups,
            "sources": tuple(writer.sources()),
            "data": html_attribute(writer.link(WORDS.format(locale=edition.locale))),
        },
    )


def _box(edition: Edition, answer: str) -> dict[str, str]:
    """A sign to tick in the form without a script."""
    name, _, option = answer.partition("=")
    return {
        "anchor": _anchor(answer),
        "name": html_attribute(name),
        "value": html_attribute(option or "yes"),
        "label": html_text(sign_name(edition, answer)),
    }


def _anchor(answer: str) -> str:
    return html_attribute(answer.replace("=", "-"))


def _signs(edition: Edition, writer: Writer) -> Iterator[tuple[Card, tuple[Link, ...]]]:
    """What to do for each sign, most urgent first: the level, then its signs with the reasons."""
    library = edition.library
    for level in library.levels:
        if SHOWN_AS.get(level, level) == "self-care":
            continue
        answers = library.safety_net.emergency_signs if level == EMERGENCY else _answers_at(edition, level)
        links = tuple(
            Link(sign_link(edition, writer, answer), "", _reason(edition, writer, answer), anchor=_anchor(answer))
            for answer in answers
        )
        yield urgency_card(edition, level, ()), links


def _answers_at(edition: Edition, level: str) -> list[str]:
    found = []
    for slug, finding in edition.library.findings.items():
        for answer in [f"{slug}={each.option}" for each in finding.options] or [slug]:
            if edition.relations.level_of(answer) == level:
                found.append(answer)
    return found


def _reason(edition: Edition, writer: Writer, answer: str) -> str:
    """Why a sign matters, with its first source: this page is to be light, and the page of the sign names them all."""
    flag = edition.relations.red_flag(answer)
    rules = edition.relations.rules_of_finding.get(answer.partition("=")[0], ())
    why = flag.why if flag else rules[0].why if rules else None
    return writer.statement(why.model_copy(update={"sources": why.sources[:1]})) if why else ""


def _list(writer: Writer, anchor: str, heading: str, statements: Any) -> Section:
    return Section(anchor, heading, "list", tuple(writer.statement(each) for each in statements))


def page_data(edition: Edition, writer: Writer) -> dict[str, Any]:
    """The model with the words of one language, as the script reads it."""
    library, say = edition.library, edition.say
    model = model_of(library)
    asked = {atom.partition("=")[0] for screen in library.screens.values() for atom in screen.asks}
    shown = asked | {atom.partition("=")[0] for remedy in model["remedies"].values() for atom in remedy["avoid"]}
    return {
        "model": model,
        "words": {key: edition.word(words) for key, words in SELFCHECK_WORDS.items()},
        "number": main_number(edition),
        "home": writer.link(edition.url("home", "home")) if edition.site_map.has("home", "home") else "./",
        "shown": SHOWN_AS,
        "levels": {name: {"t": say(level.title), "a": say(level.action)} for name, level in library.levels.items()},
        "screens": {
            name: {"t": say(screen.title), "l": say(screen.lead) if screen.lead else ""}
            for name, screen in library.screens.items()
        },
        "findings": {slug: _finding(edition, slug) for slug in library.findings if slug in shown},
        "rules": {name: {"t": say(rule.title), "w": say(rule.why.text)} for name, rule in library.rules.items()},
        "flags": {
            rule["id"]: say(flag.why.text)
            for rule in model["rules"]
            if "flag" in rule and (flag := edition.relations.red_flag(rule["id"]))
        },
        "causes": {
            slug: {
                "t": say(cause.title),
                "u": writer.link(edition.url("cause", slug)),
                "f": edition.word(FREQUENCIES[cause.frequency]),
            }
            for slug, cause in library.causes.items()
        },
        "remedies": {
            slug: {"t": say(remedy.title), "u": writer.link(edition.url("remedy", slug))}
            for slug, remedy in library.remedies.items()
        },
        "boundaries": {
            name: {"t": say(found.title), "s": [say(each.text) for each in found.says]}
            for name, found in library.boundaries.items()
        },
    }


def _finding(edition: Edition, slug: str) -> dict[str, Any]:
    finding = edition.library.findings[slug]
    found: dict[str, Any] = {"t": edition.say(finding.title), "q": edition.say(finding.question)}
    if finding.hint:
        found["h"] = edition.say(finding.hint)
    if finding.options:
        found["o"] = {each.option: edition.say(each.label) for each in finding.options}
    role = edition.library.answers.get(f"{slug}=unknown")
    if role and role.label:
        found["u"] = edition.say(role.label)
    return found
