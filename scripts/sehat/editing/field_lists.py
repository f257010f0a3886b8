"""The field lists of `content/README.md`, made from the model."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from sehat.editing.descriptions import about, form, models_in
from sehat.editing.kinds_of_file import SINGLE
from sehat.editing.shapes import fields
from sehat.editing.words_id import in_indonesian
from sehat.files import OutputFile
from sehat.model.kinds import KINDS
from sehat.model.statement import Statement

FILE = "content/README.md"
START = "<!-- Made by ./run schema from here on. -->"


def field_lists() -> str:
    """One table per kind of file and per part that several of them share."""
    return "\n".join(_lines()) + "\n"


def readme(root: Path) -> OutputFile:
    """The README with its lists up to date; what people wrote above them stays."""
    text = (root / FILE).read_text("utf-8") if (root / FILE).exists() else f"# Content\n\n{START}\n"
    return OutputFile(FILE, (text.partition(START)[0] + START + "\n\n" + field_lists()).encode())


def _lines() -> Iterator[str]:
    shared: dict[type[BaseModel], None] = {}
    for kind in KINDS:
        yield from _table(kind.model, f"`{kind.folder}/*.yaml`: {kind.id} / {kind.en}")
        shared.update(dict.fromkeys(models_in(kind.model)[1:]))
    for file, shape in SINGLE.items():
        models = models_in(shape)
        if not models:
            continue
        yield from _table(models[0], f"`{file.removeprefix('content/')}`")
        shared.update(dict.fromkeys(models[1:]))
    tops = {kind.model for kind in KINDS} | {models_in(shape)[0] for shape in SINGLE.values() if models_in(shape)}
    yield "## Bagian bersama / Shared parts"
    yield ""
    for model in shared:
        if model not in tops:
            yield from _table(model, model.__name__, level="###")


def _table(model: type[BaseModel], title: str, level: str = "##") -> Iterator[str]:
    yield f"{level} {title}"
    yield ""
    yield f"{in_indonesian(about(model))}  "
    yield about(model)
    yield ""
    yield "| Isian / Field | Isi / Form | Arti | Meaning |"
    yield "|---|---|---|---|"
    if issubclass(model, Statement):
        yield "| `id`, `en` * | satu baris / one line | Kalimatnya. | The sentence. |"
    known = dict(fields(model, ()))
    for name, info in model.model_fields.items():
        if name not in known:
            continue
        en, id = form(info.annotation)
        need = " *" if info.is_required() else ""
        words = en if en == id else f"{id} / {en}"
        meaning = info.description or ""
        yield f"| `{name}`{need} | {words} | {in_indonesian(meaning)} | {meaning} |"
    yield ""
