"""Somebody else's folder: whatever is in it, nothing runs outside isolation, steers the page, or leads elsewhere."""

from __future__ import annotations

import json
import os
import re
import string
import tempfile
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatimg_magic.code import review_cell
from chatimg_magic.drawing import Attempt, Check, Drawing, NoPicture, Outcome, Problem
from chatimg_magic.notebook import panel_words
from chatimg_magic.notebook.display import Plain, bundle, code_bundle, words_of
from chatimg_magic.notebook.panel import Panel
from chatimg_magic.notebook.panel_view import View
from chatimg_magic.notebook.review_cell import ReviewCell
from chatimg_magic.picture import Picture
from chatimg_magic.request import Request, Size
from chatimg_magic.session import Order, Session
from chatimg_magic.store import Store, StoreWarning, file, form, manage
from tests.answers import disc
from tests.conftest import ROOT
from tests.kernels import Kernel
from tests.servers.scripted import ScriptedServer

CELL = "%%chatimg dot --size 64\na dot"
REQUEST = Request("a dot", "dot", Size(64, 64))
MARKUP = "<img src=x onerror=alert(1)>"
WORDS = f"\x1b]0;owned\x07\x1b[2J{MARKUP}</pre></script>\u202e \ud800"
HARMLESS = "import numpy as np\ndot = np.full((64, 64, 3), 9, dtype=np.uint8)\ndot[9:20] = 200\n"
FLAG = str(Path(tempfile.gettempdir()) / f"chatimg-ran-{os.getpid()}")
NOT_ALLOWED = f"import numpy as np\nimport os\nopen({FLAG!r}, 'w')\ndot = np.full((64, 64, 3), 9, np.uint8)\n"


@pytest.fixture
def store() -> Store:
    return Session().store


def put(store: Store, *attempts: dict[str, Any], selected: str = "", request: Request = REQUEST) -> None:
    """Write a kept drawing as somebody else may."""
    store.folder.mkdir(parents=True, exist_ok=True)
    lines = [{"chatimg": 2, "file": "x" * 32, "request": request.to_json()}, *attempts]
    lines.append({"selected": selected, "inserted": {WORDS: WORDS}})
    store.path(request.digest).write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="ascii")


def claimed(name: str, code: str, **more: Any) -> dict[str, Any]:
    """Return an attempt that claims to have been drawn."""
    attempt = Attempt("m", code=code, outcome=Outcome.DRAWN, isolation="isolated: all", id=name)
    return {**form.attempt_to_data(attempt), **more}


def marked(name: str, code: str, outcome: Outcome = Outcome.DRAWN) -> dict[str, Any]:
    """Return an attempt with markup in every field that can hold any."""
    check, problem = (
        {"kind": WORDS, "words": WORDS, "found": WORDS},
        {"outcome": "refused", "message": WORDS, "line": 1},
    )
    plain = dict.fromkeys(("model", "provider", "text", "printed", "isolation", "asked", "look", "created"), WORDS)
    ids = {"id": f"{name}{MARKUP}", "refines": WORDS, "corrects": ""}
    said = {
        "checks": [{**check, "holds": False}, {**check, "holds": True}],
        "problems": [problem],
        "notes": [WORDS] * 3,
    }
    return {**claimed(name, f"# {MARKUP}\n{code}", outcome=outcome.value), **plain, **ids, **said}


def escaped(markup: str) -> bool:
    return MARKUP not in markup and "<script" not in markup and "</pre></script" not in markup


def controls(text: str) -> list[str]:
    return re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)


def test_every_field_that_can_hold_words_is_marked() -> None:
    silent = {"code", "outcome", "usage", "timings", "ended", "corrects"}
    entry = marked("a", HARMLESS)
    assert {name for name, value in entry.items() if MARKUP not in json.dumps(value)} == silent - {"code"}
    assert set(entry) == {name for name in Attempt.__dataclass_fields__ if name != "picture"}


def test_markup_in_every_field_is_escaped_in_the_plain_display(store: Store) -> None:
    put(store, marked("a", HARMLESS), marked("b", HARMLESS, Outcome.UNCHECKED), selected=f"a{MARKUP}")
    drawing = store.load(REQUEST)
    assert drawing is not None
    assert drawing.attempt is not None
    for pixels in (None, np.zeros((64, 64, 3), np.uint8)):
        for attempt in list(drawing.attempts):
            drawing.replace(Attempt(**{**vars(attempt), "picture": Picture(pixels) if pixels is not None else None}))
            drawing.select(attempt)
            data, _ = bundle(drawing, replayed=True, with_code=True)
            assert MARKUP in data["text/plain"], "the words are there"
            assert escaped(data["text/html"])
            assert controls(words_of(drawing, replayed=True)) == []
    markdown = code_bundle(review_cell(drawing))["text/markdown"]
    assert markdown.startswith("```python\n")
    assert markdown.endswith("```")
    assert markdown.count("```") == 2


