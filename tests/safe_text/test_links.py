"""Links lead where an editor may send a reader, and nowhere else."""

import html
import re
from urllib.parse import unquote, urlsplit

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from sehat.safe_text.links import markdown_destination, safe_url

ALLOWED = {
    "https://www.nhs.uk/conditions/leg-cramps/": "https://www.nhs.uk/conditions/leg-cramps/",
    "HTTPS://WWW.NHS.UK/A": "https://www.nhs.uk/A",
    "https://example.org": "https://example.org",
    "https://example.org?q=1#x": "https://example.org?q=1#x",
    "https://example.org:8443/": "https://example.org:8443/",
    "https://doi.org/10.1002/14651858.CD009402.pub3": "https://doi.org/10.1002/14651858.CD009402.pub3",
    "https://www.thelancet.com/article/S0140-6736(20)30925-9/fulltext": (
        "https://www.thelancet.com/article/S0140-6736(20)30925-9/fulltext"
    ),
    "https://id.wikipedia.org/wiki/Kram_(otot)?a=1&b=[2]": "https://id.wikipedia.org/wiki/Kram_(otot)?a=1&b=%5B2%5D",
    "https://example.org/%C3%BC/ü": "https://example.org/%C3%BC/%C3%BC",
    "https://xn--bcher-kva.example/": "https://xn--bcher-kva.example/",
    "https://example.org/?next=javascript:alert(1)": "https://example.org/?next=javascript:alert(1)",
    "tel:119": "tel:119",
    "TEL:+62-21-500-567": "tel:+62-21-500-567",
    "mailto:redaksi@betis-sehat.example": "mailto:redaksi@betis-sehat.example",
    "../penyebab/kram-panas/": "../penyebab/kram-panas/",
    "penyebab/": "penyebab/",
    "about.md": "about.md",
    "/id/": "/id/",
    "/": "/",
    "./": "./",
    "#bagian": "#bagian",
    "?q=kram": "?q=kram",
    "../penyebab/علاج/": "../penyebab/%D8%B9%D9%84%D8%A7%D8%AC/",
    "../a:b": "../a:b",
}

REFUSED = [
    "",
    " ",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\tjavascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\r\nscript:alert(1)",
    "java\u0000script:alert(1)",
    "\u0001javascript:alert(1)",
    "\u001bjavascript:alert(1)",
    "\u00a0javascript:alert(1)",
    "\u200bjavascript:alert(1)",
    "\u202ejavascript:alert(1)",
    "\ufeffjavascript:alert(1)",
    "java\u00adscript:alert(1)",
    "javascript\uff1aalert(1)",
    "javascript\ua789alert(1)",
    "javascript\u02d0alert(1)",
    "\uff4aavascript:alert(1)",
    "j\u0430vascript:alert(1)",
    "java\u017fcript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "javascript&#x3a;alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "javascript%3Aalert(1)",
    "javascript%3aalert(1)",
    "%6aavascript:alert(1)",
    "%6Aavascript%3Aalert(1)",
    "java%0ascript:alert(1)",
    "javascript%253Aalert(1)",
    "javascript :alert(1)",
    "javascript://https://example.org/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "DATA:image/svg+xml,x",
    "vbscript:msgbox(1)",
    "livescript:x",
    "mocha:x",
    "file:///etc/passwd",
    "blob:https://example.org/x",
    "filesystem:https://example.org/x",
    "view-source:https://example.org",
    "about:blank",
    "chrome://settings",
    "intent://x#Intent;end",
    "ftp://example.org/",
    "ws://example.org/",
    "sms:119",
    "skype:x",
    "urn:isbn:1",
    "//evil.example/",
    "///evil.example/",
    "\\\\evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "https:\\\\evil.example",
    "https:/evil.example",
    "https:evil.example",
    "https:///evil.example",
    "https://",
    "https://.",
    "https://localhost/",
    "https://127.0.0.1/",
    "https://0x7f.1/",
    "https://2130706433/",
    "https://[::1]/",
    "https://user@example.org/",
    "https://user:secret@example.org/",
    "https://www.nhs.uk@evil.example/",
    "https://www.nhs.uk:443@evil.example/",
    "https://www.nhs.uk%40evil.example/",
    "https://www.nhs.uk\\@evil.example/",
    "https://www.nhs.uk\u2044evil.example/",
    "https://www.nhs.uk\uff0fevil.example/",
    "https://bücher.example/",
    "https://\u0430pple.com/",
    "https://example\u017f.org/",
    "https://\u212aelvin.org/",
    "https://ex\u00adample.org/",
    "https://example\u3002org/",
    "https://exa mple.org/",
    "https://example.org:/",
    "https://example.org:x/",
    "https://-a.example/",
    "https://a..example/",
    "https://example.org/ x",
    'https://example.org/"onmouseover="alert(1)',
    "https://example.org/<script>",
    "https://example.org/\n",
    "https://example.org/a\u202eb",
    "../a\u200bb",
    "https://example.org/%",
    "https://example.org/%zz",
    "https://example.org/`x`",
    "http\u017f://example.org/",
    "http\u200b://example.org/",
    "hhttps://example.org/",
    "http://example.org/",
    "tel:*#06#",
    "tel:*21*081234#",
    "tel:119;phone-context=x",
    "tel:",
    "tel:javascript",
    "mailto:a@b.example?body=x",
    "mailto:a@b.example%0d%0aBcc:c@d.example",
    "mailto:a@b.example,c@d.example",
    "mailto:@b.example",
    "mailto:a@localhost",
    "a:b",
    "a%3Ab",
    "a&b",
    "é/",
    "x" * 2001,
]


