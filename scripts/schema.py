"""Bring JSON Schemas, editor settings and the field lists of content/README.md up to date with the model."""

import argparse
import sys
from pathlib import Path

from sehat.editing.field_lists import readme
from sehat.editing.schemas import schema_files
from sehat.files import write_if_changed

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the verb: 0 when all is well, 1 when (with --check) a file is old."""
    parser = argparse.ArgumentParser(prog="./run schema", description=__doc__)
    parser.add_argument("--check", action="store_true", help="say what is old, write nothing")
    options = parser.parse_args(arguments)
    old = 0
    for output in (*schema_files(), readme(root)):
        path = root / output.path
        if not path.exists() or path.read_bytes() != output.content:
            old += 1
            print(output.path)
            if not options.check:
                write_if_changed(root, output)
    return 1 if old and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
