"""Without a network: what was read, search, self-check and emergency help stay; what the site took back does not."""

import gzip
import json
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from sehat.bench.serving import Host, serving
from sehat.publish.offline import KINDS, offline_files

READ = "id/penyebab/kram-panas/"
ALSO_READ = "id/keluhan/kram-betis/"
NEVER_READ = "id/penyebab/penuaan/"
SCOPES = "async () => (await navigator.serviceWorker.getRegistrations()).map((each) => each.scope)"
CACHES = "async () => await caches.keys()"
KEPT = """async (address) => {
    const found = await caches.match(address, { ignoreSearch: true });
    return found ? await found.text() : "";
}"""


def until(page: Page, question: str, arg: object = None) -> None:
    """Wait until the page answers yes. Playwright's own way of waiting evaluates text, which the policy forbids."""
    for _ in range(200):
        if page.evaluate(question, arg):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {question} {arg}")


class Device:
    """A phone with the site in its browser: its network can be cut, and the site can change meanwhile."""

    def __init__(self, site: Path, context: BrowserContext) -> None:
        self.site = site
        self.context = context
        self.page: Page = context.new_page()
        self._server = ExitStack()
        self._port = 0
        self.url = ""

    def connect(self, host: type[Host] = Host) -> None:
        """Give it a network, always with the same address of the site."""
        self.url = self._server.enter_context(serving(self.site, self._port, host))
        self._port = urlsplit(self.url).port or 0
        self.context.set_offline(False)

    def cut(self) -> None:
        """Airplane mode."""
        self._server.close()
        self.context.set_offline(True)

    def open(self, address: str) -> Page:
        """Go to an address of the site."""
        self.page.goto(self.url + address)
        return self.page

    def first_visit(self, *addresses: str) -> None:
        """Read some pages, until everything that is to be kept is kept."""
        self.open("id/")
        until(self.page, "navigator.serviceWorker.controller !== null")
        for address in lists(self.site)["id"]:
            self.until_kept(address)
        for address in addresses:
            self.open(address)
            self.until_kept(address)

    def until_kept(self, address: str, words: str = "") -> None:
        """Wait until the page at an address is kept, with these words."""
        question = (
            f"async ([address, words]) => {{ const text = await ({KEPT})(address); return text.includes(words); }}"
        )
        until(self.page, question, [self.url + address, words or "e"])


@pytest.fixture
def device(browser: Browser, built_site: Path, tmp_path: Path) -> Iterator[Device]:
    """A phone on its first day, with a site of its own that the test may change."""
    shutil.copytree(built_site, tmp_path / "site")
    context = browser.new_context(service_workers="allow", viewport={"width": 360, "height": 740}, locale="id-ID")
    device = Device(tmp_path / "site", context)
    device.connect()
    yield device
    device.cut()
    context.close()


def lists(site: Path) -> dict[str, list[str]]:
    """What the service worker of a site keeps."""
    found = re.search(r"const LISTS = (\{.*\});", (site / "sw.js").read_text(encoding="utf-8"))
    assert found
    kept: dict[str, list[str]] = json.loads(found[1])
    return kept


def publish_again(site: Path, *, offline: bool = True) -> None:
    """What a build does last, after pages of a site changed."""
    pages = json.loads((site / "api/v1/pages.json").read_text(encoding="utf-8"))
    words = {"words": {"emergency": "Darurat"}, "site_name": "Betis Sehat", "dir": "ltr"}
    locales = {code: {**words, "home_url": f"{code}/", "emergency_url": f"{code}/"} for code in ("id", "en")}
    for page in pages:
        page["kind"] = {"home": "home", "emergency": "emergency"}.get(page["entity"], page["kind"])
    for address, text in offline_files(site, {"locales": locales, "offline": offline}, pages):
        (site / address).write_text(text, encoding="utf-8")


def test_what_matters_works_in_airplane_mode(device: Device) -> None:
    """On the way, in the field, without credit: the page read yesterday, help, search and self-check are there."""
    device.first_visit(READ)
    expect(device.page.locator(".md-copy")).to_be_hidden()
    device.cut()

    for address in (READ, "id/", "id/darurat/", "id/cek-mandiri/", "id/cari/"):
        page = device.open(address)
        expect(page.locator("h1")).not_to_be_empty()
        expect(page.locator(".md-copy")).to_have_text(re.compile(r"\d{1,2} \w+ \d{4}.+\(hari ini\)"))
        expect(page.locator("link[rel=stylesheet]").first).to_be_attached()
        assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).display") != "inline"
        if "cek-mandiri" in address:
            expect(page.locator("[data-selfcheck-screen]:visible")).to_have_count(1)
    page.locator("[data-search-input]").focus()
    expect(page.locator("form[data-search-ready] [data-search-input]")).to_be_attached()
    page.locator("[data-search-input]").fill("kedutan betis")
    page.locator("[data-search-input]").press("Enter")
    expect(page.locator("[data-search-result] a").first).to_be_visible()


def test_a_page_that_is_not_kept_says_so(device: Device) -> None:
    """In words, with the telephone number and the pages that are there."""
    device.first_visit()
    device.cut()

    page = device.open(NEVER_READ)

    expect(page.locator("h1")).to_contain_text("Tidak ada jaringan")
    expect(page.locator("a[href='tel:119']").first).to_be_visible()
    page.get_by_role("link", name="Darurat").first.click()
    expect(page.locator("h1")).to_have_text("Darurat")


