"""A few pictures of the small sample, so that nobody changes the look without seeing it.

Pages are set in blocks instead of letters (see `blocks.py`), so fonts of the machine do not matter. After a change
that is meant, run with SEHAT_VISUAL=write and look at the new pictures before they are kept.
"""

import os
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from sehat.bench.serving import serving
from tests.build.project import run_build, whole_project
from tests.visual.blocks import style
from tests.visual.pixels import difference

PICTURES = Path(__file__).parent / "pictures"
RESULTS = Path(__file__).parents[2] / "test-results"
ALLOWED = 0.01
"""Rounding differs a little between versions of a browser; anything that a person would see is more than this."""

LOOKS: tuple[tuple[str, str, int, int, Literal["light", "dark"]], ...] = (
    ("home-phone", "id/", 360, 640, "light"),
    ("home-wide", "en/", 1280, 720, "dark"),
    ("complaint-phone", "id/keluhan/kram-betis/", 360, 1600, "dark"),
    ("cause-tablet", "en/causes/blood-clot/", 768, 1400, "light"),
    ("remedy-phone", "en/remedies/stretch-the-calf/", 360, 1400, "light"),
    ("symptoms-tablet", "id/gejala/", 768, 1000, "dark"),
    ("index-wide", "en/a-z/", 1280, 800, "light"),
    ("gateway-phone", "", 360, 640, "dark"),
    ("emergency-phone", "id/darurat/", 360, 900, "dark"),
)

COMPARISON = """cramp-or-clot:
  title:
    id: Kram atau bekuan darah?
    en: Cramp or blood clot?
  conditions:
    - calf-cramp
  causes:
    - tired-muscle
    - blood-clot
"""
DRAWING = """stretch-during-cramp:
  alt:
    id: Seseorang duduk dan menarik ujung kakinya.
    en: A person sits and pulls the toes.
  caption:
    id: Luruskan lutut dan tarik ujung kaki.
    en: Straighten the knee and pull the toes.
  shows: action
  remedies:
    - stretch-calf
"""


@pytest.fixture(scope="module")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built small sample, with a table and a drawing."""
    project = whole_project(tmp_path_factory.mktemp("sample"))
    (project / "content/comparisons.yaml").write_text(COMPARISON, "utf-8")
    (project / "content/drawings.yaml").write_text(DRAWING, "utf-8")
    result = run_build(project)
    assert result.returncode == 0, result.stderr
    return project / "site"


@pytest.mark.parametrize(("name", "address", "width", "height", "scheme"), LOOKS, ids=[look[0] for look in LOOKS])
def test_pages_look_as_agreed(
    browser: Browser,
    sample_site: Path,
    name: str,
    address: str,
    width: int,
    height: int,
    scheme: Literal["light", "dark"],
) -> None:
    """The picture of a page is the one that was looked at and kept."""
    with (
        serving(sample_site) as site,
        browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True
        ) as context,
    ):
        page = context.new_page()
        page.goto(site + address)
        page.add_style_tag(content=style())
        assert page.evaluate("document.fonts.load('16px Blocks').then((found) => found.length)") == 1
        page.evaluate("document.fonts.ready.then(() => true)")
        for image in page.locator("article img").all():
            image.evaluate("image => { image.loading = 'eager'; return image.decode(); }")
        taken = page.screenshot(animations="disabled", caret="hide")
    kept = PICTURES / f"{name}.png"
    if os.environ.get("SEHAT_VISUAL") == "write":
        PICTURES.mkdir(exist_ok=True)
        kept.write_bytes(taken)

    share = difference(kept.read_bytes(), taken)
    if share > ALLOWED:
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / f"{name}.png").write_bytes(taken)
    assert share <= ALLOWED, f"{share:.1%} of {name} looks different; see test-results/{name}.png"


def test_a_change_that_can_be_seen_is_found() -> None:
    """The comparison is not blind: two different pictures differ, a picture does not differ from itself."""
    light, dark = (PICTURES / "home-phone.png").read_bytes(), (PICTURES / "gateway-phone.png").read_bytes()

    assert difference(light, light) == 0
    assert difference(light, dark) > 0.5
