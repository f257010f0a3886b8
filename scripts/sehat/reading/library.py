"""The whole of `content/`, read once."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from sehat.model.aids import Comparison, Drawing
from sehat.model.changes import Change
from sehat.model.foreign import ForeignPhrases
from sehat.model.kinds import KINDS, Kind
from sehat.model.library import Library
from sehat.model.node import Entity
from sehat.model.selfcheck import AnswerRole, Boundary, Offer, Relevance, Screen
from sehat.model.site import Example, Fact, Group, Rule, SafetyNet, Site, UrgencyLevel
from sehat.model.text import DEFAULT_LANGUAGES, Languages
from sehat.model.walkthroughs import Walkthrough
from sehat.problems import Problem, in_order
from sehat.reading.drafts import add_drafts, draft_locales
from sehat.reading.entry import read_entry
from sehat.reading.prose import read_prose
from sehat.reading.search import read_search

SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")

SITE: TypeAdapter[Site] = TypeAdapter(Site)
SAFETY_NET = TypeAdapter(SafetyNet)
TABLES: dict[str, tuple[str, Any]] = {
    "levels": ("content/self-check/levels.yaml", UrgencyLevel),
    "groups": ("content/self-check/groups.yaml", Group),
    "rules": ("content/self-check/rules.yaml", Rule),
    "examples": ("content/self-check/examples.yaml", Example),
    "facts": ("content/facts.yaml", Fact),
    "screens": ("content/self-check/screens.yaml", Screen),
    "relevance": ("content/self-check/relevance.yaml", Relevance),
    "answers": ("content/self-check/answers.yaml", AnswerRole),
    "boundaries": ("content/self-check/boundaries.yaml", Boundary),
    "offers": ("content/self-check/offers.yaml", Offer),
    "changes": ("content/changes.yaml", Change),
    "drawings": ("content/drawings.yaml", Drawing),
    "comparisons": ("content/comparisons.yaml", Comparison),
    "walkthroughs": ("content/walkthroughs.yaml", Walkthrough),
    "foreign": ("content/foreign-phrases.yaml", ForeignPhrases),
}
MAY_BE_ABSENT = (
    "screens",
    "relevance",
    "answers",
    "boundaries",
    "offers",
    "changes",
    "drawings",
    "comparisons",
    "walkthroughs",
    "foreign",
)
"""Without screens the self-check is a page to read; without changes pages carry no date."""


def _table(model: Any) -> Any:
    """The type of a file that holds several entries by name."""
    return dict.__class_getitem__((str, model))


TABLE_ADAPTERS: dict[str, TypeAdapter[dict[str, Any]]] = {
    name: TypeAdapter(_table(model)) for name, (_, model) in TABLES.items()
}
ADAPTERS: dict[str, TypeAdapter[Any]] = {kind.name: TypeAdapter(kind.model) for kind in KINDS}


@dataclass(frozen=True)
class Reading:
    """What was read, and what is wrong with it. Without a readable site file there is no library."""

    library: Library | None
    problems: tuple[Problem, ...]


def read_library(root: Path) -> Reading:
    """Everything below `root/content`. Files with problems are left out of the library."""
    with _without_garbage_collection():
        return _read(root)


def _read(root: Path) -> Reading:
    problems: list[Problem] = []
    site_entry = read_entry(root, "content/site.yaml", SITE, Site, DEFAULT_LANGUAGES)
    site = site_entry[0]
    problems += site_entry[1]
    languages = Languages(site.published, draft_locales(root, site.published)) if site else DEFAULT_LANGUAGES
    net_entry = read_entry(root, "content/safety-net.yaml", SAFETY_NET, SafetyNet, languages)
    safety_net = net_entry[0]
    problems += net_entry[1]
    entities: dict[str, dict[str, Any]] = {}
    known: dict[str, frozenset[str]] = {}
    for kind in KINDS:
        entities[kind.name], known[kind.name], found = read_folder(root, kind, languages)
        problems += found
    tables: dict[str, dict[str, Any]] = {}
    for name, (file, model) in TABLES.items():
        if name in MAY_BE_ABSENT and not (root / file).exists():
            tables[name] = {}
            continue
        table_entry = read_entry(root, file, TABLE_ADAPTERS[name], _table(model), languages)
        tables[name] = dict(table_entry[0] or {})
        problems += table_entry[1]
    prose, found = read_prose(root, languages)
    problems += found
    search, found = read_search(root, languages)
    problems += found
    if site is None or safety_net is None:
        return Reading(None, in_order(problems))
    library = Library(
        root=root,
        languages=languages,
        site=site,
        safety_net=safety_net,
        conditions=entities["condition"],
        causes=entities["cause"],
        remedies=entities["remedy"],
        examinations=entities["examination"],
        findings=entities["finding"],
        sources=entities["source"],
        terms=entities["term"],
        levels=tables["levels"],
        groups=tables["groups"],
        rules=tables["rules"],
        examples=tables["examples"],
        facts=tables["facts"],
        screens=tables["screens"],
        relevance=tables["relevance"],
        answers=tables["answers"],
        boundaries=tables["boundaries"],
        offers=tables["offers"],
        changes=tables["changes"],
        drawings=tables["drawings"],
        comparisons=tables["comparisons"],
        walkthroughs=tables["walkthroughs"],
        foreign=tables["foreign"],
        prose=prose,
        known=known,
        search=search,
    )
    problems += add_drafts(root, languages.drafts, files_of(library))
    return Reading(library, in_order(problems))


def files_of(library: Library) -> Iterator[tuple[str, Any]]:
    """Every YAML file of the library with the value it holds."""
    yield "content/site.yaml", library.site
    yield "content/safety-net.yaml", library.safety_net
    for entity in library.entities():
        yield entity.file, entity
    for name, (file, _) in TABLES.items():
        yield file, getattr(library, name)


def read_folder(
    root: Path, kind: Kind, languages: Languages
) -> tuple[dict[str, Entity], frozenset[str], list[Problem]]:
    """The entities of one kind, the slugs that have a file, and what is wrong."""
    entities: dict[str, Entity] = {}
    known: set[str] = set()
    problems: list[Problem] = []
    folder = root / "content" / kind.folder
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        file = path.relative_to(root).as_posix()
        if path.suffix != ".yaml" or not SLUG.match(path.stem):
            problems.append(_misnamed(file))
            continue
        known.add(path.stem)
        entity, found = read_entry(root, file, ADAPTERS[kind.name], kind.model, languages)
        problems += found
        if entity is not None:
            entities[path.stem] = entity.at(path.stem, file)
    return entities, frozenset(known), problems


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Reading makes many objects and no cycles; looking for cycles would nearly double the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _misnamed(file: str) -> Problem:
    return Problem(
        file,
        1,
        1,
        "error",
        "file-names",
        {
            "en": "The name of this file must be lower-case words joined by hyphens and end in .yaml. Rename it.",
            "id": "Nama berkas ini harus huruf kecil, kata disambung tanda hubung, dan berakhir .yaml. Ganti namanya.",
        },
    )
