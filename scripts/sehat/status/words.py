"""The state of the content in words, for a page of the site and for a terminal."""

from collections.abc import Iterator
from dataclasses import dataclass

from sehat.language.formats import own_name
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


@dataclass(frozen=True)
class Item:
    """A line of a list: the file it is about, if any, and the words."""

    file: str
    words: str


@dataclass(frozen=True)
class Part:
    """A part of the report; its key is the same in every language."""

    key: str
    title: str
    says: str = ""
    items: tuple[Item, ...] = ()


def markdown(found: Standing, locale: str, *, everything: bool = False) -> str:
    """The state as Markdown; long lists are cut unless `everything` is wanted."""
    return "\n".join(line for part in report(found, locale, everything=everything) for line in _lines(part))


def _lines(part: Part) -> Iterator[str]:
    yield f"## {part.title}"
    yield ""
    if part.says:
        yield part.says
    for item in part.items:
        yield f"- `{item.file}`: {item.words}" if item.file else f"- {item.words}"
    yield ""


def report(found: Standing, locale: str, *, everything: bool = False) -> Iterator[Part]:
    """The state, part by part; long lists are cut unless `everything` is wanted."""
    id = locale == "id"
    yield Part(
        "languages", title("languages", locale), items=tuple(Item("", _language(each, id)) for each in found.languages)
    )
    yield Part(
        "reviews",
        title("reviews", locale),
        f"{found.reviewed} halaman sudah ditinjau, {found.awaiting} menunggu tinjauan klinis."
        if id
        else f"{found.reviewed} pages are reviewed, {found.awaiting} await a clinical review.",
    )
    for key in ("reviews_due", "numbers_due", "sources_unchecked", "uncertain", "without_summary"):
        yield _spots(key, getattr(found, key), locale, everything)
    hardest = sorted(found.measures, key=lambda each: (-each.words_per_sentence, each.file))
    yield Part(
        "measures",
        title("measures", locale),
        items=tuple(Item(each.file, _measured(each, id)) for each in (hardest if everything else hardest[:HARDEST])),
    )


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
    if id:
        return (
            f"{each.locale}, {each.words} kata, {average.replace('.', ',')} kata per kalimat, "
            f"terpanjang {each.longest} (batas {LONG_SENTENCE}), {each.long_words:.0%} kata panjang"
        )
    return (
        f"{each.locale}, {each.words} words, {average} words a sentence, "
        f"longest {each.longest} (limit {LONG_SENTENCE}), {each.long_words:.0%} long words"
    )


def _spots(key: str, spots: tuple[Spot, ...], locale: str, everything: bool) -> Part:
    items = [
        Item(each.file, each.id if locale == "id" else each.en) for each in (spots if everything else spots[:SHOWN])
    ]
    if len(items) < len(spots):
        items.append(Item("", title("more", locale).format(count=len(spots) - len(items))))
    return Part(
        key.replace("_", "-"),
        f"{title(key, locale)} ({len(spots)})",
        "" if spots else title("none", locale),
        tuple(items),
    )
