"""The panel, through real comms in a real kernel."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.answers import GIVES_UP, SQUARE, disc, program
from tests.kernels import Kernel, started_kernel
from tests.servers.scripted import Answer, ScriptedServer

CELL = "%%chatimg dot --size 64\na dot"
PANEL = "from chatimg_magic.session import current; panel = lambda: current().panels['c1']"
RED, GREEN, BLUE = "(200, 30, 30)", "(30, 200, 30)", "(30, 30, 200)"


@pytest.fixture
def kernel(kept_kernel: Kernel, server: ScriptedServer) -> Kernel:
    kept_kernel.forget(OPENAI_BASE_URL=server.url, OPENAI_API_KEY="none")
    return loaded(kept_kernel)


def loaded(kernel: Kernel) -> Kernel:
    assert kernel.run("%load_ext chatimg_magic").status == "ok"
    kernel.run(PANEL)
    return kernel


def press(kernel: Kernel, name: str, **more: object) -> None:
    """Send what a click on one of the panel's buttons sends."""
    kernel.send_widget(widget(kernel), {"method": "custom", "content": {"do": name, **more}})


def click(kernel: Kernel, name: str, **more: object) -> None:
    """Click one of the panel's buttons and wait until its work is done."""
    press(kernel, name, **more)
    kernel.until("not panel()._busy")


def widget(kernel: Kernel) -> str:
    return value(kernel, "panel().view.model_id")


def state(kernel: Kernel, name: str) -> str:
    return value(kernel, f"panel().view.state[{name!r}]")


def place(kernel: Kernel) -> str:
    return value(kernel, "'{}/{}'.format(1 + panel().view.state['index'], len(panel().view.state['attempts']))")


def said(kernel: Kernel) -> str:
    """Return all words below the buttons."""
    return "\n".join(state(kernel, part) for part in ("status", "wrong", "notes", "details"))


def value(kernel: Kernel, expression: str) -> str:
    return kernel.run(f"print({expression})").text["stdout"].strip()


def enabled(kernel: Kernel) -> set[str]:
    return set(value(kernel, "' '.join(n for n, can in panel().view.state['can'].items() if can)").split()) - {"copy"}


def drawn(kernel: Kernel, server: ScriptedServer, *answers: str | Answer) -> None:
    server.say(*answers)
    done = kernel.run(CELL, cell="c1")
    assert done.status == "ok", done.error


def test_only_what_makes_sense_is_enabled(kernel: Kernel, server: ScriptedServer) -> None:
    drawn(kernel, server, disc("dot"))
    assert enabled(kernel) == {"again", "refine"}, "no lab extension here: no run, no insert"
    assert place(kernel) == "1/1"
    assert "Needs the lab extension" in state(kernel, "tips")
    assert "copy the code from here" in said(kernel), "said once"
    kernel.run(CELL, cell="c1")
    assert "copy the code" not in said(kernel)


def test_a_worker_stands_ready_when_the_pointer_comes_near(kernel: Kernel, server: ScriptedServer) -> None:
    drawn(kernel, server, disc("dot", colour=RED), disc("dot", colour=GREEN))
    click(kernel, "near")
    assert value(kernel, "current()._spare._ready is not None") == "True"
    click(kernel, "again")
    assert value(kernel, "current()._spare._ready is None") == "True"
    assert place(kernel) == "2/2"


def test_regenerate_asks_for_another_answer_and_everything_follows(kernel: Kernel, server: ScriptedServer) -> None:
    drawn(kernel, server, disc("dot", colour=RED), disc("dot", colour=GREEN))
    click(kernel, "again")
    first, second = server.requests
    assert first["messages"] == second["messages"]
    assert first["seed"] != second["seed"]
    assert second["temperature"] > first["temperature"]
    assert place(kernel) == "2/2"
    assert value(kernel, "dot[32, 32]") == "[ 30 200  30]"
    assert enabled(kernel) == {"again", "refine", "back"}
    click(kernel, "back")
    assert value(kernel, "dot[32, 32]") == "[200  30  30]"
    assert place(kernel) == "1/2"
    click(kernel, "forth")
    assert value(kernel, "dot[32, 32]") == "[ 30 200  30]"
    assert len(server.requests) == 2, "moving through the attempts asks nobody"


