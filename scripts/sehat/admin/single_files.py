"""The files of which there is one each: the site, safety advice, the self-check, the ledger, the search's words."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from sehat.admin.fields import Field, Form, entry, list_field, model_fields
from sehat.editing.kinds_of_file import SINGLE
from sehat.model.library import Library
from sehat.model.search import SearchWords
from sehat.outputs.words import N_
from sehat.reading.files import read_text
from sehat.reading.yaml_text import read_yaml

SAID = {
    "content/site.yaml": N_("Name, numbers and sections"),
    "content/safety-net.yaml": N_("Safety advice"),
    "content/self-check/levels.yaml": N_("Self-check: levels"),
    "content/self-check/groups.yaml": N_("Self-check: parts"),
    "content/self-check/rules.yaml": N_("Self-check: rules"),
    "content/self-check/examples.yaml": N_("Self-check: example people"),
    "content/self-check/screens.yaml": N_("Self-check: screens"),
    "content/self-check/relevance.yaml": N_("Self-check: when to ask"),
    "content/self-check/answers.yaml": N_("Self-check: answers"),
    "content/self-check/boundaries.yaml": N_("Self-check: limits"),
    "content/self-check/offers.yaml": N_("Self-check: what is always offered"),
    "content/facts.yaml": N_("Ledger of facts"),
    "content/changes.yaml": N_("What changed for readers"),
    "content/walkthroughs.yaml": N_("Examples for editors"),
    "content/foreign-phrases.yaml": N_("Phrases of another language"),
}
"""Names of files; any other is called by its path."""

FILES_ONLY = (SearchWords,)
"""Words that lead to lists of words: the program has no field for names that may hold spaces and colons."""


def single_files(form: Form, library: Library) -> Iterator[dict[str, Any]]:
    """A part of the form for each of these files that is there."""
    for file, shape in SINGLE.items():
        if shape in FILES_ONLY or not (library.root / file).is_file():
            continue
        text, _ = read_text(library.root / file, file)
        data = read_yaml(text or "", file)[0]
        path = file.removeprefix("content/").removesuffix(".yaml")
        yield {
            "name": path.replace("/", "-").replace(".", "-"),
            "label": form.say(SAID[file]) if file in SAID else path,
            "file": file,
            "format": "yaml",
            "fields": list(_fields(form, shape, data)),
        }


def _fields(form: Form, shape: Any, data: Any) -> Iterator[Field]:
    # Hints would be repeated a hundred times, and so would the long list of answers.
    short = Form(form.languages, {**form.choices, "answer": ()}, form.say, hints=False)
    if get_origin(shape) is dict:
        for name, value in (data or {}).items():
            yield entry(short, name, get_args(shape)[1], _words(form, value))
    elif get_origin(shape) is tuple:
        yield {"name": "items", "label": form.say(N_("Entries")), "root": True} | list_field(short, get_args(shape)[0])
    else:
        keys = {name: tuple(value) for name, value in (data or {}).items() if isinstance(value, dict)}
        yield from model_fields(form, shape, keys=keys)


def _words(form: Form, value: Mapping[str, Any]) -> str:
    """What tells an entry from the others, besides its name."""
    words = value.get("title") or value.get("says")
    return str(words.get(form.languages.published[0], "")) if isinstance(words, Mapping) else ""
