"""What a session's answers took, and the limit of tokens."""

from __future__ import annotations

import pytest

from chatimg_magic import session, settings
from chatimg_magic.drawing import Drawing, NoPicture, Usage
from chatimg_magic.errors import ChatImgError, OutOfTokens
from chatimg_magic.events import Ended
from chatimg_magic.models import Stop
from chatimg_magic.prompts import Look
from chatimg_magic.request import read_request
from chatimg_magic.session import Order
from chatimg_magic.usage import Ledger, Prices, Spent, line, table
from tests.answers import GIVES_UP, INDEX_ERROR, disc
from tests.kernels import Kernel
from tests.servers.scripted import Answer, ScriptedServer

DISC = "a red disc on a white background"


def drawn(order: Order | None = None, prompt: str = DISC) -> Drawing:
    return session.current().draw(read_request(prompt, "image", "64", "rgb"), order or Order(retries=0))


def total() -> Spent:
    return session.current().ledger.total


def test_every_answer_is_put_down_also_those_that_failed(provider: ScriptedServer) -> None:
    provider.say(INDEX_ERROR, disc())
    drawing = drawn(Order(retries=1))
    assert len(drawing.attempts) == 2
    assert (total().answers, total().estimated) == (2, False)
    assert total().usage == drawing.attempts[0].usage + drawing.attempts[1].usage
    provider.say(GIVES_UP)
    with pytest.raises(NoPicture):
        drawn(prompt="a basketball")
    assert total().answers == 3


def test_a_look_is_an_answer_too(provider: ScriptedServer) -> None:
    provider.say(disc(), "AS ASKED")
    drawing = drawn(Order(retries=0, look=Look.FACTS))
    assert len(drawing.attempts) == 1
    assert total().answers == 2
    assert total().usage == drawing.attempts[0].usage


def test_candidates_are_all_put_down(provider: ScriptedServer) -> None:
    provider.say(disc())
    drawn(Order(retries=0, candidates=3))
    assert total().answers == 3


def test_what_is_kept_costs_nothing(provider: ScriptedServer) -> None:
    provider.say(disc())
    drawn()
    before = total()
    drawn()
    assert total() == before
    assert before.tokens > 0