def test_what_the_site_took_back_is_gone_at_the_next_contact(device: Device) -> None:
    """Also from pages that are not opened again while there is a network."""
    device.first_visit(READ, ALSO_READ)
    shutil.rmtree(device.site / READ)
    changed = device.site / ALSO_READ / "index.html"
    changed.write_text(changed.read_text(encoding="utf-8").replace("</h1>", " (diperbaiki)</h1>"), encoding="utf-8")
    publish_again(device.site)

    device.open("id/darurat/")
    device.until_kept(ALSO_READ, "(diperbaiki)")
    until(device.page, f"async () => (await ({CACHES})()).length === 2")
    device.cut()

    expect(device.open(ALSO_READ).locator("h1")).to_contain_text("(diperbaiki)")
    expect(device.open(READ).locator("h1")).to_contain_text("Tidak ada jaringan")
    expect(device.open("id/").locator("h1")).not_to_contain_text("Tidak ada jaringan")


class Unwell(Host):
    """A host that cannot answer for the pages that matter most."""

    def do_GET(self) -> None:
        """Answer 503 for what was kept of emergencies and of reading."""
        if self.path in ("/id/darurat/", f"/{READ}"):
            self.send_error(503)
        else:
            super().do_GET()


def test_a_site_that_is_unwell_takes_nothing_away(device: Device) -> None:
    """An update while the host is overloaded must not cost a reader the emergency page."""
    device.first_visit(READ)
    publish_again(device.site)
    worker = device.site / "sw.js"
    worker.write_text(
        worker.read_text("utf-8").replace('const VERSION = "', 'const VERSION = "next-'), encoding="utf-8"
    )
    device.cut()
    device.connect(Unwell)

    device.open("id/")
    until(device.page, f"async () => (await ({CACHES})()).every((name) => name.includes('next-'))")
    device.cut()

    expect(device.open("id/darurat/").locator("h1")).to_have_text("Darurat")
    expect(device.open(READ).locator("h1")).to_have_text("Kram panas")


class ThreeDaysLate(Host):
    """A host whose answers are three days old."""

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The day before the day before yesterday."""
        return super().date_time_string(time.time() - 3 * 86_400)


@pytest.mark.parametrize(("address", "age"), [("id/darurat/", "3 hari yang lalu"), ("en/emergency/", "3 days ago")])
def test_a_copy_says_how_many_days_old_it_is(device: Device, address: str, age: str) -> None:
    """Advice can change; a reader without a network must be able to judge."""
    device.cut()
    device.connect(ThreeDaysLate)
    device.open(address)
    until(device.page, "navigator.serviceWorker.controller !== null")
    device.until_kept(address)
    device.cut()

    expect(device.open(address).locator(".md-copy")).to_contain_text(f"({age})")


def test_a_page_that_is_gone_is_not_kept_when_it_is_asked_for(device: Device) -> None:
    """The answer of the site counts, not the copy."""
    device.first_visit(READ)
    shutil.rmtree(device.site / READ)

    expect(device.open(READ).locator("h1")).to_contain_text("Halaman tidak ditemukan")
    until(device.page, f"async (address) => (await ({KEPT})(address)) === ''", device.url + READ)


def test_a_connected_reader_never_sees_a_copy(device: Device) -> None:
    """A correction shows at once, before any new version of the worker."""
    device.first_visit(READ)
    page = device.site / READ / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("</h1>", " (baru)</h1>"), encoding="utf-8")

    expect(device.open(READ).locator("h1")).to_contain_text("(baru)")


def test_everything_kept_can_be_recalled(device: Device) -> None:
    """`offline: off` in content/site.yaml removes the worker and its copies from every browser that calls."""
    device.first_visit(READ)
    assert device.page.evaluate(SCOPES) == [device.url]
    publish_again(device.site, offline=False)

    device.open("en/about/")

    until(device.page, f"async () => (await ({CACHES})()).length === 0")
    until(device.page, f"async () => (await ({SCOPES})()).length === 0")


def test_a_site_in_a_folder_keeps_to_its_folder(browser: Browser, built_site: Path, tmp_path: Path) -> None:
    """Other sites of the same host, such as on GitHub Pages, keep their own copies."""
    shutil.copytree(built_site, tmp_path / "betis")
    (tmp_path / "other.html").write_text("<!doctype html><title>Other</title><p>Other site", encoding="utf-8")
    with serving(tmp_path) as url, browser.new_context(service_workers="allow") as context:
        page = context.new_page()
        page.goto(url + "other.html")
        page.evaluate("async () => await caches.open('of another site')")
        page.goto(url + "betis/en/causes/heat-cramps/")
        until(page, "navigator.serviceWorker.controller !== null")

        names = page.evaluate(CACHES)

        assert page.evaluate(SCOPES) == [f"{url}betis/"]
        assert "of another site" in names
        assert all(name.startswith(f"{url}betis/#") for name in names if name != "of another site")


def test_what_is_kept_for_everybody_is_small(built_site: Path) -> None:
    """A first visit must not cost a prepaid package: at most 150 KiB come after the page, in one language."""
    for locale in ("id", "en"):
        kept = lists(built_site)
        files = [built_site / each.partition("?")[0] for each in [*kept[""], *kept[locale]]]
        sizes = [len(gzip.compress((path / "index.html" if path.is_dir() else path).read_bytes())) for path in files]

        assert len(KINDS) == len([path for path in files if path.is_dir()])
        assert sum(sizes) <= 150 * 1024


def test_queries_are_never_kept(device: Device) -> None:
    """What somebody typed into the search stays in the address bar."""
    device.first_visit()
    device.open("id/cari/?q=kram%20hamil")
    device.page.wait_for_load_state("networkidle")

    kept = device.page.evaluate(
        "async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((each) => each.url)))).flat()"
    )

    assert [] == [address for address in kept if "hamil" in address]
