"""The state of the content as Markdown, for a page of the site and for a terminal."""

from collections.abc import Iterator

from sehat.language.formats import own_name
from sehat.safe_text.escape import markdown_text
from sehat.status.measures import LONG_SENTENCE, Measure
from sehat.status.standing import Language, Spot, Standing

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


def markdown(found: Standing, locale: str, *, everything: bool = False, page: bool = False) -> str:
    """The state as Markdown; long lists are cut unless `everything` is wanted.

    For a page of the site, headings have the same anchor in every language and words of the content are escaped.
    """
    return "\n".join(_lines(found, locale, everything, page)) + "\n"


def _lines(found: Standing, locale: str, everything: bool, page: bool) -> Iterator[str]:
    id = locale == "id"
    yield _heading("languages", locale, page)
    yield ""
    yield from (f"- {_language(each, id)}" for each in found.languages)
    yield ""
    yield _heading("reviews", locale, page)
    yield ""
    if id:
        yield f"{found.reviewed} halaman sudah ditinjau, {found.awaiting} menunggu tinjauan klinis."
    else:
        yield f"{found.reviewed} pages are reviewed, {found.awaiting} await a clinical review."
    yield ""
    for key in ("reviews_due", "numbers_due", "sources_unchecked", "uncertain", "without_summary"):
        yield from _spots(key, getattr(found, key), locale, everything, page)
    yield _heading("measures", locale, page)
    yield ""
    hardest = sorted(found.measures, key=lambda each: (-each.words_per_sentence, each.file))
    yield from (f"- {_measured(each, id)}" for each in (hardest if everything else hardest[:HARDEST]))


def _heading(key: str, locale: str, page: bool, more: str = "") -> str:
    return f"## {title(key, locale)}{more}" + f" {{: #{key.replace('_', '-')} }}" * page


def _language(each: Language, id: bool) -> str:
    share = f"{each.present}/{each.texts} ({each.complete:.1%})"
    name = own_name(each.locale)
    if id:
        draft = "" if each.published else " (draf)"
        return (
            f"{name}{draft}: {share.replace('.', ',')} lengkap, {each.stale} usang, {each.unknown} belum dibandingkan"
        )
    draft = "" if each.published else " (draft)"
    return f"{name}{draft}: {share} complete, {each.stale} stale, {each.unknown} not compared"


def _measured(each: Measure, id: bool) -> str:
    average = f"{each.words_per_sentence:.1f}"
    page = f"`{each.file}` ({each.locale})"
    if id:
        return (
            f"{page}: {each.words} kata, {average.replace('.', ',')} kata per kalimat, "
            f"terpanjang {each.longest} (batas {LONG_SENTENCE}), {each.long_words:.0%} kata panjang"
        )
    return (
        f"{page}: {each.words} words, {average} words a sentence, "
        f"longest {each.longest} (limit {LONG_SENTENCE}), {each.long_words:.0%} long words"
    )


def _spots(key: str, spots: tuple[Spot, ...], locale: str, everything: bool, page: bool) -> Iterator[str]:
    yield _heading(key, locale, page, f" ({len(spots)})")
    yield ""
    if not spots:
        yield title("none", locale)
    for each in spots if everything else spots[:SHOWN]:
        words = each.id if locale == "id" else each.en
        yield f"- `{each.file}`: {markdown_text(words) if page else words}"
    left = 0 if everything else len(spots) - SHOWN
    if left > 0:
        yield f"- {title('more', locale).format(count=left)}"
    yield ""
