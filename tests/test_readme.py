"""The README and the pages that it opens are equal to the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from chatimg_magic.gallery import pieces
from chatimg_magic.gallery.families import families
from chatimg_magic.options import build_parser
from chatimg_magic.settings import ChatImg
from tests.conftest import ROOT

PAGES = {path: path.read_text(encoding="utf-8") for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"))}
README, SETTINGS = PAGES[ROOT / "README.md"], PAGES[ROOT / "docs" / "options.md"]


def rows(page: str, first: str) -> dict[str, str]:
    """Return a page's table that begins with a header cell, as first column → second."""
    table = page.split(f"\n| {first} | ", 1)[1].split("\n\n", 1)[0]
    return dict(re.findall(r"^\| `([^`]+)` \| (.+) \|$", table, re.M))


def test_the_gallery_is_as_large_as_is_said() -> None:
    assert f"{len(families())} families and {len(pieces())} pieces" in README
    changes = PAGES[ROOT / "CHANGELOG.md"]
    assert f"{len(pieces())} worked drawings that go along as examples, and {len(families())} families" in changes


def test_the_option_table_is_the_parsers() -> None:
    parser = build_parser()
    options = {
        " ".join(filter(None, [action.option_strings[0], action.metavar if action.nargs != 0 else None])): action.help
        for action in parser._actions
        if action.option_strings
    }
    assert rows(README, "option") == options


def test_the_setting_table_is_the_traits() -> None:
    traits = {name: trait.help for name, trait in ChatImg.class_traits(config=True).items()}
    assert rows(SETTINGS, "setting") == traits


def anchors(page: str) -> set[str]:
    """Return what a page's headings are linked by."""
    return {re.sub(r"[^\w -]", "", line).lower().replace(" ", "-") for line in re.findall(r"^#+ (.+)$", page, re.M)}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_file_and_heading_that_a_page_links_is_there(path: Path) -> None:
    links = re.findall(r"\]\(([^):#]*)(?:#([^)]+))?\)", PAGES[path])
    missing = [link for link, _ in links if not (path.parent / link).exists()]
    headings = [
        (PAGES[(path.parent / link).resolve() if link else path], heading) for link, heading in links if heading
    ]
    assert missing == []
    assert [heading for text, heading in headings if heading not in anchors(text)] == []


def test_every_page_can_be_reached_from_the_readme() -> None:
    linked = {(ROOT / link).resolve() for link in re.findall(r"\]\(([^):#]+)[#)]", README)}
    assert set(PAGES) - linked == {ROOT / "README.md"}


def test_the_two_commands_are_what_ci_runs() -> None:
    first, second = re.findall(r"^pip install .+$", README, re.M)
    assert first == 'pip install -e ".[lab,local]" && chatimg model get && jupyter lab notebooks/quickstart.ipynb'
    assert second.endswith(" && pytest")
    assert re.search(r"\.\[[^\]]+\]", second)[0] in (ROOT / ".ci" / "run").read_text()  # type: ignore[index]
