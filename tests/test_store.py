from __future__ import annotations

import json
import os
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatimg_magic.drawing import PICTURES, Attempt, Drawing, Outcome, Problem, Timings, Usage
from chatimg_magic.errors import BadOption
from chatimg_magic.picture import Picture
from chatimg_magic.request import Mode, Request, Size
from chatimg_magic.store import Store, StoreWarning, file, manage
from chatimg_magic.store.form import attempt_to_data

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


def content(store: Store) -> dict[str, Any]:
    """Return the kept drawing's file as one object, as the first format had it."""
    head, *entries = map(json.loads, store.path(REQUEST.digest).read_text(encoding="ascii").splitlines())
    choices = [entry for entry in entries if "id" not in entry]
    return {**head, "attempts": [entry for entry in entries if "id" in entry], **choices[-1]}


def put(store: Store, data: Any, version: int) -> None:
    """Write what may be a drawing in the first format, or in ours."""
    lines = [data]
    if version == 2 and isinstance(data, dict):
        attempts = data.get("attempts", [])
        head = {name: data[name] for name in ("chatimg", "request") if name in data}
        choice = {name: data[name] for name in ("selected", "inserted") if name in data}
        lines = [head, *(attempts if isinstance(attempts, list) else [attempts]), choice]
    text = "".join(f"{json.dumps(line)}\n" for line in lines)
    store.path(REQUEST.digest).write_text(text, encoding="ascii")


def edit(store: Store, change: Any, version: int = 2) -> None:
    """Change the kept drawing's file."""
    put(store, change({**content(store), "chatimg": version}), version)


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
    assert [attempt["code"] for attempt in content(store)["attempts"]] == ["smiley = 1\n", "smiley = 2\n"]


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
    assert "picture" not in content(store)["attempts"][0]
    assert len(text) < 2500
    assert "[123" not in text
    assert ", 123" not in text
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
    data = content(store)
    assert sorted(data) == ["attempts", "chatimg", "file", "inserted", "request", "selected"]
    assert len(data["attempts"]) == 5


def test_a_save_adds_lines_and_leaves_what_is_there(store: Store) -> None:
    path, kept = store.path(REQUEST.digest), drawing(FAILED, DRAWN)
    store.save(kept)
    for number in range(3):
        before = path.read_bytes()
        kept.add(replace(DRAWN, id=f"new-{number}"))
        store.save(kept)
        after = path.read_bytes()
        assert after.startswith(before)
        assert after[len(before) :].count(b"\n") == 2, "the attempt, and that it is the chosen one"
    store.save(kept)
    assert path.read_bytes() == after, "there was nothing to add"
    kept.select(FAILED)
    store.save(kept)
    assert path.read_bytes()[len(after) :] == b'{"selected": "bb", "inserted": {}}\n'