def test_pictures_of_long_ago_are_drawn_again_from_their_code(kernel: Kernel, server: ScriptedServer) -> None:
    kernel.run("import chatimg_magic.drawing as d; usual, d.PICTURES = d.PICTURES, 2")
    drawn(kernel, server, disc("dot", colour=RED), disc("dot", colour=GREEN), disc("dot", colour=BLUE))
    click(kernel, "again")
    click(kernel, "again")
    kernel.run("d.PICTURES = usual")
    assert value(kernel, "[a.picture is None for a in panel().drawing.attempts]") == "[True, False, False]"
    click(kernel, "choose", index=0)
    assert value(kernel, "dot[32, 32]") == "[200  30  30]"
    assert value(kernel, "panel().view.picture != b'' and all(panel().view.thumbs)") == "True"
    assert len(server.requests) == 3, "the model is not asked"


def test_clicks_beyond_the_first_and_the_last_attempt_do_nothing(kernel: Kernel, server: ScriptedServer) -> None:
    drawn(kernel, server, disc("dot", colour=RED), disc("dot", colour=GREEN), disc("dot", colour=BLUE))
    click(kernel, "again")
    click(kernel, "again")
    for button, end, pixel in (("back", "1/3", "[200  30  30]"), ("forth", "3/3", "[ 30  30 200]")):
        for _ in range(5):  # as fast as a person clicks, before the button is seen to be disabled
            press(kernel, button)
        kernel.until("not panel()._busy")
        assert place(kernel) == end
        assert value(kernel, "dot[32, 32]") == pixel


def test_the_plain_display_follows_in_place(kernel: Kernel, server: ScriptedServer) -> None:
    server.say(disc("dot", colour=RED), disc("dot", colour=GREEN))
    identity = kernel.run(CELL, cell="c1").displays[0]["transient"]["display_id"]
    press(kernel, "again")
    updates = []
    while not any("image/png" in u["data"] for u in updates):
        message = kernel.client.get_iopub_msg(timeout=20)
        if message["msg_type"] == "update_display_data":
            updates.append(message["content"])
    assert {update["transient"]["display_id"] for update in updates} == {identity}
    assert "attempt 2 of 2" in updates[-1]["data"]["text/plain"]


def test_refine_sends_the_words_the_code_and_the_measured_facts(kernel: Kernel, server: ScriptedServer) -> None:
    drawn(kernel, server, disc("dot", colour=RED), disc("dot", colour=BLUE))
    kernel.run("panel().view.words = 'make it blue {now} 100%'")
    press(kernel, "refine")
    kernel.until("len(panel().drawing.attempts) == 2 and not panel()._busy")
    messages = server.requests[1]["messages"]
    assert "(200, 30, 30)" in messages[-2]["content"]
    assert "make it blue {now} 100%" in messages[-1]["content"]
    assert "colour (200, 30, 30): " in messages[-1]["content"], "facts of the picture"
    assert value(kernel, "dot[32, 32]") == "[ 30  30 200]"
    assert value(kernel, "panel().drawing.attempt.asked") == "make it blue {now} 100%"
    assert value(kernel, "repr(panel().view.words)") == "''"
    assert "asked to: make it blue" in said(kernel)


def test_letters_that_arrive_after_enter_are_part_of_the_words(kernel: Kernel, server: ScriptedServer) -> None:
    drawn(kernel, server, disc("dot", colour=RED), disc("dot", colour=BLUE))
    model = widget(kernel)
    kernel.send_widget(model, {"method": "update", "state": {"words": "make it"}, "buffer_paths": []})
    kernel.send_widget(model, {"method": "custom", "content": {"do": "refine"}})
    kernel.send_widget(model, {"method": "update", "state": {"words": "make it blue"}, "buffer_paths": []})
    kernel.until("not panel()._busy and len(panel().drawing.attempts) == 2")
    assert server.requests[-1]["messages"][-1]["content"].count("make it blue") == 1


