"""Pages as they are written: order, golden samples, and content that attacks."""

import json
import os
import re
from pathlib import Path

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from sehat.model.references import nodes
from sehat.model.statement import Statement
from sehat.model.text import Names, Text
from sehat.outputs.entity_pages import cause_page, remedy_page
from sehat.outputs.pages import pages, render
from sehat.publish.template_markdown import html_of
from sehat.render import load
from tests.projects import ROOT, edit, sample

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = (
    "keluhan/kram-betis",
    "penyebab/bekuan-darah",
    "solusi/regangkan-betis",
    "pemeriksaan/tanya-jawab-dengan-dokter",
    "gejala/kaki-lemah",
    "glosarium",
    "darurat",
)


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    loaded = load(sample(tmp_path_factory.mktemp("sample")))
    assert loaded.good, loaded.problems
    return loaded.editions


@pytest.fixture(scope="module")
def written(editions):
    return {file.path: file.content.decode("utf-8") for edition in editions.values() for file in pages(edition)}


def twin(written, path):
    """The English page of an Indonesian one."""
    alternates = json.loads(re.search(r"^alternates: (.*)$", written[path], re.MULTILINE)[1])
    return f"docs/{next(each['url'] for each in alternates if each['locale'] == 'en')}index.md"


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("locale", ["id", "en"])
def test_a_page_is_written_as_agreed(written, name, locale):
    """One sample per page kind and language; run with SEHAT_GOLDEN=write to accept a change, and read the diff."""
    path = f"docs/id/{name}/index.md"
    path = path if locale == "id" else twin(written, path)
    expected = GOLDEN / f"{name.replace('/', '-')}.{locale}.md"
    if os.environ.get("SEHAT_GOLDEN") == "write":
        expected.write_text(written[path], "utf-8")

    assert expected.read_text("utf-8") == written[path]


def test_the_order_is_emergency_then_help_then_reasons(written):
    """A reader in trouble meets help before explanations."""
    page = written["docs/id/penyebab/otot-lelah/index.md"]
    order = ['id="emergency-signs"', "#what-it-is }", "#do-now }", "#see-a-doctor }", "#how-it-leads }"]
    order += ["#remedies }", "#sources }", 'class="review"']

    places = [page.index(each) for each in order]

    assert places == sorted(places)


def test_a_disputed_statement_shows_the_disagreement(written):
    """Where sources disagree the reader is told so."""
    assert (
        "<strong>Sumber berbeda pendapat:</strong> Sumber lain tidak setuju"
        in written["docs/id/penyebab/bekuan-darah/index.md"]
    )
    assert (
        "<strong>Sources disagree:</strong> Another source does not agree"
        in written["docs/en/causes/blood-clot/index.md"]
    )


def test_a_term_leads_to_the_glossary_at_first_use_only(written):
    """A medical word is explained one tap away, and does not turn the page into links."""
    page = written["docs/id/keluhan/kram-betis/index.md"]

    assert page.count('<a class="term" href="../../glosarium/#gastrocnemius" data-meaning="') == 1


def test_a_source_that_must_not_be_linked_is_cited_by_title(written):
    """An address that may not be published appears nowhere."""
    page = written["docs/id/penyebab/otot-lelah/index.md"]

    assert "Studi tentang kram" in page
    assert not any("journal.example" in text for text in written.values())


def test_where_a_source_was_read_is_said_in_the_language_of_the_page(tmp_path):
    """A reader of Indonesian meets no "copy on", and names stay as they are."""
    project = sample(tmp_path)
    name = "through:\n  how: copy-on\n  name: copies.example\n"
    words = (
        "through:\n  how: quoting\n  name: dr. Nama\n  words:\n    id: seorang dokter saraf\n    en: a neurologist\n"
    )
    edit(project, "sources/health-office.yaml", "url:", name + "url:")
    edit(project, "sources/unlinked-study.yaml", "url:", words + "url:")

    loaded = load(project)
    indonesian, english = (
        {file.path: file.content.decode() for file in pages(loaded.editions[locale])}[
            f"docs/{locale}/{address}/index.md"
        ]
        for locale, address in (("id", "sumber"), ("en", "sources"))
    )

    assert "Health office, salinan di copies.example." in indonesian
    assert "Jurnal contoh, mengutip seorang dokter saraf (dr. Nama)." in indonesian
    assert "Health office, copy on copies.example." in english
    assert "Jurnal contoh, quoting a neurologist (dr. Nama)." in english


