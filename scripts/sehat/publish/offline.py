"""What browsers keep for use without a network: the service worker with its lists, and the manifest of each language."""

import hashlib
import html
import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sehat.addresses import relative

WORKER = Path(__file__).with_name("service_worker.js")
RECALL = Path(__file__).with_name("service_worker_recall.js")

ALWAYS = "offline.html"
KINDS = ("home", "emergency", "self-check", "search")
"""The pages that are kept in the language of a reader who has opened one page."""

SHARED = "assets/images/share/"
"""Link pictures: chats load them, readers never do."""

_NAMED = re.compile(r"\bassets/[\w./@-]+\.\w+(?:\?v=[0-9a-f]+)?")
_DATA = re.compile(r"""\bdata-[a-z-]+="([\w./@-]+\.json)\"""")
_BESIDE = re.compile(r"""["'(]((?:\.{1,2}/)?[\w./@-]+\.(?:css|js|json|mjs|png|svg|woff2))["')]""")
_NOT_KEPT = re.compile(rf"{SHARED}|assets/(?:images/icon-|leaflets/)")


def offline_files(
    folder: Path, site: Mapping[str, Any], pages: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[str, str]]:
    """Address and text of the manifests, and of the service worker or of the one that recalls it."""
    for locale, here in site["locales"].items():
        yield f"{locale}/manifest.webmanifest", manifest(locale, here)
    if not site["offline"]:
        yield "sw.js", RECALL.read_text(encoding="utf-8")
        return
    lists = json.dumps(kept(folder, site["locales"], pages), separators=(",", ":"))
    worker = WORKER.read_text(encoding="utf-8")
    yield "sw.js", worker.replace('"VERSION"', f'"{version(folder, worker)}"').replace('"LISTS"', lists)


def manifest(locale: str, here: Mapping[str, Any]) -> str:
    """What a phone needs to put the site on its home screen."""
    home = here["home_url"]
    icons = {name: relative(home, f"assets/images/icon-{name}.png") for name in ("192", "512")}
    data = {
        "id": "./",
        "name": html.unescape(here["site_name"]),
        "lang": locale,
        "dir": here["dir"],
        "start_url": "./",
        "scope": "../",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": "#0b454b",
        "icons": [
            {"src": icons[name], "sizes": f"{name}x{name}", "type": "image/png", "purpose": purpose}
            for name in icons
            for purpose in ("any", "maskable")
        ],
        "shortcuts": [
            {"name": html.unescape(here["words"]["emergency"]), "url": relative(home, here["emergency_url"])}
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def kept(folder: Path, locales: Iterable[str], pages: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Addresses to keep: under "" for everybody, under a language for its readers."""
    first = [ALWAYS, *_needed(folder, ALWAYS)]
    lists = {"": first}
    listed = list(pages)
    for locale in locales:
        mine = [page["url"] for kind in KINDS for page in listed if (page["kind"], page["locale"]) == (kind, locale)]
        assets = sorted({asset for url in mine for asset in _needed(folder, f"{url}index.html")} - set(first))
        lists[locale] = [*mine, *assets]
    return lists


def _needed(folder: Path, file: str) -> list[str]:
    """Every file of the site that this file names, and that those name in turn."""
    found: dict[str, None] = {}
    waiting = [file]
    while waiting:
        name = waiting.pop()
        text = (folder / name.partition("?")[0]).read_text(encoding="utf-8", errors="replace")
        if name.endswith(".html"):
            named = _NAMED.findall(text) + [_from(name, each) for each in _DATA.findall(text)]
        else:
            named = [_from(name, each) for each in _BESIDE.findall(text)]
        for each in named:
            if each not in found and not _NOT_KEPT.match(each) and (folder / each.partition("?")[0]).is_file():
                found[each] = None
                waiting.append(each)
    return sorted(found)


def _from(file: str, address: str) -> str:
    """The address, from the site's root, of what `file` names in its own way."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), address))


def version(folder: Path, worker: str) -> str:
    """A mark of everything that the site says: whatever changes, browsers compare what they keep.

    Link pictures say what their pages say; drawn by another browser, they alone would cost every reader a download.
    """
    digest = hashlib.sha256(worker.encode("utf-8"))
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "sw.js"):
        name = path.relative_to(folder).as_posix()
        if not name.startswith(SHARED):
            digest.update(name.encode("utf-8") + path.read_bytes())
    return digest.hexdigest()[:16]
