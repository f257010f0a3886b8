"""The names of all rules, each with what must hold: those of reading here, those of checks in their modules."""

from collections.abc import Mapping
from types import ModuleType

from sehat.checks import exceptions
from sehat.checks.run import CHECKS

READING: Mapping[str, str] = {
    "unreadable-file": "Every content file can be opened.",
    "encoding": "Content files are UTF-8 text.",
    "empty-file": "No content file is empty.",
    "file-names": "File names are lower-case words joined by hyphens; they name the entity.",
    "front-matter": "A page in Markdown starts with its title, address and summary between two lines of `---`.",
    "yaml": "A content file is YAML that means what it seems to mean.",
    "tabs": "Lines are indented by spaces, not by tabs.",
    "hidden-characters": "There are no characters that nobody can see.",
    "merge-conflict": "Two versions of a file were merged.",
    "written-twice": "A field or a name stands once.",
    "unknown-field": "A field is one that the model knows.",
    "missing-field": "Every field that is needed stands in the file.",
    "missing-language": "Every text stands in every published language.",
    "nothing-written": "A field that is there says something.",
    "wrong-type": "A value has the form of its field: text, list, number, date.",
    "allowed-values": "A value is one that its field allows.",
    "translations": "The files of languages in the making can be read.",
    "interface-words": "The words of buttons and labels are translated, with their placeholders.",
}


def rule_name(module: ModuleType) -> str:
    """The name of a check's rule: that of its module."""
    return module.__name__.rpartition(".")[2].replace("_", "-")


def rules() -> dict[str, str]:
    """Every rule, and the sentence that says what must hold."""
    checks = {rule_name(module): (module.__doc__ or "").partition("\n")[0] for module in (*CHECKS, exceptions)}
    return {**READING, **checks}
