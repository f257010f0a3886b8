"""The description by which a browser offers the search of one language in its address bar."""

from collections.abc import Mapping
from html import escape
from typing import Any

FILE = "opensearch.xml"
LONGEST_NAME = 16

DESCRIPTION = """<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{name}</ShortName>
<Description>{description}</Description>
<Language>{locale}</Language>
<InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">{site_url}assets/images/favicon.svg</Image>
<Url type="text/html" template="{site_url}{url}#q={{searchTerms}}"/>
</OpenSearchDescription>
"""


def opensearch(site_url: str, locale: str, here: Mapping[str, Any]) -> tuple[str, str]:
    """Address and text of the description; the query stands behind `#`, so that it is never sent.

    `here` is the theme's data of the language, whose words are escaped already.
    """
    text = DESCRIPTION.format(
        name=here["site_name"][:LONGEST_NAME],
        description=f"{here['site_name']}: {here['words']['search_label']}",
        locale=escape(locale),
        site_url=site_url,
        url=here["search_url"],
    )
    return here["search_url"] + FILE, text
