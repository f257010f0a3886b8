"""Pages of entities: complaint, cause, remedy, examination and symptom, each in the order a reader needs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sehat.addresses import PageEntry
from sehat.language.formats import and_list, long_date, sort_key
from sehat.model.entities import Cause, Codes, Condition, Examination, Finding, Page, Remedy, Review
from sehat.model.relations import NO_LEVEL
from sehat.model.statement import Advice, Statement
from sehat.outputs.at_a_glance import comparisons, figures
from sehat.outputs.cards import EMERGENCY, SHOWN_AS, emergency_card, level_cards, sign_links, sign_name, urgency_card
from sehat.outputs.edition import Edition
from sehat.outputs.front import front
from sehat.outputs.pieces import Card, Figure, Group, Link, PageView, Section, Style, Table
from sehat.outputs.words import CAUSE_GROUPS, FREQUENCIES, N_, REMEDY_KINDS, STRENGTHS
from sehat.outputs.writer import Writer
from sehat.safe_text.escape import html_text, markdown_text

COMMON = "common"
Beside = tuple[PageEntry | None, PageEntry | None]


class Builder:
    """Collects the parts of one entity's page in reading order, so that source numbers count upwards."""

    def __init__(self, edition: Edition, kind: str, entity: Page, beside: Beside) -> None:
        self.edition = edition
        self.entity = entity
        self.entry = edition.page(kind, entity.slug)
        self.beside = beside
        self.writer = Writer(edition, self.entry.url[edition.locale], entity.slug)
        self.lede = self.writer.statement(entity.summary)
        self.sections: list[Section] = []

    def add(
        self,
        anchor: str,
        heading: str,
        statements: Iterable[Statement],
        style: Style = "prose",
        *,
        advice: Iterable[Advice] = (),
        signs: Iterable[str] = (),
        links: Iterable[Link] = (),
        lead: str = "",
        groups: Iterable[Group] = (),
        figures: Iterable[Figure] = (),
        tables: Iterable[Table] = (),
    ) -> None:
        """A section, unless there is nothing in it."""
        cards = level_cards(self.edition, self.writer, advice)
        items = (
            tuple(self.writer.paragraphs(statements))
            if style == "prose"
            else tuple(self.writer.statement(each) for each in statements)
        )
        found = tuple(links)
        grouped = tuple(group for group in groups if group.links)
        shown, compared = tuple(figures), tuple(tables)
        if items or cards or found or grouped or compared:
            words = self.edition.word(heading)
            about_signs = sign_links(self.edition, self.writer, signs)
            self.sections.append(
                Section(anchor, words, style, items, cards, found, lead, about_signs, grouped, shown, compared)
            )

    def figures(self, shows: str) -> tuple[Figure, ...]:
        """The entity's drawings of one kind."""
        return figures(self.edition, self.writer, self.entity, shows)

    def links(self, kind: str, slugs: Iterable[str], *, about: bool = True) -> Iterator[Link]:
        """Links to pages of one kind, with their summaries."""
        group = {
            "condition": self.edition.library.conditions,
            "cause": self.edition.library.causes,
            "remedy": self.edition.library.remedies,
            "examination": self.edition.library.examinations,
            "finding": self.edition.library.findings,
        }[kind]
        for slug in slugs:
            entity = group.get(slug)
            if entity is None or not self.edition.site_map.has(kind, slug):
                continue
            yield entity_link(self.edition, self.writer, kind, entity, about=about)

    def view(self, template: str, *, own_signs: Iterable[str], review: Review | None, **more: object) -> PageView:
        """The finished page."""
        say = self.edition.say
        entity = self.entity
        names = self.edition.other_names(entity)
        section = self.edition.page("index", self.entry.section)
        return PageView(
            template=template,
            front=front(
                self.edition,
                self.entry,
                description=say(entity.summary.text),
                crumbs=(section,),
                beside=self.beside,
            ),
            heading=markdown_text(say(entity.title)),
            lede=self.lede,
            names=self.writer.name(and_list(names, self.edition.locale)) if names else "",
            emergency=emergency_card(self.edition, own_signs),
            sections=tuple(self.sections),
            sources=tuple(self.writer.sources()),
            review=review_words(self.edition, review),
            **more,  # type: ignore[arg-type]
        )


