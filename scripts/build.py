"""Build the site that is published into site/: every language at the same time."""

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from pathlib import Path

from sehat.admin.files import admin_files
from sehat.publish.merging import merge, publish
from sehat.render import Loaded, load, write
from sehat.reports import report

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Leave a new site in site/, or the old one when something is wrong; 0 without errors, 1 with."""
    parser = argparse.ArgumentParser(prog="./run build", description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    parser.add_argument("--admin", action="store_true", help="Add the web form for editors, at /admin/.")
    options = parser.parse_args()
    root: Path = options.root.absolute()
    started = time.monotonic()
    say("Reading and checking content/ ...")
    loaded = load(root)
    report(loaded.problems)
    if not loaded.good:
        return 1
    say(f"Building {', '.join(loaded.editions)} ...")
    cache = root / ".cache/sehat"
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache, prefix="build-") as folder:
        work = Path(folder)
        if not build_languages(root, loaded, work):
            say("The site was not built; site/ is as it was.")
            return 1
        pages = merge([work / code for code in loaded.editions], work / "site")
        if options.admin:
            add_form(loaded, work / "site")
        publish(work / "site", root / "site")
    say(f"{pages} pages are in site/ ({time.monotonic() - started:.1f} s).")
    return 0


def build_languages(root: Path, loaded: Loaded, work: Path) -> bool:
    """One process for each language, all at once; each gets the content that was read here. Whether all did well."""
    fork = multiprocessing.get_context("fork")
    processes = [
        fork.Process(target=build_language, args=(root, loaded, code, work / code)) for code in loaded.editions
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return all(process.exitcode == 0 for process in processes)


def build_language(root: Path, loaded: Loaded, code: str, folder: Path) -> None:
    """Render the pages of one language and let MkDocs build them into `folder`.

    MkDocs takes the place of this process, so that what rendering needed does not add to what MkDocs needs.
    """
    write(root, loaded, [code])
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    command += ["-f", str(root / "mkdocs.yml"), "-d", str(folder)]
    os.execve(sys.executable, command, os.environ | {"SEHAT_LOCALE": code, "NO_MKDOCS_2_WARNING": "1"})


def add_form(loaded: Loaded, site: Path) -> None:
    """Add the web form for editors to a built site. Nothing that readers open leads to it."""
    for address, content in admin_files(loaded.editions):
        (site / address).parent.mkdir(exist_ok=True)
        (site / address).write_bytes(content)


def say(text: str) -> None:
    """Print a progress line; standard output stays empty."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
