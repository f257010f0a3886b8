"""Check the content: everything that is wrong, at its line, in Indonesian and English."""

import argparse
import gc
import sys
from datetime import date
from pathlib import Path

from sehat.render import load
from sehat.reports import FORMATS


def main() -> int:
    """Print the problems; 0 without errors, 1 with."""
    parser = argparse.ArgumentParser(prog="./run check", description=__doc__)
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="how problems are printed")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project (default: here)")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="the day for due dates")
    arguments = parser.parse_args()
    loaded = load(arguments.root.resolve(), today=arguments.today, beside=True)
    sys.stdout.write(FORMATS[arguments.format](loaded.problems))
    return 0 if loaded.good else 1


if __name__ == "__main__":
    gc.disable()  # Nothing here goes in circles, and the process ends soon; looking for circles takes a fifth of the time.
    sys.exit(main())
