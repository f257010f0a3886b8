"""A proof is kept for exactly the self-check and the code that it was made with."""

import json

from sehat.selfcheck import remembered
from sehat.selfcheck.proof import faults
from sehat.selfcheck.remembered import FILE, remembered_faults


def broken(model):
    """The model with a screen less, so that something is never asked."""
    return {**model, "screens": model["screens"][1:]}


def test_a_changed_self_check_is_proved_anew(model, tmp_path):
    """A fault is found at once, and gone at once when it is mended."""
    assert remembered_faults(model, tmp_path) == ()
    assert remembered_faults(broken(model), tmp_path) == faults(broken(model)) != ()
    assert remembered_faults(broken(model), tmp_path) == faults(broken(model))
    assert remembered_faults(model, tmp_path) == ()


def test_other_code_proves_anew(model, tmp_path, monkeypatch):
    """A proof of older rules of asking is worth nothing."""
    (tmp_path / FILE).parent.mkdir(parents=True)
    remembered_faults(model, tmp_path)
    kept = json.loads((tmp_path / FILE).read_text("utf-8"))
    (tmp_path / FILE).write_text(
        json.dumps(kept | {"faults": [["rules", "R-PE", "late", {"answers": "x", "screens": "3"}]]})
    )
    assert remembered_faults(model, tmp_path) != ()

    monkeypatch.setattr(remembered, "_code", lambda: b"other")

    assert remembered_faults(model, tmp_path) == ()


def test_a_damaged_memory_is_no_memory(model, tmp_path):
    """Half a file, or something else under that name, is made anew."""
    (tmp_path / FILE).parent.mkdir(parents=True)
    for text in ("", "{", "[]", '{"mark": 1}'):
        (tmp_path / FILE).write_text(text)
        assert remembered_faults(model, tmp_path) == ()
