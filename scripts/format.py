"""Write every content file in the one style: block style, fixed order, quotation marks only where YAML needs them."""

import argparse
import sys
from pathlib import Path

from sehat.editing.formatting import formatted
from sehat.files import OutputFile, write_if_changed
from sehat.model.text import DEFAULT_LANGUAGES
from sehat.problems import Problem, in_order
from sehat.reports import report

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the verb: 0 when all is well, 1 when files cannot be formatted or (with --check) would change."""
    parser = argparse.ArgumentParser(prog="./run format", description=__doc__)
    parser.add_argument("--check", action="store_true", help="say what would change, write nothing")
    parser.add_argument("--root", type=Path, default=root, help=argparse.SUPPRESS)
    parser.add_argument("files", nargs="*", help="only files whose path holds one of these words")
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    problems: list[Problem] = []
    changed = 0
    for each in formatted(root, DEFAULT_LANGUAGES.published):
        if options.files and not any(words in each.file for words in options.files):
            continue
        problems += each.problems
        if each.after is not None and each.after != each.before:
            changed += 1
            print(each.file)
            if not options.check:
                write_if_changed(root, OutputFile(each.file, each.after.encode()))
    report(in_order(problems))
    return 1 if problems or (options.check and changed) else 0


if __name__ == "__main__":
    sys.exit(main())
