"""The page a browser shows while the content has problems: what is wrong, and where."""

from collections.abc import Sequence
from html import escape

from sehat.problems import Problem

STYLE = (
    "body{font:1.0625rem/1.55 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;"
    "color:#16262a;background:#fff}h1{font-size:1.6rem;line-height:1.25}h1 small{display:block;font-size:1rem;"
    "font-weight:400}li{margin:0 0 1.25rem;padding:.75rem 1rem;border:1px solid #a3150f;"
    "border-inline-start-width:.45rem;border-radius:.4rem;list-style:none}ol{padding:0}"
    "code{font-weight:700;overflow-wrap:anywhere}p{margin:.4rem 0}.rule{color:#3b4f54;font-size:.9rem}"
)

# These words stand here in both languages, not in a catalog: the page must come up when a catalog is what is broken.
TITLE = {"id": "Isi perlu diperbaiki", "en": "The content needs a correction"}
ADVICE = {
    "id": "Simpan perbaikan, lalu halaman ini kembali dengan sendirinya.",
    "en": "Save the correction and the page comes back by itself.",
}
BROKEN = {
    "id": "Situs tidak dapat dibuat. Rinciannya ada di terminal.",
    "en": "The site could not be built. The terminal says more.",
}


def problem_page(problems: Sequence[Problem]) -> str:
    """One document that lists every problem in both languages."""
    return _document("<ol>\n" + "\n".join(_item(problem) for problem in problems) + "\n</ol>")


def failure_page(reason: str) -> str:
    """One document that says that something other than the content failed."""
    return _document(
        f'<p lang="id">{BROKEN["id"]}</p>\n<p lang="en">{BROKEN["en"]}</p>\n<p><code>{escape(reason)}</code></p>'
    )


def _document(body: str) -> str:
    return (
        f'<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{TITLE["id"]}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main data-problems>\n<h1>{TITLE['id']}"
        f'<small lang="en">{TITLE["en"]}</small></h1>\n{body}\n<p lang="id">{ADVICE["id"]}</p>\n'
        f'<p lang="en">{ADVICE["en"]}</p>\n</main>\n</body>\n</html>\n'
    )


def _item(problem: Problem) -> str:
    words = "\n".join(f'<p lang="{locale}">{escape(text)}</p>' for locale, text in problem.message.items())
    place = escape(f"{problem.file}:{problem.line}:{problem.column}")
    return f'<li><code>{place}</code>\n{words}\n<p class="rule">{escape(problem.rule)}</p></li>'
