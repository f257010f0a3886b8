"""The configuration of the web form, made from the models and the library: every kind of entity and every single file."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel
import yaml

from sehat.admin.fields import Choice, Field, Form, entry, label, model_fields
from sehat.model.kinds import KINDS, Kind
from sehat.model.library import Library
from sehat.model.site import SafetyNet, Site
from sehat.reading.library import TABLES
from sehat.reading.prose import Front

NO_REPOSITORY = "local/only"
"""The program insists on a repository; without one in the site file the form works with a local folder alone."""

HOST = "https://github.com/"


def config(library: Library, describe: Callable[[str], str]) -> dict[str, Any]:
    """The whole configuration. `describe` makes of a field's description what editors read."""
    form = Form(library.languages, _choices(library), describe)
    return {
        "backend": _backend(library.site.repository),
        "publish_mode": "editorial_workflow",
        "media_folder": "docs/assets/images",
        "public_folder": "/assets/images",
        "app_title": title(library),
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True},
        # Absent and empty mean the same to the models, and absent is how files say it.
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "none", "indent_sequences": True}},
        "i18n": {
            "structure": "multiple_files",
            "locales": list(library.languages.all),
            "default_locale": library.default_locale,
        },
        "collections": [
            *(_folder(form, kind) for kind in KINDS),
            _pages(form),
            {
                "name": "files",
                "label": "Situs · Site",
                "icon": "settings",
                "publish": False,
                "files": list(_files(form, library)),
            },
        ],
    }


def config_text(library: Library, describe: Callable[[str], str]) -> str:
    """The configuration as YAML."""
    return yaml.dump(config(library, describe), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def title(library: Library) -> str:
    """The site's name in every published language."""
    return " · ".join(library.site.title[code] for code in library.languages.published)


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out: the program refuses files with many aliases."""
        return True


def _backend(repository: str | None) -> dict[str, Any]:
    """The Git host. Editors sign in with a token of their own; those without write access propose from a copy."""
    name = repository.removeprefix(HOST) if repository else NO_REPOSITORY
    return {
        "name": "github",
        "repo": name,
        "branch": "main",
        "auth_methods": ["token"],
        "open_authoring": True,
        "auth_scope": "public_repo",
        "squash_merges": True,
        "commit_messages": {
            "create": "[{{slug}}] Add",
            "update": "[{{slug}}] Change",
            "delete": "[{{slug}}] Remove",
        },
    }


def _folder(form: Form, kind: Kind) -> dict[str, Any]:
    languages = form.languages.published
    words = "{{title}}" if kind.name == "source" else " · ".join("{{title." + code + "}}" for code in languages)
    slug = "{{title}}" if kind.name == "source" else "{{title.en}}"
    return {
        "name": kind.folder,
        "label": f"{kind.id.capitalize()} · {kind.folder.capitalize()}",
        "label_singular": f"{kind.id} · {kind.en}",
        "icon": ICONS[kind.name],
        "folder": f"content/{kind.folder}",
        "extension": "yaml",
        "format": "yaml",
        "identifier_field": "title",
        "summary": words,
        "slug": {"template": slug, "editable": ["create"]},
        "sortable_fields": [],
        "publish": False,
        "fields": model_fields(form, kind.model),
    }


ICONS = {
    "condition": "healing",
    "cause": "help",
    "remedy": "pill",
    "examination": "stethoscope",
    "finding": "visibility",
    "source": "menu_book",
    "term": "dictionary",
}


def _pages(form: Form) -> dict[str, Any]:
    """Prose pages: one file per language, edited side by side."""
    fields = [{**field, "i18n": True} for field in model_fields(form, Front)]
    return {
        "name": "pages",
        "label": "Halaman · Pages",
        "label_singular": "halaman · page",
        "icon": "article",
        "folder": "content/pages",
        "extension": "md",
        "format": "yaml-frontmatter",
        "i18n": True,
        "slug": {"editable": ["create"]},
        "sortable_fields": [],
        "publish": False,
        "fields": [*fields, {"name": "body", "label": "Isi · Text", "widget": "text", "i18n": True}],
    }


def _files(form: Form, library: Library) -> Iterator[dict[str, Any]]:
    keys = {"sections": tuple(library.site.sections)}
    yield _file("site", "Situs · Site", "content/site.yaml", model_fields(form, Site, keys=keys))
    yield _file("safety-net", "Keselamatan · Safety", "content/safety-net.yaml", model_fields(form, SafetyNet))
    for name, (file, model) in TABLES.items():
        yield _file(name, TABLE_WORDS.get(name, label(name)), file, [*_table(form, model, getattr(library, name))])


TABLE_WORDS = {
    "levels": "Cek mandiri: tingkat · Self-check: levels",
    "groups": "Cek mandiri: bagian · Self-check: groups",
    "rules": "Cek mandiri: aturan · Self-check: rules",
    "examples": "Cek mandiri: contoh · Self-check: examples",
    "facts": "Buku fakta · Facts",
}


def _table(form: Form, model: type[BaseModel], entries: Mapping[str, Any]) -> Iterator[Field]:
    """One closed field per entry; a new entry is typed into the file, where its name is chosen with care."""
    plain = Form(form.languages, {**form.choices, "answer": ()}, form.describe)
    for name, value in entries.items():
        words = getattr(value, "title", None) or getattr(value, "says", None)
        yield entry(plain, name, model, words[form.languages.published[0]] if words else "")


def _file(name: str, label: str, file: str, fields: list[Field]) -> dict[str, Any]:
    return {"name": name, "label": label, "file": file, "format": "yaml", "fields": fields}


def _choices(library: Library) -> dict[str, tuple[Choice, ...]]:
    code = library.default_locale
    return {
        "answer": tuple(_answers(library, code)),
        "level": tuple((slug, f"{level.title[code]} ({slug})") for slug, level in library.levels.items()),
        "group": tuple((slug, f"{group.title[code]} ({slug})") for slug, group in library.groups.items()),
    }


def _answers(library: Library, code: str) -> Iterator[Choice]:
    for slug, finding in library.findings.items():
        yield slug, f"{finding.title[code]} ({slug})"
        for option in finding.options:
            answer = f"{slug}={option.option}"
            yield answer, f"{finding.title[code]}: {option.label[code]} ({answer})"
