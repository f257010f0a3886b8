"""From a saved file to the changed page in the browser, under `./run serve`: the real content beside a large library."""

import re
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from sehat.bench.synthetic import synthetic_project

EDITS = 5
FIRST_PORT = 8600
CAUSE = "content/causes/heat-cramps.yaml"
PAGE = "en/causes/heat-cramps/"
WAIT_SECONDS = 120
WORDS = {
    "a statement": (re.compile(r"(?<=\nwhat_it_is:\n)  - id: .*\n    en: .*\n"), "  - id: {words}\n    en: {words}\n"),
    "a summary": (re.compile(r"(?<=\nsummary:\n)  id: .*\n  en: .*\n"), "  id: {words}\n  en: {words}\n"),
}
"""What is edited: where it stands in the file, and how it is written."""


def edit(root: Path, work: Path, pages: int) -> Iterator[str]:
    """Lines of the report."""
    for size in (0, pages):
        project = synthetic_project(root, work / f"edit-{size}", size)
        target = "target 1 s" if size == 0 else "target 2 s"
        for name in WORDS:
            times = sorted(_edits(project, name))
            made = sum(1 for code in ("id", "en") for _ in (project / "docs" / code).rglob("*.md"))
            listed = ", ".join(f"{seconds:.2f}" for seconds in times)
            yield f"save {name} to changed page, {made} pages: {statistics.median(times):.2f} s ({target}; {listed})"


def _edits(project: Path, name: str) -> Iterator[float]:
    """The seconds of each edit."""
    command = [sys.executable, "scripts/serve.py", "--port", str(FIRST_PORT)]
    process = subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    try:
        found = re.search(r"http://\S+/", process.stdout.readline())
        if found is None:
            raise RuntimeError("./run serve did not say an address.")
        time.sleep(1)
        for number in range(EDITS):
            yield _edit(project, found[0], name, f"Edit number {number} of {name}.")
            time.sleep(1)
    finally:
        process.terminate()
        process.communicate()


def _edit(project: Path, address: str, name: str, words: str) -> float:
    """Put `words` in their place in both languages and wait, as an open page does, until they are there."""
    page = _get(address + PAGE)
    version = re.search(r"livereload\((\d+),", page)
    assert version is not None
    path = project / CAUSE
    text = path.read_text(encoding="utf-8")
    place, written = WORDS[name]
    started = time.monotonic()
    path.write_text(place.sub(written.format(words=words), text, count=1), encoding="utf-8")
    _get(f"{address}livereload/{version[1]}/1")
    if words not in _get(address + PAGE):
        raise RuntimeError("The page was reloaded without the edit.")
    return time.monotonic() - started


def _get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=WAIT_SECONDS) as answer:
        return str(answer.read().decode())
