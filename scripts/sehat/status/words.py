"""The state of the content as Markdown, for a page of the site and for a terminal."""

from collections.abc import Iterable, Iterator

from sehat.language.formats import own_name
from sehat.status.measures import LONG_SENTENCE, Measure
from sehat.status.standing import Spot, Standing

HARDEST = 15
SHOWN = 25
TITLES = {
    "languages": ("Languages", "Bahasa"),
    "reviews": ("Clinical reviews", "Tinjauan klinis"),
    "reviews_due": ("Reviews that are due", "Tinjauan yang jatuh tempo"),
    "numbers_due": ("Emergency numbers to compare again", "Nomor darurat yang perlu dicocokkan lagi"),
    "sources_unchecked": ("Sources not opened for a year", "Sumber yang setahun belum dibuka lagi"),
    "uncertain": ("Unverified and disputed", "Belum terverifikasi dan diperdebatkan"),
    "without_summary": ("Pages without a summary", "Halaman tanpa ringkasan"),
    "measures": ("Hardest pages to read", "Halaman yang paling sulit dibaca"),
    "more": ("and {count} more", "dan {count} lagi"),
    "none": ("None.", "Tidak ada."),
}


def title(key: str, locale: str) -> str:
    """A heading in English, or in Indonesian."""
    en, id = TITLES[key]
    return id if locale == "id" else en


def markdown(found: Standing, locale: str, *, everything: bool = False) -> str:
    """The state as Markdown; long lists are cut unless `everything` is wanted."""
    return "\n".join(_lines(found, locale, everything)) + "\n"


def _lines(found: Standing, locale: str, everything: bool) -> Iterator[str]:
    id = locale == "id"
    yield f"## {title('languages', locale)}"
    yield ""
    head = (
        ("Bahasa", "Lengkap", "Usang", "Belum dibandingkan")
        if id
        else ("Language", "Complete", "Stale", "Not compared")
    )
    yield from _table(
        head,
        (
            (
                f"{own_name(each.locale)}{'' if each.published else ' (draf)' if id else ' (draft)'}",
                f"{each.present}/{each.texts} ({each.complete:.1%})".replace(".", "," if id else "."),
                str(each.stale),
                str(each.unknown),
            )
            for each in found.languages
        ),
    )
    yield f"## {title('reviews', locale)}"
    yield ""
    if id:
        yield f"{found.reviewed} halaman sudah ditinjau, {found.awaiting} menunggu tinjauan klinis."
    else:
        yield f"{found.reviewed} pages are reviewed, {found.awaiting} await a clinical review."
    yield ""
    for key in ("reviews_due", "numbers_due", "sources_unchecked", "uncertain", "without_summary"):
        yield from _spots(key, getattr(found, key), locale, everything)
    yield f"## {title('measures', locale)}"
    yield ""
    hardest = sorted(found.measures, key=lambda each: (-each.words_per_sentence, each.file))
    titles = (
        ("Halaman", "Bahasa", "Kata", "Kata per kalimat", f"Terpanjang (batas {LONG_SENTENCE})", "Kata panjang")
        if id
        else ("Page", "Language", "Words", "Words a sentence", f"Longest (limit {LONG_SENTENCE})", "Long words")
    )
    yield from _table(titles, (_measured(each, id) for each in (hardest if everything else hardest[:HARDEST])))


def _measured(each: Measure, id: bool) -> tuple[str, ...]:
    average = f"{each.words_per_sentence:.1f}"
    return (
        f"`{each.kind}` {each.slug}",
        each.locale,
        str(each.words),
        average.replace(".", ",") if id else average,
        str(each.longest),
        f"{each.long_words:.0%}",
    )


def _spots(key: str, spots: tuple[Spot, ...], locale: str, everything: bool) -> Iterator[str]:
    yield f"## {title(key, locale)} ({len(spots)})"
    yield ""
    if not spots:
        yield title("none", locale)
    for each in spots if everything else spots[:SHOWN]:
        yield f"- `{each.file}`: {each.id if locale == 'id' else each.en}"
    left = 0 if everything else len(spots) - SHOWN
    if left > 0:
        yield f"- {title('more', locale).format(count=left)}"
    yield ""


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    titles = tuple(head)
    yield f"| {' | '.join(titles)} |"
    yield "|" + "---|" * len(titles)
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '/') for cell in row)} |"
    yield ""
