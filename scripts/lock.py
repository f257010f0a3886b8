"""Resolve the dependencies of pyproject.toml again and write the locks (needs uv)."""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXPORTS = {
    "requirements.txt": ("--no-dev",),
    "requirements-dev.txt": ("--group", "dev"),
    "requirements-leaflets.txt": ("--no-dev", "--group", "leaflets"),
}


def main() -> int:
    """Write uv.lock and the requirement files made from it."""
    parser = argparse.ArgumentParser(prog="./run lock", description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that pyproject.toml allows")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when the locks are not up to date")
    options = parser.parse_args()
    uv = shutil.which("uv")
    if uv is None:
        print("uv is needed to resolve dependencies: https://docs.astral.sh/uv/", file=sys.stderr)
        return 2
    lock = [uv, "lock", "--quiet", "--default-index", "https://pypi.org/simple"]
    if subprocess.call(lock + ["--check"] * options.check + ["--upgrade"] * options.upgrade, cwd=ROOT):
        return 1
    stale = [name for name, groups in EXPORTS.items() if export(uv, name, groups, write=not options.check)]
    for name in stale:
        print(f"{name} {'is not up to date: ./run lock' if options.check else 'written'}")
    return int(options.check and bool(stale))


def export(uv: str, name: str, groups: tuple[str, ...], *, write: bool) -> bool:
    """Write the pinned, hashed requirements of these groups; returns whether they were different."""
    command = [uv, "export", "--quiet", "--frozen", "--no-header", "--no-emit-project", *groups]
    text = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    text = f"# Written by ./run lock from uv.lock.\n{text}"
    path = ROOT / name
    different = not path.exists() or path.read_text(encoding="utf-8") != text
    if different and write:
        path.write_text(text, encoding="utf-8", newline="\n")
    return different


if __name__ == "__main__":
    sys.exit(main())
