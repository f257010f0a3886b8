"""The headers and redirects of the site as common hosts want them, and whom to tell about a security problem."""

import datetime
import html
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from sehat.publish.headers import EVERYWHERE, Headers, Place, places

GENERATED = "# Written by the build from scripts/sehat/publish/headers.py."


def host_files(site: Mapping[str, Any], asset_folders: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Address and text of each file. `site` is the theme's data with the address of the site."""
    parts = places(site["locales"], asset_folders)
    base = urlsplit(site["site_url"]).path.rstrip("/")
    moved = {f"{base}/{old}": f"{base}/{new}" for old, new in sorted(site["redirects"].items())}
    yield "_headers", underscore_headers(parts, base)
    yield ".htaccess", apache(parts, moved, base)
    yield "nginx.conf", nginx(parts, moved, base)
    if moved:
        yield "_redirects", "".join(f"{old} {new} 301\n" for old, new in moved.items())
    if site["contact"] and site["changed"]:
        yield ".well-known/security.txt", security_txt(site)


def underscore_headers(parts: Iterable[Place], base: str) -> str:
    """For Netlify and Cloudflare Pages."""
    blocks = [("/*", EVERYWHERE), *((path, place.headers) for place in parts for path in place.paths)]
    lines = (
        f"{base}{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for path, headers in blocks
    )
    return f"{GENERATED}\n" + "".join(lines)


def nginx(parts: tuple[Place, ...], moved: Mapping[str, str], base: str) -> str:
    """For the server block of nginx: `include …/nginx.conf;`. A location forgets headers set outside of it."""
    lines = [GENERATED, f"error_page 404 {base}/404.html;", *_location(f"{base}/", parts[0].headers)]
    for place in parts[1:]:
        for path in place.paths:
            name = f"{base}{path[:-1]}" if path.endswith("*") else f"= {base}{path}"
            lines += _location(name, place.headers)
    lines += [f"location = {old} {{ return 301 {new}; }}" for old, new in moved.items()]
    return "\n".join(lines) + "\n"


def _location(name: str, headers: Headers) -> Iterator[str]:
    yield f"location {name} {{"
    for header, value in {**EVERYWHERE, **headers}.items():
        yield f'  add_header {header} "{value}" always;'
    yield "}"


def apache(parts: tuple[Place, ...], moved: Mapping[str, str], base: str) -> str:
    """For Apache 2.4 with mod_headers; headers of pages hold wherever nothing else is said."""
    lines = [GENERATED, "Options -Indexes", f"ErrorDocument 404 {base}/404.html"]
    lines += [f'RedirectMatch 301 "^{old}$" "{new}"' for old, new in moved.items()]
    lines += ["<IfModule mod_headers.c>", *_set({**EVERYWHERE, **parts[0].headers})]
    for place in parts[1:]:
        paths = "|".join(f"{path[:-1]}" if path.endswith("*") else f"{path}$" for path in place.paths)
        absent = [name for name in parts[0].headers if name not in place.headers]
        lines += [f'<If "%{{REQUEST_URI}} =~ m#^{base}({paths})#">', *_set(place.headers)]
        lines += [*(f"Header always unset {name}" for name in absent), "</If>"]
    return "\n".join([*lines, "</IfModule>"]) + "\n"


def _set(headers: Headers) -> Iterator[str]:
    return (f'Header always set {name} "{value}"' for name, value in headers.items())


def security_txt(site: Mapping[str, Any]) -> str:
    """Whom to tell (RFC 9116). It expires a year after the last dated change, so that the same content says the same."""
    last = datetime.date.fromisoformat(site["changed"])
    return (
        f"Contact: {html.unescape(site['contact'])}\n"
        f"Expires: {(last + datetime.timedelta(days=364)).isoformat()}T00:00:00Z\n"
        f"Preferred-Languages: {', '.join(site['locales'])}\n"
        f"Canonical: {site['site_url']}.well-known/security.txt\n"
    )
