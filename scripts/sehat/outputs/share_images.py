"""Pictures for link previews, one per kind of page or per page, in each language, as pages for a browser to draw."""

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sehat.language.formats import text_direction
from sehat.outputs.edition import Edition
from sehat.outputs.pages import views
from sehat.safe_text.hidden import one_line

FOLDER = "docs/assets/images/share"
OWN = f"{FOLDER}/pages"
"""Where pages have pictures of their own. Git ignores them; a build shows those that say what their page says."""

SIZE = (800, 420)
"""Large enough for the wide preview of chats, small enough for a slow network: at most 16 KB each."""
KINDS = ("home", "condition", "cause", "remedy", "examination", "finding", "emergency", "self-check")
"""Kinds with a picture that every page shows until it has its own; other pages show that of the home page."""

ICON = "docs/assets/images/favicon.svg"
ICON_SIZES = (192, 512)

CALM = ("#0b454b", "#8fe0d6")
URGENT = ("#8c120c", "#ffd9d4")
LETTERS = ((62, 28), (56, 28), (50, 27), (46, 26), (42, 25), (38, 24), (36, 22))
"""Sizes of title and words, largest first: a picture takes the first with which all fits; then words grow if they can."""

FIT = """
{
  const [box, title, words] = ["section", "h1", "p"].map((each) => document.querySelector(each));
  const over = () => box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth;
  const fits = (large, small) => {
    title.style.fontSize = `${large}px`;
    words.style.fontSize = `${small}px`;
    return !over();
  };
  const [large, small] = LETTERS.find((each) => fits(...each)) ?? LETTERS.at(-1);
  for (let more = LETTERS[0][1]; more >= small && !fits(large, more); more -= 1);
  for (const part of [words, title]) {
    const kept = part.textContent.split(" ");
    while (over() && kept.length > 1) {
      kept.pop();
      part.textContent = `${kept.join(" ").replace(/[\\s.,;:–-]+$/, "")}…`;
    }
  }
}
""".replace("LETTERS", json.dumps(LETTERS))
"""Smaller letters before fewer words: the end of a summary tells how soon to be seen."""

PAGE = """<!doctype html><html lang="{locale}" dir="{dir}"><meta charset="utf-8"><style>
body {{ margin: 0; inline-size: 800px; block-size: 420px; box-sizing: border-box; padding: 56px; display: flex;
  flex-direction: column; justify-content: space-between; background: {ground}; color: #fff;
  font-family: "DejaVu Sans", Verdana, sans-serif; }}
section {{ flex: 1; min-block-size: 0; margin-block-end: 18px; overflow: hidden; }}
h1 {{ margin: 0; line-height: 1.1; text-wrap: balance; }}
p {{ margin: 18px 0 0; line-height: 1.35; text-wrap: pretty; }}
div {{ display: flex; align-items: center; gap: 18px; font-size: 31px; font-weight: 700; color: {accent}; }}
svg {{ inline-size: 64px; block-size: 64px; }}
</style><section><h1>{title}</h1><p>{words}</p></section><div>{icon}<span>{site}</span></div><script>{fit}</script></html>
"""
ICON_PAGE = """<!doctype html><style>body {{ margin: 0; background: #0b4f55 }} svg {{ display: block; inline-size: {size}px;
  block-size: {size}px }} rect {{ rx: 0 }} path {{ scale: .75; transform-origin: 16px 16px }}</style>{icon}
"""


@dataclass(frozen=True)
class Picture:
    """A picture to draw: where it is kept, its size, the page that shows it, and what it says."""

    path: str
    size: tuple[int, int]
    page: str
    says: str


def pictures(root: Path, edition: Edition) -> Iterator[Picture]:
    """The pictures of the kinds of pages in one language."""
    site = edition.library.site
    for kind in KINDS:
        section = site.sections.get(kind)
        title = edition.say(section.title if section else site.title)
        words = edition.say(section.summary if section else site.tagline)
        path = f"{FOLDER}/{kind}.{edition.locale}.png"
        yield _picture(root, edition, path, title, words, urgent=kind == "emergency")


def own_pictures(root: Path, edition: Edition) -> Iterator[Picture]:
    """One picture for each page of a language, except where that of a kind says the same already."""
    said = {each.says for each in pictures(root, edition)}
    for front in (view.front for view in views(edition)):
        path = f"{OWN}/{front['kind']}-{front['entity']}.{edition.locale}.png"
        urgent = front["kind"] == "emergency"
        picture = _picture(root, edition, path, front["title"], front["description"], urgent=urgent)
        if picture.says not in said:
            yield picture


def spoken(title: str, words: str, site: str) -> str:
    """What a picture says about a page: by this a build knows whether the picture is the page's, and of today."""
    return one_line(f"{title}. {words} {site}")


def _picture(root: Path, edition: Edition, path: str, title: str, words: str, *, urgent: bool = False) -> Picture:
    site = edition.say(edition.library.site.title)
    ground, accent = URGENT if urgent else CALM
    page = PAGE.format(
        locale=edition.locale,
        dir=text_direction(edition.locale),
        ground=ground,
        accent=accent,
        title=html.escape(title),
        words=html.escape(words),
        icon=(root / ICON).read_text(encoding="utf-8"),
        site=html.escape(site),
        fit=FIT,
    )
    return Picture(path, SIZE, page, spoken(title, words, site))


def icons(root: Path) -> Iterator[Picture]:
    """The icon for home screens; its drawing stays inside the circle that phones cut out."""
    icon = (root / ICON).read_text(encoding="utf-8")
    for size in ICON_SIZES:
        page = ICON_PAGE.format(size=size, icon=icon)
        yield Picture(f"docs/assets/images/icon-{size}.png", (size, size), page, icon)
