"""The preview while somebody edits: after each saved file, only what it touched is made again."""

import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from sehat.problems import Problem
from sehat.publish.problem_page import failure_page, problem_page

PROBLEMS_FILE = "problems.html"

Environ = dict[str, Any]
Application = Callable[[Environ, Any], Iterable[bytes]]


class Rendered(Protocol):
    """What the preview needs to know about one rendering of the content."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What is wrong with the content."""

    @property
    def written(self) -> Sequence[Path]:
        """Files that are new or have changed."""

    @property
    def removed(self) -> Sequence[Path]:
        """Files that are gone."""


class Preview:
    """Decides after each change what must be built, and shows problems in the browser instead of stale pages."""

    def __init__(
        self,
        *,
        render: Callable[[], Rendered],
        report: Callable[[Sequence[Problem]], None],
        frame_marks: Callable[[], Mapping[str, int]],
        build_all: Callable[[], None],
        build_pages: Callable[[Sequence[Path], Sequence[Path]], None],
        site: Path,
        problems: Sequence[Problem] = (),
    ) -> None:
        """`frame_marks` changes when something changed that every page is made from.

        `build_pages` takes the pages that were written and those that were removed. `problems` are those of the first
        rendering.
        """
        self._render = render
        self._report = report
        self._frame_marks = frame_marks
        self._build_all = build_all
        self._build_pages = build_pages
        self._site = site
        self._marks: Mapping[str, int] = {} if problems else frame_marks()
        self.blocked = False
        if problems:
            self._block(problem_page(problems))

    def update(self) -> None:
        """Bring the site up to date with the content. Never raises: a raised error would hang every open page."""
        try:
            result = self._render()
            self._report(result.problems)
            errors = [problem for problem in result.problems if problem.level == "error"]
            if errors:
                if result.written or result.removed:
                    self._marks = {}
                self._block(problem_page(errors))
                return
            marks = self._frame_marks()
            if marks != self._marks:
                self._build_all()
                self._marks = marks
            else:
                self._build_pages(result.written, result.removed)
            self.blocked = False
        except Exception as error:
            traceback.print_exc()
            self._marks = {}
            self._block(failure_page(f"{type(error).__name__}: {error}"))

    def application(self, serve: Application, mount: str) -> Application:
        """The server's application, answering every page with the problems as long as there are any."""

        def answer(environ: Environ, start_response: Any) -> Iterable[bytes]:
            path = str(environ.get("PATH_INFO", ""))
            if self.blocked and not path.startswith("/livereload/") and path.endswith(("/", ".html")):
                environ = environ | {"PATH_INFO": mount + PROBLEMS_FILE}
            return serve(environ, start_response)

        return answer

    def _block(self, page: str) -> None:
        self._site.mkdir(parents=True, exist_ok=True)
        (self._site / PROBLEMS_FILE).write_text(page, encoding="utf-8")
        self.blocked = True
