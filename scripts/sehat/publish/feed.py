"""The dated changes of one language as an Atom feed."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit


def atom(site_url: str, locale: str, site_name: str, feed: Mapping[str, Any]) -> str:
    """The feed; its words are escaped already. An entry keeps its identity when the site moves to another path."""
    host = urlsplit(site_url).hostname
    page = site_url + feed["page"]
    entries = "".join(
        f"<entry><id>tag:{host},{each['date']}:{locale}/{each['name']}</id>"
        f"<title>{each['says']}</title><updated>{each['date']}T00:00:00Z</updated>"
        f'<link href="{page}#{each["name"]}"/><content>{each["says"]}</content></entry>\n'
        for each in feed["entries"]
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{locale}">\n'
        f"<id>{page}</id><title>{feed['title']}</title><updated>{feed['entries'][0]['date']}T00:00:00Z</updated>\n"
        f'<author><name>{site_name}</name></author>\n<link href="{page}"/>\n'
        f'<link rel="self" type="application/atom+xml" href="{site_url}{feed["url"]}"/>\n{entries}</feed>\n'
    )
