"""How a page is handed on: the text of a message that holds its link."""

from urllib.parse import quote

from sehat.outputs.edition import Edition


def share_text(edition: Edition, title: str) -> str:
    """The words before the link, percent-encoded for an address: "Kram panas – Betis Sehat"."""
    site = edition.say(edition.library.site.title)
    return quote(title if title == site else f"{title} – {site}", safe="")