def test_what_no_server_counts_is_estimated(provider: ScriptedServer) -> None:
    provider.say(Answer(disc(), usage=False))
    drawn()
    text = sum(len(message["content"]) for message in provider.requests[0]["messages"])
    assert total().usage == Usage(-(-text // 4), -(-len(disc()) // 4))
    assert "~ estimated" in table(session.current().ledger, Prices(), None)


def test_an_answer_that_is_stopped_is_estimated_and_a_refused_question_costs_nothing(
    provider: ScriptedServer,
) -> None:
    provider.say(Answer(disc(), hang_after=20))
    stop = Stop()
    for event in session.current().perform(Drawing(read_request(DISC, "image", "64", "rgb")), Order(), stop):
        stop.set()
        assert not isinstance(event, Ended) or event.attempt.outcome.value == "stopped"
    before = total()
    provider.say(Answer(status=401))
    with pytest.raises(ChatImgError):
        drawn()
    assert total() == before


@pytest.mark.parametrize("order", [Order(retries=0), Order(fresh=True), Order(candidates=3), Order(model="other")])
def test_at_the_limit_nobody_is_asked_but_what_is_kept_shows(provider: ScriptedServer, order: Order) -> None:
    provider.say(disc())
    kept = drawn()
    settings.current().max_tokens_per_session = total().tokens
    asked = len(provider.requests)
    with pytest.raises(OutOfTokens, match=r"this session has used .* %config ChatImg\.max_tokens_per_session = "):
        drawn(order, prompt="a blue disc")
    assert len(provider.requests) == asked
    assert drawn().code == kept.code
    settings.current().max_tokens_per_session = None
    drawn(order, prompt="a blue disc")
    assert len(provider.requests) > asked


def test_an_answer_that_reaches_the_limit_is_neither_repaired_nor_looked_at(provider: ScriptedServer) -> None:
    provider.say(disc(colour="(30, 30, 200)"), disc())
    settings.current().max_tokens_per_session = 1
    drawing = drawn(Order(retries=2, look=Look.FACTS))
    assert len(provider.requests) == 1
    assert drawing.attempts[0].failed
    assert drawing.attempts[0].notes[-1] == "not drawn again: the limit of tokens is reached"


def ledger(*answers: tuple[str, str, Usage]) -> Ledger:
    made = Ledger()
    for answer in answers:
        made.add(*answer)
    return made


def test_the_table_has_what_was_charged_and_else_the_persons_prices() -> None:
    spent = ledger(
        ("a", "one.example", Usage(1000, 500, 0.0021)),
        ("a", "one.example", Usage(1000, 500, 0.002)),
        ("b", "two.example", Usage(2_000_000, 500_000)),
        ("c", "embedded", Usage(100, 50)),
    )
    lines = [words.split() for words in table(spent, Prices(2, 4), 3_000_000).splitlines()]
    assert lines[0] == ["model", "answers", "tokens", "in", "out", "cost"]
    assert lines[1] == ["a", "(one.example)", "2", "2,000", "1,000", "0.0041"]
    assert lines[2] == ["b", "(two.example)", "1", "2,000,000", "500,000", "6.00*"]
    assert lines[3] == ["c", "(embedded)", "1", "100", "50", "–"]
    assert lines[4] == ["total", "4", "2,002,100", "501,050", "0.0041", "+", "6.00*"]
    assert " ".join(lines[-1]).startswith("496,850 of 3,000,000 tokens are left")


def test_without_prices_the_table_invents_none() -> None:
    shown = table(ledger(("b", "two.example", Usage(9, 9))), Prices(), None)
    assert "–" in shown.splitlines()[1]
    assert "ChatImg.price_prompt" in shown
    assert "no limit is set" in shown
    assert "price" not in table(ledger(("c", "embedded:x", Usage(9, 9))), Prices(), None)
    assert table(Ledger(), Prices(), None).startswith("No model has been asked")


def test_one_line_says_it_all() -> None:
    assert line(Ledger()) == ""
    assert line(ledger(("a", "x", Usage(1200, 34, 0.00003)))) == "1 answer: 1,200 tokens in, 34 out, cost 0.00003"


def test_in_a_notebook_the_panel_refuses_too(kept_kernel: Kernel, server: ScriptedServer) -> None:
    kept_kernel.forget(OPENAI_BASE_URL=server.url, OPENAI_API_KEY="none")
    kept_kernel.run("%load_ext chatimg_magic")
    server.say(Answer(disc("dot"), cost=0.0021))
    kept_kernel.run("%%chatimg dot --size 64\na red disc", cell="c1")
    kept_kernel.run("%config ChatImg.max_tokens_per_session = 1")
    kept_kernel.run("from chatimg_magic.session import current; panel = current().panels['c1']")
    widget = kept_kernel.run("print(panel.view.model_id)").text["stdout"].strip()
    for click in ({"do": "again"}, {"do": "refine"}):
        kept_kernel.run("panel.refresh(); panel.view.words = 'make it blue'")
        kept_kernel.send_widget(widget, {"method": "custom", "content": click})
        kept_kernel.until("not panel._busy and panel.view.state['wrong']")
        assert "No model was asked" in kept_kernel.run("panel.view.state['wrong'][0]").result
    assert len(server.requests) == 1
    assert kept_kernel.run("%%chatimg dot --size 64\na red disc", cell="c1").status == "ok"
    refused = kept_kernel.run("%%chatimg dot --size 64 -n 4\na green disc", cell="c2")
    assert refused.error_name == "OutOfTokens"
    assert refused.error.count("\n") == 1
    shown = kept_kernel.run("%chatimg usage").text["stdout"].splitlines()
    assert shown[1].split()[0] == "scripted-1"
    assert shown[1].endswith("0.0021")
    assert shown[-1].startswith("0 of 1 tokens are left")
