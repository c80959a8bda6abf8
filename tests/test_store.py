from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatimg_magic.drawing import Attempt, Drawing, Outcome, Problem, Timings, Usage
from chatimg_magic.errors import BadOption
from chatimg_magic.picture import Picture
from chatimg_magic.request import Mode, Request, Size
from chatimg_magic.store import Store, StoreWarning, manage

REQUEST = Request("a yellow smiley {size} \ud83d 😀", "smiley", Size(64, 96), Mode.RGB)
DRAWN = Attempt(
    "model-1",
    "models.example",
    text="Here:\n```python\nsmiley = 1\n```",
    code="smiley = 1\n",
    outcome=Outcome.DRAWN,
    notes=("bool scaled to 0 and 255",),
    printed="done\n",
    usage=Usage(410, 120),
    timings=Timings(0.5, 1.25, 2.125),
    isolation="isolated",
    created="2026-01-02T03:04:05+00:00",
    id="aa",
)
FAILED = Attempt(
    "model-1",
    outcome=Outcome.FAILED,
    problems=(Problem(Outcome.FAILED, "line 3: IndexError", 3), Problem(Outcome.REFUSED, "no", None)),
    created="2026-01-02T03:04:00+00:00",
    id="bb",
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Keep drawings in a folder that is not there yet."""
    return Store(tmp_path / "kept" / "drawings")


def drawing(*attempts: Attempt, request: Request = REQUEST, selected: str = "") -> Drawing:
    """Build a drawing."""
    return Drawing(request, list(attempts), selected)


def test_what_was_kept_is_read_again(store: Store) -> None:
    kept = drawing(FAILED, DRAWN, selected="bb")
    kept.inserted = {"cell-1": "00ff"}
    store.save(kept)
    again = store.load(REQUEST)
    assert again is not None
    assert again.request == REQUEST
    assert again.attempts == [FAILED, DRAWN]
    assert again.attempt == FAILED
    assert again.inserted == {"cell-1": "00ff"}


def test_an_older_files_word_for_refused_is_known(store: Store) -> None:
    store.save(drawing(replace(DRAWN, outcome=Outcome.REFUSED)))
    path = store.path(REQUEST.digest)
    path.write_text(path.read_text().replace('"refused"', '"refused by the policy"'))
    again = store.load(REQUEST)
    assert again is not None
    assert again.attempts[0].outcome is Outcome.REFUSED


def test_nothing_kept_is_nothing_and_no_warning(store: Store) -> None:
    assert store.load(REQUEST) is None
    assert list(store.drawings()) == []
    assert store.clear() == 0
    assert not store.folder.exists()


def test_another_request_finds_nothing(store: Store) -> None:
    store.save(drawing(DRAWN))
    assert store.load(replace(REQUEST, name="face")) is None


def test_a_file_under_the_wrong_name_answers_no_other_request(store: Store) -> None:
    store.save(drawing(DRAWN))
    other = replace(REQUEST, prompt="a cat")
    store.path(REQUEST.digest).rename(store.path(other.digest))
    assert store.load(other) is None


def test_a_later_save_takes_the_place_of_an_earlier_one(store: Store) -> None:
    store.save(drawing(DRAWN))
    store.save(drawing(replace(DRAWN, code="smiley = 2\n")))
    again = store.load(REQUEST)
    assert again is not None
    assert [attempt.code for attempt in again.attempts] == ["smiley = 2\n"]


def test_attempts_of_two_kernels_are_merged_by_age_and_the_choice_of_the_last_counts(store: Store) -> None:
    store.save(drawing(DRAWN))
    store.save(drawing(FAILED, selected="bb"))
    again = store.load(REQUEST)
    assert again is not None
    assert [attempt.id for attempt in again.attempts] == ["bb", "aa"]
    assert again.attempt == FAILED


def test_cells_of_two_kernels_are_merged(store: Store) -> None:
    for cell, digest in [("one", "00"), ("two", "01"), ("one", "02")]:
        kept = drawing(DRAWN)
        kept.inserted = {cell: digest}
        store.save(kept)
    again = store.load(REQUEST)
    assert again is not None
    assert again.inserted == {"one": "02", "two": "01"}


def test_a_selection_that_is_gone_falls_back_to_the_newest_usable(store: Store) -> None:
    store.save(drawing(DRAWN, selected="aa"))
    edit(store, lambda data: {**data, "selected": "gone"})
    again = store.load(REQUEST)
    assert again is not None
    assert again.attempt == DRAWN


def test_a_drawing_without_a_usable_attempt_selects_none(store: Store) -> None:
    store.save(drawing(FAILED))
    again = store.load(REQUEST)
    assert again is not None
    assert again.attempts == [FAILED]
    assert again.attempt is None


def test_pixels_are_never_kept(store: Store) -> None:
    pixels = np.full((64, 96, 3), 123, np.uint8)
    store.save(drawing(replace(DRAWN, picture=Picture(pixels))))
    text = store.path(REQUEST.digest).read_text(encoding="ascii")
    assert "picture" not in json.loads(text)["attempts"][0]
    assert len(text) < 2500
    assert "123" not in text.replace(REQUEST.digest, "")
    again = store.load(REQUEST)
    assert again is not None
    assert again.attempts[0].picture is None


def test_keys_of_the_environment_are_never_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-never-in-a-file-0123456789")
    store.save(drawing(DRAWN, FAILED))
    assert "sk-never" not in store.path(REQUEST.digest).read_text(encoding="ascii")


def test_a_file_is_plain_and_complete_and_nothing_else_is_left(store: Store) -> None:
    for number in range(5):
        store.save(drawing(replace(DRAWN, id=str(number))))
    files = sorted(path.name for path in store.folder.iterdir())
    assert [name for name in files if name != ".lock"] == [store.path(REQUEST.digest).name]
    data = json.loads(store.path(REQUEST.digest).read_text(encoding="ascii"))
    assert sorted(data) == ["attempts", "chatimg", "inserted", "request", "selected"]
    assert len(data["attempts"]) == 5


def test_a_save_that_breaks_leaves_the_old_file_whole(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save(drawing(DRAWN))
    before = store.path(REQUEST.digest).read_bytes()

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    for name in ("fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(os, name, broken)
            with pytest.warns(StoreWarning, match="No space left on device"):
                store.save(drawing(FAILED))
        assert store.path(REQUEST.digest).read_bytes() == before
        assert not list(store.folder.glob(".*.tmp"))


def test_an_interrupt_while_saving_leaves_no_partial_file(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        store.save(drawing(DRAWN))
    assert not list(store.folder.glob("*.json"))
    assert not list(store.folder.glob(".*.tmp"))


@pytest.mark.skipif(sys.platform == "win32", reason="file sizes cannot be limited")
def test_a_full_disk_is_a_warning(store: Store) -> None:
    store.folder.mkdir(parents=True)
    limited = (
        "import resource, sys, warnings\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))\n"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from pathlib import Path\n"
        "from chatimg_magic.drawing import Attempt, Drawing\n"
        "from chatimg_magic.request import Request\n"
        "from chatimg_magic.store import Store, StoreWarning\n"
        "with warnings.catch_warnings(record=True) as caught:\n"
        "    warnings.simplefilter('always')\n"
        "    Store(Path(sys.argv[1])).save(Drawing(Request('a dot'), [Attempt('m')]))\n"
        "print([w.category.__name__ for w in caught], sorted(p.name for p in Path(sys.argv[1]).iterdir()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited, str(store.folder)], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "['StoreWarning'] ['.lock']"


def test_a_folder_that_cannot_be_made_is_one_warning(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    store = Store(tmp_path / "file" / "drawings")
    with pytest.warns(StoreWarning, match="could not be kept in drawings: Not a directory") as caught:
        store.save(drawing(DRAWN))
    assert len(caught) == 1
    assert str(tmp_path) not in str(caught[0].message)
    assert list(store.drawings()) == []


def edit(store: Store, change: Any) -> None:
    """Change the data of the kept drawing."""
    path = store.path(REQUEST.digest)
    data = json.loads(path.read_text(encoding="ascii"))
    path.write_text(json.dumps(change(data)), encoding="ascii")


def first_attempt(**changes: Any) -> Any:
    """Change fields of the first attempt."""
    return lambda data: {**data, "attempts": [{**data["attempts"][0], **changes}]}


FOREIGN = {
    "a list": lambda data: [],
    "a number": lambda data: 7,
    "null": lambda data: None,
    "a text": lambda data: "drawing",
    "an empty object": lambda data: {},
    "another version": lambda data: {**data, "chatimg": 2},
    "no version": lambda data: {k: v for k, v in data.items() if k != "chatimg"},
    "no request": lambda data: {**data, "request": None},
    "an empty prompt": lambda data: {**data, "request": {**data["request"], "prompt": " "}},
    "a name that is none": lambda data: {**data, "request": {**data["request"], "name": "import"}},
    "an infinite size": lambda data: {**data, "request": {**data["request"], "size": [float("inf"), 1]}},
    "attempts are a number": lambda data: {**data, "attempts": 5},
    "an attempt is a text": lambda data: {**data, "attempts": ["x"]},
    "inserted is a list": lambda data: {**data, "inserted": []},
    "code is a number": first_attempt(code=5),
    "code is missing": lambda data: {**data, "attempts": [{"model": "m"}]},
    "an unknown outcome": first_attempt(outcome="great"),
    "an infinite count": first_attempt(usage={"prompt_tokens": float("inf")}),
    "an unknown count": first_attempt(usage={"tokens": 1}),
    "an enormous time": first_attempt(timings={"total": 10**400}),
    "problems are a number": first_attempt(problems=1),
}


@pytest.mark.parametrize("change", FOREIGN.values(), ids=FOREIGN.keys())
def test_foreign_data_is_one_warning_and_nothing_kept(store: Store, change: Any) -> None:
    store.save(drawing(DRAWN))
    edit(store, change)
    with pytest.warns(StoreWarning, match="cannot be read") as caught:
        assert store.load(REQUEST) is None
    assert len(caught) == 1
    with pytest.warns(StoreWarning):
        assert list(store.drawings()) == []


def test_another_version_is_named(store: Store) -> None:
    store.save(drawing(DRAWN))
    edit(store, FOREIGN["another version"])
    with pytest.warns(StoreWarning, match=r"written in format 2, this version reads 1"):
        store.load(REQUEST)


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00", b"{", b"\xff\xfe", b"[" * 100_000, b'{"chatimg": 1', b"<html>", b"\xef\xbb\xbf{}", b"9" * 5000],
    ids=lambda content: repr(content[:12]),
)
def test_a_damaged_file_is_one_warning_and_the_next_save_mends_it(store: Store, content: bytes) -> None:
    store.save(drawing(DRAWN))
    path = store.path(REQUEST.digest)
    path.write_bytes(content)
    with pytest.warns(StoreWarning, match=path.name) as caught:
        assert store.load(REQUEST) is None
    assert len(caught) == 1
    assert len(str(caught[0].message)) < 250
    with pytest.warns(StoreWarning):
        store.save(drawing(DRAWN))
    assert store.load(REQUEST) is not None
    assert path.with_suffix(".unreadable").read_bytes() == content


def test_a_file_cut_anywhere_is_a_warning_and_never_an_exception(store: Store) -> None:
    store.save(drawing(FAILED, DRAWN))
    path = store.path(REQUEST.digest)
    whole = path.read_bytes()
    for cut in range(0, len(whole) - 1, 37):
        path.write_bytes(whole[:cut])
        with pytest.warns(StoreWarning):
            assert store.load(REQUEST) is None


def test_a_folder_in_the_place_of_a_file_is_a_warning(store: Store) -> None:
    store.path(REQUEST.digest).mkdir(parents=True)
    with pytest.warns(StoreWarning, match="cannot be read"):
        assert store.load(REQUEST) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=150)
@given(place=st.sampled_from(["chatimg", "request", "selected", "inserted", "attempts"]), value=JSON, data=st.data())
def test_any_data_in_any_place_never_raises(
    place: str, value: Any, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = Store(tmp_path_factory.getbasetemp() / "any")
    store.folder.mkdir(exist_ok=True)
    whole: dict[str, Any] = {
        "chatimg": 1,
        "request": REQUEST.to_json(),
        "selected": "",
        "inserted": {},
        "attempts": [DRAWN.to_json()],
    }
    if place == "request":
        whole[place] = {**REQUEST.to_json(), data.draw(st.sampled_from(sorted(REQUEST.to_json()))): value}
    elif place == "attempts":
        whole[place] = [{**DRAWN.to_json(), data.draw(st.sampled_from(sorted(DRAWN.to_json()))): value}]
    else:
        whole[place] = value
    store.path(REQUEST.digest).write_text(json.dumps(whole), encoding="ascii")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        kept = store.load(REQUEST)
    assert len(caught) <= 1
    assert all(warning.category is StoreWarning for warning in caught)
    if kept is not None:
        assert kept.request == REQUEST
        assert caught == []


def write_twenty(folder: str, writer: str, barrier: Any) -> None:
    """Save twenty attempts, each in a drawing that knows only itself, as another kernel would."""
    barrier.wait(30)
    for number in range(20):
        attempt = Attempt("m", code=f"image = {number}\n", outcome=Outcome.DRAWN, id=f"{writer}-{number}")
        Store(Path(folder)).save(Drawing(REQUEST, [attempt], attempt.id))


@pytest.mark.skipif(sys.platform == "win32", reason="two writers need file locks")
def test_two_processes_that_save_at_once_lose_nothing(store: Store) -> None:
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(2)
    writers = [context.Process(target=write_twenty, args=(str(store.folder), name, barrier)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    again = store.load(REQUEST)
    assert again is not None
    assert {attempt.id for attempt in again.attempts} == {f"{name}-{number}" for name in "ab" for number in range(20)}
    assert not list(store.folder.glob(".*.tmp"))


def test_drawings_come_newest_first_and_clear_removes_them(store: Store) -> None:
    for age, prompt in enumerate(["the newest", "older", "the oldest"]):
        request = replace(REQUEST, prompt=prompt)
        store.save(drawing(DRAWN, request=request))
        os.utime(store.path(request.digest), (1_000_000 - age, 1_000_000 - age))
    (store.folder / "notes.txt").write_text("mine")
    assert [kept.request.prompt for kept in store.drawings()] == ["the newest", "older", "the oldest"]
    assert store.clear() == 3
    assert list(store.drawings()) == []
    assert (store.folder / "notes.txt").read_text() == "mine"


def test_the_path_is_shown(store: Store) -> None:
    assert manage(store, "path") == str(store.folder)


def test_an_empty_store_lists_nothing(store: Store) -> None:
    assert manage(store, "list") == f"{store.folder}\n  no drawings are kept"


def test_a_store_lists_each_drawing_on_a_line(store: Store) -> None:
    store.save(drawing(FAILED, DRAWN))
    other = replace(REQUEST, prompt="two\nlines " + "x" * 100, mode=Mode.GRAY)
    store.save(drawing(FAILED, request=other))
    os.utime(store.path(other.digest), (1, 1))
    head, first, second = manage(store, "list").split("\n")
    assert head == str(store.folder)
    assert first.startswith(f"  {REQUEST.digest[:8]}  smiley 64x96 rgb  2×  model-1, 2026-01-02  a yellow smiley")
    assert second == f"  {other.digest[:8]}  smiley 64x96 gray  1×  no picture  two lines {'x' * 50}"


def test_a_cleared_store_says_how_many(store: Store) -> None:
    store.save(drawing(DRAWN))
    assert manage(store, "clear") == f"1 kept drawings removed from {store.folder}"
    assert manage(store, "clear") == f"0 kept drawings removed from {store.folder}"


@pytest.mark.parametrize("action", ["", "delete", "LIST", "list "])
def test_an_unknown_action_is_a_bad_option(store: Store, action: str) -> None:
    with pytest.raises(BadOption, match="does not know") as caught:
        manage(store, action)
    assert "store clear" in caught.value.remedy
