"""Say what changes for readers since BASE, as Markdown for a pull request: words, advice, search, sources."""

import argparse
import sys
from pathlib import Path

from sehat.diffing.base import NoBase, base_folder
from sehat.diffing.report import differences, markdown
from sehat.reading.library import read_library
from sehat.reports import report

NEEDS = "dev"
ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Print the report; 1 when one of the two states cannot be read, 2 when there is no such base."""
    parser = argparse.ArgumentParser(prog="./run diff", description=__doc__)
    parser.add_argument("base", help="a Git reference such as main, or a folder that holds content/")
    parser.add_argument("--no-search", action="store_true", help="leave out the search examples, which take seconds")
    options = parser.parse_args(arguments)
    try:
        with base_folder(root, options.base) as folder:
            before, after = read_library(folder), read_library(root)
            if before.library is None or after.library is None:
                report(after.problems if after.library is None else before.problems)
                return 1
            found = differences(before.library, after.library, with_search=not options.no_search)
    except NoBase as reason:
        parser.error(f'There is no folder and no Git reference "{options.base}". {reason}')
    sys.stdout.write(markdown(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
