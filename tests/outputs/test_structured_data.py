"""Structured data of one page: what a review adds, and that nothing of it can leave its script element."""

import json
from pathlib import Path

import pytest

from sehat.outputs.pages import pages
from sehat.outputs.structured_data import SITE
from sehat.publish.front_matter import split
from sehat.render import load
from sehat.safe_text.escape import ScriptJson
from tests.projects import edit, sample

SIGNED = """review:
  state: reviewed
  by: dr. Ana & Co. </script>
  on: 2026-10-01
  due: 2027-10-01
"""


def front_of(project: Path, slug: str) -> tuple[dict[str, object], str]:
    """Front matter and body of the Indonesian page of a cause."""
    loaded = load(project)
    assert loaded.good, loaded.problems
    for file in pages(loaded.editions["id"]):
        front, body = split(file.content.decode("utf-8")) if file.path.endswith(".md") else ({}, "")
        if front.get("entity") == slug:
            return front, body
    raise AssertionError(slug)


def structured(front: dict[str, object]) -> dict[str, object]:
    """The structured data of a page, as the theme puts it together."""
    pieces = front["structured_data"]
    assert isinstance(pieces, list)
    data: dict[str, object] = json.loads("https://site.example/".join(pieces))
    return data


def test_a_signed_review_is_told_with_its_day(tmp_path: Path) -> None:
    """The name and the day on the page are those that search engines read; a hostile name stays a name."""
    project = sample(tmp_path)
    edit(project, "causes/blood-clot.yaml", "review:\n  state: awaiting-clinical-review\n", SIGNED)

    front, body = front_of(project, "blood-clot")
    data = structured(front)

    assert data["lastReviewed"] == "2026-10-01"
    assert data["reviewedBy"] == {"@type": "Person", "name": "dr. Ana & Co. </script>"}
    assert "1 Oktober 2026" in body
    assert not set("<>&") & set("".join(front["structured_data"]))  # type: ignore[arg-type]


def test_without_a_review_nobody_is_named(tmp_path: Path) -> None:
    """Nothing claims a review until a named clinician signs."""
    data = structured(front_of(sample(tmp_path), "blood-clot")[0])

    assert not {"lastReviewed", "reviewedBy"} & data.keys()
    assert SITE not in json.dumps(data)


@pytest.mark.parametrize("mark", ["<", ">", "&", "\u2028", "\u2029"])
def test_no_mark_of_html_becomes_script_json(mark: str) -> None:
    """A template prints it as it is, so it cannot exist with such a mark."""
    with pytest.raises(ValueError, match="not safe"):
        ScriptJson(f'"{mark}"')
