"""Measure the build, the preview and the pages, each beside something to compare it with."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from sehat.bench.building import build
from sehat.bench.editing import edit
from sehat.bench.lengthening import long
from sehat.bench.lighthouse import lighthouse
from sehat.bench.responding import respond
from sehat.bench.searching import searching
from sehat.bench.weighing import weight

NEEDS = "dev"

ROOT = Path(__file__).resolve().parent.parent

BENCHMARKS: Mapping[str, Callable[[Path, Path, int], Iterator[str]]] = {
    "weight": weight,
    "search": searching,
    "respond": respond,
    "long": long,
    "lighthouse": lighthouse,
    "edit": edit,
    "build": build,
}
"""By name, in the order in which they run. Each gets the project, a folder to work in and how many pages to grow to."""


def main() -> int:
    """Print what was measured, line by line."""
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"what to measure (default: {', '.join(BENCHMARKS)})")
    parser.add_argument("--pages", type=int, default=5000, help="size of the large library (default: 5000)")
    arguments = parser.parse_args()
    if unknown := [name for name in arguments.names if name not in BENCHMARKS]:
        parser.error(f"there is no benchmark called {unknown[0]!r}; known: {', '.join(BENCHMARKS)}")
    for name in arguments.names or BENCHMARKS:
        print(f"== {name}", flush=True)
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            for line in BENCHMARKS[name](ROOT, Path(folder), arguments.pages):
                print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
