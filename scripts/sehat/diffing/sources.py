"""Sources that go, and statements that lose what backed them."""

from collections.abc import Iterator
from dataclasses import dataclass

from sehat.checks.parts import walked
from sehat.model.library import Library
from sehat.model.statement import Statement


@dataclass(frozen=True)
class SourceLoss:
    """A source that is gone, or a statement (by its words) that lost sources and kept or changed its words."""

    file: str
    statement: str
    sources: tuple[str, ...]
    left: int


def source_losses(before: Library, after: Library, locale: str) -> Iterator[SourceLoss]:
    """What backed the content before and does not any more."""
    for slug in before.sources:
        if slug not in after.sources:
            yield SourceLoss(f"content/sources/{slug}.yaml", "", (slug,), 0)
    new = {(file, node.text[locale]): node for file, _, node in walked(after) if isinstance(node, Statement)}
    by_path = {(file, path): node for file, path, node in walked(after) if isinstance(node, Statement)}
    for file, path, node in walked(before):
        if not isinstance(node, Statement) or not node.sources:
            continue
        now = new.get((file, node.text[locale])) or by_path.get((file, path))
        if now is None:
            continue
        gone = tuple(slug for slug in node.sources if slug not in now.sources)
        if (gone and (file, node.text[locale]) in new) or (gone and not now.sources):
            yield SourceLoss(file, now.text[locale], gone, len(now.sources))
