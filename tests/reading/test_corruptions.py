"""A thousand slips in the real content: none stops the check, and each that matters is shown where it stands.

What counts. A slip *breaks the file* when it can no longer be read; it *changes the meaning* when the value that is
read differs from the one before. Both must be reported on a line that the slip touched, or on the next one (a deleted
line lay between two lines; both are its place). What only a reader of the page can see is not counted: other words in
*every* language, other words in a name that people use, an entry that is missing as a whole, another order of items, or
another allowed value. Words changed in one language are seen by the rule `stale`, and with it most truncated lines.
"""

import random
from collections import Counter
from datetime import date

import pytest

from sehat.editing.po_export import export
from sehat.render import load
from tests.projects import ROOT, sample
from tests.reading.corruption import KINDS, damaged
from tests.reading.one_file import Bench

SLIPS = 1000
UNSEEN = {"words", "fewer entries", "another order or name", "another value"}


@pytest.mark.slow
def test_a_thousand_slips_are_reported_where_they_stand(tmp_path):
    """An editor may do anything to a file: the answer is a message at a line, never a traceback and never silence."""
    rng = random.Random(20261120)
    bench = Bench(ROOT, tmp_path / "project")
    outcomes: Counter[str] = Counter()
    wrong = []
    for number in range(SLIPS):
        file = rng.choice(bench.files)
        damage = damaged(bench.text[file], KINDS[number % len(KINDS)], rng)
        verdict = bench.verdict(file, damage)
        outcomes[verdict.partition(":")[0]] += 1
        if verdict.startswith(("MISPLACED", "MISSED")):
            wrong.append((damage.name, file, damage.first, verdict))

    assert wrong == []
    assert outcomes["reported"] > 0.9 * SLIPS
    assert outcomes.keys() <= {"reported", "reported below", "harmless", *UNSEEN}
    assert sum(outcomes[each] for each in UNSEEN) < 0.1 * SLIPS


def test_each_kind_of_slip_changes_the_file():
    """A damage that does nothing would prove nothing."""
    text = "title:\n  id: 'Satu: kata'\n  en: One word\nhelps:\n  - calf-cramp\n  - calf-twitching\n"
    rng = random.Random(1)

    for kind in KINDS:
        assert any(damaged(text, kind, rng).raw != text.encode() for _ in range(20)), kind


@pytest.mark.slow
def test_no_damage_to_any_file_ends_in_a_traceback(tmp_path):
    """Pages, catalogs, the lock, drafts and exceptions are damaged too, and the whole check still answers."""
    project = sample(tmp_path)
    (project / "content/exceptions.yaml").write_text(
        "- file: content/site.yaml\n  rule: numbers\n  words: x\n  reason: None needed.\n"
    )
    (project / "content/translations").mkdir()
    (project / "content/translations/jv.po").write_bytes(export(load(project).library, "jv").content)
    files = [
        *(project / "content/pages").iterdir(),
        *(project / "content/interface").iterdir(),
        project / "content/exceptions.yaml",
        project / "content/translations.lock",
        project / "content/translations/jv.po",
        project / "content/site.yaml",
        project / "content/safety-net.yaml",
        project / "content/facts.yaml",
        project / "content/self-check/rules.yaml",
    ]
    rng = random.Random(7)
    for number in range(3 * len(KINDS)):
        path = rng.choice(files)
        text = path.read_text("utf-8")
        path.write_bytes(damaged(text, KINDS[number % len(KINDS)], rng).raw)

        for problem in load(project, today=date(2026, 11, 20)).problems:
            assert problem.line >= 1
            assert set(problem.message) == {"id", "en"}
        path.write_text(text, "utf-8")
