"""What the frame around every page is made from: words, menus and addresses, and the files it loads."""

import hashlib
import json
from pathlib import Path
from typing import Any

from sehat.publish.headers import FIRST_SCRIPT, OFFLINE_SCRIPT, POLICY, PREVIEW_POLICY, SCRIPT, STYLESHEET
from sehat.publish.lean import lean
from sehat.publish.link_pictures import link_pictures

THEME_DATA = Path(".cache/sehat/theme.json")
AIDS_SCRIPT = "assets/js/aids.js"
LEAFLETS = "assets/leaflets"


def frame(root: Path, *, preview: bool) -> dict[str, Any] | None:
    """The data of the theme's templates, or nothing when the content has never been rendered."""
    path = root / THEME_DATA
    if not path.exists():
        return None
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data | {
        "policy": PREVIEW_POLICY if preview else POLICY,
        "stylesheet": versioned(root, STYLESHEET),
        "first_script": FIRST_SCRIPT,
        "script": versioned(root, SCRIPT),
        "aids_script": versioned(root, AIDS_SCRIPT),
        "offline_script": versioned(root, OFFLINE_SCRIPT),
        "offline": data["offline"] and not preview,
        "link_pictures": link_pictures(root),
        "leaflets": files(root, LEAFLETS),
    }


def files(root: Path, folder: str) -> dict[str, str]:
    """The files of a folder of assets: address by name without its last ending."""
    return {path.stem: f"{folder}/{path.name}" for path in sorted((root / "docs" / folder).glob("*.*"))}


def versioned(root: Path, asset: str) -> str:
    """The address of a file with a mark of its content, so that browsers may keep it for a year."""
    path = root / "docs" / asset
    digest = hashlib.sha256(lean(path.read_text(encoding="utf-8"), path.suffix).encode()).hexdigest()
    return f"{asset}?v={digest[:8]}"
