"""`./run new` begins a file that only waits for words."""

import datetime
import re
from typing import Literal, get_args, get_origin

import pytest

import new
from sehat.editing.shapes import bare, item_of, model_of
from sehat.model.kinds import KIND, KINDS
from sehat.model.references import kind_of_field
from sehat.model.statement import Statement
from sehat.model.text import Names
from sehat.reading.blanks import BLANK
from sehat.reading.library import read_library
from sehat.render import load
from tests.projects import sample

SLUGS = {
    "condition": "calf-cramp",
    "cause": "blood-clot",
    "remedy": "stretch-calf",
    "examination": "medical-history",
    "finding": "one-calf-swollen",
    "source": "health-office",
    "level": "self-care",
    "group": "nerve",
    "answer": "one-calf-swollen",
}


def errors(project):
    return [each for each in load(project).problems if each.level == "error"]


@pytest.mark.parametrize("kind", sorted(KIND))
def test_each_blank_of_a_new_file_is_named_and_nothing_else(tmp_path, kind):
    """The list of problems is the list of what is still to write."""
    project = sample(tmp_path)

    assert new.main([kind, "restless-legs"], project) == 0

    path = project / "content" / KIND[kind].folder / "restless-legs.yaml"
    blanks = {n for n, line in enumerate(path.read_text().split("\n"), 1) if BLANK.search(line)}
    assert {(each.rule, each.line) for each in errors(project)} == {("blanks", line) for line in blanks}
    assert len(blanks) > 5


@pytest.mark.parametrize("kind", sorted(KIND))
def test_a_new_file_passes_once_its_blanks_are_filled(tmp_path, kind):
    """Nothing but words is missing: order, form and names of the fields are right from the start."""
    project = sample(tmp_path)
    new.main([kind, "restless-legs"], project)
    path = project / "content" / KIND[kind].folder / "restless-legs.yaml"
    path.write_text(filled(path.read_text(), kind))

    assert errors(project) == []
    assert kind == "term" or "restless-legs" in read_library(project).library.known[kind]


def filled(text, kind):
    """The file with plausible words in every blank, by what the model wants there."""
    lines = []
    for number, line in enumerate(text.splitlines()):
        if BLANK.search(line):
            line = re.sub(r"'?…(?:isi|fill)[^…]*…'?", answer(kind, text.splitlines(), number), line)
        lines.append(line)
    return "\n".join(lines) + "\n"


def answer(kind, lines, number):
    """What belongs at a line: found by walking the model along the names above it."""
    path = names_above(lines, number)
    model, field, annotation = KIND[kind].model, "", KIND[kind].model
    for name in path:
        inner = model_of(annotation) or model_of(item_of(annotation)) if annotation is not None else None
        if inner is None or (name in ("id", "en") and (issubclass(inner, Statement))):
            break
        model, field, annotation = inner, name, inner.model_fields[name].annotation
    locale = next((name for name in path if name in ("id", "en")), "")
    found = bare(annotation)
    if locale and (isinstance(found, type) and issubclass(found, Names)):
        return f"nama {lettered(number)} {locale}"
    if locale:
        if field == "address":
            return f"alamat-{lettered(number)}"
        return f"Kata {lettered(number)}."
    item = bare(item_of(annotation) or annotation)
    kind_named = kind_of_field(model, field)
    if kind_named:
        return SLUGS[kind_named]
    if get_origin(item) is Literal:
        return get_args(item)[0]
    return {int: "2", bool: "true", datetime.date: "2026-01-01"}.get(
        item, "https://health.example/new" if field == "url" else "words"
    )


def lettered(number):
    """Words that differ from line to line and hold no number."""
    return "".join(chr(ord("b") + int(digit)) for digit in str(number))


def names_above(lines, number):
    """The names on the way from the top of the file to a line."""
    path, indent = [], None
    for line in reversed(lines[: number + 1]):
        bare_line = line.lstrip(" ")
        here = len(line) - len(bare_line)
        while bare_line.startswith("- "):
            here, bare_line = here + 2, bare_line[2:]
        name = re.match(r"([a-z_0-9]+):", bare_line)
        if indent is None:
            indent = here if name else here - 1
            if name:
                path.insert(0, name[1])
        elif name and here < indent:
            path.insert(0, name[1])
            indent = here
    return path


def test_every_field_stands_in_a_new_file_in_order(tmp_path):
    """Someone who fills it never has to look up what else there is."""
    project = sample(tmp_path)
    for kind in KINDS:
        new.main([kind.name, "restless-legs"], project)
        text = (project / "content" / kind.folder / "restless-legs.yaml").read_text()

        found = re.findall(r"^([a-z_0-9]+):", text, re.MULTILINE)

        assert found == [name for name in kind.model.model_fields if name != "former_addresses"]


def test_a_new_page_has_a_file_per_language(tmp_path):
    """Both are there from the start, and their blanks are named."""
    project = sample(tmp_path)

    assert new.main(["page", "privacy"], project) == 0
    assert {(each.file, each.rule) for each in errors(project)} == {
        ("content/pages/privacy.id.md", "blanks"),
        ("content/pages/privacy.en.md", "blanks"),
    }


def test_a_new_language_is_a_draft_that_builds(tmp_path):
    """Its files have every text; nothing is published before they are complete."""
    project = sample(tmp_path)

    assert new.main(["locale", "jv"], project) == 0

    loaded = load(project)
    assert errors(project) == []
    assert loaded.library.languages.drafts == ("jv",)
    assert 'msgctxt "causes/tired-muscle:title"' in (project / "content/translations/jv.po").read_text()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["cause", "tired-muscle"], 1),
        (["cause", "Tired Muscle"], 1),
        (["locale", "en"], 1),
    ],
)
def test_what_is_there_is_never_written_over(tmp_path, capsys, arguments, code):
    """The reason is said in both languages."""
    assert new.main(arguments, sample(tmp_path)) == code
    assert len(capsys.readouterr().err.splitlines()) == 2


@pytest.mark.parametrize("arguments", [["illness", "x"], ["locale", "Javanese!"], []])
def test_wrong_use_ends_with_2(tmp_path, capsys, arguments):
    """As every verb does."""
    with pytest.raises(SystemExit) as ended:
        new.main(arguments, sample(tmp_path))

    assert ended.value.code == 2
    capsys.readouterr()
