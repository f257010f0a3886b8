"""A browser is found in a fixed order, installed when there is none, and named in one line when that fails."""

import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page

from sehat.browser import Machine, NoBrowserError, find, find_or_install, works

BUNDLED = Path("/playwright/chrome")
NO_DISTRIBUTION: frozenset[str] = frozenset()


@dataclass
class Played:
    """A machine with the given browsers; it notes what is run and said."""

    browsers: set[Path] = field(default_factory=set)
    installs: dict[str, Path] = field(default_factory=dict)
    """Which browser appears when a command with this word has run."""
    ran: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def machine(
        self,
        *,
        platform: str = "linux",
        environ: dict[str, str] | None = None,
        is_root: bool = False,
        distributions: frozenset[str] = NO_DISTRIBUTION,
    ) -> Machine:
        """This machine as the search sees it."""
        return Machine(
            platform=platform,
            environ=environ or {},
            is_root=is_root,
            distributions=distributions,
            which=lambda name: f"/usr/bin/{name}" if Path("/usr/bin", name) in self.browsers else None,
            works=self.browsers.__contains__,
            bundled=lambda: BUNDLED,
            run=self.run,
            say=self.said.append,
        )

    def run(self, command: tuple[str, ...]) -> bool:
        """Note a command and let its browser appear."""
        self.ran.append(" ".join(command[-2:] if command[0] == "apt-get" else command[2:]))
        found = [path for word, path in self.installs.items() if word in command and "chromium" in command]
        self.browsers.update(found)
        return bool(found) or "update" in command


CHROMIUM, CHROME, EDGE = (Path("/usr/bin", name) for name in ("chromium", "google-chrome", "microsoft-edge"))


def test_variable_comes_first() -> None:
    """Whoever names a browser gets that one."""
    mine = Path("/opt/mine")
    machine = Played({mine, BUNDLED, CHROMIUM}).machine(environ={"SEHAT_BROWSER": str(mine)})

    assert mine == find(machine)


def test_variable_that_names_no_browser_is_an_error() -> None:
    """A slip in the variable must not be passed over in silence."""
    machine = Played({CHROMIUM}).machine(environ={"SEHAT_BROWSER": "/opt/chromum"})

    with pytest.raises(NoBrowserError, match='SEHAT_BROWSER is "/opt/chromum"'):
        find(machine)


def test_order_is_playwright_chromium_chrome_edge() -> None:
    """The nearer a browser is to the one that Playwright is made for, the earlier it is taken."""
    browsers = {EDGE, CHROME, CHROMIUM, BUNDLED}
    found = []
    while browsers:
        browser = find(Played(set(browsers)).machine())
        assert browser is not None
        found.append(browser)
        browsers.discard(browser)

    assert [BUNDLED, CHROMIUM, CHROME, EDGE] == found


@pytest.mark.parametrize(
    ("platform", "environ", "path"),
    [
        ("darwin", {}, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ("darwin", {"HOME": "/Users/a"}, "/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium"),
        ("win32", {"PROGRAMFILES": "C:/Program Files"}, "C:/Program Files/Google/Chrome/Application/chrome.exe"),
        ("win32", {"PROGRAMFILES(X86)": "C:/P (x86)"}, "C:/P (x86)/Microsoft/Edge/Application/msedge.exe"),
    ],
)
def test_applications_are_found_where_a_system_keeps_them(platform: str, environ: dict[str, str], path: str) -> None:
    """On macOS and Windows a browser is not on PATH."""
    machine = Played({Path(path)}).machine(platform=platform, environ=environ)

    assert Path(path) == find(machine)


def test_nothing_is_installed_when_there_is_a_browser() -> None:
    """Tests do not change a machine that can already run them."""
    played = Played({CHROMIUM})

    assert CHROMIUM == find_or_install(played.machine(is_root=True, distributions=frozenset({"debian"})))
    assert [] == played.ran


def test_playwright_installs_one_for_a_person() -> None:
    """Without root, only the person's own folder is written to."""
    played = Played(installs={"playwright": BUNDLED})

    assert BUNDLED == find_or_install(played.machine(distributions=frozenset({"debian"})))
    assert ["playwright install chromium"] == played.ran
    assert played.said[0].startswith("No browser found. Installing one: ")


def test_debian_installs_its_own_for_root() -> None:
    """Playwright's download lacks the libraries that a bare Debian does not have; the package brings them."""
    played = Played(installs={"apt-get": CHROMIUM})

    assert CHROMIUM == find_or_install(played.machine(is_root=True, distributions=frozenset({"debian"})))
    assert ["update -q", "-y chromium"] == played.ran


def test_ubuntu_does_not_get_the_package_that_needs_snap() -> None:
    """Ubuntu's chromium package holds no browser."""
    played = Played(installs={"playwright": BUNDLED})

    assert BUNDLED == find_or_install(played.machine(is_root=True, distributions=frozenset({"ubuntu", "debian"})))
    assert ["playwright install --with-deps chromium"] == played.ran


def test_without_any_way_one_line_says_what_to_install() -> None:
    """The last thing a person reads is what to do."""
    played = Played()

    with pytest.raises(NoBrowserError, match='install Chromium, for example with "sudo apt install chromium"') as error:
        find_or_install(played.machine(is_root=True, distributions=frozenset({"debian"})))

    assert "\n" not in str(error.value)
    assert ["update -q", "-y chromium", "playwright install --with-deps chromium"] == played.ran


def test_a_package_that_only_asks_for_snap_is_no_browser(tmp_path: Path) -> None:
    """Such a file stands on PATH, and fails when it is started."""
    stub = tmp_path / "chromium-browser"
    stub.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    stub.chmod(0o755)

    assert (os.name == "nt") == works(stub)


def test_the_browser_starts_and_reaches_no_other_host(page: Page) -> None:
    """Browser tests run without a network, and a page that calls out would fail them."""
    page.set_content("<h1>Betis</h1>")

    assert "Betis" == page.get_by_role("heading").inner_text()
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("https://example.org/")
