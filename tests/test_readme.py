"""The README is equal to the code."""

from __future__ import annotations

import re

import pytest

from chatimg_magic.options import build_parser
from chatimg_magic.settings import ChatImg
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def rows(first: str) -> dict[str, str]:
    """Return the table that begins with a header cell, as first column → second."""
    table = README.split(f"\n| {first} | ", 1)[1].split("\n\n", 1)[0]
    return dict(re.findall(r"^\| `([^`]+)` \| (.+) \|$", table, re.M))


def test_the_option_table_is_the_parsers() -> None:
    parser = build_parser()
    options = {
        " ".join(filter(None, [action.option_strings[0], action.metavar if action.nargs != 0 else None])): action.help
        for action in parser._actions
        if action.option_strings
    }
    assert rows("option") == options


def test_the_setting_table_is_the_traits() -> None:
    traits = {name: trait.help for name, trait in ChatImg.class_traits(config=True).items()}
    assert rows("setting") == traits


@pytest.mark.parametrize("name", ["README.md", "docs/benchmark.md"])
def test_every_file_that_a_page_links_is_there(name: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / name).parent.joinpath(link).exists()] == []


def test_the_two_commands_are_what_ci_runs() -> None:
    first, second = re.findall(r"^pip install .+$", README, re.M)
    assert first == 'pip install -e ".[lab,local]" && chatimg model get && jupyter lab notebooks/quickstart.ipynb'
    assert second.endswith(" && pytest")
    assert re.search(r"\.\[[^\]]+\]", second)[0] in (ROOT / ".ci" / "run").read_text()  # type: ignore[index]
