"""Ask the sources' addresses whether they still answer. The only verb that asks the network about content."""

import argparse
import sys
from functools import partial
from pathlib import Path

from sehat.links.asking import TIMEOUT, ask
from sehat.links.results import BROKEN, FORMATS
from sehat.links.round import PAUSE, go_round
from sehat.reading.library import read_library
from sehat.reports import report


def main() -> int:
    """Print what needs somebody; 0 when no address is gone or has moved for good, 1 otherwise."""
    parser = argparse.ArgumentParser(prog="./run links", description=__doc__)
    parser.add_argument("source", nargs="*", help="sources by name, like nhs-leg-cramps (default: all)")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="how the result is printed")
    parser.add_argument("--timeout", type=float, default=TIMEOUT, help="seconds to wait for one answer")
    parser.add_argument("--pause", type=float, default=PAUSE, help="seconds between two questions to one host")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help=argparse.SUPPRESS)
    options = parser.parse_args()
    reading = read_library(options.root.resolve())
    if reading.library is None:
        report(reading.problems)
        return 1
    known = reading.library.sources
    unknown = [slug for slug in options.source if slug not in known]
    if unknown:
        parser.error(f"there is no source called {', '.join(unknown)}")
    agent = f"Mozilla/5.0 (compatible; link check, {reading.library.site.repository or 'betis-sehat'})"
    found = go_round(
        [known[slug] for slug in options.source or known],
        partial(ask, agent=agent, timeout=options.timeout),
        pause=options.pause,
        done=lambda each: print(f"{each.answer.state:<6}  {each.url}", file=sys.stderr, flush=True),
    )
    sys.stdout.write(FORMATS[options.format](found))
    return 1 if any(each.answer.state in BROKEN for each in found) else 0


if __name__ == "__main__":
    sys.exit(main())
