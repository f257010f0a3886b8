"""How the self-check asks: its screens, when a question is relevant, where it does not apply, what it always offers."""

from typing import Literal

from pydantic import Field

from sehat.model.node import AnswerRef, AskedRef, ConditionRef, LevelRef, Node
from sehat.model.statement import Statements
from sehat.model.text import Text


class Screen(Node):
    """Findings that are asked together. Of a one-of question the answers that are listed are boxes to tick."""

    title: Text = Field(description="The question over the list, to the reader.")
    lead: Text | None = Field(default=None, description="A line under the title.")
    when: Literal["first", "always", "needed"] = Field(
        default="needed",
        description="first: emergency signs, before everything, in the order of the file; "
        "always: for everybody whom no emergency sign stopped; needed: only as far as it can change the result.",
    )
    asks: tuple[AskedRef, ...] = Field(
        description="Findings to tick, or answers of a one-of question to tick; "
        "a one-of question without an answer is asked with all its answers.",
        min_length=1,
    )


class Relevance(Node):
    """When a finding is worth asking; it is not asked otherwise. An unknown answer counts as fitting."""

    any: tuple[AnswerRef, ...] = Field(default=(), description="One of these answers must have been given.")
    none: tuple[AnswerRef, ...] = Field(default=(), description="None of these answers may have been given.")


class AnswerRole(Node):
    """What an answer means besides itself."""

    includes: tuple[AnswerRef, ...] = Field(default=(), description="Other answers that it includes.")
    condition: ConditionRef | None = Field(default=None, description="The complaint that this answer names.")
    label: Text | None = Field(default=None, description="Other words for the answer `unknown` of a question.")


class Boundary(Node):
    """For whom the self-check gives no result, only where to go."""

    when: AnswerRef = Field(description="The answer that ends the self-check.")
    level: LevelRef = Field(description="How soon to be seen at least.")
    title: Text = Field(description="What the reader is told first.")
    says: Statements = Field(description="Why, and where to go.", min_length=1)


class Offer(Node):
    """A remedy that is offered whatever the causes are; its name is the key."""

    levels: tuple[LevelRef, ...] = Field(description="Levels with which it is offered.", min_length=1)
    when: AnswerRef | None = Field(default=None, description="Only with this answer.")