def test_a_save_does_not_read_what_it_knows(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save(drawing(FAILED))
    kept = store.load(REQUEST)
    assert kept is not None
    kept.add(DRAWN)
    monkeypatch.setattr(file, "read", None)
    store.save(kept)
    monkeypatch.undo()
    again = store.load(REQUEST)
    assert again is not None
    assert again.attempts == [FAILED, DRAWN]


def test_pictures_that_are_let_go_are_no_news(store: Store) -> None:
    kept = drawing()
    for number in range(PICTURES + 5):
        kept.add(replace(DRAWN, id=str(number), picture=Picture(np.zeros((2, 2, 3), np.uint8))))
        store.save(kept)
    assert len(content(store)["attempts"]) == PICTURES + 5


@pytest.mark.parametrize("gone", ["cleared", "cleared and begun anew", "an older state", "another folder"])
def test_what_was_kept_before_is_kept_again_if_the_file_has_lost_it(store: Store, gone: str) -> None:
    path, kept = store.path(REQUEST.digest), drawing(FAILED)
    store.save(kept)
    older = path.read_bytes()
    kept.add(DRAWN)
    store.save(kept)
    if gone == "an older state":
        path.write_bytes(older)
    elif gone == "another folder":
        store = Store(store.folder.parent / "other")
    else:
        store.clear()
    others = [replace(DRAWN, id=str(number)) for number in range(9)] if "anew" in gone else []
    if others:
        store.save(drawing(*others))
    kept.add(replace(DRAWN, id="last"))
    store.save(kept)
    again = store.load(REQUEST)
    assert again is not None
    assert {attempt.id for attempt in again.attempts} == {"aa", "bb", "last", *(other.id for other in others)}


def test_a_choice_counts_although_another_kernel_chose_meanwhile(store: Store) -> None:
    mine, other = drawing(FAILED, DRAWN, selected="bb"), drawing(FAILED, DRAWN, selected="aa")
    store.save(mine)
    store.save(other)
    store.save(mine)
    again = store.load(REQUEST)
    assert again is not None
    assert again.attempt == FAILED


def test_a_file_that_is_mostly_worn_is_tidied(store: Store) -> None:
    kept = drawing(FAILED, DRAWN)
    for number in range(3000):
        kept.select((FAILED, DRAWN)[number % 2])
        store.save(kept) if number < 3 else _choose(store, kept)
    before = store.path(REQUEST.digest).stat().st_size
    again = store.load(REQUEST)
    assert again is not None
    store.save(again)
    assert store.path(REQUEST.digest).stat().st_size < before / 20
    assert store.load(REQUEST).attempts == [FAILED, DRAWN]  # type: ignore[union-attr]
    assert store.load(REQUEST).attempt == DRAWN  # type: ignore[union-attr]


def _choose(store: Store, kept: Drawing) -> None:
    """Add a choice as a save does, without the disk's assurance."""
    with open(store.path(REQUEST.digest), "a", encoding="ascii") as out:
        out.write(json.dumps({"selected": kept.attempt.id if kept.attempt else "", "inserted": {}}) + "\n")


def test_the_first_format_is_read_and_carried_over_at_the_next_save(store: Store) -> None:
    store.save(drawing(FAILED, DRAWN, selected="bb"))
    edit(store, lambda data: {**data, "inserted": {"cell-1": "00"}}, version=1)
    old = store.path(REQUEST.digest).read_text()
    again = store.load(REQUEST)
    assert again is not None
    assert (again.attempts, again.attempt, again.inserted) == ([FAILED, DRAWN], FAILED, {"cell-1": "00"})
    assert store.path(REQUEST.digest).read_text() == old, "reading changes nothing"
    again.add(replace(DRAWN, id="cc"))
    store.save(again)
    assert content(store)["chatimg"] == 2
    assert [attempt["id"] for attempt in content(store)["attempts"]] == ["bb", "aa", "cc"]
    assert content(store)["inserted"] == {"cell-1": "00"}
    assert [name.name for name in store.folder.glob("*.unreadable*")] == []


def test_the_first_format_over_many_lines_is_read(store: Store) -> None:
    store.save(drawing(FAILED, DRAWN))
    store.path(REQUEST.digest).write_text(json.dumps({**content(store), "chatimg": 1}, indent=2), encoding="ascii")
    again = store.load(REQUEST)
    assert again is not None
    assert again.attempts == [FAILED, DRAWN]


def test_a_newer_format_is_left_as_it_is_with_one_warning(store: Store) -> None:
    store.save(drawing(DRAWN))
    edit(store, lambda data: {**data, "chatimg": 3})
    newer = store.path(REQUEST.digest).read_bytes()
    with pytest.warns(StoreWarning, match=r"written in format 3, this version reads up to 2.*Update chatimg-magic"):
        assert store.load(REQUEST) is None
    store.save(drawing(FAILED))
    assert store.path(REQUEST.digest).read_bytes() == newer
    assert list(store.folder.glob("*.json")) == [store.path(REQUEST.digest)]


def test_a_save_that_breaks_leaves_the_old_file_whole(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save(drawing(DRAWN))

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    for name, version in (("fsync", 2), ("fsync", 1), ("replace", 1)):
        edit(store, lambda data: data, version)
        before = store.path(REQUEST.digest).read_bytes()
        kept = drawing(FAILED)
        with monkeypatch.context() as patch:
            patch.setattr(os, name, broken)
            with pytest.warns(StoreWarning, match="No space left on device"):
                store.save(kept)
            store.save(kept)  # once is enough: another warning would be an error here
        assert store.path(REQUEST.digest).read_bytes() == before
        assert not list(store.folder.glob(".*.tmp"))
        store.save(kept)
        assert {attempt["id"] for attempt in content(store)["attempts"]} == {"aa", "bb"}, "there is room again"
        store.clear()
        store.save(drawing(DRAWN))


def test_an_interrupt_while_saving_leaves_no_partial_file(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        store.save(drawing(DRAWN))
    assert not list(store.folder.glob("*.json"))
    assert not list(store.folder.glob(".*.tmp"))


def test_a_folder_that_cannot_be_made_is_one_warning(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    store = Store(tmp_path / "file" / "drawings")
    with pytest.warns(StoreWarning, match="could not be kept in drawings: Not a directory") as caught:
        store.save(drawing(DRAWN))
    assert len(caught) == 1
    assert str(tmp_path) not in str(caught[0].message)
    assert list(store.drawings()) == []


def first_attempt(**changes: Any) -> Any:
    """Change fields of the first attempt."""
    return lambda data: {**data, "attempts": [{**data["attempts"][0], **changes}]}


FOREIGN = {
    "a list": lambda data: [],
    "a number": lambda data: 7,
    "null": lambda data: None,
    "a text": lambda data: "drawing",
    "an empty object": lambda data: {},
    "another version": lambda data: {**data, "chatimg": 3},
    "a version that is none": lambda data: {**data, "chatimg": "<b>"},
    "no version": lambda data: {k: v for k, v in data.items() if k != "chatimg"},
    "no request": lambda data: {**data, "request": None},
    "an empty prompt": lambda data: {**data, "request": {**data["request"], "prompt": " "}},
    "a name that is none": lambda data: {**data, "request": {**data["request"], "name": "import"}},
    "an endless size": lambda data: {**data, "request": {**data["request"], "size": [10**6, 10**6]}},
    "an infinite size": lambda data: {**data, "request": {**data["request"], "size": [float("inf"), 1]}},
    "attempts are a number": lambda data: {**data, "attempts": 5},
    "an attempt is a text": lambda data: {**data, "attempts": ["x"]},
    "inserted is a list": lambda data: {**data, "inserted": []},
    "code is a number": first_attempt(code=5),
    "code is missing": lambda data: {**data, "attempts": [{"model": "m"}]},
    "an unknown outcome": first_attempt(outcome="great"),
    "an infinite count": first_attempt(usage={"prompt_tokens": float("inf")}),
    "an unknown count": first_attempt(usage={"tokens": 1}),
    "no number": first_attempt(usage={"cost": float("nan")}),
    "an attempt without an id": first_attempt(id=""),
    "an enormous time": first_attempt(timings={"total": 10**400}),
    "problems are a number": first_attempt(problems=1),
}


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("change", FOREIGN.values(), ids=FOREIGN.keys())
def test_foreign_data_is_one_warning_and_nothing_kept(store: Store, change: Any, version: int) -> None:
    store.save(drawing(DRAWN))
    edit(store, change, version)
    with pytest.warns(StoreWarning, match="cannot be read") as caught:
        assert store.load(REQUEST) is None
    assert len(caught) == 1
    with pytest.warns(StoreWarning):
        assert list(store.drawings()) == []


@pytest.mark.parametrize(
    "damage",
    [b"", b"\x00", b"{", b"\xff\xfe", b"[" * 100_000, b'{"chatimg": 1', b"<html>", b"\xef\xbb\xbf{}", b"9" * 5000],
    ids=lambda damage: repr(damage[:12]),
)
def test_a_damaged_file_is_one_warning_and_the_next_save_mends_it(store: Store, damage: bytes) -> None:
    store.save(drawing(DRAWN))
    path = store.path(REQUEST.digest)
    path.write_bytes(damage)
    with pytest.warns(StoreWarning, match=path.name) as caught:
        assert store.load(REQUEST) is None
    assert len(caught) == 1
    assert len(str(caught[0].message)) < 250
    store.save(drawing(DRAWN))
    assert store.load(REQUEST) is not None
    assert path.with_suffix(".unreadable").read_bytes() == damage
    path.write_bytes(b"again")
    store.save(drawing(DRAWN))
    assert path.with_suffix(".unreadable").read_bytes() == damage
    assert path.with_suffix(".unreadable2").read_bytes() == b"again"


def test_a_file_cut_anywhere_gives_what_came_before_or_a_warning(store: Store) -> None:
    store.save(drawing(FAILED, DRAWN))
    path = store.path(REQUEST.digest)
    whole = path.read_bytes()
    ends = [number for number, byte in enumerate(whole) if byte == ord("\n")]
    for cut in {*range(0, len(whole), 37), *ends, *(end + 1 for end in ends), *(end - 1 for end in ends)}:
        path.write_bytes(whole[:cut])
        expected = [attempt for attempt, end in zip((FAILED, DRAWN), ends[1:], strict=False) if cut >= end]
        if cut < ends[0]:
            with pytest.warns(StoreWarning):
                assert store.load(REQUEST) is None
        else:
            again = store.load(REQUEST)
            assert again is not None
            assert again.attempts == expected
            again.add(replace(DRAWN, id="cc"))
            store.save(again)
            assert [entry["id"] for entry in content(store)["attempts"]] == [*(a.id for a in expected), "cc"]


@pytest.mark.parametrize("tail", [b'{"model": "zz', b"\x00" * 40, b"\xff\xfe", b"[" * 100_000])
def test_what_a_crash_left_at_the_end_is_left_out_and_gone_at_the_next_save(store: Store, tail: bytes) -> None:
    kept = drawing(FAILED)
    store.save(kept)
    with open(store.path(REQUEST.digest), "ab") as out:
        out.write(tail)
    kept.add(DRAWN)
    store.save(kept)
    again = store.load(REQUEST)
    assert again is not None
    assert again.attempts == [FAILED, DRAWN]
    assert tail not in store.path(REQUEST.digest).read_bytes()


def test_a_file_under_the_wrong_name_is_not_mixed_with_a_drawing(store: Store) -> None:
    store.save(drawing(DRAWN))
    other = replace(REQUEST, prompt="a cat")
    store.path(REQUEST.digest).rename(store.path(other.digest))
    store.save(drawing(FAILED, request=other))
    again = store.load(other)
    assert again is not None
    assert again.attempts == [FAILED]


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
    version = data.draw(st.sampled_from([1, 2]))
    whole: dict[str, Any] = {
        "chatimg": version,
        "request": REQUEST.to_json(),
        "selected": "",
        "inserted": {},
        "attempts": [plain := attempt_to_data(DRAWN)],
    }
    if place == "request":
        whole[place] = {**REQUEST.to_json(), data.draw(st.sampled_from(sorted(REQUEST.to_json()))): value}
    elif place == "attempts":
        whole[place] = [{**plain, data.draw(st.sampled_from(sorted(plain))): value}]
    else:
        whole[place] = value
    put(store, whole, version)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        kept = store.load(REQUEST)
    assert len(caught) <= 1
    assert all(warning.category is StoreWarning for warning in caught)
    if kept is not None:
        assert kept.request == REQUEST
        assert caught == []


def test_drawings_come_newest_first_and_clear_removes_them(store: Store) -> None:
    for age, prompt in enumerate(["the newest", "older", "the oldest"]):
        request = replace(REQUEST, prompt=prompt)
        store.save(drawing(DRAWN, request=request))
        os.utime(store.path(request.digest), (1_000_000 - age, 1_000_000 - age))
    (store.folder / "notes.txt").write_text("mine")
    (store.folder / "package.json").write_text("{}")
    assert [kept.request.prompt for kept in store.drawings()] == ["the newest", "older", "the oldest"]
    assert store.clear() == 3
    assert list(store.drawings()) == []
    assert (store.folder / "notes.txt").read_text() == "mine"
    assert (store.folder / "package.json").read_text() == "{}", "a folder may be anybody's"


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
    assert second == f"  {other.digest[:8]}  smiley 64x96 gray  1×  no picture  two lines {'x' * 49}…"


def test_a_cleared_store_says_how_many(store: Store) -> None:
    store.save(drawing(DRAWN))
    assert manage(store, "clear") == f"1 kept drawings removed from {store.folder}"
    assert manage(store, "clear") == f"0 kept drawings removed from {store.folder}"


@pytest.mark.parametrize("action", ["", "delete", "LIST", "list "])
def test_an_unknown_action_is_a_bad_option(store: Store, action: str) -> None:
    with pytest.raises(BadOption, match="does not know") as caught:
        manage(store, action)
    assert "store clear" in caught.value.remedy
