"""What all tests share: the browser, which never leaves this machine."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response

from sehat import browser as finding
from sehat.bench.serving import serving
from tests.projects import copy_project


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test that opens a browser, so that `-m "not browser"` leaves it out."""
    for item in items:
        if "browser_path" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser_path() -> Path:
    """The browser that `./run test` found; under a bare pytest it is looked for, but never installed."""
    machine = finding.this_machine()
    try:
        path = finding.find(machine)
    except finding.NoBrowserError as error:
        pytest.fail(str(error))
    return path or pytest.fail(finding.advice(machine))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], browser_path: Path) -> dict[str, Any]:
    """How pytest-playwright starts the browser: the found one, deaf to every host but this machine."""
    options = [
        "--disable-background-networking",
        "--disable-component-update",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ]
    if finding.is_root():
        options.append("--no-sandbox")
    return {**browser_type_launch_args, "executable_path": str(browser_path), "args": options}


@pytest.fixture(scope="session")
def policy_violations() -> list[str]:
    """What browsers refused since the last look, because the site's own policy forbids it."""
    return []


@pytest.fixture(scope="session")
def browser(browser: Browser, policy_violations: list[str]) -> Browser:
    """The browser, listening in every page for what the policy forbids.

    Service workers are blocked where a test does not ask for them: most tests are about a first visit.
    """
    new_context = browser.new_context

    def listening_context(**options: Any) -> BrowserContext:
        context = new_context(**{"service_workers": "block", **options})
        context.on("console", lambda said: policy_violations.extend(_refused(said.text)))
        if options.get("java_script_enabled", True):
            context.on("page", _patient)
        return context

    browser.new_context = listening_context  # type: ignore[method-assign]
    return browser


def _patient(page: Page) -> None:
    """Let a test go on when the page's scripts, which load after the first paint, have started."""
    goto = page.goto

    def goto_and_wait(url: str, **options: Any) -> Response | None:
        answer = goto(url, **options)
        page.locator("html:has(script[data-load]):not([data-ready])").wait_for(state="detached")
        return answer

    page.goto = goto_and_wait  # type: ignore[method-assign]


def _refused(said: str) -> list[str]:
    return [said] if re.search(r"Content Security Policy|This document requires 'Trusted", said) else []


@pytest.fixture(autouse=True)
def _no_policy_violation(policy_violations: list[str]) -> Iterator[None]:
    """Every test in a browser fails when a page did what its policy forbids."""
    policy_violations.clear()
    yield
    assert [] == policy_violations


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published form of the real site, built once from a copy of the project."""
    project = copy_project(tmp_path_factory.mktemp("project"))
    done = subprocess.run(
        [sys.executable, str(project / "scripts" / "build.py")],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project / "scripts"), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """The address of a server for the built site; ends with a slash."""
    with serving(built_site) as url:
        yield url