def test_enter_without_words_asks_nobody(kernel: Kernel, server: ScriptedServer) -> None:
    drawn(kernel, server, disc("dot", colour=RED))
    press(kernel, "refine")
    kernel.until("not panel()._busy")
    assert len(server.requests) == 1


def test_stop_answers_at_once_and_keeps_what_was_there(kernel: Kernel, server: ScriptedServer) -> None:
    drawn(kernel, server, disc("dot", colour=RED), Answer(disc("dot", colour=GREEN), hang_after=10))
    press(kernel, "again")
    kernel.until("'writing' in panel().view.live")
    assert enabled(kernel) == {"stop"}
    began = time.monotonic()
    press(kernel, "stop")
    kernel.until("not panel()._busy")
    assert time.monotonic() - began < 3, "at once, with room for a busy machine and this test's own questions"
    assert value(kernel, "dot[32, 32]") == "[200  30  30]"
    assert "stopped" in said(kernel)
    assert value(kernel, "panel().drawing.attempt is panel().drawing.attempts[0]") == "True"


def test_regenerate_looks_too_where_the_cell_does(kernel: Kernel, server: ScriptedServer) -> None:
    server.say(
        disc("dot", colour=RED), "AS ASKED", disc("dot", colour=GREEN), Answer(disc("dot", colour=BLUE), delay=2)
    )
    kernel.run(CELL.replace("\n", " --look facts\n"), cell="c1")
    assert place(kernel) == "1/1"
    assert 'looked at: "AS ASKED"' in said(kernel)
    press(kernel, "again")
    kernel.until("'looks at it' in panel().view.live")
    assert "200" in value(kernel, "panel().view.lines"), "the code that is looked at is still there"
    kernel.until("not panel()._busy")
    assert place(kernel) == "3/3"
    assert "corrected after a look" in said(kernel)
    assert value(kernel, "dot[32, 32]") == "[ 30  30 200]"


def test_a_failed_answer_says_why_and_changes_nothing(kernel: Kernel, server: ScriptedServer) -> None:
    drawn(kernel, server, disc("dot", colour=RED), GIVES_UP)
    kernel.run("%config ChatImg.retries = 0")
    click(kernel, "again")
    words = said(kernel)
    assert "✗ no code" in words
    assert "no Python code" in words
    assert value(kernel, "dot[32, 32]") == "[200  30  30]"
    server.say(Answer(status=401))
    click(kernel, "again")
    assert "does not accept the key" in said(kernel)


def test_refused_code_is_shown_with_its_reasons_and_put_nowhere(kernel: Kernel, server: ScriptedServer) -> None:
    server.say(program("import os\ndot = np.zeros((64, 64, 3), np.uint8)"))
    done = kernel.run("%%chatimg dot --size 64 --retries 0\na dot", cell="c1")
    assert done.status == "error"
    assert done.next_input == []
    assert "import</span>" in value(kernel, "panel().view.lines")
    assert "imports os" in said(kernel)
    assert state(kernel, "insert") == "↓ Insert anyway"
    assert "insert" not in enabled(kernel)


def test_the_status_line_says_what_the_answer_used_and_cost(kernel: Kernel, server: ScriptedServer) -> None:
    drawn(kernel, server, Answer(disc("dot"), cost=0.00042), disc("dot", colour=RED))
    words = said(kernel)
    assert "100 tokens in" in words
    assert "cost 0.00042 · isolated" in words
    assert "isolated (rlimits + " in words
    click(kernel, "again")
    assert "cost" not in said(kernel)
    click(kernel, "back")
    assert "cost 0.00042" in said(kernel)


