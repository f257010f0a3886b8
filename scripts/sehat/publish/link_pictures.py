"""Which picture stands for a page in link previews: its own while that says what the page says, else that of its kind."""

import hashlib
import html
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sehat.outputs.png import words_of
from sehat.outputs.share_images import FOLDER, OWN, spoken

Found = dict[str, dict[str, str]]
"""Address and words of each picture, by its name without its ending."""


def link_pictures(root: Path) -> Found:
    """The pictures of kinds and pages that were drawn, whatever they say."""
    return {
        path.stem: _known(path, root / "docs")
        for folder in (FOLDER, OWN)
        for path in sorted((root / folder).glob("*.png"))
    }


def picture_of(site: Mapping[str, Any], meta: Mapping[str, Any]) -> dict[str, str] | None:
    """The picture for the page with this front matter; its address and its words are safe to print in HTML."""
    found: Found = site["link_pictures"]
    locale = meta["locale"]
    title, words = html.unescape(meta["title"]), html.unescape(meta["description"])
    says = spoken(title, words, html.unescape(site["locales"][locale]["site_name"]))
    own = found.get(f"{meta['kind']}-{meta['entity']}.{locale}")
    if own and own["says"] == says:
        return _printed(own)
    kinds = (found.get(f"{name}.{locale}") for name in (meta["kind"], meta["section"], "home"))
    return next((_printed(each) for each in kinds if each), None)


def _known(path: Path, docs: Path) -> dict[str, str]:
    says = words_of(path.read_bytes())
    # With a mark of its words: whoever keeps a picture for a day does not keep those of yesterday.
    mark = hashlib.sha256(says.encode("utf-8")).hexdigest()[:8]
    return {"address": f"{path.relative_to(docs).as_posix()}?v={mark}", "says": says}


def _printed(picture: Mapping[str, str]) -> dict[str, str]:
    return {name: html.escape(value, quote=True) for name, value in picture.items()}
