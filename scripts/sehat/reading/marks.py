"""Where keys and values stand in a file."""

from dataclasses import dataclass, field

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Mark:
    """A place in a file; both numbers count from 1, columns in code points."""

    line: int
    column: int


@dataclass
class Marks:
    """The places of one file's keys and values, by path from the file's top."""

    file: str
    keys: dict[Path, Mark] = field(default_factory=dict)
    values: dict[Path, Mark] = field(default_factory=dict)

    def of(self, path: Path) -> Mark:
        """The place of the value at `path`, or of its nearest ancestor that the file holds.

        Path elements that are not in the file (added by the model, or missing keys) are skipped.
        """
        return self.values.get(self.existing(path), Mark(1, 1))

    def of_key(self, path: Path) -> Mark:
        """The place of the key at `path`, or of the value when it has no key of its own."""
        return self.keys.get(path) or self.of(path)

    def existing(self, path: Path) -> Path:
        """The longest path into the file that follows `path`, leaving out elements the file does not have."""
        here: Path = ()
        for element in path:
            if (*here, element) in self.values:
                here = (*here, element)
        return here