def test_a_reviewer_is_told_what_the_code_does_besides_drawing(kernel: Kernel, server: ScriptedServer) -> None:
    kernel.run("yy = 5")
    drawn(kernel, server, disc("dot", colour=RED), program("np.random.seed(1)\ndot = np.random.rand(64, 64, 3)"))
    assert "this code rebinds your yy" in said(kernel)
    click(kernel, "again")
    words = said(kernel)
    assert "this code sets the seed of the session's random numbers" in words


def test_running_the_cell_again_retires_the_old_panel_and_brings_its_history_back(
    kernel: Kernel, server: ScriptedServer
) -> None:
    drawn(kernel, server, disc("dot", colour=RED), disc("dot", colour=GREEN), disc("dot", colour=BLUE))
    click(kernel, "again")
    click(kernel, "again")
    click(kernel, "back")
    kernel.run("old = panel()")
    kernel.run(CELL, cell="c1")
    assert value(kernel, "old.view.state['can']['again'], panel() is not old") == "False True"
    with started_kernel() as restarted:
        loaded(restarted)
        assert restarted.run(CELL, cell="c1").status == "ok"
        assert place(restarted) == "2/3", "the last selected attempt"
        assert value(restarted, "dot[32, 32]") == "[ 30 200  30]"
        click(restarted, "back")
        assert value(restarted, "dot[32, 32]") == "[200  30  30]"
    assert len(server.requests) == 3


def test_a_click_leaks_no_payload_into_the_next_cell(kernel: Kernel, server: ScriptedServer) -> None:
    drawn(kernel, server, disc("dot", colour=RED), disc("dot", colour=GREEN))
    click(kernel, "again")
    assert kernel.run("1 + 1", cell="c9").payloads == []


def test_candidates_are_asked_at_once_and_a_click_selects_one(kernel: Kernel, server: ScriptedServer) -> None:
    server.say(*(Answer(disc("dot", colour=f"({40 * n}, 90, 120)"), delay=0.5) for n in range(1, 4)), GIVES_UP)
    kernel.run("%config ChatImg.retries = 0")
    done = kernel.run("%%chatimg dot --size 64 -n 4\na dot", cell="c1")
    assert done.status == "ok", done.error
    assert server.most_at_once == 4
    assert len({request["seed"] for request in server.requests}) == 4
    assert "candidates" in done.updates[-2]["data"]["text/plain"]
    tiles = "panel().view.state['attempts']"
    assert value(kernel, f"len({tiles}), panel().view.state['wide']") == "4 True"
    failed = value(kernel, f"[t['usable'] for t in {tiles}].index(False)")
    assert "no Python code" in value(kernel, f"{tiles}[{failed}]['title']")
    assert value(kernel, f"len(panel().view.thumbs), len(panel().view.thumbs[{failed}])") == "4 0"
    good = int(value(kernel, f"[i for i, t in enumerate({tiles}) if t['usable']][-1]"))
    chosen = value(kernel, f"panel().drawing.attempts[{good}].picture.array[32, 32]")
    click(kernel, "choose", index=good)
    assert value(kernel, "dot[32, 32]") == chosen
    assert state(kernel, "index") == str(good)
    for nonsense in (-1, 99, None, "1", 1.0, True):
        click(kernel, "choose", index=nonsense)
    click(kernel, "__class__")
    assert state(kernel, "index") == str(good)


def test_refine_goes_on_from_the_variables_last_drawing(kernel: Kernel, server: ScriptedServer) -> None:
    nothing = kernel.run("%%chatimg dot --refine\nbigger", cell="c2")
    assert "nothing has been drawn for dot" in nothing.error
    drawn(kernel, server, disc("dot", colour=RED), disc("dot", colour=BLUE))
    done = kernel.run("%%chatimg dot --refine\nmake it blue", cell="c2")
    assert done.status == "ok", done.error
    messages = server.requests[1]["messages"]
    assert messages[1]["content"].startswith("a dot")
    assert "make it blue" in messages[-1]["content"]
    assert value(kernel, "dot.shape, dot[32, 32]") == "(64, 64, 3) [ 30  30 200]"
    kernel.run(CELL, cell="c1")
    assert kernel.run("%%chatimg dot --refine\nmake it blue", cell="c2").status == "ok"
    assert len(server.requests) == 2, "running all again asks nobody"


