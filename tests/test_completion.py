"""What Tab offers, in a kernel as front ends ask it."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatimg_magic.options import takes_value
from tests.answers import disc
from tests.kernels import Kernel, started_kernel
from tests.servers.scripted import ScriptedServer


@pytest.fixture
def kernel(kept_kernel: Kernel, server: ScriptedServer) -> Kernel:
    kept_kernel.forget(OPENAI_BASE_URL=server.url, OPENAI_API_KEY="none")
    assert kept_kernel.run("%load_ext chatimg_magic").status == "ok"
    return kept_kernel


def offered(kernel: Kernel, cell: str) -> list[str]:
    """Ask as JupyterLab does, with the whole cell; ``|`` is the cursor. Returns what the words before it would be."""
    cursor = cell.index("|")
    text = cell.replace("|", "")
    reply = kernel.complete(text, cursor)
    assert reply["status"] == "ok"
    assert reply["cursor_end"] == cursor
    before = text[:cursor].rsplit("\n", 1)[-1]
    start = cursor - reply["cursor_start"]
    return [before[: len(before) - start] + match for match in reply["matches"]]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("%%chatimg --mo|", ["%%chatimg --mode", "%%chatimg --model"]),
        ("%%chatimg --m|\na disc", ["%%chatimg --mode", "%%chatimg --model"]),
        ("\n\n%%chatimg --fr|", ["%%chatimg --fresh"]),
        ("%%chatimg dot --mode |", [f"%%chatimg dot --mode {mode}" for mode in ("gray", "rgb", "rgba")]),
        ("%%chatimg dot --mode r| --fresh\na disc", ["%%chatimg dot --mode rgb", "%%chatimg dot --mode rgba"]),
        ("%%chatimg --mode=g|", ["%%chatimg --mode=gray"]),
        ("%%chatimg --look f|", ["%%chatimg --look facts"]),
        ("%%chatimg --size 2|", ["%%chatimg --size 256", "%%chatimg --size 256x512"]),
        ("%%chatimg --model embedded:s|", ["%%chatimg --model embedded:small"]),
        ("%%chatimg --mode gray --mod|", ["%%chatimg --mode gray --model"]),
        ("%%chatimg run art --|", ["%%chatimg run art --using"]),
        ("%chatimg |", [f"%chatimg {word}" for word in ("doctor", "help", "store", "usage")]),
        ("x = 1\n%chatimg store p|", ["%chatimg store path"]),
        ("%chatimg doctor |", []),
        ("%%chatimg --size 300x|", []),
        ("%%chatimg --mode rgb zz|", []),
        ("%%chatimg --m\nprin|", []),
        ("%%chatimg\na white d|ot", []),
        ("%%chatimg\n--m|", []),
        ("%%chatimg\n%m|", []),
        ("%%chatimg\n/tm|", []),
        ("%%chatimg\na yellow |", []),
    ],
)
def test_the_first_line_is_completed_and_the_description_is_left_alone(
    kernel: Kernel, cell: str, expected: list[str]
) -> None:
    assert offered(kernel, cell) == expected


def test_every_option_is_offered_once(kernel: Kernel) -> None:
    assert offered(kernel, "%%chatimg |") == [f"%%chatimg {name}" for name in takes_value()]
    assert "%%chatimg a --size 9 --size" not in offered(kernel, "%%chatimg a --size 9 --|")


def test_names_of_drawings_and_arrays_and_known_models_are_offered(kernel: Kernel, server: ScriptedServer) -> None:
    server.models = ["scripted-1", "scripted-2"]
    assert "has 2 models" in kernel.run("%%chatimg moon --size 64\na disc", cell="c1").error
    server.say(disc("moon"))
    kernel.run("%%chatimg moon --size 64 --model third-3\na disc", cell="c1")
    asked = len(server.requests)
    assert offered(kernel, "%%chatimg m|") == ["%%chatimg moon"]
    assert offered(kernel, "%%chatimg moon m|") == []
    assert offered(kernel, "%%chatimg run m|") == ["%%chatimg run moon"]
    models = ["%%chatimg --model " + name for name in ("scripted-1", "scripted-2")]
    assert offered(kernel, "%%chatimg --model scr|") == models
    assert offered(kernel, "%%chatimg --model t|") == ["%%chatimg --model third-3"]
    assert len(server.requests) == asked
    kernel.run("import numpy as np; mask = np.ones(3); words = np.array(['a']); mass = 7")
    assert offered(kernel, "%%chatimg --using m|") == ["%%chatimg --using moon", "%%chatimg --using mask"]
    assert offered(kernel, "%%chatimg --using mask,|") == ["%%chatimg --using mask,moon"]
    assert offered(kernel, "%%chatimg run art --using ma|") == ["%%chatimg run art --using mask"]


def test_nobody_is_asked_and_nothing_is_begun_for_it() -> None:
    with started_kernel(OPENAI_BASE_URL="http://127.0.0.1:9/v1") as bare:
        bare.run("%load_ext chatimg_magic")
        for cell in ("%%chatimg m|", "%%chatimg --model |", "%%chatimg --using |", "%chatimg |"):
            offered(bare, cell)
        loaded = bare.run("import sys; [m for m in ('numpy', 'openai', 'chatimg_magic.session') if m in sys.modules]")
        assert loaded.result == "[]"


def test_a_path_is_completed_by_ipython(kernel: Kernel, tmp_path: Path) -> None:
    (tmp_path / "smiley.png").touch()
    kernel.run("printed = smil = 1")
    assert offered(kernel, f"%%chatimg --save {tmp_path}/smi|") == [f"%%chatimg --save {tmp_path}/smiley.png"]
    assert offered(kernel, f"%%chatimg --save {tmp_path}/prin|") == []


def test_elsewhere_python_is_completed_as_ever_and_after_unloading_everywhere(kernel: Kernel) -> None:
    kernel.run("printed = 1")
    assert offered(kernel, "%%chatimg run art\nprinte|") == ["printed"], "the body of a run cell is code"
    assert offered(kernel, "printe|") == ["printed"]
    assert offered(kernel, "%%time\nprinte|") == ["printed"]
    assert "%%chatimg" in offered(kernel, "%%chat|")
    assert offered(kernel, "%%chatimg\nprinte|") == []
    kernel.run("%reload_ext chatimg_magic")
    count = "len([m for m in get_ipython().Completer.custom_matchers if m.matcher_identifier == 'chatimg_magic'])"
    assert kernel.run(count).result == "1"
    kernel.run("%unload_ext chatimg_magic")
    assert kernel.run(count).result == "0"
    assert offered(kernel, "%%chatimg\nprinte|") == ["printed"]


def test_an_older_ipython_that_still_runs_after_pip_loads_the_extension_without_it(kernel: Kernel) -> None:
    kernel.run("%unload_ext chatimg_magic\nimport IPython.core.completer as module; made = module.context_matcher")
    kernel.run("del module.context_matcher")
    loaded = kernel.run("%load_ext chatimg_magic")
    assert (loaded.status, loaded.text["stderr"]) == ("ok", "")
    assert kernel.run("%chatimg help").text["stdout"].startswith("Draw the array")
    kernel.run("%unload_ext chatimg_magic\nmodule.context_matcher = made")
