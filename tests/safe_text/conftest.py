"""The hostile corpus, and the pages it is tried on."""

import json
from pathlib import Path

import pytest

CORPUS: dict[str, list[str]] = json.loads((Path(__file__).parent / "hostile.json").read_text("utf-8"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Runs a test that asks for `attack` once per group of the corpus, with the payloads of the group."""
    if "attack" in metafunc.fixturenames:
        metafunc.parametrize("attack", CORPUS.values(), ids=list(CORPUS))


@pytest.fixture(scope="session")
def payloads() -> list[str]:
    """Every payload of the corpus."""
    return [payload for group in CORPUS.values() for payload in group]