def test_using_hands_arrays_to_the_code_and_only_facts_to_the_model(kernel: Kernel, server: ScriptedServer) -> None:
    kernel.run(
        "import numpy as np\nphoto = np.full((64, 64, 3), 77, np.uint8)\nphoto[10:20] = 231\nmask = photo[..., 0] > 100"
    )
    server.say("```python\nimport numpy as np\nout = photo.copy()\nout[mask] = (1, 2, 3)\n```")
    done = kernel.run("%%chatimg out --size 64 --using photo,mask\npaint the mask dark", cell="c1")
    assert done.status == "ok", done.error
    sent = server.requests[0]["messages"][-1]["content"]
    assert "`photo` is a NumPy array that exists already: uint8, shape (64, 64, 3), values from 77 to 231." in sent
    assert "`mask` is a NumPy array that exists already: bool, shape (64, 64)" in sent
    assert value(kernel, "out[15, 5], out[0, 0], photo[15, 5]").count("231") == 3, "the person's own array is untouched"
    assert kernel.run(done.next_input[0]).status == "ok"
    again = kernel.run("%%chatimg out --size 64 --using photo,mask\npaint the mask dark", cell="c1")
    assert (again.status, len(server.requests)) == ("ok", 1)
    kernel.run("photo[0, 0] = 5")
    kernel.run("%%chatimg out --size 64 --using photo,mask\npaint the mask dark", cell="c1")
    assert len(server.requests) == 2, "other contents are another request"
    for names, words in (
        ("nowhere", "no variable"),
        ("np", "needs the name 'np'"),
        ("photo,words", "no array of numbers"),
    ):
        kernel.run("words = 'text'")
        assert words in kernel.run(f"%%chatimg out --using {names}\nx", cell="c1").error


def test_headless_runs_get_no_panel(kernel: Kernel, server: ScriptedServer) -> None:
    server.say(disc("dot"))
    done = kernel.run(CELL)
    assert not any("application/vnd.jupyter.widget-view+json" in shown["data"] for shown in done.displays)


@pytest.mark.parametrize("version", ["6.31.0", "7.3.0"])
def test_other_ipykernels(server: ScriptedServer, version: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(tmp_path)]
    subprocess.run([*command, f"ipykernel=={version}", "nest-asyncio"], check=True, timeout=200)
    with started_kernel(OPENAI_BASE_URL=server.url, OPENAI_API_KEY="none", PYTHONPATH=str(tmp_path)) as running:
        kernel = loaded(running)
        assert value(kernel, "__import__('ipykernel').__version__") == version
        drawn(kernel, server, disc("dot", colour=RED), disc("dot", colour=GREEN), Answer(SQUARE, hang_after=5))
        click(kernel, "again")
        assert value(kernel, "dot[32, 32]") == "[ 30 200  30]"
        click(kernel, "back")
        assert value(kernel, "dot[32, 32]") == "[200  30  30]"
        press(kernel, "again")
        kernel.until("'writing' in panel().view.live")
        click(kernel, "stop")
        assert value(kernel, "dot[32, 32]") == "[200  30  30]"
        assert kernel.run("1", cell="c9").payloads == []


def test_an_answer_that_arrives_while_the_panel_is_brought_in_line_is_not_lost(
    kernel: Kernel, server: ScriptedServer
) -> None:
    drawn(kernel, server, disc("dot"), disc("dot", colour=GREEN))
    click(kernel, "again")
    kernel.run("""
        import sys, threading
        one, often = panel(), sys.getswitchinterval()
        sys.setswitchinterval(1e-6)
        lost = 0
        for _ in range(300):
            one._edited = False
            thread = threading.Thread(target=one.refresh)
            thread.start()
            one._heard("edited")
            thread.join()
            lost += not one.view.state["edited"]
        sys.setswitchinterval(often)
        """)
    assert value(kernel, "lost") == "0"
