"""Phrases of one language that pages in another language show among the names of things."""

from pydantic import Field

from sehat.model.node import Line, Node


class ForeignPhrases(Node):
    """Phrases of a language that pages in other languages show; the entry's name is the code of their language."""

    phrases: tuple[Line, ...] = Field(
        description="Words that a voice must read in their own language; not proper names, nor what both languages say.",
        min_length=1,
    )
