"""What search knows about how people type: words per language, red flags, translations, labelled queries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from sehat.model.node import AnswerRef, Line, Node, Refers, YesNo
from sehat.model.text import Names, Text

PageRef = Annotated[Line, Refers("page")]
"""A page of the site as `kind:name`, such as `cause:varicose-veins` or `emergency:emergency`."""

Intent = Annotated[Line, Field(pattern=r"^(remedy|cause|examination|[a-z-]+:[a-z0-9-]+)$")]
"""A kind of page, or a page."""


class SearchWords(Node):
    """How people type in one language."""

    ignored: tuple[Line, ...] = Field(default=(), description="Question words and other words that say nothing.")
    chat: dict[str, Line] = Field(default={}, description="Chat spellings and abbreviations, each with what it means.")
    synonyms: dict[str, tuple[Line, ...]] = Field(
        default={}, description="A word, and the words or short phrases that mean the same in a search."
    )
    stems: dict[str, Line] = Field(default={}, description="Words whose root the stemmer gets wrong, with the root.")
    intents: dict[Intent, tuple[Line, ...]] = Field(
        default={}, description="Words that tell which kind of page, or which page, is looked for."
    )
    pages: dict[PageRef, tuple[Line, ...]] = Field(
        default={}, description="Other names of pages, which only search knows: brands, spoken forms, whole phrases."
    )


class SearchFlag(Node):
    """A red flag that can be recognised in a query."""

    sign: AnswerRef | None = Field(default=None, description="The sign whose name and urgency the notice shows.")
    leads_to: tuple[PageRef, ...] = Field(description="Pages that come first, the right one first.", min_length=1)
    phrases: Names = Field(
        description="Words that must all be in the query, in any order. `a/b` is one of them, `a_b` is in this order, "
        "`!a` must be absent. Words are compared by their roots and synonyms."
    )


class LabelledQuery(Node):
    """A query with the pages that answer it, for scoring."""

    text: Line = Field(description="What a person typed.")
    kind: Literal[
        "keyword",
        "question",
        "inflected",
        "typo",
        "synonym",
        "abbreviation",
        "mixed",
        "drug",
        "combination",
        "remedy",
        "test",
        "prefix",
        "emergency",
    ] = Field(description="The class of the query.")
    best: tuple[PageRef, ...] = Field(description="The pages that the person needs.", min_length=1)
    good: tuple[PageRef, ...] = Field(default=(), description="Pages that also help.")
    red_flag: YesNo = Field(default=False, description="true when the red-flag notice must appear.")


@dataclass(frozen=True)
class Search:
    """What the index is made from; the labelled queries are read apart, when they are needed."""

    words: Mapping[str, SearchWords] = field(default_factory=dict)
    flags: Mapping[str, SearchFlag] = field(default_factory=dict)
    translations: tuple[Text, ...] = ()
