"""Show the site in the browser while you edit: every saved file appears at once, mistakes too."""

import argparse
import os
import runpy
import socket
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
TRIES = 20


def main() -> int:
    """Serve until Ctrl+C."""
    parser = argparse.ArgumentParser(prog="./run serve", description=__doc__)
    parser.add_argument("--port", type=int, default=8000, help="where to listen; the next free one when it is taken")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    port = free_port(arguments.port)
    if port is None:
        print(f"No free port from {arguments.port} on. Try ./run serve --port N", file=sys.stderr)
        return 2
    print("Reading content/ and building the pages ...", file=sys.stderr, flush=True)
    os.chdir(arguments.root)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    sys.argv = ["mkdocs", "serve", "--quiet", "-a", f"{HOST}:{port}"]
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    return 0


def free_port(first: int) -> int | None:
    """The first port from `first` on that nothing listens on."""
    for port in range(first, min(first + TRIES, 65536)):
        with socket.socket() as candidate:
            candidate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                candidate.bind((HOST, port))
            except OSError:
                continue
            return port
    return None


if __name__ == "__main__":
    sys.exit(main())
