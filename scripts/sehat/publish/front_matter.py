"""The head of a rendered page: one key per line, each value JSON."""

import json
from typing import Any

FENCE = "---\n"


def split(text: str) -> tuple[dict[str, Any], str]:
    """What stands in the front matter, and the body below it.

    Rendered pages keep to one key and one JSON value per line, which is read twenty times faster than YAML and means
    the same to it. A page without front matter is all body.
    """
    if not text.startswith(FENCE):
        return {}, text
    end = text.index("\n" + FENCE, len(FENCE) - 1)
    lines = (line.partition(": ") for line in text[len(FENCE) : end].split("\n"))
    return {key: json.loads(value) for key, _, value in lines}, text[end + 1 + len(FENCE) :]
