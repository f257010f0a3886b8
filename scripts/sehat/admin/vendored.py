"""The form's program as it was published, each file checked against the hash in `vendor/vendor.json`."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

VENDOR = Path(__file__).parent / "vendor"


class ChangedFileError(Exception):
    """A vendored file is not the one that was recorded."""


def record() -> dict[str, Any]:
    """Package, version, licence and hash of everything that was vendored."""
    found: dict[str, Any] = json.loads((VENDOR / "vendor.json").read_text(encoding="utf-8"))
    return found


def vendored_files() -> Iterator[tuple[str, bytes]]:
    """Name and content of each file, as the browser loads it."""
    for name, facts in record()["files"].items():
        content = (VENDOR / facts["stored_as"]).read_bytes()
        if facts["stored_as"].endswith(".gz"):
            content = gzip.decompress(content)
        if hashlib.sha256(content).hexdigest() != facts["sha256"]:
            raise ChangedFileError(f"{name} is not the file that vendor.json records.")
        yield name, content
