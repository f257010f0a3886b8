"""Brings the words of the interface (content/interface/*.po) up to date with code and templates.

New words are added without a translation, unused ones are dropped, translations and remarks are kept.
"""

import argparse
import sys
from pathlib import Path

from sehat.language.upkeep import upkeep

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the verb: 0 when all is well, 1 when something has to be done, 2 for wrong use."""
    parser = argparse.ArgumentParser(prog="./run interface", description=__doc__)
    parser.add_argument("--check", action="store_true", help="say what would change, write nothing")
    parser.add_argument("--add", metavar="LOCALE", help="begin the file of another language, such as jv")
    options = parser.parse_args(arguments)
    found = upkeep(root, options.add)
    for line in found.changes:
        print(line)
    for problem in found.problems:
        print(f"{problem.file}:{problem.line}: {problem.message['en']}\n  {problem.message['id']}", file=sys.stderr)
    if found.problems:
        return 1
    if options.check:
        return 1 if found.changes else 0
    for path, text in found.texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
