"""The entities that have a file each: condition, cause, remedy, examination, finding, source and glossary term."""

from typing import ClassVar, Literal

from pydantic import Field

from sehat.model.node import (
    AnswerRef,
    CauseRef,
    ConditionRef,
    Date,
    Entity,
    ExaminationRef,
    FindingRef,
    GroupRef,
    LevelRef,
    Line,
    Node,
    OldAddress,
    RemedyRef,
    SourceRef,
    WholeNumber,
    YesNo,
)
from sehat.model.statement import Advice, Claim, Claims, Statement, Statements
from sehat.model.text import Names, Text

TITLE = "What readers call it, in plain words."
SUMMARY = "One or two sentences that say the most important thing; shown first, and in search results."
NAMES = "Other names people use: lay words, spoken forms, abbreviations, chat spelling, brands. They feed search."


class Review(Node):
    """Whether a clinician has read this. Nothing claims review until a named clinician signs."""

    state: Literal["awaiting-clinical-review", "reviewed"] = Field(description="Where the review stands.")
    by: Line | None = Field(default=None, description="Name and profession of the clinician who signed.")
    on: Date | None = Field(default=None, description="Day of the signature.")
    due: Date | None = Field(default=None, description="Day by which it must be read again.")


class Code(Node):
    """An entry of a medical classification."""

    code: Line = Field(description="The code as printed.")
    label: Line | None = Field(default=None, description="The classification's own label.")


class Codes(Node):
    """Codes of an entity in medical classifications."""

    icd10: tuple[Code, ...] = Field(default=(), description="ICD-10, WHO list of 2010 as used in SATUSEHAT.")
    mesh: tuple[Code, ...] = Field(default=(), description="Medical Subject Headings, 2015.")
    snomed_ct: tuple[Line, ...] = Field(default=(), description="SNOMED CT identifiers; confirm before use.")
    note: Line | None = Field(default=None, description="A remark for editors, in English.")


class Page(Entity):
    """An entity with a page of its own."""

    title: Text = Field(description=TITLE)
    address: Text | None = Field(
        default=None, description="Last part of the page's address; made from the title when left out."
    )
    former_addresses: tuple[OldAddress, ...] = Field(
        default=(), description="Whole addresses the page had before, like id/penyebab/otot-capek/; each is a redirect."
    )
    also_called: Names = Field(description=NAMES)
    summary: Claim = Field(description=SUMMARY)


class Condition(Page):
    """The complaint a reader arrives with."""

    kind_name: ClassVar[str] = "condition"
    codes: Codes = Field(description="Codes in medical classifications.")
    emergency_signs: tuple[AnswerRef, ...] = Field(description="Findings that need emergency help, shown first.")
    what_it_is: Claims = Field(description="What happens in the body, in plain words.", min_length=1)
    feels: Claims = Field(description="How it feels and where.", min_length=1)
    course: Claims = Field(description="How long it lasts and how it goes on.", min_length=1)
    do_now: Statements = Field(description="What to do right away.", min_length=1)
    see_doctor: tuple[Advice, ...] = Field(description="When to see a doctor, most urgent first.", min_length=1)
    why: Claims = Field(description="Why it happens, in general; the causes are listed below it.", min_length=1)
    comes_with: Claims = Field(default=(), description="What may come with it, and what that may mean.")
    examined: Claims = Field(description="What a doctor may ask and examine.", min_length=1)
    treated: Claims = Field(description="How a doctor may treat it.", min_length=1)
    self_care: Statements = Field(description="What helps at home.", min_length=1)
    prevention: Statements = Field(default=(), description="What may keep it from coming back.")
    review: Review = Field(description="State of the clinical review.")


class Evidence(Node):
    """A finding that speaks for or against a cause, and how strongly."""

    finding: AnswerRef = Field(description="The finding or answer.")
    weight: WholeNumber = Field(
        default=1, description="1 weak, 2 clear, 3 strong, 4 typical of this cause.", ge=1, le=4
    )


