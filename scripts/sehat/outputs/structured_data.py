"""What a page is about, for search engines: schema.org as JSON-LD, in the words that the page shows."""

from collections.abc import Iterable, Iterator
from typing import Any

from sehat.addresses import PageEntry
from sehat.model.entities import Cause, Codes, Condition, Examination, Finding, Page, Remedy, Review
from sehat.outputs.edition import Edition
from sehat.safe_text.escape import ScriptJson, json_for_script

Data = dict[str, Any]

SITE = "urn:x-site:"
"""Stands for the address of the site, which the theme knows: it joins the pieces of a page's JSON with it."""

THERAPIES = ("first-aid", "home-care", "treatment")
"""Kinds of remedies that may be called a therapy; what is advised against, or only to be known, is none."""


def structured_data(
    edition: Edition, page: PageEntry, *, name: str, description: str, updated: str | None
) -> list[ScriptJson]:
    """The JSON-LD of a page, cut wherever the address of the site belongs."""
    entity = edition.library.page_entity(page.kind, page.entity)
    about = list(_about(edition, entity)) if entity else []
    data: Data = {
        "@context": "https://schema.org",
        "@type": "WebPage" if page.kind == "page" else "MedicalWebPage",
        "name": name,
        "description": description,
        "url": SITE + page.url[edition.locale],
        "inLanguage": edition.locale,
        "isPartOf": {
            "@type": "WebSite",
            "name": edition.say(edition.library.site.title),
            "url": SITE + edition.url("home", "home"),
        },
    }
    if updated:
        data["dateModified"] = updated
    data |= _review(getattr(entity, "review", None))
    if about:
        data["about"] = about[0] if len(about) == 1 else about
    return [ScriptJson(piece) for piece in json_for_script(data).split(SITE)]


def _review(review: Review | None) -> Data:
    """Who read the page, and when: only when a clinician has signed."""
    if review is None or review.state != "reviewed" or not review.by or not review.on:
        return {}
    return {"lastReviewed": review.on.isoformat(), "reviewedBy": {"@type": "Person", "name": review.by}}


def _about(edition: Edition, entity: Page) -> Iterator[Data]:
    """What the page of an entity is about."""
    match entity:
        case Condition():
            yield _named(edition, "MedicalCondition", entity) | _codes(entity.codes)
        case Cause():
            caused = {"causeOf": list(_conditions(edition, entity.explains))}
            yield _named(edition, "MedicalCause", entity) | _codes(entity.codes) | caused
        case Finding():
            yield _named(edition, "MedicalSignOrSymptom", entity)
        case Examination():
            used = {"usedToDiagnose": list(_conditions(edition, entity.helps))}
            yield _named(edition, "MedicalTest", entity) | used
        case Remedy(kind=kind) if kind in THERAPIES:
            yield _named(edition, "MedicalTherapy", entity)
            yield from _conditions(edition, entity.helps)
        case Remedy():
            yield from _conditions(edition, entity.helps)


def _named(edition: Edition, schema_type: str, entity: Page) -> Data:
    data: Data = {"@type": schema_type, "name": edition.say(entity.title)}
    names = edition.other_names(entity)
    return data | {"alternateName": list(names)} if names else data


def _conditions(edition: Edition, slugs: Iterable[str]) -> Iterator[Data]:
    """The complaints that a page links to."""
    for slug in slugs:
        if edition.site_map.has("condition", slug):
            title = edition.say(edition.library.conditions[slug].title)
            yield {"@type": "MedicalCondition", "name": title, "url": SITE + edition.url("condition", slug)}


def _codes(codes: Codes) -> Data:
    """Entries of classifications, as the page prints them."""
    found = [("ICD-10", each.code) for each in codes.icd10] + [("MeSH", each.code) for each in codes.mesh]
    if not found:
        return {}
    return {"code": [{"@type": "MedicalCode", "codeValue": code, "codingSystem": system} for system, code in found]}
