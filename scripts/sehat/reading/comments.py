"""Where comments stand in YAML: they are no content, and other tools lose them."""

from collections.abc import Iterator

import yaml

from sehat.reading.marks import Mark


def comments(text: str) -> Iterator[tuple[Mark, str]]:
    """Each comment of a readable YAML text with its place."""
    if "#" not in text:
        return
    inside: dict[int, list[tuple[int, int]]] = {}
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        if isinstance(token, yaml.ScalarToken):
            first, last = token.start_mark, token.end_mark
            for place in range(first.line, last.line + 1):
                start = first.column if place == first.line else 0
                end = last.column if place == last.line else len(text)
                inside.setdefault(place, []).append((start, end))
    for number, line in enumerate(text.split("\n")):
        column = line.find("#")
        while column >= 0:
            begins = column == 0 or line[column - 1] in " \t"
            if begins and not any(start <= column < end for start, end in inside.get(number, ())):
                yield Mark(number + 1, column + 1), line[column:].strip()
                break
            column = line.find("#", column + 1)
