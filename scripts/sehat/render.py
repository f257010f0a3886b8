"""From `content/` to `docs/`: read, check, render, write what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sehat.addresses import SiteMap
from sehat.checks.run import run_checks
from sehat.files import OutputFile, remove_others, write_if_changed
from sehat.language.catalogs import read_catalogs
from sehat.model.library import Library
from sehat.model.relations import Relations
from sehat.outputs.edition import Edition
from sehat.outputs.pages import pages
from sehat.outputs.selfcheck_page import selfcheck_data, selfcheck_words
from sehat.outputs.theme import theme
from sehat.problems import Problem, in_order
from sehat.reading.library import read_library
from sehat.reports import report as report


@dataclass(frozen=True)
class Loaded:
    """A library that can be rendered, its editions, and what is wrong with the content."""

    library: Library | None
    editions: dict[str, Edition]
    problems: tuple[Problem, ...]

    @property
    def good(self) -> bool:
        """Whether it may be published: warnings do not stop it, errors do."""
        return self.library is not None and not any(each.level == "error" for each in self.problems)


@dataclass(frozen=True)
class RenderResult:
    """What a rendering did; with errors in the content nothing is written."""

    problems: tuple[Problem, ...]
    written: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    pages: int = 0

    @property
    def good(self) -> bool:
        """Whether the pages were rendered."""
        return not any(each.level == "error" for each in self.problems)


def load(root: Path, *, today: date | None = None, beside: bool = False) -> Loaded:
    """Read and check the content of the project at `root`; `today` is for due dates, which are skipped without it.

    With `beside`, half of the checks may run in a second process.
    """
    reading = read_library(root)
    library = reading.library
    if library is None:
        return Loaded(None, {}, reading.problems)
    problems = list(reading.problems) + list(run_checks(library, today, beside=beside))
    catalogs, found = read_catalogs(root, library.languages.published, library.languages.drafts)
    problems = [*problems, *found]
    site_map = SiteMap(library)
    relations = Relations(library)
    editions = {code: Edition(library, site_map, relations, catalogs[code], code) for code in library.languages.all}
    return Loaded(library, editions, in_order(problems))


def render(root: Path, locales: Sequence[str] | None = None) -> RenderResult:
    """Render the pages of `locales` (all when None) below `docs/`, and the theme's data."""
    loaded = load(root)
    if loaded.library is None or not loaded.good:
        return RenderResult(loaded.problems)
    return write(root, loaded, locales)


def write(root: Path, loaded: Loaded, locales: Sequence[str] | None = None) -> RenderResult:
    """Write the pages of loaded content: only changed files; files whose entity is gone are removed."""
    assert loaded.library is not None
    written: list[Path] = []
    removed: list[Path] = []
    count = 0

    def put(output: OutputFile) -> Path:
        if write_if_changed(root, output):
            written.append(root / output.path)
        return root / output.path

    put(theme(loaded.library, loaded.editions))
    for output in selfcheck_data(loaded.library):
        put(output)
    for code in locales or tuple(loaded.editions):
        for output in selfcheck_words(loaded.editions[code]):
            put(output)
        kept = [put(output) for output in pages(loaded.editions[code])]
        count += len(kept)
        removed += remove_others(root / "docs" / code, kept)
    return RenderResult(loaded.problems, tuple(written), tuple(removed), count)
