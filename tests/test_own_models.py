"""Models of a person's own: any GGUF file of the hub, pinned to what the hub states."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from chatimg_magic.drawing import Attempt, Drawing, Outcome
from chatimg_magic.errors import LocalModelError, WrongWeights
from chatimg_magic.models import fetching, own, weights
from chatimg_magic.models import hub as client
from chatimg_magic.models.choice import Wish, choose
from chatimg_magic.models.local import LocalModel
from chatimg_magic.request import Request
from chatimg_magic.session import Order, Session
from tests.commands import Done, chatimg
from tests.servers.hub import COMMIT, Hub, serving

pytest.importorskip("huggingface_hub")

CONTENT = b"GGUF" + random.Random(1).randbytes(50_000)
FILE = "q4/tiny-q4.gguf"
REPOSITORY = Hub.repository


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """Run a hub with one model, for an empty models folder."""
    monkeypatch.setenv("CHATIMG_MODELS", str(tmp_path / "models"))
    for name in ("CHATIMG_LOCAL_MODEL", "HF_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    with serving(Hub(files={FILE: CONTENT, "README.md": b"# tiny"})) as running:
        monkeypatch.setenv("HF_ENDPOINT", running.url)
        yield running


def silent(done: int, total: int, stage: str) -> None:
    assert 0 <= done <= total


def get(file: str = FILE, **options: str) -> Path:
    return fetching.fetch(own.order(REPOSITORY, file, **options), silent)


def left() -> list[str]:
    """Everything in the models folder but locks."""
    folder = weights.folder()
    return sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.suffix != ".lock")


def model(*words: str) -> Done:
    return chatimg("model", *words)


def test_a_model_is_got_listed_and_removed(hub: Hub) -> None:
    done = model("get", "--repo", REPOSITORY, "--file", FILE, "--name", "mine")
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()) == weights.folder() / "mine.gguf"
    assert (weights.folder() / "mine.gguf").read_bytes() == CONTENT
    assert json.loads((weights.folder() / "mine.json").read_text()) == {
        "repository": REPOSITORY,
        "file": FILE,
        "revision": COMMIT,
        "size": len(CONTENT),
        "sha256": hashlib.sha256(CONTENT).hexdigest(),
    }
    assert left() == ["mine.gguf", "mine.json"]
    rows = {row.split()[0]: row for row in model("list").stdout.splitlines()}
    assert list(rows) == ["embedded:default", "embedded:small", "embedded:mine"]
    assert rows["embedded:small"].endswith("491 MB  not installed")
    assert rows["embedded:mine"].split()[1:] == ["tiny-q4", "0", "MB", "installed"]
    assert model("path", "mine").stdout == done.stdout
    assert model("remove", "mine").stdout == "removed\n"
    assert left() == []
    assert model("remove", "mine").returncode == 1


def test_the_files_name_is_the_default_and_getting_it_again_asks_nobody(hub: Hub) -> None:
    path = get()
    assert path.name == "tiny-q4.gguf"
    asked = len(hub.asked)
    assert get() == path
    path.write_bytes(bytes(len(CONTENT)))
    assert len(hub.asked) == asked
    assert get().read_bytes() == CONTENT, "damaged since"


@pytest.mark.parametrize("revision", ["", "main", COMMIT])
def test_a_revision_is_pinned_to_its_commit(hub: Hub, revision: str) -> None:
    assert own.order(REPOSITORY, FILE, revision).revision == COMMIT
    hub.commit = "f" * 40
    assert own.order(REPOSITORY, FILE).revision == COMMIT, "as it was written down"
    assert own.order(REPOSITORY, FILE, name="newer").revision == "f" * 40


def test_other_bytes_than_stated_leave_nothing(hub: Hub) -> None:
    hub.stated[FILE] = "a" * 64
    with pytest.raises(WrongWeights, match=r"refused and deleted: their SHA-256 is not the one that was stated"):
        get()
    assert left() == []
    assert own.listed() == []
    with pytest.raises(LocalModelError, match="no embedded model 'tiny-q4'"):
        own.found("tiny-q4")


def test_what_is_no_model_is_refused_at_its_first_bytes(hub: Hub) -> None:
    hub.files["page.gguf"] = b"<html>" + bytes(40_000)
    with pytest.raises(WrongWeights, match=r"page\.gguf is no model in GGUF format"):
        get("page.gguf")
    assert left() == []


@pytest.mark.parametrize(
    ("change", "file", "options", "said"),
    [
        ({"stated": {FILE: None}}, FILE, {}, r"states no SHA-256 of q4/tiny-q4\.gguf"),
        ({"stated": {FILE: "no digest"}}, FILE, {}, r"states no SHA-256"),
        ({}, "other.gguf", {}, r"has no file 'other\.gguf'\. It has: q4/tiny-q4\.gguf\."),
        ({}, "", {}, r"--repo needs --file\. It has: q4/tiny-q4\.gguf\."),
        ({"files": {"model.bin": b""}}, "", {}, r"It has no GGUF file"),
        ({}, FILE, {"revision": "gone"}, r"somebody/tiny-GGUF has no revision 'gone'"),
        ({"repository": "else/where"}, FILE, {}, r"shows nobody a repository 'somebody/tiny-GGUF'"),
        ({"commit": "../../etc"}, FILE, {}, r"does not say at which commit"),
        ({}, "README.md", {}, r"README\.md is not a GGUF file"),
        ({}, "big-00001-of-00002.gguf", {}, r"one piece of a model"),
        ({}, FILE, {"name": "../up"}, r"'\.\./up' cannot be a model's name"),
        ({}, FILE, {"name": "Small"}, r"The name Small is taken: it is qwen2\.5-coder-0\.5b"),
    ],
)
def test_what_cannot_be_verified_or_used_is_refused_before_a_byte_comes(
    hub: Hub, change: dict[str, object], file: str, options: dict[str, str], said: str
) -> None:
    for name, value in change.items():
        setattr(hub, name, value)
    with pytest.raises(LocalModelError, match=said):
        own.order(REPOSITORY, file, **options)
    assert not weights.folder().exists() or left() == []
    assert not [path for _, path, _ in hub.asked if "/storage/" in path]


def test_a_name_that_is_taken_stays_what_it_is(hub: Hub) -> None:
    hub.files["other.gguf"] = CONTENT + b"more"
    get(name="mine")
    for name in ("mine", "MINE"):
        with pytest.raises(LocalModelError, match=rf"{name} is taken: it is q4/tiny.* or first: chatimg model remove"):
            own.order(REPOSITORY, "other.gguf", name=name)
    with pytest.raises(LocalModelError, match=f"is taken: it is .*, commit {COMMIT[:12]}"):
        own.order(REPOSITORY, FILE, "e" * 40, "mine")
    (weights.folder() / "copied.gguf").write_bytes(b"GGUF")
    with pytest.raises(LocalModelError, match=r"is taken: it is a file that was not fetched, .*copied\.gguf"):
        own.order(REPOSITORY, FILE, name="copied")
    assert left() == ["copied.gguf", "mine.gguf", "mine.json"]


def test_too_small_a_disk_is_noticed_first(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = hub.info()
    honest["siblings"][0]["lfs"]["size"] = honest["siblings"][0]["size"] = 10**18
    monkeypatch.setattr(hub, "info", lambda: honest)
    with pytest.raises(LocalModelError, match=r"needs 1000000000\.0 GB in .*models; [0-9.]+ GB are free"):
        own.order(REPOSITORY, FILE)
    assert left() == []


def test_nobody_there(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(LocalModelError, match=r"The hub cannot be asked: .*refused\. Check the connection"):
        own.order(REPOSITORY, FILE)


def test_a_hub_that_says_nothing(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = own.order(REPOSITORY, FILE)
    hub.hangs = True
    monkeypatch.setattr(client, "STATE_SECONDS", 2.0)
    monkeypatch.setattr(client, "REACH_SECONDS", 2.0)
    for act in (lambda: own.order(REPOSITORY, FILE, name="x"), lambda: fetching.fetch(chosen, silent)):
        with pytest.raises(LocalModelError, match="did not answer in time"):
            act()


def test_a_broken_connection_is_taken_up_again(hub: Hub) -> None:
    hub.breaks_after = 1000
    assert get().read_bytes() == CONTENT


LARGE = b"GGUF" + bytes(range(256)) * 100_000
"""More than the hub's client keeps in memory before it writes."""


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_fetch_goes_on_with_the_same_commit(hub: Hub, how: signal.Signals) -> None:
    hub.files[FILE], hub.stalls_after = LARGE, 23_000_000
    words = ("get", "--repo", REPOSITORY, "--file", FILE, "--name", "mine")
    command = [sys.executable, "-m", "chatimg_magic.cli", "model", *words]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as fetch:
        assert hub.stalled.wait(60)
        assert fetch.stderr is not None
        while " 2" not in fetch.stderr.readline().partition("/")[0][-4:]:
            pass  # until it has said that it has so many MB
        fetch.send_signal(how)
    assert hub.left.wait(5), "it goes on for nobody, into the file that the next one writes"
    assert not (weights.folder() / "mine.gguf").exists()
    assert model("list").stdout.splitlines()[-1].endswith("begun")
    with pytest.raises(LocalModelError, match=r"weights of mine are not here\. Run: chatimg model get mine"):
        own.found("mine")
    hub.stalls_after, hub.revisions = None, ("main", COMMIT)
    done = model("get", "mine")
    assert done.returncode == 0, done.stderr
    assert (weights.folder() / "mine.gguf").read_bytes() == LARGE
    last = hub.asked[-1]
    assert last[1] == f"/storage/{FILE}"
    assert int(last[2].removeprefix("bytes=").rstrip("-")) >= 10_000_000, "not from the start"
    assert left() == ["mine.gguf", "mine.json"]


