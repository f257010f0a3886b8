"""PO files brought up to date: new words added, unused ones dropped, everything a translator wrote kept."""

import re
from dataclasses import dataclass
from io import BytesIO

from babel.messages.catalog import Catalog as Messages
from babel.messages.pofile import write_po

from sehat.language.catalogs import Key, words_of
from sehat.language.plurals import plural_header

_TOP_COMMENT = re.compile(r"(?:#(?![,:.|~]).*\n)+")


@dataclass(frozen=True)
class Changes:
    """The words by which a PO file differs from what code and templates use, each by text and context."""

    new: tuple[Key, ...]
    unused: tuple[Key, ...]

    def __bool__(self) -> bool:
        """Whether the file is out of date."""
        return bool(self.new or self.unused)


def changes(messages: Messages | None, used: Messages) -> Changes:
    """How the entries of a PO file differ from the words in use. A word that gained a plural form counts as new."""
    have, need = words_of(messages) if messages else {}, words_of(used)
    new = (key for key in need if key not in have or have[key].pluralizable != need[key].pluralizable)
    return Changes(tuple(sorted(new, key=_order)), tuple(sorted(have.keys() - need.keys(), key=_order)))


def updated(text: str, messages: Messages | None, used: Messages, locale: str) -> str:
    """The PO file `text`, which holds `messages`, with the words in use: same words, same bytes.

    Words are sorted, and no date or line number is written, so that a change shows only itself. A word that was
    reworded in the code is new: guessing its old translation would be wrong too often.
    """
    new = Messages(charset="utf-8")
    new.mime_headers = [("Plural-Forms", plural_header(locale))]
    have = words_of(messages) if messages else {}
    for key, message in words_of(used).items():
        old = have.get(key)
        kept = old if old and old.pluralizable == message.pluralizable else None
        new.add(
            message.id,
            kept.string if kept else None,
            locations=[(file, 1) for file in sorted({file for file, _ in message.locations})],
            flags=[flag for flag in (kept.flags if kept else ()) if flag == "fuzzy"],
            auto_comments=message.auto_comments,
            user_comments=kept.user_comments if kept else (),
            context=message.context,
        )
    body = BytesIO()
    write_po(body, new, width=0, omit_header=True, sort_output=True, include_lineno=False)
    comment = _TOP_COMMENT.match(text)
    return (comment[0] if comment else "") + _header(locale) + body.getvalue().decode("utf-8").rstrip("\n") + "\n"


def _header(locale: str) -> str:
    fields = (
        f"Language: {locale}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {plural_header(locale)}",
    )
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{field}\\n"\n' for field in fields) + "\n"


def _order(key: Key) -> tuple[str, str]:
    return (key[0], key[1] or "")