def test_markup_in_every_field_is_text_in_the_panel(store: Store) -> None:
    put(store, marked("a", HARMLESS), marked("b", "dot = 1\n", Outcome.FAILED), selected=f"a{MARKUP}")
    drawing = store.load(REQUEST)
    assert drawing is not None
    view = View(lambda *_: None)
    for attempt in drawing.attempts:
        view.show_code(attempt.code)
        assert all(escaped(line) for line in view.lines)
        assert any("&lt;img" in line for line in view.lines)
        said = [panel_words.title(attempt), panel_words.status(attempt, True), *panel_words.wrong(attempt)]
        said += [*panel_words.notes(drawing, attempt, []), *panel_words.details(attempt)]
        assert any(MARKUP in words for words in said)
        view.state = {**view.state, "wrong": said}
        json.dumps(view.get_state(["state", "lines"]), ensure_ascii=False).encode()  # as it is sent
    view.close()
    script = (ROOT / "chatimg_magic" / "notebook" / "panel.js").read_text()
    assert re.findall(r"innerHTML: \w+|innerHTML|outerHTML|insertAdjacentHTML|document\.write", script) == [
        "innerHTML: line"
    ], "all but the lines of code is set as text"


def test_the_list_shows_markup_as_text_and_steers_no_terminal(store: Store) -> None:
    put(store, marked("a", HARMLESS), selected=f"a{MARKUP}")
    prompt = f"{MARKUP}\x1b[2J\r\n a dot"
    put(store, marked("a", HARMLESS), request=Request(prompt))
    shown = manage(store, "list")
    assert shown.count("\n") == 2
    assert controls(shown) == []
    assert shown.count(MARKUP) == 3, "two models, one prompt"


def test_names_of_files_steer_no_terminal(store: Store) -> None:
    store.folder.mkdir(exist_ok=True)
    (store.folder / f"\x1b[2J<img src=x>{'0' * 32}.json").write_text("{}")
    (store.folder / ("0" * 32 + ".json")).write_text('{"\\u001b[2J": 1}')
    with pytest.warns(StoreWarning) as caught:
        assert "no drawings are kept" in manage(store, "list")
    assert len(caught) == 1
    assert controls(str(caught[0].message)) == []


def test_what_claims_to_be_drawn_and_is_refused_runs_nowhere_and_binds_nothing(store: Store, tmp_path: Path) -> None:
    put(store, claimed("a", NOT_ALLOWED), selected="a")
    session = Session()
    with pytest.raises(NoPicture, match="imports os") as caught:
        session.draw(REQUEST, Order())
    (attempt,) = caught.value.drawing.attempts
    assert attempt.outcome is Outcome.REFUSED
    assert attempt.picture is None
    assert not Path(FLAG).exists()
    assert session.latest == {}


def test_what_claims_to_be_drawn_runs_isolated_and_its_claims_are_not_believed(store: Store) -> None:
    claims = {"checks": [{"kind": "k", "words": "a dot", "holds": True, "found": ""}], "notes": ["verified"]}
    put(store, claimed("a", HARMLESS, isolation="isolated: believe me", **claims), selected="a")
    drawing = Session().draw(REQUEST, Order())
    assert drawing.attempt is not None
    assert drawing.attempt.picture is not None
    assert drawing.attempt.isolation != "isolated: believe me"
    assert drawing.attempt.notes == ()
    assert all(check.words != "a dot" or check.kind != "k" for check in drawing.attempt.checks)


def test_a_cell_shows_why_a_claim_was_refused_and_gets_no_other_cell(
    kept_kernel: Kernel, server: ScriptedServer, store: Store
) -> None:
    kept_kernel.forget(OPENAI_BASE_URL=server.url, OPENAI_API_KEY="none")
    assert kept_kernel.run("%load_ext chatimg_magic").status == "ok"
    put(store, claimed("a", NOT_ALLOWED), selected="a")
    done = kept_kernel.run(CELL, cell="c1")
    assert done.error_name == "NoPicture"
    assert "imports os" in done.error
    assert (done.next_input, done.displays, server.requests) == ([], [], [])
    assert kept_kernel.run("'dot' in globals()").result == "False"
    assert not Path(FLAG).exists()
    server.say(disc("dot"))
    again = kept_kernel.run(f"{CELL.replace('dot', 'dot --fresh', 1)}", cell="c1")
    assert again.status == "ok", again.error
    assert len(again.next_input) == 1


