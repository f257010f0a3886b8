"""Check the Python code: rules and layout (ruff), types (mypy)."""

import argparse
import subprocess
import sys

NEEDS = "dev"


def main() -> int:
    """Run every tool, the fast ones first, and fail when one of them finds something."""
    parser = argparse.ArgumentParser(prog="./run lint", description=__doc__)
    parser.add_argument("--fix", action="store_true", help="correct what can be corrected without thought")
    fix = parser.parse_args().fix
    tools = (
        ["ruff", "check", *(["--fix"] if fix else [])],
        ["ruff", "format", *([] if fix else ["--check"])],
        ["mypy"],
    )
    failed = [" ".join(tool) for tool in tools if subprocess.call([sys.executable, "-m", *tool])]
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
