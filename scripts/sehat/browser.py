"""Where the browser for tests and pictures stands, and how to get one when there is none."""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "SEHAT_BROWSER"
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge")
MAC_APPS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS_APPS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


class NoBrowserError(Exception):
    """There is no browser; the text says in one line what to do."""


@dataclass(frozen=True)
class Machine:
    """What the search for a browser asks of the machine, so that tests can play another one."""

    platform: str
    """As `sys.platform`: linux, darwin or win32."""
    environ: Mapping[str, str]
    is_root: bool
    distributions: frozenset[str]
    """The ID and ID_LIKE of a Linux distribution."""
    which: Callable[[str], str | None]
    works: Callable[[Path], bool]
    """Whether a path is a browser that starts."""
    bundled: Callable[[], Path]
    """Where Playwright keeps its own Chromium, be it there or not."""
    run: Callable[[tuple[str, ...]], bool]
    """Run a command to its end; whether it went well."""
    say: Callable[[str], None]


def find(machine: Machine) -> Path | None:
    """The browser that the tests use, or None: the variable's, Playwright's own, then the system's."""
    chosen = machine.environ.get(VARIABLE)
    if chosen:
        if not machine.works(Path(chosen)):
            raise NoBrowserError(f'{VARIABLE} is "{chosen}", which is not a browser that starts: correct or unset it.')
        return Path(chosen)
    return next((path for path in candidates(machine) if machine.works(path)), None)


def candidates(machine: Machine) -> Iterator[Path]:
    """Every place where a browser may stand, best first."""
    yield machine.bundled()
    for command in COMMANDS:
        found = machine.which(command)
        if found:
            yield Path(found)
    if machine.platform == "darwin":
        for folder in (Path("/Applications"), Path(machine.environ.get("HOME", "/")) / "Applications"):
            yield from (folder / app for app in MAC_APPS)
    if machine.platform == "win32":
        for variable in WINDOWS_FOLDERS:
            if machine.environ.get(variable):
                yield from (Path(machine.environ[variable]) / app for app in WINDOWS_APPS)


def find_or_install(machine: Machine) -> Path:
    """The browser that the tests use; one is installed when there is none."""
    browser = find(machine)
    for commands in installations(machine):
        if browser:
            break
        for command in commands:
            machine.say(f"No browser found. Installing one: {' '.join(command)}")
            if not machine.run(command):
                break
        browser = find(machine)
    if browser is None:
        raise NoBrowserError(advice(machine))
    return browser


def installations(machine: Machine) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Ways to install a browser, best first: each a row of commands."""
    playwright = (sys.executable, "-m", "playwright", "install")
    if machine.platform == "linux" and machine.is_root:
        # Ubuntu's package is an empty one that asks for snap.
        if "debian" in machine.distributions and "ubuntu" not in machine.distributions:
            yield ("apt-get", "update", "-q"), ("apt-get", "install", "-q", "-y", "chromium")
        yield ((*playwright, "--with-deps", "chromium"),)
    else:
        yield ((*playwright, "chromium"),)


def advice(machine: Machine) -> str:
    """One line that says what to install."""
    if machine.platform == "linux":
        how = 'install Chromium, for example with "sudo apt install chromium"'
    elif machine.platform == "darwin":
        how = "install Chrome from https://www.google.com/chrome/"
    else:
        how = "install Chrome or Edge"
    return f"This needs a browser: {how}, or set {VARIABLE} to the path of one."


def this_machine() -> Machine:
    """The machine that this runs on."""
    return Machine(
        platform=sys.platform,
        environ=os.environ,
        is_root=is_root(),
        distributions=distributions(),
        which=shutil.which,
        works=works,
        bundled=bundled,
        run=run,
        say=say,
    )


def is_root() -> bool:
    """Whether this is the administrator of a Unix system: Chromium then starts only without its sandbox."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def distributions() -> frozenset[str]:
    """The names of this Linux distribution and of those it is made from."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return frozenset()
    return frozenset([release.get("ID", ""), *release.get("ID_LIKE", "").split()])


def works(path: Path) -> bool:
    """Whether a browser answers; a package that only asks for snap does not. On Windows, whether it is there."""
    if not path.is_file() or sys.platform == "win32":
        return path.is_file()
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def bundled() -> Path:
    """Where Playwright keeps its own Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def run(command: tuple[str, ...]) -> bool:
    """Run a command with its output on standard error, asking nothing."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.call(command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr) == 0
    except OSError:
        return False


def say(text: str) -> None:
    """Print a progress line."""
    print(text, file=sys.stderr, flush=True)
