"""Brings the words of the interface (content/interface/*.po) up to date with code and templates."""

import argparse
import sys
from pathlib import Path

from sehat.language.catalogs import FOLDER, read_catalog
from sehat.language.extract import interface_words
from sehat.language.updating import changes, updated

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Runs the verb; 0 when all is well, 1 when something has to be done, 2 for wrong use."""
    parser = argparse.ArgumentParser(prog="./run interface", description=__doc__)
    parser.add_argument("--check", action="store_true", help="say what would change, write nothing")
    parser.add_argument("--add", metavar="LOCALE", help="begin the file of another language, such as jv")
    options = parser.parse_args(arguments)
    used, problems = interface_words(root)
    stale = False
    files = {path.stem: path for path in sorted((root / FOLDER).glob("*.po"))}
    if options.add:
        files.setdefault(options.add, root / FOLDER / f"{options.add}.po")
    for locale, path in files.items():
        file = f"{FOLDER}/{path.name}"
        before = path.read_text("utf-8") if path.exists() else ""
        catalog, found = read_catalog(before, locale, file) if before else (None, [])
        if before and catalog is None:
            problems += found
            continue
        difference = changes(catalog or type(used)(), used)
        stale = stale or bool(difference)
        for label, keys in (("new", difference.new), ("unused", difference.unused)):
            for words, _ in keys:
                print(f'{file}: {label}: "{words}"')
        after = updated(before, catalog, used, locale)
        if not options.check and not problems and after != before:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(after, "utf-8", newline="\n")
    for problem in problems:
        print(f"{problem.file}:{problem.line}: {problem.message['en']}\n  {problem.message['id']}", file=sys.stderr)
    return 1 if problems or (options.check and stale) else 0


if __name__ == "__main__":
    sys.exit(main())
