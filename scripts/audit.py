"""Ask the OSV database whether a package in the locks, or one that files were copied from, is known to be vulnerable.

The same data that pip-audit and npm audit use, in one request for both. Needs a network; the CI runs it every week.
"""

import argparse
import json
import sys
import urllib.error
import urllib.request
from pathlib import Path

from sehat.audit import packages, question, vulnerable

ROOT = Path(__file__).resolve().parent.parent
OSV = "https://api.osv.dev/v1/querybatch"


def main() -> int:
    """0 when nothing is known, 1 when something is, 2 without an answer."""
    argparse.ArgumentParser(prog="./run audit", description=__doc__).parse_args()
    asked = packages(ROOT)
    request = urllib.request.Request(OSV, question(asked), {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            found = list(vulnerable(asked, json.load(answer)))
    except (urllib.error.URLError, TimeoutError) as error:
        print(f"{OSV} does not answer ({error}). Is there a network? Then try again.", file=sys.stderr)
        return 2
    for package, known in found:
        print(f"{package.name} {package.version} ({package.ecosystem}): {', '.join(known)}")
    print(f"{len(asked)} packages, {len(found)} of them with known vulnerabilities.", file=sys.stderr)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
