"""Schemas and field lists follow the model, in both languages."""

import json

import pytest
import yaml

from sehat.editing.descriptions import descriptions
from sehat.editing.field_lists import readme
from sehat.editing.kinds_of_file import content_files
from sehat.editing.schemas import SETTINGS, schema, schema_files, shapes
from sehat.editing.words_id import DESCRIPTIONS
from tests.projects import GOOD, ROOT


@pytest.mark.parametrize("output", [*schema_files(), readme(ROOT)], ids=lambda output: output.path)
def test_what_is_committed_is_what_the_model_says(output):
    """`./run schema` writes them; an old one would complete and demand the wrong fields."""
    assert (ROOT / output.path).read_bytes() == output.content


def test_every_description_is_there_in_indonesian():
    """The next editor may not read English."""
    said = {words for _, _, shape in shapes() for words in descriptions(shape)}

    assert {words for words in said if words not in DESCRIPTIONS} == set()
    assert {words for words in DESCRIPTIONS if words not in said} == set()


def test_every_content_file_is_wired_to_a_schema():
    """Without the wiring an editor's tool offers nothing."""
    wiring = json.loads((ROOT / SETTINGS).read_text())["yaml.schemas"]
    patterns = set(wiring.values())

    for file, _ in content_files(ROOT):
        assert file in patterns or f"{file.rpartition('/')[0]}/*.yaml" in patterns, file


def _fits(value, part, whole, path=""):
    """What a small reader of JSON Schema finds wrong with a value: fields, needed fields, allowed values."""
    while "$ref" in part:
        part = whole["$defs"][part["$ref"].rpartition("/")[2]]
    if "anyOf" in part:
        options = [list(_fits(value, each, whole, path)) for each in part["anyOf"]]
        yield from min(options, key=len)
    elif part.get("type") == "object" and isinstance(value, dict):
        known = part.get("properties", {})
        extra = part.get("additionalProperties", True)
        for key, item in value.items():
            if key in known:
                yield from _fits(item, known[key], whole, f"{path}.{key}")
            elif isinstance(extra, dict):
                yield from _fits(item, extra, whole, f"{path}.{key}")
            elif not extra:
                yield f"{path}.{key} is unknown"
        yield from (f"{path}.{key} is missing" for key in part.get("required", ()) if key not in value)
    elif part.get("type") == "array" and isinstance(value, list):
        for number, item in enumerate(value):
            yield from _fits(item, part.get("items", {}), whole, f"{path}[{number}]")
    elif "enum" in part and value not in part["enum"]:
        yield f"{path}: {value}"
    elif part.get("type") in ("object", "array") or (part.get("type") == "null" and value is not None):
        yield f"{path} has the wrong form"


def test_good_files_fit_their_schema_and_bad_ones_do_not():
    """The schema must not call the smallest good project wrong."""
    for name, file, shape in shapes():
        made = schema(shape, name)
        for path in GOOD.glob(file):
            value = yaml.load(path.read_text(), Loader=yaml.BaseLoader)
            assert list(_fits(value, made, made)) == [], path
            if isinstance(value, dict) and name == "cause":
                assert list(_fits({**value, "frequncy": "rare"}, made, made)) != []