@pytest.mark.parametrize(("url", "expected"), ALLOWED.items())
def test_addresses_that_pages_need_are_allowed(url: str, expected: str) -> None:
    """A whitelist that is too strict sends editors around it."""
    assert expected == safe_url(url)


@pytest.mark.parametrize("url", REFUSED)
def test_every_other_address_is_refused(url: str) -> None:
    """What is not on the list may run a script, or lead elsewhere than it seems."""
    assert safe_url(url) is None


def test_plain_http_needs_the_callers_word() -> None:
    """Some official sources never moved to https; nothing else may stay behind."""
    assert "http://www.who.example/a" == safe_url("HTTP://www.who.example/a", http=True)
    assert safe_url("http://user@www.who.example/a", http=True) is None


VISIBLE = "javascript https http data : // / \\ @ %3a &#58; &colon; # ? . example.org tel: mailto: % [ ] ( ) ; é"
PIECES = st.sampled_from([*VISIBLE.split(), "\t", "\n", " ", "\0", "\u200b", "\uff1a", "\u017f"])


@given(url=st.one_of(st.lists(PIECES, max_size=9).map("".join), st.text(max_size=30)))
@example(url="https://example.org/a'b")
def test_whatever_is_allowed_is_what_it_seems(url: str) -> None:
    """However often a browser or a template decodes it, the scheme and the host stay the same."""
    safe = safe_url(url, http=True)
    if safe is None:
        return

    assert re.fullmatch(r"[!#-;=?-\[\]-_a-~]+", safe)
    assert safe == safe_url(safe, http=True)
    for decoded in (safe, html.unescape(safe)):
        parts = urlsplit(decoded)

        assert parts.scheme in ("", "http", "https", "tel", "mailto")
        assert "@" not in parts.netloc
        assert bool(parts.netloc) == (parts.scheme in ("http", "https"))
    assert urlsplit(unquote(html.unescape(safe))).scheme == urlsplit(safe).scheme


@pytest.mark.parametrize("url", [*ALLOWED, "https://example.org/?a=1&copy=2&lt;=3'(4)"])
def test_a_markdown_link_leads_where_it_was_sent(url: str) -> None:
    """Brackets, quotes and entities in an address must not end the link or change it."""
    page = LexborHTMLParser(markdown.markdown(f"Lihat [kata]({markdown_destination(url)}) (lagi)."))
    (link,) = page.css("a")

    assert "Lihat kata (lagi)." == page.text()
    assert unquote(str(safe_url(url))) == unquote(str(link.attributes["href"]))


@pytest.mark.parametrize("url", REFUSED)
def test_a_refused_address_leads_nowhere(url: str) -> None:
    """A template cannot print by mistake what was refused."""
    assert markdown_destination(url) in ("#", url)
    assert "#" == markdown_destination(url) or url.startswith("http://example.org")


@pytest.mark.parametrize("unit", ["a", "a.", "%41", "é", "a-", "(", "://", "@", "."])
def test_long_addresses_take_no_time(unit: str) -> None:
    """Patterns with nested repetition could hang a build."""
    for prefix in ("https://", "mailto:", "tel:1", "", "https://example.org/"):
        safe_url(prefix + unit * 200_000)
        safe_url(prefix + (unit * 2000)[:1900])
