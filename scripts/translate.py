"""Give translators a PO file, take it back, and note that all languages say the same.

Without an option the files of languages in the making (content/translations/*.po) are brought up to date.
"""

import argparse
import sys
from pathlib import Path

from sehat.editing.accepting import accept
from sehat.editing.po_export import export
from sehat.editing.po_import import take_in
from sehat.files import OutputFile, write_if_changed
from sehat.model.library import Library
from sehat.reading.files import read_text
from sehat.reading.library import read_library
from sehat.reading.po import PoFile, po_file_name, read_po
from sehat.reports import report

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the verb: 0 when all is well, 1 when the content or a file cannot be used, 2 for wrong use."""
    parser = argparse.ArgumentParser(prog="./run translate", description=__doc__)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--accept", action="store_true", help="all languages say the same now: renew the lock file")
    what.add_argument("--export", metavar="LOCALE", help="print the PO file of a language, such as en")
    what.add_argument("--import", metavar="FILE", dest="file", type=Path, help="take in a PO file named LOCALE.po")
    options = parser.parse_args(arguments)
    reading = read_library(root)
    library = reading.library
    if library is None or any(each.level == "error" for each in reading.problems):
        report(reading.problems)
        return 1
    if options.accept:
        if accept(root, library):
            print("content/translations.lock")
    elif options.export:
        sys.stdout.write(export(library, options.export, draft(root, options.export)).content.decode())
    elif options.file:
        return bring_in(root, library, options.file)
    else:
        for locale in library.languages.drafts:
            write(root, export(library, locale, draft(root, locale)))
    return 0


def draft(root: Path, locale: str) -> PoFile | None:
    """The file of a language in the making, when there is one that can be read."""
    file = po_file_name(locale)
    if not (root / file).exists():
        return None
    text, _ = read_text(root / file, file)
    return read_po(text, locale, file)[0] if text else None


def bring_in(root: Path, library: Library, path: Path) -> int:
    """Take in a translator's file; 1 when it cannot be read."""
    text, problems = read_text(path, path.name)
    made = None
    if text is not None:
        made, problems = read_po(text, path.stem, path.name)
    if made is None:
        report(problems)
        return 1
    found = take_in(root, library, made)
    for file in found.files:
        write(root, file)
    for entry in found.lost:
        print(f"{entry.context}: {entry.source!r} is not in the content any more", file=sys.stderr)
    return 0


def write(root: Path, file: OutputFile) -> None:
    """Write a file and name it, unless it stayed the same."""
    if write_if_changed(root, file):
        print(file.path)


if __name__ == "__main__":
    sys.exit(main())
