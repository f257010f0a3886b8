"""The content as it was: a folder, or the state of a Git reference."""

import io
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


class NoBase(Exception):
    """There is no such folder and no such reference."""


@contextmanager
def base_folder(root: Path, base: str) -> Iterator[Path]:
    """A project folder that holds the content of `base`."""
    folder = Path(base)
    if (folder / "content").is_dir():
        yield folder.resolve()
        return
    found = subprocess.run(
        ["git", "archive", "--format=zip", "--end-of-options", base, "content"], cwd=root, capture_output=True
    )
    if found.returncode:
        raise NoBase(found.stderr.decode("utf-8", "replace").strip())
    with TemporaryDirectory(prefix="sehat-base-") as temporary:
        with zipfile.ZipFile(io.BytesIO(found.stdout)) as archive:
            archive.extractall(temporary)
        yield Path(temporary)
