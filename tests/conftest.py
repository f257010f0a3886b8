"""What all tests share: the browser, which never leaves this machine."""

from pathlib import Path
from typing import Any

import pytest

from sehat import browser


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test that opens a browser, so that `-m "not browser"` leaves it out."""
    for item in items:
        if "browser_path" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser_path() -> Path:
    """The browser that `./run test` found; under a bare pytest it is looked for, but never installed."""
    machine = browser.this_machine()
    try:
        path = browser.find(machine)
    except browser.NoBrowserError as error:
        pytest.fail(str(error))
    return path or pytest.fail(browser.advice(machine))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], browser_path: Path) -> dict[str, Any]:
    """How pytest-playwright starts the browser: the found one, deaf to every host but this machine."""
    options = [
        "--disable-background-networking",
        "--disable-component-update",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ]
    if browser.is_root():
        options.append("--no-sandbox")
    return {**browser_type_launch_args, "executable_path": str(browser_path), "args": options}
