"""JSON Schemas for editors' tools, made from the model: they complete and check while someone types."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from sehat.editing.descriptions import about, models_in
from sehat.editing.kinds_of_file import SINGLE
from sehat.editing.words_id import in_indonesian
from sehat.files import OutputFile
from sehat.model.kinds import KINDS

FOLDER = "schemas"
SETTINGS = ".vscode/settings.json"


def shapes() -> Iterator[tuple[str, str, Any]]:
    """Each schema's name, the files it is for, and the model."""
    for kind in KINDS:
        yield kind.name, f"content/{kind.folder}/*.yaml", kind.model
    for file, shape in SINGLE.items():
        yield file.rpartition("/")[2].removesuffix(".yaml"), file, shape


def schema(shape: Any, name: str) -> dict[str, Any]:
    """The JSON Schema of a file, with descriptions in Indonesian and English."""
    made: dict[str, Any] = TypeAdapter(shape).json_schema()
    spoken = {model.__name__: about(model) for model in models_in(shape)}
    for model, part in made.get("$defs", {}).items():
        _describe(part, spoken.get(model, ""))
    _describe(made, about(next(iter(models_in(shape)))) if models_in(shape) else "")
    made.pop("$schema", None)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **made, "title": name}


def _describe(part: dict[str, Any], own: str) -> None:
    if own:
        part["description"] = both(own)
    part.pop("title", None)
    for field in part.get("properties", {}).values():
        field.pop("title", None)
        if "description" in field:
            field["description"] = both(field["description"])


def both(english: str) -> str:
    """A description in both languages, Indonesian first."""
    return f"{in_indonesian(english)}\n\n{english}"


def schema_files() -> Iterator[OutputFile]:
    """The schemas, and the settings that let an editor find them."""
    wiring = {}
    for name, files, shape in shapes():
        path = f"{FOLDER}/{name}.json"
        wiring[f"./{path}"] = files
        yield OutputFile(path, _json(schema(shape, name)))
    settings = {
        "yaml.schemas": wiring,
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    }
    yield OutputFile(SETTINGS, _json(settings))


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
