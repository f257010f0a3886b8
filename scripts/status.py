"""Say where things stand: languages, reviews due, sources, uncertain facts, and how readable each page is."""

import argparse
import sys
from datetime import date
from pathlib import Path

from sehat.reading.library import read_library
from sehat.reports import report
from sehat.status.standing import standing
from sehat.status.words import markdown

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Print the state as Markdown; 1 when the content cannot be read."""
    parser = argparse.ArgumentParser(prog="./run status", description=__doc__)
    parser.add_argument("--language", choices=("id", "en"), default="id", help="language of the report")
    parser.add_argument("--all", action="store_true", help="whole lists, every page")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="the day for due dates")
    options = parser.parse_args(arguments)
    reading = read_library(root)
    if reading.library is None:
        report(reading.problems)
        return 1
    sys.stdout.write(markdown(standing(reading.library, options.today), options.language, everything=options.all))
    return 0


if __name__ == "__main__":
    sys.exit(main())