def test_same_content_same_bytes(editions, written):
    """Nothing random and no time of day in a page."""
    again = {file.path: file.content.decode("utf-8") for edition in editions.values() for file in pages(edition)}

    assert again == written


def payloads():
    corpus = json.loads((ROOT / "tests/safe_text/hostile.json").read_text("utf-8"))
    return [payload for group in corpus.values() for payload in group]


def attacked(entity, payload):
    """The entity with every word of readers replaced by the payload."""

    def replace(value):
        if isinstance(value, Text):
            return Text(dict.fromkeys(value, payload))
        if isinstance(value, Names):
            return Names(dict.fromkeys(value, (payload,)))
        if isinstance(value, tuple):
            return tuple(replace(each) for each in value)
        if hasattr(value, "model_copy"):
            return value.model_copy(update={name: replace(getattr(value, name)) for name in type(value).model_fields})
        return value

    return replace(entity).at(entity.slug, entity.file)


def test_hostile_content_stays_text_on_whole_pages(editions):
    """Whatever an editor pastes, a page gains no element, attribute, link or script from it."""
    edition = editions["id"]
    cause, remedy = edition.library.causes["tired-muscle"], edition.library.remedies["stretch-calf"]
    reader = markdown.Markdown(extensions=["attr_list", "tables", "toc"])
    harmless = [
        skeleton(edition, cause_page, cause, reader, "aman"),
        skeleton(edition, remedy_page, remedy, reader, "aman"),
    ]
    for payload in payloads():
        if not re.sub(r"\W", "", payload):
            continue
        shown = [
            skeleton(edition, cause_page, cause, reader, payload),
            skeleton(edition, remedy_page, remedy, reader, payload),
        ]

        assert shown == harmless, payload


def skeleton(edition, build, entity, reader, payload):
    """Elements and attributes of a page whose words are the payload; the same by both ways of reading Markdown."""
    view = build(edition, attacked(entity, payload), (None, None))
    text = render(view, edition)
    front, body = text.split("\n---\n", 1)
    assert "<" not in front
    assert ">" not in front
    found = []
    for html in (reader.reset().convert(body), html_of(body)):
        if html is None:
            continue
        tree = HTMLParser(html)
        found.append(
            [
                (node.tag, sorted((key, value) for key, value in node.attributes.items() if key != "id"))
                for node in tree.css("body *")
            ]
        )
        assert not list(tree.css("script, style, iframe, img, object, base, meta"))
        assert not [
            href
            for node in tree.css("[href]")
            if ":" in (href := node.attributes["href"])
            and href != "tel:119"
            and not href.startswith("https://health.example/")
        ]
        assert not [name for node in tree.css("*") for name in node.attributes if name.startswith("on")]
    assert all(each == found[0] for each in found)
    return found[0]


def test_every_statement_of_an_entity_reaches_its_page(editions, written):
    """A field that no template prints would be lost without anybody noticing."""
    library = editions["id"].library
    shown = {
        "calf-cramp": "docs/id/keluhan/kram-betis/index.md",
        "tired-muscle": "docs/id/penyebab/otot-lelah/index.md",
        "stretch-calf": "docs/id/solusi/regangkan-betis/index.md",
        "medical-history": "docs/id/pemeriksaan/tanya-jawab-dengan-dokter/index.md",
        "one-calf-swollen": "docs/id/gejala/satu-betis-bengkak/index.md",
    }
    for entity in library.entities():
        if entity.slug not in shown:
            continue
        page = plain(written[shown[entity.slug]])
        for path, node in nodes(entity):
            if isinstance(node, Statement):
                assert plain(node.text["id"]) in page, (entity.slug, path)


def plain(text):
    """Words only."""
    return re.sub(r"[\W\d_]+", "", re.sub(r"<[^>]*>|&#\d+;", " ", text))


def test_a_former_address_leads_to_the_page(tmp_path):
    """Links in old messages keep working after a page is renamed."""
    project = sample(tmp_path)
    edit(
        project,
        "causes/tired-muscle.yaml",
        "also_called:\n",
        "former_addresses:\n  - id/penyebab/otot-capek/\nalso_called:\n",
    )

    found = {file.path: file.content.decode() for file in pages(load(project).editions["id"])}

    redirect = HTMLParser(found["docs/id/penyebab/otot-capek/index.html"])
    assert redirect.css_first('meta[http-equiv="refresh"]').attributes["content"] == "0; url=../otot-lelah/"
    assert redirect.css_first("a").attributes["href"] == "../otot-lelah/"
    assert "docs/id/penyebab/otot-lelah/index.md" in found
