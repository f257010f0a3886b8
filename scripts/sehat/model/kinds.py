"""The kinds of entity: folder, model, and what editors call them."""

from dataclasses import dataclass

from sehat.model.entities import Cause, Condition, Examination, Finding, Remedy, Source, Term
from sehat.model.node import Entity


@dataclass(frozen=True)
class Kind:
    """One kind of entity: its name in code, its folder below `content/`, its model and its names for editors."""

    name: str
    folder: str
    model: type[Entity]
    en: str
    id: str


KINDS = (
    Kind("condition", "conditions", Condition, "complaint", "keluhan"),
    Kind("cause", "causes", Cause, "cause", "penyebab"),
    Kind("remedy", "remedies", Remedy, "remedy", "solusi"),
    Kind("examination", "examinations", Examination, "examination", "pemeriksaan"),
    Kind("finding", "findings", Finding, "finding", "temuan"),
    Kind("source", "sources", Source, "source", "sumber"),
    Kind("term", "glossary", Term, "glossary term", "istilah"),
)
KIND = {kind.name: kind for kind in KINDS}
