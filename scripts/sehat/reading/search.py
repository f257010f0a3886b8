"""`content/search/`: words per language, red flags, translations, labelled queries; each file may be missing."""

from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from sehat.model.search import LabelledQuery, Search, SearchFlag, SearchWords
from sehat.model.text import Languages, Text
from sehat.problems import Problem
from sehat.reading.entry import read_entry

FOLDER = "content/search"
FLAGS_FILE = f"{FOLDER}/red-flags.yaml"
TRANSLATIONS_FILE = f"{FOLDER}/translations.yaml"

WORDS = TypeAdapter(SearchWords)
FLAGS = TypeAdapter(dict[str, SearchFlag])
TRANSLATIONS = TypeAdapter(tuple[Text, ...])
QUERIES = TypeAdapter(tuple[LabelledQuery, ...])


def words_file(locale: str) -> str:
    """The file of one language's words."""
    return f"{FOLDER}/words.{locale}.yaml"


def queries_file(locale: str) -> str:
    """The file of one language's labelled queries."""
    return f"{FOLDER}/queries.{locale}.yaml"


def read_search(root: Path, languages: Languages) -> tuple[Search, list[Problem]]:
    """What search knows, and what is wrong with it."""
    problems: list[Problem] = []

    def read(file: str, adapter: TypeAdapter[Any], model: Any) -> Any:
        if not (root / file).exists():
            return None
        value, found = read_entry(root, file, adapter, model, languages)
        problems.extend(found)
        return value

    words = {code: read(words_file(code), WORDS, SearchWords) for code in languages.all}
    search = Search(
        words={code: found or SearchWords() for code, found in words.items()},
        flags=read(FLAGS_FILE, FLAGS, dict[str, SearchFlag]) or {},
        translations=read(TRANSLATIONS_FILE, TRANSLATIONS, tuple[Text, ...]) or (),
    )
    return search, problems


def read_queries(root: Path, languages: Languages) -> tuple[dict[str, tuple[LabelledQuery, ...]], list[Problem]]:
    """The labelled queries of each language, and what is wrong with them."""
    queries: dict[str, tuple[LabelledQuery, ...]] = {}
    problems: list[Problem] = []
    for code in languages.all:
        if (root / queries_file(code)).exists():
            entry = read_entry(root, queries_file(code), QUERIES, tuple[LabelledQuery, ...], languages)
            problems += entry[1]
            queries[code] = entry[0] or ()
    return queries, problems
