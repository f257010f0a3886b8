"""Asking every source's address once: several hosts at a time, each host slowly."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit

from sehat.links.asking import Answer
from sehat.model.entities import Source

HOSTS_AT_ONCE = 8
PAUSE = 1.0


@dataclass(frozen=True)
class Found:
    """A source and what its address answered."""

    slug: str
    file: str
    url: str
    answer: Answer


def go_round(
    sources: Iterable[Source],
    ask: Callable[[str], Answer],
    *,
    pause: float = PAUSE,
    sleep: Callable[[float], None] = time.sleep,
    done: Callable[[Found], None] = lambda found: None,
) -> tuple[Found, ...]:
    """What every address answered, in order of the sources; `done` hears of each at once.

    A host is left alone for `pause` seconds before it is asked again.
    """
    asked = tuple(sources)
    by_host: Mapping[str, list[Source]] = _by_host(asked)

    def visit(host: str) -> list[Found]:
        found = []
        for number, source in enumerate(by_host[host]):
            if number:
                sleep(pause)
            found.append(Found(source.slug, source.file, source.url, ask(source.url)))
            done(found[-1])
        return found

    with ThreadPoolExecutor(HOSTS_AT_ONCE) as workers:
        found = {each.slug: each for group in workers.map(visit, by_host) for each in group}
    return tuple(found[source.slug] for source in asked)


def _by_host(sources: Iterable[Source]) -> dict[str, list[Source]]:
    found: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        found[urlsplit(source.url).netloc].append(source)
    return dict(found)