def entity_link(edition: Edition, writer: Writer, kind: str, entity: Page, *, about: bool = True) -> Link:
    """A link to an entity's page."""
    tag = ""
    if isinstance(entity, Cause):
        tag = edition.word(FREQUENCIES[entity.frequency])
    return Link(
        markdown_text(edition.say(entity.title)),
        writer.link(edition.url(kind, entity.slug)),
        markdown_text(edition.say(entity.summary.text)) if about else "",
        tag,
    )


def review_words(edition: Edition, review: Review | None) -> str:
    """The state of the clinical review, for the reader."""
    if review is None or review.state != "reviewed" or not review.by:
        return html_text(edition.word(N_("No clinician has reviewed this page yet. The review is pending.")))
    if review.on is None:
        return html_text(edition.word(N_("Reviewed by %(name)s.")) % {"name": review.by})
    words = edition.word(N_("Reviewed by %(name)s on %(date)s."))
    return html_text(words % {"name": review.by, "date": long_date(review.on, edition.locale)})


def condition_page(edition: Edition, condition: Condition, beside: Beside) -> PageView:
    """The page of a complaint."""
    page = Builder(edition, "condition", condition, beside)
    relations = edition.relations
    page.add("what-it-is", N_("What it is"), condition.what_it_is, figures=page.figures("body"))
    page.add("how-it-feels", N_("How it feels"), condition.feels, "list")
    page.add("do-now", N_("What to do now"), condition.do_now, "list", figures=page.figures("action"))
    page.add("see-a-doctor", N_("When to see a doctor"), (), advice=condition.see_doctor)
    page.add(
        "tell-apart",
        N_("How to tell them apart"),
        (),
        figures=page.figures("comparison"),
        tables=comparisons(edition, page.writer, condition.slug),
    )
    page.add("course", N_("How long it lasts"), condition.course, "list")
    page.add("why", N_("Why it happens"), condition.why)
    causes = relations.causes_of_condition.get(condition.slug, ())
    page.add("causes", N_("Possible causes"), (), groups=_cause_groups(page, causes))
    page.add("comes-with", N_("What may come with it"), condition.comes_with, "list")
    page.add("self-care", N_("What helps at home"), condition.self_care, "list")
    page.add("prevention", N_("What may prevent it"), condition.prevention, "list")
    remedies = relations.remedies_of_condition.get(condition.slug, ())
    page.add("remedies", N_("Step by step"), (), groups=_groups(page, "remedy", remedies, "kind", REMEDY_KINDS))
    examinations = (each.slug for each in relations.examinations_of_condition.get(condition.slug, ()))
    page.add(
        "examined",
        N_("What a doctor may examine"),
        condition.examined,
        "list",
        links=page.links("examination", examinations, about=False),
    )
    page.add("treated", N_("How a doctor may treat it"), condition.treated, "list")
    return page.view(
        "condition",
        own_signs=condition.emergency_signs,
        review=condition.review,
        extra={"codes": _codes(condition.codes)},
    )


def _cause_groups(page: Builder, causes: Iterable[Cause]) -> Iterator[Group]:
    """Common causes first, under one heading that says so for all of them; then the others by group."""
    common = [cause for cause in causes if cause.frequency == COMMON]
    members = sorted(common, key=lambda cause: sort_key(page.edition.say(cause.title), page.edition.locale))
    links = page.links("cause", (cause.slug for cause in members), about=False)
    heading = html_text(page.edition.word(N_("Common causes")))
    yield Group("cause-common", heading, tuple(replace(link, tag="") for link in links))
    yield from _groups(page, "cause", (cause for cause in causes if cause.frequency != COMMON), "group", CAUSE_GROUPS)


