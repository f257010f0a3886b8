"""Web addresses that a page may link to: a whitelist, so that no disguise has to be recognised."""

import re
from urllib.parse import quote

MAX_LENGTH = 2000

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = rf"(?:{_LABEL}\.)+(?:[a-z]{{2,63}}|xn--[a-z0-9-]{{1,59}})"
_WEB = re.compile(rf"(https?)://({_HOST})(:[0-9]{{1,5}})?(?=[/?#]|$)(.*)", re.IGNORECASE | re.ASCII)
_TELEPHONE = re.compile(r"tel:\+?[0-9]{2,}(?:[.-][0-9]+)*", re.IGNORECASE | re.ASCII)
_EMAIL = re.compile(rf"mailto:[a-z0-9]+(?:[._+-][a-z0-9]+)*@{_HOST}", re.IGNORECASE | re.ASCII)
# Before the first slash no colon, entity or percent sign: nothing that any reader could take for a scheme.
_RELATIVE = re.compile(r"(?!//)[A-Za-z0-9._~-]*(?:[/?#].*)?")
_REST_REFUSED = re.compile(r"""[\s"<>\\`]|%(?![0-9A-Fa-f]{2})""")
_KEPT = "!#$%&'()*+,-./:;=?@_~"


def safe_url(url: str, *, http: bool = False) -> str | None:
    """`url` when a page may link to it, else None.

    Allowed are `https:`, `tel:` and `mailto:` addresses and relative ones; `http:` only for the caller who says so
    (official sources that never moved). Letters outside ASCII come back percent-encoded, never in the host.
    """
    if not url or len(url) > MAX_LENGTH or not url.isprintable():
        return None
    if web := _WEB.fullmatch(url):
        scheme, host, port, rest = web.groups()
        if scheme.lower() == "http" and not http:
            return None
        encoded = _encoded(rest)
        return None if encoded is None else f"{scheme.lower()}://{host.lower()}{port or ''}{encoded}"
    if _TELEPHONE.fullmatch(url) or _EMAIL.fullmatch(url):
        scheme, rest = url.split(":", 1)
        return f"{scheme.lower()}:{rest}"
    return _encoded(url) if _RELATIVE.fullmatch(url) else None


def markdown_destination(url: str) -> str:
    """A safe `url` for the round brackets of a Markdown link, or "#" for any other."""
    safe = safe_url(url, http=True) or "#"
    return re.sub("['()]", lambda mark: f"%{ord(mark[0]):02X}", safe).replace("&", "&amp;")


def _encoded(rest: str) -> str | None:
    """`rest` of an address with unusual characters percent-encoded, or None when it holds what none should."""
    return None if _REST_REFUSED.search(rest) else quote(rest, safe=_KEPT)
