"""Emergency numbers are compared with their source, and clinical reviews renewed, before their day."""

from collections.abc import Iterator
from datetime import date

from sehat.checks.parts import problem
from sehat.model.entities import Review
from sehat.model.library import Library
from sehat.problems import Problem


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A warning for what is due on `today`; nothing without a day."""
    if today is None:
        return
    months = library.site.number_check_months
    for place, number in enumerate(library.site.emergency_numbers):
        if months_later(number.checked, months) <= today:
            yield problem(
                library,
                "content/site.yaml",
                ("emergency_numbers", place, "checked"),
                "due",
                en=f"The emergency number {number.number} was last compared on {number.checked}, over {months} months "
                'ago. Compare it with its source and write the new day in "checked".',
                id=f"Nomor darurat {number.number} terakhir dicocokkan pada {number.checked}, lebih dari {months} bulan "
                'lalu. Cocokkan dengan sumbernya dan tulis tanggal baru di "checked".',
                level="warning",
            )
    for entity in library.entities():
        review = getattr(entity, "review", None)
        if isinstance(review, Review) and review.due is not None and review.due <= today:
            yield problem(
                library,
                entity.file,
                ("review", "due"),
                "due",
                en=f"The clinical review was due on {review.due}. "
                'Ask a clinician to read the page again, or write "state: awaiting-clinical-review".',
                id=f"Tinjauan klinis jatuh tempo pada {review.due}. "
                'Minta dokter membaca ulang, atau tulis "state: awaiting-clinical-review".',
                level="warning",
            )


def months_later(day: date, months: int) -> date:
    """The same day `months` later, or the last day of that month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, min(last, day.day))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
