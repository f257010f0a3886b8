"""Examples that show editors, step by step, what happens when a line is changed."""

from typing import Literal

from pydantic import Field

from sehat.model.node import Line, Node
from sehat.model.text import Text


class Walkthrough(Node):
    """One change of one file, from opening it to what comes of it. Its entry's name is the name of its picture."""

    title: Text = Field(description="What the editor does, as a heading.")
    steps: tuple[Text, ...] = Field(description="What to do, one after the other.", min_length=1)
    file: Line = Field(description="The file that is changed, from `content/` on.")
    before: tuple[Line, ...] = Field(
        description="Its lines as they stand now, without the spaces before.", min_length=1
    )
    after: tuple[Line, ...] = Field(description="The same lines after the change.", min_length=1)
    shows: Literal["saved", "message", "report"] = Field(
        description="What comes of it. saved: the form saves it; message: the checks object; report: what readers see."
    )
    message: Text | None = Field(default=None, description="What the checks say to it, word for word.")
    report: tuple[Line, ...] = Field(default=(), description="Lines of the report on what changes for readers.")
    alt: Text = Field(description="What a reader who cannot see the picture must know of it.")
