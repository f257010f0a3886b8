"""Everything that a built site needs below `admin/`."""

from collections.abc import Iterator, Mapping

from sehat.admin.config import config_text, title
from sehat.admin.page import page
from sehat.admin.vendored import vendored_files
from sehat.editing.words_id import DESCRIPTIONS
from sehat.outputs.edition import Edition
from sehat.outputs.words import N_

NO_SCRIPT = N_("This form needs a browser that runs scripts.")


def admin_files(editions: Mapping[str, Edition]) -> Iterator[tuple[str, bytes]]:
    """Address below the site and content of each file."""
    published = [edition for code, edition in editions.items() if code in edition.library.languages.published]
    library = published[0].library

    def say(message: str) -> str:
        if message in DESCRIPTIONS:
            return f"{DESCRIPTIONS[message]} / {message}"
        return " · ".join(dict.fromkeys(edition.word(message) for edition in published))

    yield "admin/index.html", page(title(library), say(NO_SCRIPT)).encode()
    yield "admin/config.yml", config_text(library, say).encode()
    for name, content in vendored_files():
        yield f"admin/{name}", content
