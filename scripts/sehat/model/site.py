"""Content that is not an entity: the site itself, safety information, the self-check's rules, the ledger of facts."""

from typing import Literal

from pydantic import Field

from sehat.model.node import (
    AnswerRef,
    CauseRef,
    ConditionRef,
    Date,
    LevelRef,
    Line,
    Node,
    SourceRef,
    WholeNumber,
    YesNo,
)
from sehat.model.statement import Check, Claim, Claims, Statements
from sehat.model.text import Text


class EmergencyNumber(Node):
    """A telephone number for emergencies."""

    number: Line = Field(description="The number as it is dialled.", pattern=r"^[0-9]{3,7}$")
    name: Text = Field(description="Whose number it is.")
    about: Claim = Field(description="What to expect of it.")
    main: YesNo = Field(default=False, description="true for the one number that pages show first.")
    checked: Date = Field(description="Day on which the number was last compared with its source.")


class Section(Node):
    """A group of pages with an address of its own."""

    title: Text = Field(description="Heading of the list page and label in the menu.")
    address: Text = Field(description="First part of the addresses.")
    summary: Text = Field(description="One sentence under the heading.")


class Site(Node):
    """What holds for the whole site."""

    title: Text = Field(description="Name of the site.")
    tagline: Text = Field(description="One sentence on the home page.")
    notice: Text = Field(description="What every page says at its foot.")
    published: tuple[Line, ...] = Field(
        description="Locales that are complete; the first is the default.", min_length=1
    )
    emergency_numbers: tuple[EmergencyNumber, ...] = Field(description="In the order they are shown.", min_length=1)
    review_interval_months: WholeNumber = Field(description="A review is due again after this many months.")
    number_check_months: WholeNumber = Field(description="Emergency numbers are compared again after this many months.")
    repository: Line | None = Field(default=None, description="Address of the Git repository; hidden while left out.")
    contact: Line | None = Field(
        default=None,
        description="Where to report a security problem, like mailto:name@place.org; security.txt is left out without it.",
        pattern=r"^(https://|mailto:)\S+$",
    )
    offline: Literal["on", "off"] = Field(
        default="on", description="off recalls the copies that browsers keep for use without a network."
    )
    self_check: Literal["on", "off"] = Field(default="on", description="off builds a static list of signs instead.")
    sections: dict[str, Section] = Field(description="One per group of pages.")


class SafetyNet(Node):
    """What everybody is told, whatever the self-check says."""

    while_waiting: Statements = Field(description="What to do until emergency help comes.", min_length=1)
    never: Statements = Field(description="What must not be done in an emergency.", min_length=1)
    emergency_signs: tuple[AnswerRef, ...] = Field(
        description="Every sign of the emergency page, in order.", min_length=1
    )
    everywhere: tuple[AnswerRef, ...] = Field(
        description="The few emergency signs that stand on every page.", min_length=1
    )
    uncertainty: Statements = Field(description="What cannot be known from a page.", min_length=1)
    course: Claims = Field(description="What is expected, with time limits.", min_length=1)
    emergency: Statements = Field(description="Signs for emergency care, in short.", min_length=1)
    same_day: Statements = Field(description="Signs for a doctor today, in short.", min_length=1)
    within_two_weeks: Statements = Field(description="Reasons for a visit within two weeks.", min_length=1)
    medicines: Statements = Field(description="About prescribed medicines.", min_length=1)
    where_to_go: Statements = Field(description="Where to be seen.", min_length=1)
    keep: Statements = Field(description="What to do with the page.", min_length=1)


class UrgencyLevel(Node):
    """How soon a person should be seen."""

    rank: WholeNumber = Field(description="1 is the most urgent.")
    title: Text = Field(description="The urgency in words.")
    action: Text = Field(description="What to do.")


class Group(Node):
    """A part of the self-check."""

    title: Text = Field(description="Heading of the part.")


class When(Node):
    """Findings on which a rule holds: every one of `all`, one of `any`, `at_least` of `of`, none of `none`."""

    all: tuple[AnswerRef, ...] = Field(default=(), description="All must be met.")
    any: tuple[AnswerRef, ...] = Field(default=(), description="At least one must be met.")
    at_least: WholeNumber = Field(default=0, description="How many of `of` must be met.")
    of: tuple[AnswerRef, ...] = Field(default=(), description="Findings that are counted.")
    none: tuple[AnswerRef, ...] = Field(default=(), description="None may be met.")


class Rule(Node):
    """A combination of findings and the level it reaches."""

    level: LevelRef = Field(description="The level it reaches.")
    when: When = Field(description="The findings on which it holds.")
    title: Text = Field(description="The signs in a few plain words.")
    why: Claim = Field(description="The reason, for the reader.")
    names: tuple[CauseRef, ...] = Field(
        default=(), description="Causes that must not be missed: named among the causes whenever the rule holds."
    )
    note: Line | None = Field(default=None, description="A remark for editors, in English.")


class Example(Node):
    """A person's answers and the level that must come out."""

    answers: dict[str, Line] = Field(description="Finding to answer: `yes`, or the option's name.")
    level: LevelRef = Field(description="The level that must be reached.")
    rules: tuple[Line, ...] = Field(default=(), description="Rules that must hold, among others.")


class Fact(Node):
    """An entry of the ledger of what the site must say; statements claim it by its id."""

    conditions: tuple[ConditionRef, ...] = Field(description="Complaints it is about.", min_length=1)
    kind: Literal[
        "definition",
        "symptom",
        "course",
        "cause",
        "mechanism",
        "trigger",
        "accompanying-symptom",
        "related-disease",
        "examination",
        "treatment",
        "home-care",
        "prevention",
        "when-to-see-a-doctor",
    ] = Field(description="What kind of fact it is.")
    says: Text = Field(description="The fact; pages may word it better.")
    check: Check = Field(description="How well the sources back it; a statement may not claim more.")
    limit: Line | None = Field(default=None, description="The limit that the statement's note must carry, in English.")
    causes: tuple[CauseRef, ...] = Field(default=(), description="Causes it concerns.")
    remedies: tuple[Line, ...] = Field(default=(), description="Remedies and examinations it concerns.")
    sources: tuple[SourceRef, ...] = Field(default=(), description="Sources that were read for it.")
