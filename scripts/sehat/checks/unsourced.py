"""Every statement that makes a medical claim names a source, or says that it is unverified."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import get_type_hints

from pydantic import BaseModel

from sehat.checks.parts import problem, walked
from sehat.model.library import Library
from sehat.model.statement import MedicalClaims, Statement
from sehat.problems import Problem


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A warning for each claim without a source."""
    for file, path, node in walked(library):
        for field in _claims(type(node)) if isinstance(node, BaseModel) else ():
            member = getattr(node, field)
            single = isinstance(member, Statement)
            for number, statement in enumerate((member,) if single else member):
                if not statement.sources and statement.check != "unverified":
                    yield problem(
                        library,
                        file,
                        (*path, field) if single else (*path, field, number),
                        "unsourced",
                        en="This statement makes a medical claim without a source. "
                        'Add "sources", or write "check: unverified" and word it with care.',
                        id="Pernyataan ini berisi klaim medis tanpa sumber. "
                        'Tambahkan "sources", atau tulis "check: unverified" dan pakai kata yang hati-hati.',
                        level="warning",
                    )


@cache
def _claims(model: type[BaseModel]) -> tuple[str, ...]:
    hints = get_type_hints(model, include_extras=True)
    return tuple(
        field
        for field in model.model_fields
        if any(isinstance(extra, MedicalClaims) for extra in getattr(hints[field], "__metadata__", ()))
    )
