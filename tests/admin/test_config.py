"""The form's configuration: nothing of the models is missing in it, and nothing of the content."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_type_hints

import pytest
import yaml

from sehat.admin.config import LISTS
from sehat.admin.files import admin_files
from sehat.admin.vendored import VENDOR, record
from sehat.model.entities import Cause, Remedy
from sehat.model.kinds import KINDS
from sehat.reading.yaml_text import read_yaml
from sehat.render import load
from tests.projects import ROOT

Config = dict[str, Any]


@pytest.fixture(scope="module")
def config() -> Config:
    """The configuration for the real content."""
    files = dict(admin_files(load(ROOT).editions))
    found: Config = yaml.load(files["admin/config.yml"], Loader=yaml.CSafeLoader)
    return found


def _collection(config: Config, name: str) -> Config:
    (found,) = [each for each in config["collections"] if each["name"] == name]
    return dict(found)


def _field(fields: list[Config], name: str) -> Config:
    (found,) = [each for each in fields if each["name"] == name]
    return found


def _lost(data: Any, field: Config, path: str) -> Iterator[str]:
    """Places of `data` for which the form has no field, or has it in another order."""
    if isinstance(data, tuple):
        inside = {"widget": "object", "fields": field["fields"]} if "fields" in field else field.get("field", {})
        for number, item in enumerate(data):
            yield from _lost(item, inside, f"{path}.{number}")
    elif isinstance(data, Mapping) and field.get("widget") != "keyvalue":
        fields = {each["name"]: each for each in field.get("fields", ())}
        if [name for name in fields if name in data] != list(data):
            yield f"{path}: {[name for name in fields if name in data]} and not {list(data)}"
        for name, value in data.items():
            if name in fields:
                yield from _lost(value, fields[name], f"{path}.{name}")


def test_every_line_of_the_content_has_its_field(config: Config) -> None:
    """What the form has no field for, or has elsewhere, it would move or lose when somebody saves."""
    lost: list[str] = []
    for kind in KINDS:
        fields = _collection(config, kind.folder)["fields"]
        for path in (ROOT / "content" / kind.folder).glob("*.yaml"):
            data, _, _ = read_yaml(path.read_text(encoding="utf-8"), path.name)
            lost += _lost(data, {"widget": "object", "fields": fields}, path.name)
    for file in _collection(config, "files")["files"]:
        path = ROOT / file["file"]
        if path.is_file():
            data, _, _ = read_yaml(path.read_text(encoding="utf-8"), path.name)
            whole = file["fields"][0] if isinstance(data, tuple) else {"fields": file["fields"]}
            lost += _lost(data, whole, path.name)

    assert [] == lost


def test_every_kind_has_a_list_with_a_symbol_that_is_there(config: Config) -> None:
    """A new kind appears in the form at once; a symbol that is not in the font would show as a word."""
    symbols = (VENDOR / "icons.txt").read_text(encoding="utf-8").split()

    assert {kind.name for kind in KINDS} == set(LISTS)
    assert [] == [each["icon"] for each in config["collections"] if each["icon"] not in symbols]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_fields_are_those_of_the_model_in_its_order(config: Config, kind: Any) -> None:
    """The order in which a page is read is the order in which it is written; what must be filled is marked."""
    fields = _collection(config, kind.folder)["fields"]

    assert list(kind.model.model_fields) == [field["name"] for field in fields]
    for field in fields:
        assert kind.model.model_fields[field["name"]].is_required() == field.get("required", True)
        assert kind.model.model_fields[field["name"]].description in field["hint"]


def test_a_sentence_has_both_languages_its_sources_and_its_certainty(config: Config) -> None:
    """Both languages stand together in the form as they do in the file."""
    steps = _field(_collection(config, "remedies")["fields"], "steps")
    names = [field["name"] for field in steps["fields"]]

    assert ["id", "en", "sources", "facts", "check", "note"] == names
    assert ("list", 1) == (steps["widget"], steps["min"])
    assert ["text", "text"] == [field["widget"] for field in steps["fields"][:2]]
    assert "sources" == _field(steps["fields"], "sources")["collection"]
    assert _field(steps["fields"], "sources")["multiple"]


def test_what_can_be_chosen_is_not_typed(config: Config) -> None:
    """A typing mistake in a name of the content is impossible where the form offers the names."""
    cause = _collection(config, "causes")["fields"]
    finding = _field(_field(cause, "more_likely")["fields"], "finding")

    assert list(get_args(get_type_hints(Cause)["group"])) == _field(cause, "group")["options"]
    assert "remedies" == _field(cause, "remedies")["field"]["collection"]
    assert {"emergency-now", "self-care"} <= {option["value"] for option in _field(cause, "urgency")["options"]}
    assert {"fever", "weakness=slowly-worse"} <= {option["value"] for option in finding["options"]}
    remedy = _collection(config, "remedies")["fields"]
    assert list(get_args(get_type_hints(Remedy)["kind"])) == _field(remedy, "kind")["options"]


def test_nobody_publishes_from_the_form(config: Config) -> None:
    """Saving opens a pull request; merging is done on the host, where the checks and the owners have their say."""
    assert "editorial_workflow" == config["publish_mode"]
    assert {False} == {each["publish"] for each in config["collections"]}
    assert ["token"] == config["backend"]["auth_methods"]


def test_the_vendored_program_is_recorded() -> None:
    """Version, licence and origin of what is not ours stand beside it."""
    facts = record()

    assert re.fullmatch(r"\d+\.\d+\.\d+", facts["version"])
    assert facts["from"].endswith(f"-{facts['version']}.tgz")
    for file in facts["files"].values():
        assert (VENDOR / file["stored_as"]).stat().st_size < 1_000_000
        assert file["license"]