class Cause(Page):
    """Why a complaint happens: a habit, a state of the body, an illness or a medicine."""

    kind_name: ClassVar[str] = "cause"
    explains: tuple[ConditionRef, ...] = Field(description="Complaints that it can bring.", min_length=1)
    group: Literal[
        "everyday",
        "pregnancy",
        "mineral",
        "nutrition",
        "medicine",
        "nerve",
        "hormone",
        "organ",
        "vessel",
        "injury",
        "infection",
        "toxic",
    ] = Field(description="The heading under which it is listed.")
    frequency: Literal["common", "uncommon", "rare"] = Field(
        description="common: many people have it; uncommon: seen now and then; rare: few people ever have it."
    )
    urgency: LevelRef = Field(description="How soon someone with this should be seen.")
    codes: Codes = Field(description="Codes in medical classifications.")
    what_it_is: Claims = Field(description="What it is, plain term before the medical term.", min_length=1)
    how_it_leads: Claims = Field(description="How it leads to twitching or cramp.", min_length=1)
    who_gets_it: Claims = Field(description="Who gets it and how common it is.", min_length=1)
    speaks_for: Claims = Field(description="What makes this cause more likely.", min_length=1)
    speaks_against: Claims = Field(description="What makes this cause less likely.", min_length=1)
    do_now: Statements = Field(description="What to do now.", min_length=1)
    leave: Statements = Field(description="What to leave alone.", min_length=1)
    see_doctor: tuple[Advice, ...] = Field(description="When and how soon to see a doctor.", min_length=1)
    clinician: Claims = Field(description="What a clinician may examine and do.", min_length=1)
    more_likely: tuple[Evidence, ...] = Field(description="Findings that speak for it; used by the self-check.")
    less_likely: tuple[Evidence, ...] = Field(
        default=(), description="Findings that speak against it; used by the self-check."
    )
    red_flags: tuple[AnswerRef, ...] = Field(default=(), description="Findings that make it urgent.")
    remedies: tuple[RemedyRef, ...] = Field(default=(), description="What helps or must be known, most useful first.")
    examinations: tuple[ExaminationRef, ...] = Field(default=(), description="Examinations a clinician may choose.")
    review: Review = Field(description="State of the clinical review.")


class Avoid(Node):
    """Who must not use a remedy, and why."""

    when: AnswerRef = Field(description="The finding or answer that rules the remedy out.")
    why: Claim = Field(description="The reason, for the reader.")


class Strength(Node):
    """How good the evidence for a remedy is."""

    strength: Literal[
        "good",
        "moderate",
        "moderate-no-benefit",
        "good-benefit-serious-harm",
        "low",
        "conflicting",
        "expert",
        "none",
    ] = Field(description="The grade; the site says it in words.")
    note: Claim = Field(description="What was studied, in whom, and what is not known.")


class Remedy(Page):
    """Something a person can do, should know, or had better leave."""

    kind_name: ClassVar[str] = "remedy"
    kind: Literal[
        "emergency",
        "first-aid",
        "home-care",
        "prevention",
        "supplement",
        "medicine-safety",
        "treatment",
        "not-recommended",
    ] = Field(description="The heading under which it is listed.")
    helps: tuple[ConditionRef, ...] = Field(description="Complaints it is for.", min_length=1)
    when_it_helps: Statements = Field(description="When it is worth doing.", min_length=1)
    steps: Statements = Field(description="One action each, in order.", min_length=1)
    how_it_works: Claims = Field(description="What it does in the body.", min_length=1)
    benefit: Claims = Field(description="What can be expected, and how soon.", min_length=1)
    avoid_if: tuple[Avoid, ...] = Field(default=(), description="Who must not use it.")
    cautions: Statements = Field(default=(), description="What to watch out for.")
    evidence: Strength = Field(description="How good the evidence is.")
    if_nothing_done: Claims = Field(description="What happens without it.", min_length=1)
    review: Review = Field(description="State of the clinical review.")


