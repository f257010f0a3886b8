"""Exceptions to the rules of content, each with its reason."""

from pydantic import Field

from sehat.model.node import Line, Node


class RuleException(Node):
    """One place where a rule does not hold, and why that is right."""

    file: Line = Field(description="The file in which the problem stands, such as `content/causes/tetanus.yaml`.")
    rule: Line = Field(description="The rule that is broken, as its message names it.")
    words: Line = Field(description="Words of the message that tell this problem from others of the file.")
    reason: Line = Field(description="Why it is right here; an exception without a true reason is a mistake.")
