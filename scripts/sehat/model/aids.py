"""What helps to see at a glance: line drawings, and tables that set causes side by side."""

from typing import Literal

from pydantic import Field

from sehat.model.node import CauseRef, ConditionRef, Node, RemedyRef
from sehat.model.text import Text


class Drawing(Node):
    """A line drawing. Its entry's name is the name of `docs/assets/drawings/<name>.svg`."""

    alt: Text = Field(description="What a reader who cannot see the drawing must know of it, in one or two sentences.")
    caption: Text = Field(description="The line under the drawing.")
    parts: tuple[Text, ...] = Field(default=(), description="What the numbers in the drawing mean, from 1 on.")
    shows: Literal["action", "body", "comparison"] = Field(
        description="action: something to do; body: how the calf is built; comparison: how two things differ."
    )
    conditions: tuple[ConditionRef, ...] = Field(default=(), description="Complaints whose pages show it.")
    causes: tuple[CauseRef, ...] = Field(default=(), description="Causes whose pages show it.")
    remedies: tuple[RemedyRef, ...] = Field(default=(), description="Remedies whose pages show it.")


class Comparison(Node):
    """Causes that are easily taken for each other. The signs in the table come from the causes themselves."""

    title: Text = Field(description="The question that the table answers.")
    conditions: tuple[ConditionRef, ...] = Field(description="Complaints whose pages show it.", min_length=1)
    causes: tuple[CauseRef, ...] = Field(
        description="The causes, one column each; the first is the harmless one.", min_length=2, max_length=4
    )
