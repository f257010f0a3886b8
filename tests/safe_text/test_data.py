"""Content text inside front matter and inside a script element stays data."""

import html
import json
import re

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from sehat.safe_text.escape import front_matter, json_for_script
from sehat.safe_text.hidden import HIDDEN, one_line


def test_front_matter_survives_the_yaml_reader_of_mkdocs(payloads: list[str]) -> None:
    """MkDocs reads front matter as YAML and prints it as it is."""
    for payload in payloads:
        line = front_matter({"judul": payload, "urutan": [payload, 1, None, True]})
        read = yaml.safe_load(f"title: {line}\n")["title"]
        expected = one_line(payload)

        assert "\n" not in line
        assert {"judul": html.escape(expected), "urutan": [html.escape(expected), 1, None, True]} == read
        assert not re.search("[<>\"']", read["judul"])


@settings(max_examples=300, deadline=None)
@given(text=st.text())
def test_any_front_matter_text_comes_back(text: str) -> None:
    """The value a template prints is the editor's text, escaped once."""
    assert html.escape(one_line(text)) == yaml.safe_load(f"title: {front_matter(text)}\n")["title"]


def test_script_data_stays_inside_its_script(payloads: list[str]) -> None:
    """The self-check's rules travel in the page; no text in them may end the element."""
    for payload in payloads:
        source = f'Kata\n\n<script type="application/json" id="x">{json_for_script([payload])}</script>\n\nkata *a*'
        page = LexborHTMLParser(markdown.markdown(source))
        (script,) = page.css("script")

        assert [HIDDEN.sub("", payload)] == json.loads(script.text())
        assert ["Kata", "kata a"] == [paragraph.text() for paragraph in page.css("p")]


def test_numbers_that_json_does_not_know_are_refused() -> None:
    """A browser would stop at `NaN`, and with it the self-check."""
    for write in (front_matter, json_for_script):
        with pytest.raises(ValueError, match="Out of range"):
            write([float("nan")])
