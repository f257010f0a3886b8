"""The configuration of the web form, made from the models and the library: every kind of entity and every single file."""

from collections.abc import Callable, Iterator
from typing import Any

import yaml

from sehat.admin.fields import Choice, Form, model_fields
from sehat.admin.single_files import single_files
from sehat.model.kinds import KINDS, Kind
from sehat.model.library import Library
from sehat.outputs.words import N_
from sehat.reading.prose import Front

NO_REPOSITORY = "local/only"
"""The program insists on a repository; without one in the site file the form works with a local folder alone."""

HOST = "https://github.com/"


def config(library: Library, say: Callable[[str], str]) -> dict[str, Any]:
    """The whole configuration. `say` makes of an interface word, or of a field's description, what editors read."""
    form = Form(library.languages, _choices(library), say)
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
                "label": form.say(N_("Whole site")),
                "icon": "settings",
                "publish": False,
                "files": list(single_files(form, library)),
            },
        ],
    }


def config_text(library: Library, say: Callable[[str], str]) -> str:
    """The configuration as YAML."""
    return yaml.dump(config(library, say), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def title(library: Library) -> str:
    """The site's name in every published language."""
    return " · ".join(library.site.title[code] for code in library.languages.published)


class _Dumper(yaml.CSafeDumper):
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
        "label": form.say(LISTS[kind.name][0]),
        "label_singular": f"{kind.id} · {kind.en}",
        "icon": LISTS[kind.name][1],
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


LISTS = {
    "condition": (N_("Complaints"), "healing"),
    "cause": (N_("Causes"), "help"),
    "remedy": (N_("What helps"), "pill"),
    "examination": (N_("Examinations"), "stethoscope"),
    "finding": (N_("Symptoms and circumstances"), "visibility"),
    "source": (N_("Sources"), "menu_book"),
    "term": (N_("Glossary"), "dictionary"),
}
"""Name and symbol of the list of each kind."""


def _pages(form: Form) -> dict[str, Any]:
    """Prose pages: one file per language, edited side by side."""
    fields = [{**field, "i18n": True} for field in model_fields(form, Front)]
    return {
        "name": "pages",
        "label": form.say(N_("Pages")),
        "label_singular": form.say(N_("Page")),
        "icon": "article",
        "folder": "content/pages",
        "extension": "md",
        "format": "yaml-frontmatter",
        "i18n": True,
        "slug": {"editable": ["create"]},
        "sortable_fields": [],
        "publish": False,
        "fields": [
            *fields,
            {"name": "body", "label": form.say(N_("Text of the page")), "widget": "text", "i18n": True},
        ],
    }


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