def _groups(
    page: Builder, kind: str, entities: Iterable[Page], field: str, names: Mapping[str, str]
) -> Iterator[Group]:
    """Pages under the headings of their groups, alphabetically, without a line about each."""
    edition = page.edition
    members = sorted(entities, key=lambda entity: sort_key(edition.say(entity.title), edition.locale))
    for key, name in names.items():
        slugs = [entity.slug for entity in members if getattr(entity, field) == key]
        yield Group(f"{kind}-{key}", html_text(edition.word(name)), tuple(page.links(kind, slugs, about=False)))


def cause_page(edition: Edition, cause: Cause, beside: Beside) -> PageView:
    """The page of a cause."""
    page = Builder(edition, "cause", cause, beside)
    page.add("what-it-is", N_("What it is"), cause.what_it_is)
    page.add("do-now", N_("What to do now"), cause.do_now, "list")
    page.add("leave", N_("What to leave"), cause.leave, "list")
    page.add("see-a-doctor", N_("When to see a doctor"), (), advice=cause.see_doctor, signs=cause.red_flags)
    page.add("how-it-leads", N_("How it leads to twitching or cramp"), cause.how_it_leads)
    page.add("who", N_("Who gets it, and how common it is"), cause.who_gets_it)
    page.add("speaks-for", N_("What speaks for it"), cause.speaks_for, "list", figures=page.figures("comparison"))
    page.add("speaks-against", N_("What speaks against it"), cause.speaks_against, "list")
    page.add("remedies", N_("What helps"), (), links=page.links("remedy", cause.remedies))
    page.add(
        "clinician",
        N_("What a clinician may examine and do"),
        cause.clinician,
        "list",
        links=page.links("examination", cause.examinations, about=False),
    )
    page.add(
        "complaints", N_("Complaints it can bring"), (), links=page.links("condition", cause.explains, about=False)
    )
    facts = (
        (edition.word(N_("How common")), edition.word(FREQUENCIES[cause.frequency])),
        (edition.word(N_("How soon to be seen")), edition.say(edition.library.levels[cause.urgency].title)),
        (edition.word(N_("Group")), edition.word(CAUSE_GROUPS[cause.group])),
    )
    return page.view(
        "cause",
        own_signs=cause.red_flags,
        review=cause.review,
        facts=tuple((html_text(name), html_text(value)) for name, value in facts),
        extra={"level": SHOWN_AS.get(cause.urgency, cause.urgency), "codes": _codes(cause.codes)},
    )


def remedy_page(edition: Edition, remedy: Remedy, beside: Beside) -> PageView:
    """The page of a remedy."""
    page = Builder(edition, "remedy", remedy, beside)
    page.add("when", N_("When it helps"), remedy.when_it_helps, figures=page.figures("comparison"))
    page.add("steps", N_("Step by step"), remedy.steps, "steps", figures=page.figures("action"))
    page.sections += _avoid_section(edition, page.writer, remedy)
    page.add("cautions", N_("Take care"), remedy.cautions, "list")
    page.add("benefit", N_("What to expect"), remedy.benefit)
    page.add("how-it-works", N_("How it works"), remedy.how_it_works)
    page.add("evidence", N_("How good the evidence is"), (remedy.evidence.note,), lead=_strength(edition, remedy))
    page.add("if-nothing", N_("If nothing is done"), remedy.if_nothing_done)
    causes = (cause.slug for cause in edition.relations.causes_of_remedy.get(remedy.slug, ()))
    page.add("causes", N_("Causes for which it is named"), (), links=page.links("cause", causes, about=False))
    page.add("complaints", N_("Complaints"), (), links=page.links("condition", remedy.helps, about=False))
    return page.view(
        "remedy",
        own_signs=(),
        review=remedy.review,
        facts=((html_text(edition.word(N_("Kind"))), html_text(edition.word(REMEDY_KINDS[remedy.kind]))),),
    )


