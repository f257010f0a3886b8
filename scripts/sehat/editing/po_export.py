"""What a translator gets for a language: every text with its context, and the words there are."""

from collections.abc import Iterator

from sehat.checks.parts import parts
from sehat.editing.words_id import in_indonesian
from sehat.files import OutputFile
from sehat.model.library import Library
from sehat.reading.po import Entry, PoFile, po_file_name, po_text
from sehat.reading.po_places import places

SOURCE = "en"
BESIDE = "id"


def source_locale(locale: str) -> str:
    """The language from which another is translated."""
    return SOURCE if locale != SOURCE else BESIDE


def export(library: Library, locale: str, before: PoFile | None = None) -> OutputFile:
    """The translator's file of a language: published words as they are, a draft's as `before` has them."""
    made = PoFile(locale, before.opening if before else ())
    old = before.entries if before else {}
    by_context: dict[str, list[Entry]] = {}
    for entry in old.values():
        by_context.setdefault(entry.context, []).append(entry)
    wanted = dict(_wanted(library, locale))
    for key, entry in wanted.items():
        known = old.get(key)
        words, fuzzy = entry.words, False
        notes: tuple[str, ...] = ()
        if known is not None:
            words, notes, fuzzy = words or known.words, known.notes, known.fuzzy and not words
        elif not words:
            # The source changed: the nearest old words are kept, marked as doubtful.
            gone = [each for each in by_context.get(entry.context, ()) if (each.context, each.source) not in wanted]
            if len(gone) == 1 and gone[0].words:
                words, notes, fuzzy = gone[0].words, gone[0].notes, True
        made.entries[key] = Entry(entry.context, entry.source, words, entry.about, entry.references, notes, fuzzy)
    return OutputFile(po_file_name(locale), po_text(made).encode())


def _wanted(library: Library, locale: str) -> Iterator[tuple[tuple[str, str], Entry]]:
    seen: dict[tuple[str, str], Entry] = {}
    source_code = source_locale(locale)
    beside = next((code for code in library.languages.published if code not in (source_code, locale)), None)
    for place in places(parts(library)):
        source = place.words(source_code)
        key = (place.context, source)
        told = f"{in_indonesian(place.about)} / {place.about}" if place.about else ""
        about = tuple(each for each in (told, f"{beside}: {place.words(beside)}" if beside else "") if each)
        words = place.words(locale) if locale in library.languages.published else ""
        first = seen.get(key)
        references = (*first.references, place.file) if first and place.file not in first.references else (place.file,)
        seen[key] = Entry(place.context, source, words, about, references)
    yield from seen.items()
