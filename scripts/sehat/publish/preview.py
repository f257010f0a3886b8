"""The preview while somebody edits: the edited page at once, all that follows from it right after.

An edit of an entity's words takes a few hundredths of a second to show on its page, however large the library is.
Reading and checking everything takes longer; it follows when the edited page has been seen, and speaks up only when it
finds a mistake or when other pages show the words too. Any other edit is shown after everything was read, checked and
rendered.
"""

import threading
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sehat.files import write_if_changed
from sehat.publish.problem_page import failure_page, problem_page
from sehat.publish.touched import with_edit
from sehat.publish.watching import NEWS, marks, times
from sehat.render import Loaded, load, write
from sehat.reports import report

PROBLEMS_FILE = "problems.html"
REST_SECONDS = 0.5
"""How long after an edit everything is checked: first the browser gets its page."""

Environ = dict[str, Any]
Application = Callable[[Environ, Any], Iterable[bytes]]


class Preview:
    """Decides after each change what must be made again, and shows problems in the browser instead of stale pages."""

    def __init__(
        self,
        root: Path,
        site: Path,
        loaded: Loaded,
        *,
        build_all: Callable[[], None],
        build_pages: Callable[[Sequence[Path], Sequence[Path]], None],
    ) -> None:
        """`loaded` was rendered and built already, unless it has errors.

        `build_pages` takes rendered files that were written and those that were removed.
        """
        self._root = root
        self._site = site
        self._loaded = loaded
        self._build_all = build_all
        self._build_pages = build_pages
        self._times = times(root / "content")
        self._frame: Mapping[str, int] = marks(root) if loaded.good else {}
        self._lock = threading.Lock()
        self._edits = 0
        self._elsewhere = False
        self.blocked = False
        if not loaded.good:
            self._block(_errors(loaded))

    def update(self) -> None:
        """Bring the site up to date after a change. Never raises: a raised error would hang every open page."""
        with self._lock:
            before, self._times = self._times, times(self._root / "content")
            changed = [path for path, time in self._times.items() if before.get(path) != time]
            same_files = before.keys() == self._times.keys()
            news = self._root / NEWS
            if news.exists() and same_files and not changed:
                news.unlink()
                return
            self._edits += 1
            if same_files and len(changed) == 1 and self._guarded(lambda: self._show(changed[0])):
                later = threading.Timer(REST_SECONDS, self._follow_up, [self._edits])
                later.daemon = True
                later.start()
            else:
                self._guarded(lambda: self._bring_up_to_date(load(self._root)))

    def application(self, serve: Application, mount: str) -> Application:
        """The server's application, answering every page with the problems as long as there are any."""

        def answer(environ: Environ, start_response: Any) -> Iterable[bytes]:
            path = str(environ.get("PATH_INFO", ""))
            if self.blocked and not path.startswith("/livereload/") and path.endswith(("/", ".html")):
                environ = environ | {"PATH_INFO": mount + PROBLEMS_FILE}
            return serve(environ, start_response)

        return answer

    def _show(self, file: str) -> bool:
        """Show the edited entity's pages, when nothing else can have changed. Whether it could be done."""
        if self.blocked or marks(self._root) != self._frame:
            return False
        found = with_edit(self._loaded, file)
        if found is None:
            return False
        self._loaded = found.loaded
        self._elsewhere = self._elsewhere or found.elsewhere
        self._build_pages([self._root / each.path for each in found.pages if write_if_changed(self._root, each)], [])
        return True

    def _follow_up(self, edit: int) -> None:
        """After an edit that is shown: read, check and render everything; reload for a mistake, or when lists changed."""
        if edit != self._edits:  # A newer edit follows up itself.
            return
        loaded = load(self._root)
        with self._lock:
            if edit == self._edits:
                self._guarded(lambda: self._bring_up_to_date(loaded))
                if self.blocked or self._elsewhere:
                    (self._root / NEWS).touch()
                self._elsewhere = False

    def _bring_up_to_date(self, loaded: Loaded) -> bool:
        report(loaded.problems)
        if not loaded.good:
            self._block(_errors(loaded))
            return True
        result = write(self._root, loaded)
        self._loaded = loaded
        frame = marks(self._root)
        if frame == self._frame:
            self._build_pages(result.written, result.removed)
        else:
            self._build_all()
            self._frame = frame
        self.blocked = False
        return True

    def _guarded(self, step: Callable[[], bool]) -> bool:
        """The step's answer; when it fails the browser says so, and the next change builds everything."""
        try:
            return step()
        except Exception as error:
            traceback.print_exc()
            self._frame = {}
            self._block(failure_page(f"{type(error).__name__}: {error}"))
            return True

    def _block(self, page: str) -> None:
        self._site.mkdir(parents=True, exist_ok=True)
        (self._site / PROBLEMS_FILE).write_text(page, encoding="utf-8")
        self.blocked = True


def _errors(loaded: Loaded) -> str:
    return problem_page([problem for problem in loaded.problems if problem.level == "error"])
