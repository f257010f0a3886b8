"""What changed for readers, and when: the one place that dates of pages come from."""

from pydantic import Field

from sehat.model.node import CauseRef, ConditionRef, Date, ExaminationRef, FindingRef, Node, RemedyRef
from sehat.model.text import Text


class Change(Node):
    """A change that readers should know of. Without pages it is about the whole site."""

    date: Date = Field(description="Day on which it was published.")
    says: Text = Field(description="What changed, in readers' words; a sentence or two.")
    conditions: tuple[ConditionRef, ...] = Field(default=(), description="Complaints whose pages changed.")
    causes: tuple[CauseRef, ...] = Field(default=(), description="Causes whose pages changed.")
    remedies: tuple[RemedyRef, ...] = Field(default=(), description="Remedies whose pages changed.")
    examinations: tuple[ExaminationRef, ...] = Field(default=(), description="Examinations whose pages changed.")
    findings: tuple[FindingRef, ...] = Field(default=(), description="Signs whose pages changed.")

    @property
    def pages(self) -> tuple[tuple[str, str], ...]:
        """Kind and slug of every page it names."""
        return tuple(
            (kind, slug)
            for kind, slugs in (
                ("condition", self.conditions),
                ("cause", self.causes),
                ("remedy", self.remedies),
                ("examination", self.examinations),
                ("finding", self.findings),
            )
            for slug in slugs
        )
