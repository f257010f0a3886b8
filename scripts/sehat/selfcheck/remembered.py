"""The proof of one self-check, kept between runs: most edits do not touch it, and it takes most of a second."""

import contextlib
import hashlib
import json
from functools import cache
from pathlib import Path

from sehat.files import OutputFile, write_if_changed
from sehat.selfcheck import engine
from sehat.selfcheck.proof import Fault, faults

FILE = ".cache/sehat/proof.json"
CODE = ("engine.py", "ways.py", "proof.py")
"""What the proof depends on besides the model."""


def remembered_faults(model: engine.Model, root: Path) -> tuple[Fault, ...]:
    """The faults of the model, from `root`'s cache when this model was proved before by the same code."""
    mark = hashlib.sha256(_code() + json.dumps(model).encode()).hexdigest()
    try:
        kept = json.loads((root / FILE).read_bytes())
        if kept["mark"] == mark:
            return tuple(Fault(*each) for each in kept["faults"])
    except (OSError, ValueError, KeyError, TypeError):
        pass
    found = faults(model)
    text = json.dumps({"mark": mark, "faults": found}, ensure_ascii=False)
    with contextlib.suppress(OSError):  # Where nothing can be written, the proof is made anew each time.
        write_if_changed(root, OutputFile(FILE, text.encode()))
    return found


@cache
def _code() -> bytes:
    return b"".join((Path(__file__).parent / name).read_bytes() for name in CODE)
