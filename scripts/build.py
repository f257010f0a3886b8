"""Build the site that is published into site/: every language at the same time."""

import argparse
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sehat.publish.merging import merge, publish

ROOT = Path(__file__).resolve().parent.parent
FORM = "form"
"""Where the web form for editors waits, beside the languages, until the site is put together."""


def main() -> int:
    """Leave a new site in site/, or the old one when something is wrong; 0 without errors, 1 with."""
    parser = argparse.ArgumentParser(prog="./run build", description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    parser.add_argument("--render-for", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--admin", action="store_true", help="Add the web form for editors, at /admin/.")
    options = parser.parse_args()
    root: Path = options.root.absolute()
    if options.render_for:
        return render(root, options.render_for, form=options.admin)
    started = time.monotonic()
    cache = root / ".cache/sehat"
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache, prefix="build-") as folder:
        work = Path(folder)
        # Reading and rendering have a process of their own, so that their memory is free before MkDocs needs it.
        again = [sys.executable, __file__, "--root", str(root), "--render-for", folder]
        if subprocess.call([*again, *(["--admin"] if options.admin else [])]):
            return 1
        locales = sorted(path.name for path in work.iterdir() if path.name != FORM)
        if not build_languages(root, locales, work):
            say("The site was not built; site/ is as it was.")
            return 1
        pages = merge([work / code for code in locales], work / "site")
        if options.admin:
            (work / FORM).rename(work / "site/admin")
        publish(work / "site", root / "site")
    say(f"{pages} pages are in site/ ({time.monotonic() - started:.1f} s).")
    return 0


def render(root: Path, work: Path, *, form: bool) -> int:
    """Read, check and render the content, and leave in `work` an empty folder for each language; 1 with errors."""
    from sehat.render import load, write
    from sehat.reports import report

    say("Reading and checking content/ ...")
    loaded = load(root, beside=True)
    report(loaded.problems)
    if not loaded.good:
        return 1
    say(f"Building {', '.join(loaded.editions)} ...")
    if form:
        from sehat.admin.files import admin_files

        for address, content in admin_files(loaded.editions):
            path = work / FORM / Path(address).relative_to("admin")
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
    for code in loaded.editions:
        (work / code).mkdir()
    first, *others = loaded.editions
    if "fork" not in multiprocessing.get_all_start_methods():
        write(root, loaded)
        return 0
    fork = multiprocessing.get_context("fork")  # Each process has the content that was read here.
    processes = [fork.Process(target=write, args=(root, loaded, [code])) for code in others]
    for process in processes:
        process.start()
    write(root, loaded, [first])
    for process in processes:
        process.join()
    return int(any(process.exitcode for process in processes))


def build_languages(root: Path, locales: list[str], work: Path) -> bool:
    """Let MkDocs build the rendered pages, one process for each language, all at once. Whether all did well."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-f", str(root / "mkdocs.yml")]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    processes = [
        subprocess.Popen([*command, "-d", str(work / code)], env=environment | {"SEHAT_LOCALE": code})
        for code in locales
    ]
    exits = [process.wait() for process in processes]  # Every one, so that none is left behind.
    return not any(exits)


def say(text: str) -> None:
    """Print a progress line; standard output stays empty."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