@pytest.mark.parametrize("trouble", ["damaged", "newer", "no folder"])
def test_a_cell_warns_once(kept_kernel: Kernel, server: ScriptedServer, tmp_path: Path, trouble: str) -> None:
    store = Store(tmp_path / "drawings")
    if trouble == "no folder":
        store.folder.write_text("a file")
    else:
        put(store, claimed("a", HARMLESS))
        store.path(REQUEST.digest).write_text("<<<<<<< HEAD" if trouble == "damaged" else '{"chatimg": 3}')
    kept_kernel.forget(OPENAI_BASE_URL=server.url, OPENAI_API_KEY="none", CHATIMG_STORE=str(store.folder))
    assert kept_kernel.run("%load_ext chatimg_magic").status == "ok"
    server.say(disc("dot"))
    done = kept_kernel.run(CELL, cell="c1")
    assert done.status == "ok", done.error
    assert done.text["stderr"].count("StoreWarning: ") == 1, done.text["stderr"]
    assert kept_kernel.run("dot.shape").result == "(64, 64, 3)"


class Shell:
    """What the panel needs of IPython, in a tab that has the lab extension."""

    def __init__(self) -> None:
        self.user_ns: dict[str, Any] = {}
        self.kernel = self
        stamp = {"fe": {"client": "tab"}}
        self.parent = {"header": {"session": "tab"}, "metadata": {"cellId": "c1", "chatimg": stamp}}

    def get_parent(self) -> dict[str, Any]:
        return self.parent


class Written:
    """Takes down what would go into the notebook."""

    def __init__(self) -> None:
        self.sources: list[str] = []

    def write(self, session: str, anchor: str, source: str, *_: object) -> None:
        self.sources.append(source)


