"""Headers: strict, the same for every kind of host, never two of one name for one path."""

import base64
import hashlib
import re
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from sehat.publish.headers import EVERYWHERE, FIRST_SCRIPT, FOREVER, NO_FRAMES, POLICY, VERSIONED, headers_for, places
from sehat.publish.host_files import host_files

FOLDERS = ("css", "data", "images", "js", "search", "self-check")
PARTS = places(("id", "en"), FOLDERS)
PATHS = (
    *("/", "/404.html", "/id/", "/id/penyebab/kram-panas/", "/en/feed.xml", "/assets/css/site.css", "/sw.js"),
    *("/assets/js/site.js", "/assets/images/favicon.svg", "/assets/search/main.mjs", "/api/v1/pages.json", "/admin/"),
)
SITE: dict[str, Any] = {
    "locales": {"id": {}, "en": {}},
    "site_url": "https://betis-sehat.example/",
    "redirects": {"id/penyebab/lama/": "id/penyebab/baru/"},
    "contact": "",
    "changed": "2026-11-20",
}


@pytest.fixture
def files() -> dict[str, str]:
    """The files for hosts."""
    return dict(host_files(SITE, FOLDERS))


def test_the_policy_is_strict() -> None:
    """Nothing unless named, nothing from elsewhere, one known script inside a page, no text that becomes code."""
    directives = dict(part.strip().partition(" ")[::2] for part in POLICY.split(";"))

    assert directives["default-src"] == "'none'"
    inside = base64.b64encode(hashlib.sha256(FIRST_SCRIPT.encode()).digest()).decode()
    assert directives["script-src"] == f"'self' 'sha256-{inside}'"
    assert {"'self'", "'none'", "data:", "'script'", f"'sha256-{inside}'"} >= {
        source for name, sources in directives.items() if name != "trusted-types" for source in sources.split()
    }
    assert "data:" not in directives["script-src"] + directives["connect-src"]
    assert directives["connect-src"] == "'self'"
    assert directives["base-uri"] == "'none'"
    assert directives["require-trusted-types-for"] == "'script'"
    assert "*" not in POLICY


def test_pages_get_every_header_that_protects_readers() -> None:
    """What MDN's Observatory asks for."""
    found = headers_for("/id/penyebab/kram-panas/", PARTS)

    assert found["Content-Security-Policy"] == POLICY + NO_FRAMES
    assert int(found["Strict-Transport-Security"].removeprefix("max-age=")) >= 2 * 365 * 86400
    assert found["X-Content-Type-Options"] == "nosniff"
    assert found["Referrer-Policy"] == "no-referrer"
    assert found["X-Frame-Options"] == "DENY"
    assert found["Cross-Origin-Resource-Policy"] == found["Cross-Origin-Opener-Policy"] == "same-origin"
    assert found["Cache-Control"] == "no-cache"


def test_no_path_gets_a_header_twice() -> None:
    """Some hosts join two values of one name with a comma, which turns two policies into none that works."""
    for path in PATHS:
        holding = [place for place in PARTS if place.holds(path)]
        assert len(holding) <= 1, path
        assert not any(EVERYWHERE.keys() & place.headers.keys() for place in holding)


def test_only_marked_files_are_kept_for_ever(built_site: Path) -> None:
    """A file that is kept for a year must have a new address when it changes: each page says its mark."""
    pages = "".join(path.read_text(encoding="utf-8") for path in sorted(built_site.rglob("*.html"))[::20])
    for name in VERSIONED:
        assert headers_for(f"/{name}", PARTS)["Cache-Control"] == FOREVER
        named = re.findall(rf'(?:href|data-load)="[^"]*{re.escape(name)}([^" ]*)[ "]', pages)
        assert named
        assert [] == [rest for rest in named if not re.fullmatch(r"\?v=[0-9a-f]{8}", rest)]
    for path in ("/assets/search/main.mjs", "/assets/data/self-check.json", "/sw.js", "/id/"):
        assert headers_for(path, PARTS)["Cache-Control"] == "no-cache"


def test_hosts_with_a_headers_file_send_the_same(files: dict[str, str]) -> None:
    """Netlify and Cloudflare Pages."""
    blocks: dict[str, dict[str, str]] = {}
    for line in files["_headers"].splitlines():
        if line.startswith("/"):
            block = blocks[line] = {}
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            block[name] = value
    for path in PATHS:
        sent: dict[str, str] = {}
        for pattern, headers in blocks.items():
            if fnmatch(path, pattern):
                assert not sent.keys() & headers.keys(), (path, pattern)
                sent |= headers

        assert headers_for(path, PARTS) == sent, path
    assert files["_redirects"] == "/id/penyebab/lama/ /id/penyebab/baru/ 301\n"


def test_nginx_sends_the_same(files: dict[str, str]) -> None:
    """Each location says everything: nginx forgets what was said outside of it."""
    blocks = {
        name: dict(re.findall(r'add_header (\S+) "([^"]*)" always;', body))
        for name, body in re.findall(r"location ([^{]+) \{\n(.*?)\}", files["nginx.conf"], re.DOTALL)
    }
    for path in PATHS:
        best = f"= {path}" if f"= {path}" in blocks else max((n for n in blocks if path.startswith(n)), key=len)

        assert headers_for(path, PARTS).items() <= blocks[best].items(), path
    assert "location = /id/penyebab/lama/ { return 301 /id/penyebab/baru/; }" in files["nginx.conf"]


def test_apache_sends_the_same(files: dict[str, str]) -> None:
    """What holds for pages, changed where a part of the site needs something else."""
    text = files[".htaccess"]
    for path in PATHS:
        sent: dict[str, str] = {}
        applies = True
        for line in text.splitlines():
            if found := re.fullmatch(r'<If "%\{REQUEST_URI\} =~ m#(.*)#">', line):
                applies = bool(re.search(found[1], path))
            elif line == "</If>":
                applies = True
            elif applies and (found := re.fullmatch(r'Header always set (\S+) "(.*)"', line)):
                sent[found[1]] = found[2]
            elif applies and (found := re.fullmatch(r"Header always unset (\S+)", line)):
                sent.pop(found[1], None)

        assert headers_for(path, PARTS) == sent, path
    assert 'RedirectMatch 301 "^/id/penyebab/lama/$" "/id/penyebab/baru/"' in text


def test_nobody_is_invented_to_report_to(files: dict[str, str]) -> None:
    """Without a contact in content/site.yaml there is no security.txt; with one it says when it ends."""
    told = dict(host_files(SITE | {"contact": "mailto&#58;keamanan&#64;betis.example"}, FOLDERS))

    assert ".well-known/security.txt" not in files
    assert told[".well-known/security.txt"] == (
        "Contact: mailto:keamanan@betis.example\n"
        "Expires: 2027-11-19T00:00:00Z\n"
        "Preferred-Languages: id, en\n"
        "Canonical: https://betis-sehat.example/.well-known/security.txt\n"
    )
