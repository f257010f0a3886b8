"""The self-check asks for every finding of every rule, reaches its level, and judges its example people rightly."""

from collections.abc import Iterator, Mapping
from datetime import date

from sehat.checks.parts import problem
from sehat.model.library import Library
from sehat.model.references import Path
from sehat.problems import Problem
from sehat.reading.library import TABLES
from sehat.selfcheck import engine
from sehat.selfcheck.model_json import model_of
from sehat.selfcheck.proof import Fault
from sehat.selfcheck.remembered import remembered_faults

RULE = "selfcheck"

WORDS: Mapping[str, tuple[str, str]] = {
    "never-asked": (
        'No screen of the self-check asks for "{answer}". Add it to a screen in screens.yaml.',
        'Tidak ada layar cek mandiri yang menanyakan "{answer}". Tambahkan ke salah satu layar di screens.yaml.',
    ),
    "circle": (
        "This finding waits for itself: what makes it relevant depends on it. Remove one of the conditions.",
        "Temuan ini menunggu dirinya sendiri: syaratnya bergantung padanya. Hapus salah satu syaratnya.",
    ),
    "contradiction": (
        "Nobody can have all of this together: {answers}. Correct the rule, or when these are asked in relevance.yaml.",
        "Semua ini tidak mungkin ada bersamaan: {answers}. Perbaiki aturannya, atau syarat bertanya di relevance.yaml.",
    ),
    "missed": (
        'Someone with "{answers}" gets a less urgent result than this rule asks for. '
        "Correct the rule, or the screens and conditions with which it is asked.",
        'Orang dengan "{answers}" mendapat hasil yang kurang mendesak daripada aturan ini. '
        "Perbaiki aturannya, atau layar dan syarat bertanyanya.",
    ),
    "late": (
        'Someone with "{answers}" is told of the emergency only after {screens} screens. '
        'Put one of these findings into a screen with "when: first".',
        'Orang dengan "{answers}" baru tahu keadaannya darurat setelah {screens} layar. '
        'Masukkan salah satu temuan itu ke layar dengan "when: first".',
    ),
    "long": (
        'Someone with "{answers}" has to answer {screens} screens. Join screens, or ask less.',
        'Orang dengan "{answers}" harus menjawab {screens} layar. Gabungkan layar, atau kurangi pertanyaan.',
    ),
    "unreachable": (
        "The self-check can never show this. Give it a finding that speaks for it, or name it in a cause.",
        "Cek mandiri tidak akan pernah menampilkan ini. Beri temuan yang mendukungnya, atau cantumkan di satu penyebab.",
    ),
}


def check(library: Library, today: date | None) -> Iterator[Problem]:
    """Faults at the line of the rule, and example people who are judged wrongly."""
    if not library.screens or not _complete(library):
        return
    model = model_of(library)
    for fault in remembered_faults(model, library.root):
        file, path = _place(library, fault)
        en, id = WORDS[fault.kind]
        values = dict(fault.values)
        yield problem(library, file, path, RULE, en=en.format(**values), id=id.format(**values))
    yield from _examples(library, model)


def _complete(library: Library) -> bool:
    """Whether every file of the self-check could be read; otherwise its problems are told first."""
    whole = all(len(library.known[kind]) == len(getattr(library, group)) for kind, group in _GROUPS)
    slugs = all(slug in library.causes for rule in library.rules.values() for slug in rule.names)
    remedies = all(slug in library.remedies for cause in library.causes.values() for slug in cause.remedies)
    return whole and slugs and remedies and all(_known(library, atom) for atom in _atoms(library))


_GROUPS = (("finding", "findings"), ("cause", "causes"), ("remedy", "remedies"))


def _atoms(library: Library) -> Iterator[str]:
    for rule in library.rules.values():
        yield from (*rule.when.all, *rule.when.any, *rule.when.of, *rule.when.none)
    for screen in library.screens.values():
        yield from screen.asks
    for relevance in library.relevance.values():
        yield from (*relevance.any, *relevance.none)
    for cause in library.causes.values():
        yield from (each.finding for each in (*cause.more_likely, *cause.less_likely))
    for remedy in library.remedies.values():
        yield from (each.when for each in remedy.avoid_if)


def _known(library: Library, atom: str) -> bool:
    finding = library.findings.get(engine.finding_of(atom))
    option = atom.partition("=")[2]
    return finding is not None and (not option or option in [each.option for each in finding.options])


def _place(library: Library, fault: Fault) -> tuple[str, Path]:
    if fault.part in ("causes", "remedies"):
        return getattr(library, fault.part)[fault.name].file, ("title",)
    if fault.part == "rules" and fault.name not in library.rules:
        finding = library.findings[engine.finding_of(fault.name)]
        option = fault.name.partition("=")[2]
        if option:
            number = next(n for n, each in enumerate(finding.options) if each.option == option)
            return finding.file, ("options", number, "red_flag")
        return finding.file, ("red_flag",)
    return TABLES[fault.part][0], _answer_path(library, fault) or (fault.name,)


def _answer_path(library: Library, fault: Fault) -> Path:
    """The line of the answer that the fault is about, when it stands in a rule."""
    answer = fault.values.get("answer")
    if fault.part == "rules":
        when = library.rules[fault.name].when
        for field in ("all", "any", "of", "none"):
            if answer in getattr(when, field):
                return (fault.name, "when", field, getattr(when, field).index(answer))
    return ()


def _examples(library: Library, model: engine.Model) -> Iterator[Problem]:
    file = TABLES["examples"][0]
    for name, example in library.examples.items():
        result = engine.assess(model, example.answers)
        if result["level"] != example.level:
            yield problem(
                library,
                file,
                (name, "level"),
                RULE,
                en=f'These answers lead to "{result["level"]}", not to "{example.level}". '
                "Correct the rules, or the example.",
                id=f'Jawaban ini menghasilkan "{result["level"]}", bukan "{example.level}". '
                "Perbaiki aturannya, atau contohnya.",
            )
        for number, rule in enumerate(example.rules):
            if rule not in result["rules"]:
                yield problem(
                    library,
                    file,
                    (name, "rules", number),
                    RULE,
                    en=f'The rule "{rule}" does not hold with these answers. Correct the rule, or the example.',
                    id=f'Aturan "{rule}" tidak terpenuhi oleh jawaban ini. Perbaiki aturannya, atau contohnya.',
                )
