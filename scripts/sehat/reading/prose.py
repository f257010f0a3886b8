"""Prose pages: YAML front matter between `---` lines, then rich text; one file per locale."""

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field, TypeAdapter, ValidationError

from sehat.model.library import Prose
from sehat.model.node import Line, Node
from sehat.model.text import Languages
from sehat.problems import Problem
from sehat.reading.explain import explain
from sehat.reading.files import read_text
from sehat.reading.yaml_text import REFUSED, read_yaml

NAME = re.compile(r"^(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<locale>[a-z]{2,3}(?:-[A-Za-z]+)?)\.md$")


class Front(Node):
    """The front matter of a prose page."""

    title: Line = Field(description="Heading of the page.")
    address: Line = Field(description="Last part of the page's address.", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    summary: Line = Field(description="One or two sentences under the heading.")


ADAPTER = TypeAdapter(Front)


def read_prose(root: Path, languages: Languages) -> tuple[dict[str, dict[str, Prose]], list[Problem]]:
    """Prose pages by slug and locale, and what is wrong with them."""
    pages: dict[str, dict[str, Prose]] = {}
    problems: list[Problem] = []
    folder = root / "content" / "pages"
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        file = path.relative_to(root).as_posix()
        match = NAME.match(path.name)
        if not match:
            problems.append(_problem(file, 1, *NAMED))
            continue
        page, found = _read_page(root, file, match["slug"], match["locale"], languages)
        problems += found
        if page:
            pages.setdefault(page.slug, {})[page.locale] = page
    problems += _missing(folder, pages, languages)
    return pages, problems


def _read_page(
    root: Path, file: str, slug: str, locale: str, languages: Languages
) -> tuple[Prose | None, list[Problem]]:
    text, problems = read_text(root / file, file)
    if text is None:
        return None, problems
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines[1:], 1) if line == "---"), 0)
    if lines[0] != "---" or not end:
        return None, [_problem(file, 1, *FRONT)]
    # Line 1 stays, so that the places in the front matter are those of the file.
    data, marks, problems = read_yaml("\n".join(["", *lines[1:end]]), file)
    for number, line in enumerate(lines[end + 1 :], end + 2):
        if REFUSED.search(line):
            problems.append(_problem(file, number, *HIDDEN_WORDS))
    if data is None or problems:
        return None, problems
    try:
        front = ADAPTER.validate_python(data)
    except ValidationError as error:
        return None, list(explain(error, Front, data, marks, languages))
    body = "\n".join(lines[end + 1 :])
    return Prose(slug, locale, file, front.title, front.address, front.summary, body, end + 2), []


def _missing(folder: Path, pages: dict[str, dict[str, Prose]], languages: Languages) -> Iterator[Problem]:
    for slug, by_locale in sorted(pages.items()):
        for locale in languages.published:
            if locale not in by_locale and not (folder / f"{slug}.{locale}.md").exists():
                present = next(iter(by_locale.values()))
                yield _problem(
                    present.file,
                    1,
                    "missing-language",
                    f'This page has no version in "{locale}". Add content/pages/{slug}.{locale}.md.',
                    f'Halaman ini belum punya versi "{locale}". Tambahkan content/pages/{slug}.{locale}.md.',
                )


def _problem(file: str, line: int, rule: str, en: str, id: str) -> Problem:
    return Problem(file, line, 1, "error", rule, {"id": id, "en": en})


NAMED = (
    "file-names",
    'This file\'s name must look like "about.id.md": a slug, the language, then "md". Rename it.',
    'Nama berkas ini harus seperti "about.id.md": nama halaman, bahasa, lalu "md". Ganti namanya.',
)
FRONT = (
    "front-matter",
    'The page must start with "---", its title, address and summary, and "---" again.',
    'Halaman harus dimulai dengan "---", lalu title, address, dan summary, lalu "---" lagi.',
)
HIDDEN_WORDS = (
    "hidden-characters",
    "There is a hidden character on this line. Delete it and type the text again.",
    "Ada karakter tersembunyi di baris ini. Hapus lalu ketik ulang teksnya.",
)
