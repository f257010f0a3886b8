"""Begin a cause, a remedy, a source, a page, a language …: a complete file with marked blanks to fill."""

import argparse
import re
import sys
from pathlib import Path

from sehat.editing.beginning import KINDS_TO_BEGIN, LOCALE, NotPossible, beginning
from sehat.files import write_if_changed
from sehat.reading.library import read_library
from sehat.reports import report

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the verb: 0 when the files were written, 1 when that is not possible, 2 for wrong use."""
    parser = argparse.ArgumentParser(prog="./run new", description=__doc__)
    parser.add_argument("kind", choices=KINDS_TO_BEGIN, help="what begins")
    parser.add_argument("name", help="its name: lower-case English words joined by hyphens; a language by its code")
    options = parser.parse_args(arguments)
    if options.kind == LOCALE and not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]+)?", options.name):
        parser.error(f'"{options.name}" is no language code such as "jv".')
    reading = read_library(root)
    if reading.library is None:
        report(reading.problems)
        return 1
    try:
        files = list(beginning(root, reading.library, options.kind, options.name))
    except NotPossible as reason:
        en, id = reason.args
        print(f"{id}\n{en}", file=sys.stderr)
        return 1
    for file in files:
        write_if_changed(root, file)
        print(file.path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