class Examination(Page):
    """What a clinician may ask, look at or measure."""

    kind_name: ClassVar[str] = "examination"
    helps: tuple[ConditionRef, ...] = Field(description="Complaints it is used for.", min_length=1)
    what_it_is: Claims = Field(description="What it is.", min_length=1)
    when_used: Statements = Field(description="When a clinician chooses it, and when it is not needed.", min_length=1)
    what_happens: Statements = Field(description="What happens, step by step; whether it hurts.", min_length=1)
    what_it_shows: Claims = Field(description="What the result can and cannot tell.", min_length=1)
    prepare: Statements = Field(default=(), description="How to prepare and what to bring.")
    evidence: Strength = Field(description="How good the evidence is.")
    review: Review = Field(description="State of the clinical review.")


class RedFlag(Node):
    """The highest level that one answer reaches on its own."""

    level: LevelRef = Field(description="How urgent the answer is.")
    why: Claim = Field(description="The reason, for the reader.")


class Option(Node):
    """One answer to choose."""

    option: Line = Field(description="The answer's name; never changes once used.")
    label: Text = Field(description="What the reader chooses.")
    red_flag: RedFlag | None = Field(default=None, description="Set when this answer alone is urgent.")


class Finding(Page):
    """What a person can notice (a sign) or knows about themselves (a circumstance)."""

    kind_name: ClassVar[str] = "finding"
    kind: Literal["sign", "circumstance"] = Field(
        description="A sign has a page that leads to causes and urgency; a circumstance is only asked about."
    )
    group: GroupRef = Field(description="The part of the self-check in which it is asked.")
    type: Literal["yes-no", "one-of"] = Field(description="How it is answered.")
    priority: Literal["core", "extra"] = Field(description="core: ask this; extra: ask when space allows.")
    question: Text = Field(description="The question, to the reader.")
    hint: Text | None = Field(default=None, description="A line under the question that makes it clear.")
    options: tuple[Option, ...] = Field(default=(), description="The answers of a one-of question.")
    red_flag: RedFlag | None = Field(default=None, description="Set when yes alone is urgent.")
    meaning: Claims = Field(default=(), description="What the sign may mean.")
    what_to_do: Statements = Field(default=(), description="What to do about the sign.")
    sources: tuple[SourceRef, ...] = Field(description="Sources for asking this.", min_length=1)
    note: Line | None = Field(default=None, description="A remark for editors, in English.")


class Through(Node):
    """Where a source was read when not at its publisher, or whose words the publisher passes on."""

    how: Literal["copy-on", "record-on", "translation-on", "record-of", "quoting", "crediting", "summarising"] = Field(
        description="How it stands to the publisher; the site says it in the reader's language."
    )
    name: Line | None = Field(default=None, description="The website, organisation or person, by name.")
    words: Text | None = Field(default=None, description="What it is, in words; a name stands behind them in brackets.")


class Source(Entity):
    """A reference that backs statements."""

    kind_name: ClassVar[str] = "source"
    title: Line = Field(description="The title in its own language.")
    publisher: Line = Field(description="Who published it, by name only.")
    through: Through | None = Field(default=None, description="Where a copy was read, or whom it quotes.")
    url: Line = Field(description="The address, without tracking parameters.", pattern=r"^https?://\S+$")
    linkable: YesNo = Field(description="false: cite by title, do not publish the address.")
    language: Literal["id", "en"] = Field(description="The language it is written in.")
    kind: Literal[
        "official",
        "official-copy",
        "guideline",
        "peer-reviewed",
        "hospital-or-charity",
        "news-quoting-official",
        "secondary",
        "dataset",
    ] = Field(description="What kind of publication it is.")
    supports: Line = Field(description="What it was read for, in English.")
    checked: Date | None = Field(default=None, description="Day on which the live address was last opened.")
    note: Line | None = Field(default=None, description="A remark for editors, in English.")


class Term(Entity):
    """A medical word and its plain meaning."""

    kind_name: ClassVar[str] = "term"
    title: Text = Field(description="The word as a reader meets it.")
    forms: Names = Field(description="Spellings that are linked to the glossary at first use on a page.")
    meaning: Statement = Field(description="One or two plain sentences.")
    see: CauseRef | None = Field(default=None, description="A cause whose page says more.")
    find: FindingRef | None = Field(default=None, description="A sign whose page says more.")
