"""The words that the frame of every page needs: its header, footer, language gateway and 404 page."""

from collections.abc import Callable, Mapping

THEME_WORDS: tuple[tuple[str, str], ...] = (
    ("skip", "Skip to the content"),
    ("menu", "Menu"),
    ("home", "Home"),
    ("index", "A–Z index"),
    ("search", "Search"),
    ("search_label", "Search this site"),
    ("search_placeholder", "What do you feel?"),
    ("language", "Language"),
    ("emergency", "Emergency"),
    ("emergency_call", "Call %(number)s"),
    ("breadcrumb", "You are here"),
    ("pager", "Neighbouring pages"),
    ("previous", "Previous"),
    ("next", "Next"),
    ("dark", "Dark colours"),
    ("footer", "About this site"),
    ("changed", "Last change"),
    ("numbers", "Emergency numbers"),
    ("share", "Share on WhatsApp"),
    ("share_any", "Share"),
    ("leaflet", "Leaflet to print (PDF)"),
    ("selfcheck", "Self-check"),
    ("offline_copy", "No network: this is a copy from %(date)s."),
    ("offline_title", "No network"),
    ("offline_text", "This page is not kept on your device. These pages are:"),
    ("footer_notice", "General information. It does not replace an examination by a doctor."),
    ("improve", "Improve this page"),
    ("glossary", "Glossary"),
    ("report", "Report a mistake on this page"),
    ("gateway_text", "Clear help for calf cramps and calf twitching."),
    ("gateway_open", "Continue in English"),
    ("not_found_title", "Page not found"),
    (
        "not_found_text",
        "There is no page at this address. It may have moved, or the address may have a typing mistake.",
    ),
)
"""Each word's key in the theme's templates, and its English text as the catalogs know it.

The catalog of every language says the text of `gateway_open` in its own language and naming itself.
"""


DATE_OF_COPY = "DATEOFCOPY"
"""Stands in a kept page for its date, which the service worker fills in."""


def theme_words(translate: Callable[[str], str], *, emergency_number: str) -> Mapping[str, str]:
    """Every word of the frame in one language; `translate` is gettext of that language."""
    return {
        key: translate(text).replace("%(number)s", emergency_number).replace("%(date)s", DATE_OF_COPY)
        for key, text in THEME_WORDS
    }
