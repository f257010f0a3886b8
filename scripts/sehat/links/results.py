"""The answers as Markdown for an issue, as JSON, and as text."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from sehat.links.asking import State
from sehat.links.round import Found

WORDS: Mapping[State, tuple[str, str]] = {
    "gone": (
        "Tidak ditemukan: cari alamat barunya, atau ganti sumbernya",
        "Not there: find its new address, or replace the source",
    ),
    "moved": ("Pindah untuk seterusnya: tulis alamat barunya", "Moved for good: write its new address"),
    "silent": (
        "Tidak menjawab: coba lagi minggu depan, lalu cari gantinya",
        "No answer: try again next week, then look for another",
    ),
    "closed": ("Menolak program: buka sendiri di peramban", "Refuses programs: open it in a browser"),
}
BROKEN: tuple[State, ...] = ("gone", "moved")
"""What an editor has to change; the rest may be a bad day of the other side."""


def markdown(found: Sequence[Found]) -> str:
    """The addresses that need somebody, under a heading each in both languages."""
    return "\n".join(_markdown(found)) + "\n"


def _markdown(found: Sequence[Found]) -> Iterator[str]:
    yield "## Alamat sumber · Addresses of sources"
    yield ""
    good = sum(each.answer.state == "good" for each in found)
    yield f"{good} dari {len(found)} alamat menjawab. {good} of {len(found)} addresses answer."
    for state, (id, en) in WORDS.items():
        some = [each for each in found if each.answer.state == state]
        if some:
            yield ""
            yield f"### {id} · {en} ({len(some)})"
            yield ""
            for each in some:
                leads_to = f" → <{_address(each.answer.leads_to)}>" if each.answer.leads_to else ""
                yield f"- `{each.file}`: <{_address(each.url)}> ({each.answer.detail}){leads_to}"


def _address(url: str) -> str:
    """An address that stays inside its angle brackets, whatever a server answered."""
    return "".join(letter if letter.isprintable() and letter not in "<> `" else "%20" for letter in url)


def as_json(found: Sequence[Found]) -> str:
    """A list with the fields slug, file, url, state, detail, leads_to."""
    listed = [
        {
            "slug": each.slug,
            "file": each.file,
            "url": each.url,
            "state": each.answer.state,
            "detail": each.answer.detail,
            "leads_to": each.answer.leads_to,
        }
        for each in found
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def text(found: Sequence[Found]) -> str:
    """A line for each address that does not simply answer, then how many do."""
    lines = [
        f"{each.answer.state:<6}  {each.answer.detail:<12}  {each.file}  {each.url}"
        + (f" -> {each.answer.leads_to}" if each.answer.leads_to else "")
        for each in found
        if each.answer.state != "good"
    ]
    good = len(found) - len(lines)
    return "\n".join([*lines, f"{good} dari {len(found)} menjawab. {good} of {len(found)} answer."]) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Found]], str]] = {"text": text, "markdown": markdown, "json": as_json}
