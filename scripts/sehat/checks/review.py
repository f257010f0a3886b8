"""Nothing claims a clinical review without a clinician, a day and a day on which it ends."""

from collections.abc import Iterator
from datetime import date

from sehat.checks.parts import problem
from sehat.model.entities import Review
from sehat.model.library import Library
from sehat.problems import Problem

SIGNED = ("by", "on", "due")


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """A problem for each review that says too much or too little."""
    for entity in library.entities():
        review = getattr(entity, "review", None)
        if not isinstance(review, Review):
            continue
        for field in SIGNED:
            given = getattr(review, field) is not None
            if review.state == "reviewed" and not given:
                en = f'A page that is reviewed says "{field}". Add it, or write "state: awaiting-clinical-review".'
                id = f'Halaman yang sudah ditinjau menyebut "{field}". Tambahkan, atau tulis "state: awaiting-clinical-review".'
                yield problem(library, entity.file, ("review", "state"), "review", en=en, id=id)
            if review.state != "reviewed" and given:
                en = f'"{field}" belongs to a page that is reviewed. Delete it until a clinician has signed.'
                id = f'"{field}" hanya untuk halaman yang sudah ditinjau. Hapus sampai dokter menandatangani.'
                yield problem(library, entity.file, ("review", field), "review", en=en, id=id, key=True)
        if review.on is not None and today is not None and review.on > today:
            yield problem(
                library,
                entity.file,
                ("review", "on"),
                "review",
                en=f"The day of the review, {review.on}, is still to come. Correct it.",
                id=f"Tanggal tinjauan, {review.on}, belum tiba. Perbaiki.",
            )
        if review.on is not None and review.due is not None and review.due <= review.on:
            yield problem(
                library,
                entity.file,
                ("review", "due"),
                "review",
                en=f"The review ends on {review.due}, which is not after {review.on}. Correct one of the days.",
                id=f"Tinjauan berakhir pada {review.due}, padahal dimulai {review.on}. Perbaiki salah satunya.",
            )
