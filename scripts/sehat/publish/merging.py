"""The parts that the languages' builds leave behind, put together and published in one step."""

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sehat.publish.whole_site import finish, page_list

PART = "part.json"
"""What one language's build tells about its pages; never published."""


def write_part(folder: Path, site: Mapping[str, Any], pages: Sequence[Mapping[str, Any]]) -> None:
    """Leave in `folder` what `merge` needs to know about the pages of one language, and about the whole site."""
    part = {"site": site, "pages": page_list(pages)}
    (folder / PART).write_text(json.dumps(part, ensure_ascii=False), encoding="utf-8")


def merge(parts: Sequence[Path], site: Path) -> int:
    """Move the folders of all parts into the new folder `site`, add the files about all; returns how many pages."""
    site.mkdir(parents=True)
    pages: list[Mapping[str, Any]] = []
    about: dict[str, Any] = {}
    for part in parts:
        about = json.loads((part / PART).read_text(encoding="utf-8"))
        pages += about["pages"]
        (part / PART).unlink()
        for path in part.iterdir():
            if (site / path.name).exists():
                raise FileExistsError(f"Two languages write {path.name}.")
            path.rename(site / path.name)
    finish(site, about["site"], pages)
    return len(pages)


def publish(new: Path, site: Path) -> None:
    """Put the folder `new` in the place of `site`; when that fails, the old site stays."""
    old = new.with_name(new.name + "-old")
    if site.exists():
        os.rename(site, old)
    try:
        os.rename(new, site)
    except OSError:
        if old.exists():
            os.rename(old, site)
        raise
    shutil.rmtree(old, ignore_errors=True)
