"""Run the tests; every option of pytest can be given."""

import os
import sys

import pytest

from sehat import browser

NEEDS = "dev"


def main(arguments: list[str]) -> int:
    """Find a browser or install one, then hand over to pytest."""
    if not any("not browser" in argument for argument in arguments):
        browser.say("Looking for a browser ...")
        try:
            path = browser.find_or_install(browser.this_machine())
        except browser.NoBrowserError as error:
            browser.say(f"{error} Without one: ./run test -m 'not browser'")
            return 2
        browser.say(f"Running the tests with {path}")
        os.environ[browser.VARIABLE] = str(path)
    return pytest.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