class Silent(Plain):
    """Takes down what would be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[dict[str, Any]] = []

    def publish(self, data: dict[str, Any], metadata: dict[str, Any]) -> None:
        self.shown.append(data)


def test_a_click_on_a_refused_claim_puts_nothing_into_a_cell(store: Store) -> None:
    put(store, claimed("a", HARMLESS), claimed("b", NOT_ALLOWED), claimed("c", "dot = 1 / 0\n"), selected="a")
    session = Session()
    drawing = session.draw(REQUEST, Order())
    shell, written, plain = Shell(), Written(), Silent()
    panel = Panel(shell, session, drawing, Order(), plain, ReviewCell(shell, written), replayed=True)  # type: ignore[arg-type]
    assert panel.review.linkable
    before = store.path(REQUEST.digest).read_bytes()
    for index, outcome in ((1, Outcome.REFUSED), (2, Outcome.FAILED)):
        panel._select(index)
        panel.refresh()
        assert drawing.attempts[index].outcome is outcome
        assert panel.shown is drawing.attempts[index]
        assert panel.view.state["wrong"][0] == f"✗ {outcome.value}"
        assert drawing.attempt is drawing.attempts[0]
    assert (written.sources, plain.shown, shell.user_ns, Path(FLAG).exists()) == ([], [], {}, False)
    assert store.path(REQUEST.digest).read_bytes() == before
    panel._select(0)
    assert len(written.sources) == 1
    assert shell.user_ns["dot"].shape == (64, 64, 3)
    panel.view.close()


def test_a_huge_file_is_one_warning_and_is_not_read(store: Store) -> None:
    store.save(Drawing(REQUEST, [Attempt("m")]))
    os.truncate(store.path(REQUEST.digest), file.MOST_BYTES + 1)
    with pytest.warns(StoreWarning, match="larger than 16 MB") as caught:
        assert store.load(REQUEST) is None
    assert len(caught) == 1
    store.save(Drawing(REQUEST, [Attempt("m", id="new")]))
    assert [attempt.id for attempt in store.load(REQUEST).attempts] == ["new"]  # type: ignore[union-attr]


def test_fields_of_absurd_length_are_cut(store: Store) -> None:
    long = "word " * 400_000
    many = {"notes": ["n"] * 9999, "checks": [{"kind": "k", "words": "w", "holds": False, "found": "f"}] * 9999}
    put(store, claimed("a", HARMLESS, text=long, printed=long, model=long, look=long, **many))
    attempt = store.load(REQUEST).attempts[0]  # type: ignore[union-attr]
    assert (len(attempt.text), len(attempt.printed)) == (form.MOST_TEXT, form.MOST_TEXT)
    assert (len(attempt.model), len(attempt.look)) == (form.MOST_WORDS, form.MOST_WORDS)
    assert (len(attempt.notes), len(attempt.checks)) == (form.MOST_SAID, form.MOST_SAID)
    store.save(Drawing(REQUEST, [Attempt("m", text=long, outcome=Outcome.DRAWN, id="mine")]))
    assert store.path(REQUEST.digest).stat().st_size < 10 * form.MOST_TEXT


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders")
def test_a_pipe_is_a_warning_and_nobody_waits_for_it(store: Store) -> None:
    store.folder.mkdir(exist_ok=True)
    os.mkfifo(store.path(REQUEST.digest))
    with pytest.warns(StoreWarning, match="it is no plain file"):
        assert store.load(REQUEST) is None
    os.mkfifo(store.folder / ".lock")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", StoreWarning)
        store.save(Drawing(REQUEST, [Attempt("m")]))  # with the lock or without: it ends


def test_nothing_is_written_through_a_link(store: Store, tmp_path: Path) -> None:
    mine, other = tmp_path / "mine.txt", tmp_path / "other.json"
    mine.write_text("do not touch")
    put(store, claimed("a", HARMLESS))
    store.path(REQUEST.digest).rename(other)
    before = other.read_bytes()
    store.path(REQUEST.digest).symlink_to(other)
    drawing = store.load(REQUEST)
    assert drawing is not None
    drawing.add(Attempt("m", outcome=Outcome.DRAWN, id="new"))
    store.save(drawing)
    assert other.read_bytes() == before
    assert not store.path(REQUEST.digest).is_symlink()
    assert {attempt.id for attempt in store.load(REQUEST).attempts} == {"a", "new"}  # type: ignore[union-attr]
    (store.folder / ".lock").unlink()
    (store.folder / ".lock").symlink_to(mine)
    drawing.add(Attempt("m", id="newer"))
    with pytest.warns(StoreWarning, match="could not be kept"):
        store.save(drawing)
    assert mine.read_text() == "do not touch"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from([WORDS, 10**400]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from([*marked("a", HARMLESS), "chatimg", "request", "selected", "inserted", "attempts"])
ENTRIES = st.dictionaries(NAMES, VALUES, max_size=8) | st.builds(
    lambda changes: {**marked("a", HARMLESS), **changes}, st.dictionaries(NAMES, VALUES, max_size=3)
)
HEADS = st.sampled_from([{"chatimg": 1, "request": REQUEST.to_json()}, {"chatimg": 2, "request": REQUEST.to_json()}])
LINES = st.lists(st.one_of(ENTRIES, VALUES).map(json.dumps) | st.text(string.printable, max_size=9), max_size=5)
FILES = st.builds(lambda head, lines: "\n".join([json.dumps(head), *lines]), HEADS | VALUES, LINES)


@settings(max_examples=200)
@given(text=FILES | st.builds(lambda entry: json.dumps({"chatimg": 1, "request": REQUEST.to_json(), **entry}), ENTRIES))
def test_any_file_is_a_drawing_that_can_be_shown_or_one_warning(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = Store(tmp_path_factory.getbasetemp() / "anything")
    store.folder.mkdir(exist_ok=True)
    store.path(REQUEST.digest).write_text(text, encoding="utf-8", errors="surrogatepass")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        kept = store.load(REQUEST)
    assert len(caught) == (kept is None), "a drawing or one warning"
    for attempt in kept.attempts if kept else ():
        assert isinstance(attempt, Attempt)
        assert all(isinstance(check, Check) for check in attempt.checks)
        assert all(isinstance(problem, Problem) for problem in attempt.problems)
        kept.select(attempt)  # type: ignore[union-attr]
        data, _ = bundle(kept, replayed=True, with_code=True)  # type: ignore[arg-type]
        assert escaped(data["text/html"])
    if kept is not None:
        kept.add(Attempt("m", outcome=Outcome.DRAWN, id="mine"))
        store.save(kept)
        again = store.load(REQUEST)
        assert again is not None
        assert {attempt.id for attempt in again.attempts} == {attempt.id for attempt in kept.attempts}
    store.clear()
