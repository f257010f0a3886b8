"""What the frame around every page is made from: words, menus and addresses, and the two files it loads."""

import hashlib
import json
from pathlib import Path
from typing import Any

THEME_DATA = Path(".cache/sehat/theme.json")
STYLESHEET = "assets/css/site.css"
SCRIPT = "assets/js/site.js"

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'"
)
"""What a page may load: only files of this site, nothing written inside the page."""

PREVIEW_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
"""While previewing, MkDocs writes its reload script into each page."""


def frame(root: Path, *, preview: bool) -> dict[str, Any] | None:
    """The data of the theme's templates, or nothing when the content has never been rendered."""
    path = root / THEME_DATA
    if not path.exists():
        return None
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data | {
        "policy": PREVIEW_POLICY if preview else POLICY,
        "stylesheet": versioned(root, STYLESHEET),
        "script": versioned(root, SCRIPT),
    }


def versioned(root: Path, asset: str) -> str:
    """The address of a file with a mark of its content, so that browsers may keep it for a year."""
    digest = hashlib.sha256((root / "docs" / asset).read_bytes()).hexdigest()
    return f"{asset}?v={digest[:8]}"