def test_bytes_kept_of_an_interrupted_fetch_are_verified_too(hub: Hub) -> None:
    chosen = own.order(REPOSITORY, FILE)
    kept = weights.partial_folder(chosen) / "hub" / chosen.sha256
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"GGUF" + bytes(9_996))
    with pytest.raises(WrongWeights):
        fetching.fetch(chosen, silent)
    assert left() == []
    assert get().read_bytes() == CONTENT


def test_a_repository_with_terms_wants_the_persons_key_and_the_storage_never_sees_it(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub.token = "hf_abcdefghijklmnop"
    with pytest.raises(LocalModelError, match=r"open only to those who accepted its terms\. .*set HF_TOKEN"):
        get()
    monkeypatch.setenv("HF_TOKEN", hub.token)
    assert get().read_bytes() == CONTENT
    assert f"Bearer {hub.token}" in hub.keys["hub"]
    assert hub.keys["storage"] == {""}


def test_the_client_is_not_installed(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(LocalModelError, match=r"client is not installed\. Run: pip install"):
        own.order(REPOSITORY, FILE)


def embedded(name: str) -> LocalModel:
    model = choose(Wish(model=name), {"OPENAI_API_KEY": "none"}).model
    assert isinstance(model, LocalModel)
    return model


def test_a_name_after_embedded_says_which_model_answers(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    get(name="mine")
    mine = embedded("embedded:mine")
    assert (mine.name, mine.provider) == ("tiny-q4", "embedded:mine")
    assert mine.engine._path == weights.folder() / "mine.gguf"
    with pytest.raises(LocalModelError, match=r"weights of small are not here\. Run: chatimg model get small"):
        embedded("embedded:small")
    with pytest.raises(LocalModelError, match=r"no embedded model 'yours'; there are: default, small, mine"):
        embedded("embedded:yours")
    set_to = weights.folder() / "set.gguf"
    set_to.write_bytes(b"GGUF")
    monkeypatch.setenv("CHATIMG_LOCAL_MODEL", str(set_to))
    assert embedded("embedded").engine._path == set_to
    assert embedded("embedded:mine").engine._path == weights.folder() / "mine.gguf"


def test_what_a_named_model_drew_answers_for_that_name_without_the_model() -> None:
    drawing = Drawing(Request("a disc"))
    drawing.add(Attempt("tiny-q4", "embedded:mine", code="image = 1", outcome=Outcome.DRAWN))
    opened = Session()
    asks_nobody = {
        name: opened.answers(drawing, Order(name)) for name in ("", "embedded:mine", "embedded", "embedded:x")
    }
    assert asks_nobody == {"": True, "embedded:mine": True, "embedded": False, "embedded:x": False}


def test_ours_have_names_too(hub: Hub) -> None:
    weights.folder().mkdir()
    for ours in (weights.DEFAULT, weights.SMALL):
        with weights.path(ours).open("wb") as sparse:
            sparse.truncate(ours.size)
    assert embedded("embedded").name == embedded("embedded:default").name == weights.DEFAULT.name
    assert (embedded("embedded:small").name, embedded("embedded:small").provider) == (
        weights.SMALL.name,
        "embedded:small",
    )


@pytest.mark.parametrize(
    "damage", [lambda text: text[:20], lambda text: "[]", lambda text: text.replace("size", "length"), lambda text: "1"]
)
def test_a_damaged_record_is_as_good_as_none(hub: Hub, damage: Callable[[str], str]) -> None:
    chosen = own.order(REPOSITORY, FILE)
    assert own.listed() == [replace(chosen)]
    record = weights.record(chosen)
    record.write_text(damage(record.read_text()))
    assert own.listed() == []
    assert own.order(REPOSITORY, FILE) == chosen