def examination_page(edition: Edition, examination: Examination, beside: Beside) -> PageView:
    """The page of an examination."""
    page = Builder(edition, "examination", examination, beside)
    page.add("what-it-is", N_("What it is"), examination.what_it_is)
    page.add("when", N_("When it is used"), examination.when_used)
    page.add("what-happens", N_("What happens"), examination.what_happens, "steps")
    page.add("prepare", N_("How to prepare"), examination.prepare, "list")
    page.add("shows", N_("What it can and cannot show"), examination.what_it_shows)
    page.add(
        "evidence", N_("How good the evidence is"), (examination.evidence.note,), lead=_strength(edition, examination)
    )
    causes = (cause.slug for cause in edition.relations.causes_of_remedy.get(examination.slug, ()))
    page.add("causes", N_("Causes for which it is named"), (), links=page.links("cause", causes, about=False))
    page.add("complaints", N_("Complaints"), (), links=page.links("condition", examination.helps, about=False))
    return page.view("examination", own_signs=(), review=examination.review)


def finding_page(edition: Edition, finding: Finding, beside: Beside) -> PageView:
    """The page of a symptom: how urgent it is, what it may mean, what to do."""
    page = Builder(edition, "finding", finding, beside)
    cards = tuple(_urgency(edition, page.writer, finding))
    page.add("do-now", N_("What to do"), finding.what_to_do, "list")
    page.sections += _with_other_signs(edition, page.writer, finding)
    page.add("meaning", N_("What it may mean"), finding.meaning)
    causes = (cause.slug for cause in edition.relations.causes_of_finding.get(finding.slug, ()))
    page.add("causes", N_("Causes it can belong to"), (), links=page.links("cause", causes))
    return page.view("finding", own_signs=(), review=None, extra={"urgency": cards})


def _with_other_signs(edition: Edition, writer: Writer, finding: Finding) -> list[Section]:
    """Rules in which the symptom becomes more urgent because of other answers."""
    ranks = {level: found.rank for level, found in edition.library.levels.items()}
    rules = [
        rule
        for rule in edition.relations.rules_of_finding.get(finding.slug, ())
        if ranks[rule.level] < ranks[edition.relations.most_urgent(finding.slug)]
    ]
    items = tuple(
        f"**{markdown_text(edition.say(rule.title))}** → {markdown_text(edition.say(edition.library.levels[rule.level].title))}. "
        f"{writer.statement(rule.why)}"
        for rule in sorted(rules, key=lambda rule: ranks[rule.level])
    )
    heading = edition.word(N_("More urgent together with other signs"))
    return [Section("together", heading, "list", items)] if items else []


def _urgency(edition: Edition, writer: Writer, finding: Finding) -> Iterator[Card]:
    """How urgent a symptom is: one card, or one per level where its answers differ."""
    level_of = edition.relations.level_of
    if not finding.options:
        level = level_of(finding.slug)
        why = (writer.statement(finding.red_flag.why, plain=level == EMERGENCY),) if finding.red_flag else ()
        yield urgency_card(edition, level, why)
        return
    levels = {each.option: level_of(f"{finding.slug}={each.option}") for each in finding.options}
    for level in edition.library.levels:
        chosen = [each for each in finding.options if levels[each.option] == level]
        if chosen and level != NO_LEVEL:
            yield urgency_card(edition, level, tuple(html_text(edition.say(each.label)) for each in chosen))


def _avoid_section(edition: Edition, writer: Writer, remedy: Remedy) -> list[Section]:
    items = tuple(
        f"**{markdown_text(sign_name(edition, each.when))}**: {writer.statement(each.why)}" for each in remedy.avoid_if
    )
    if not items:
        return []
    lead = html_text(edition.word(N_("Do not use this, or ask first, when this holds for you:")))
    return [Section("not-for", edition.word(N_("Who must not, and why")), "list", items, lead=lead)]


def _strength(edition: Edition, entity: Remedy | Examination) -> str:
    return html_text(edition.word(STRENGTHS[entity.evidence.strength]))


def _codes(codes: Codes) -> str:
    found = [f"ICD-10 {each.code}" for each in codes.icd10] + [f"MeSH {each.code}" for each in codes.mesh]
    found += [f"SNOMED CT {each}" for each in codes.snomed_ct]
    return html_text(", ".join(found))
