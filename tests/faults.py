"""More than a hundred ways in which a server fails or nearly does, each with what must become of it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tests.servers.faults import DONE, End, Fault, Step, chunk, event, failing, head, packed, said, stop

CODE = """\
import numpy as np
yy, xx = np.mgrid[0:64, 0:64]
image = np.full((64, 64, 3), 255, np.uint8)
mask = (yy - 32) ** 2 + (xx - 32) ** 2 < 20 ** 2
image[mask] = 200, 30, 30
"""
ANSWER = f"Sure — ü:\n\n```python\n{CODE}```\n"
OPEN = f"```python\n{CODE}"
OK = head()
PAGE = "<!doctype html><html><head><title>Sign in — Acme</title></head><body>Who are you?</body></html>"
KEY = "sk-marker-0123456789abcdefghij"


@dataclass(frozen=True)
class Case:
    """A fault and what has to become of it.

    Attributes
    ----------
    ends : ``drawn``, an outcome's value, or ``error`` where the model's server failed.
    says : words that a person reads, of the error, the last attempt's problem, or the picture's notes.
    ended : how the last attempt ended.
    """

    fault: Fault
    ends: str
    says: str = ""
    ended: str = "stop"


def _case(name: str, steps: tuple[Step, ...] | bytes, ends: str, says: str = "", ended: str = "stop") -> Case:
    return Case(Fault(name, (steps,) if isinstance(steps, bytes) else steps), ends, says, ended)


def _drawn(name: str, *steps: Step) -> Case:
    return Case(Fault(name, steps), "drawn")


def _whole(choices: object) -> bytes:
    return (
        head(kind="application/json")
        + json.dumps({"id": "c", "object": "chat.completion", "choices": choices}).encode()
    )


_STREAM = said(ANSWER) + stop()
_MESSAGE = [{"index": 0, "message": {"role": "assistant", "content": ANSWER}, "finish_reason": "stop"}]
_HALF = ANSWER[: ANSWER.index("xx = ") + 20]
_MARK = "ü".encode()
_CUT_MARK = json.dumps({"choices": [{"index": 0, "delta": {"content": "ü"}}]}, ensure_ascii=False).encode()

CONNECTIONS = (
    _case("reset before the headers", (End.RESET,), "error", "the connection was reset before it answered"),
    _case("closed before the headers", (b"",), "error", "the connection ended before it answered"),
    _case("reset within the headers", (OK[:40], End.RESET), "error", "the connection was reset before it answered"),
    _case("no word before the headers", (End.HANG,), "error", "no word for"),
    _case("no word after the headers", (OK, End.HANG), "error", "no word for"),
    _drawn(
        "slow headers",
        *(part + b"\n" for part in OK.split(b"\n")[:1]),
        0.4,
        *(p + b"\n" for p in OK.split(b"\n")[1:-1]),
        _STREAM,
    ),
    _case("not HTTP", (b"SSH-2.0-OpenSSH_9.9\r\n",), "error", "before it answered"),
    _case("reset after the headers", (OK, End.RESET), "error", "did not answer: the connection was reset"),
    _case(
        "a length that is never reached",
        (head("200 OK", "text/event-stream", "content-length: 9999"), said(_HALF)),
        "cut off",
        "the connection ended after",
        "cut off",
    ),
    _drawn("a keep-alive comment while it waits", OK, b": processing\n\n", 0.6, b": processing\n\n", 0.6, _STREAM),
)
STATUSES = (
    *(
        _case(status, failing(status), "error", says)
        for status, says in (
            ("400 Bad Request", "refuses the request (400): scripted"),
            ("401 Unauthorized", "does not accept the key"),
            ("402 Payment Required", "wants to be paid: scripted"),
            ("403 Forbidden", "does not allow this: scripted"),
            ("404 Not Found", "has nothing at /v1/chat/completions"),
            ("405 Method Not Allowed", "has nothing at /v1/chat/completions"),
            ("406 Not Acceptable", "refuses the request (406): scripted"),
            ("408 Request Timeout", "failed twice (408): scripted"),
            ("409 Conflict", "failed twice (409): scripted"),
            ("410 Gone", "refuses the request (410): scripted"),
            ("413 Content Too Large", "finds the question too long"),
            ("415 Unsupported Media Type", "refuses the request (415): scripted"),
            ("418 I'm a teapot", "refuses the request (418): scripted"),
            ("422 Unprocessable Content", "refuses the request (422): scripted"),
            ("425 Too Early", "refuses the request (425): scripted"),
            ("451 Unavailable For Legal Reasons", "refuses the request (451): scripted"),
            ("500 Internal Server Error", "failed twice (500): scripted"),
            ("501 Not Implemented", "failed twice (501): scripted"),
            ("502 Bad Gateway", "failed twice (502): scripted"),
            ("503 Service Unavailable", "failed twice (503): scripted"),
            ("504 Gateway Timeout", "failed twice (504): scripted"),
            ("520 Unknown", "failed twice (520): scripted"),
        )
    ),
    _case(
        "404, of the model",
        failing("404 Not Found", {"error": {"message": "model 'tester' not found"}}),
        "error",
        "does not know the model",
    ),
    _case(
        "400, too long",
        failing("400 Bad Request", {"error": {"message": "maximum context length is 4096 tokens"}}),
        "error",
        "finds the question too long",
    ),
    _case(
        "400, which echoes the key",
        failing("400 Bad Request", {"error": {"message": f"bad key {KEY}"}}),
        "error",
        "[hidden]",
    ),
    _case(
        "429, wait briefly", failing("429 Too Many Requests", None, "retry-after: 1"), "error", "It says to wait 1 s"
    ),
    _case(
        "429, wait long", failing("429 Too Many Requests", None, "retry-after: 1800"), "error", "It says to wait 30 min"
    ),
    _case(
        "429, wait for ever",
        failing("429 Too Many Requests", None, "retry-after: 99999999999"),
        "error",
        "Wait a little",
    ),
    _case(
        "429, wait for nonsense", failing("429 Too Many Requests", None, "retry-after: soon"), "error", "Wait a little"
    ),
    _case(
        "502 as a page",
        failing("502 Bad Gateway", "<html><title>502 Bad Gateway</title><h1>nginx</h1></html>"),
        "error",
        "failed twice (502): 502 Bad Gateway",
    ),
    _case("500 with nothing", failing("500 Internal Server Error", ""), "error", "failed twice (500)."),
    _case(
        "500, a list",
        failing("500 Internal Server Error", [{"error": {"message": "out of memory"}}]),
        "error",
        "out of memory",
    ),
    _case(
        "500, its words in detail",
        failing("500 Internal Server Error", {"detail": [{"msg": "no GPU"}]}),
        "error",
        "no GPU",
    ),
    Case(Fault("503 once, then right", (failing("503 Service Unavailable"),), (OK, _STREAM)), "drawn"),
    _case(
        "a redirect in a circle",
        failing("307 Temporary Redirect", "", "location: /v1/chat/completions"),
        "error",
        "sends elsewhere, in a circle",
    ),
)
BODIES = (
    _drawn("not a stream but one JSON answer", _whole(_MESSAGE)),
    _drawn(
        "one JSON answer, content in parts",
        _whole([{"index": 0, "message": {"content": [{"type": "text", "text": ANSWER}]}}]),
    ),
    _drawn("one JSON answer, of the older kind", _whole([{"index": 0, "text": ANSWER, "finish_reason": "stop"}])),
    _drawn(
        "chunks as lines of JSON",
        head(kind="application/x-ndjson") + chunk({"content": ANSWER}).encode() + b"\n" + chunk(finish="stop").encode(),
    ),
    _case(
        "a web page",
        head(kind="text/html") + PAGE.encode(),
        "error",
        "answered with a web page called “Sign in — Acme”",
    ),
    _case(
        "JSON that breaks off",
        head(kind="application/json") + b'{"id": "c", "choices": [{"mess',
        "error",
        "answered with something else: {",
    ),
    _case("JSON, something else", head(kind="application/json") + b'{"status": "ok"}', "error", "ok"),
    _case(
        "an error in JSON with 200",
        head(kind="application/json") + b'{"error": {"message": "no credit left"}}',
        "error",
        "no credit left",
    ),
    _case("nothing at all", head(), "error", "did not answer: nothing came"),
    _case(
        "plain words",
        head(kind="text/plain") + b"upstream connect error",
        "error",
        "something else: upstream connect error",
    ),
    _case("[DONE] and nothing else", head() + DONE, "no code", "holds no Python code"),
)
STREAMS = (
    _drawn("in order", OK, _STREAM),
    _drawn("lines end in CR LF", OK, _STREAM.replace(b"\n", b"\r\n")),
    _drawn("lines end in CR", OK, _STREAM.replace(b"\n", b"\r")),
    _drawn("no space after data:", OK, _STREAM.replace(b"data: ", b"data:")),
    _drawn("a byte order mark", OK, "\ufeff".encode() + _STREAM),
    _drawn("names and numbers of events", OK, _STREAM.replace(b"data: ", b"event: message\nid: 7\nretry: 10\ndata: ")),
    _drawn("no empty lines between events", OK, _STREAM.replace(b"\n\n", b"\n")),
    _drawn(
        "one event over several lines",
        OK,
        b'data: {"choices":\ndata: [{"index": 0, "delta":\ndata: '
        + json.dumps({"content": ANSWER}).encode()
        + b"}]}\n\n"
        + stop(),
    ),
    _drawn("a damaged line among good ones", OK, said(ANSWER[:40]) + b"data: {oops\n\n" + said(ANSWER[40:]) + stop()),
    _case("nothing but damaged lines", (OK, b"data: {oops\n\ndata: {'a': 1}\n\n"), "error", "did not answer"),
    _drawn("sent byte by byte", OK, *(_STREAM[i : i + 1] for i in range(len(_STREAM)))),
    _drawn(
        "a character in two packets",
        OK,
        said(ANSWER[:8]) + b'data: {"choices": [{"index": 0, "delta": {"content": "' + _MARK[:1],
        0.1,
        _MARK[1:] + b'"}}]}\n\n' + said(ANSWER[8:]) + stop(),
    ),
    _drawn(
        "bytes that are no UTF-8",
        OK,
        b'data: {"choices": [{"index": 0, "delta": {"content": "\xff\xfe"}}]}\n\n' + _STREAM,
    ),
    _drawn("packed as gzip", head("200 OK", "text/event-stream", "content-encoding: gzip"), packed(_STREAM)),
    _case(
        "gzip that breaks off",
        (head("200 OK", "text/event-stream", "content-encoding: gzip"), packed(_STREAM)[:60]),
        "error",
        "did not answer",
    ),
    _case(
        "said to be gzip, is not",
        (head("200 OK", "text/event-stream", "content-encoding: gzip"), _STREAM),
        "error",
        "could not be unpacked",
    ),
    _drawn("no [DONE]", OK, said(ANSWER) + event(chunk(finish="stop"))),
    _drawn("no finish_reason", OK, said(ANSWER) + DONE),
    _drawn("no counts", OK, _STREAM),
    _drawn(
        "counts after the end",
        OK,
        said(ANSWER)
        + event(chunk(finish="stop"))
        + event(json.dumps({"id": "c", "choices": [], "usage": {"prompt_tokens": 5, "completion_tokens": 7}}))
        + DONE,
    ),
    _drawn(
        "counts that cannot be",
        OK,
        event(
            json.dumps(
                {"id": "c", "choices": None, "usage": {"prompt_tokens": "many", "completion_tokens": -4, "cost": -1}}
            )
        )
        + _STREAM,
    ),
    _drawn(
        "several answers at once",
        OK,
        event(
            *(
                json.dumps(
                    {
                        "choices": [
                            {"index": i, "delta": {"content": ANSWER[at : at + 9] if i == 0 else "no! "}}
                            for i in (0, 1)
                        ]
                    }
                )
                for at in range(0, len(ANSWER), 9)
            )
        )
        + stop(),
    ),
    _drawn("content in parts", OK, event(chunk({"content": [{"type": "text", "text": ANSWER}]})) + stop()),
    _drawn(
        "chunks without choices",
        OK,
        event('{"id": "c", "object": "x"}', '{"id": "c", "choices": [{}]}', '{"id": "c", "choices": [null]}') + _STREAM,
    ),
    _case(
        "chunks in another order",
        (OK, said(ANSWER[60:120]) + said(ANSWER[:60]) + said(ANSWER[120:]) + stop()),
        "refused",
    ),
    _case(
        "an error in the stream",
        (OK, said(_HALF) + event('{"error": {"message": "the GPU is gone", "code": 500}}')),
        "error",
        "the GPU is gone",
    ),
)
ENDINGS = (
    _case(
        "ends in the middle, without a word",
        (OK, said(_HALF)),
        "cut off",
        "the server ended it without saying so",
        "cut off",
    ),
    _case(
        "reset in the middle", (OK, said(_HALF), 0.2, End.RESET), "cut off", "the connection was reset after", "cut off"
    ),
    _case(
        "reset within a character",
        (OK, said(_HALF), b'data: {"choices": [{"index": 0, "delta": {"content": "' + _MARK[:1], 0.2, End.RESET),
        "cut off",
        "the connection was reset after",
        "cut off",
    ),
    _case(
        "reset within a line",
        (OK, said(_HALF), b'data: {"choi', 0.2, End.RESET),
        "cut off",
        "the connection was reset after",
        "cut off",
    ),
    _case("silence in the middle", (OK, said(_HALF), End.HANG), "cut off", "no word for", "cut off"),
    _case("ends after the code is whole", (OK, said(ANSWER)), "drawn", "", "cut off"),
    _case("ends after the last statement", (OK, said(OPEN)), "drawn", "drawn as far as it goes", "cut off"),
    _case(
        "ends after the grid",
        (OK, said(OPEN[: OPEN.index("image =")])),
        "cut off",
        "before the program was whole",
        "cut off",
    ),
    _case(
        "content_filter in the middle",
        (OK, said(_HALF) + stop("content_filter")),
        "cut off",
        "content filter",
        "filtered",
    ),
    _case("content_filter at once", (OK, stop("content_filter")), "no code", "content filter", "filtered"),
    _case(
        "length in the middle of a name",
        (OK, said(OPEN[:-20]) + stop("length")),
        "cut off",
        "greatest length",
        "length",
    ),
    Case(
        Fault(
            "length, and the rest on asking",
            (OK, said(OPEN[:-20]) + stop("length")),
            (OK, said(OPEN[-20:] + "```\n") + stop()),
        ),
        "drawn",
    ),
    _case(
        "all tokens go into thinking",
        (OK, event(chunk({"reasoning_content": "hm " * 50})) + stop("length")),
        "no code",
        "greatest length",
        "length",
    ),
    _case("silence while thinking", (OK, event(chunk({"reasoning": "hm"})), End.HANG), "error", "no word for"),
    _case(
        "reasons without end",
        (OK, *(event(chunk({"reasoning_content": "hm " * 40_000})) for _ in range(50)), stop()),
        "no code",
        "ended for its length",
        "too long",
    ),
    _case(
        "20 MB of prose",
        (OK, *(event(chunk({"content": "Sure. " * 40_000})) for _ in range(85)), stop()),
        "no code",
        "ended for its length",
        "too long",
    ),
    _case(
        "20 MB in one line",
        (OK, b"data: ", *(b"x" * 1_000_000 for _ in range(20))),
        "no code",
        "ended for its length",
        "too long",
    ),
)
CONTENTS = (
    _case(
        "the refusal field",
        (OK, event(chunk({"refusal": "I cannot draw that."})) + stop()),
        "no code",
        "I cannot draw that.",
    ),
    _case(
        "a call of a tool",
        (
            OK,
            event(chunk({"tool_calls": [{"index": 0, "function": {"name": "draw_image", "arguments": "{}"}}]}))
            + stop("tool_calls"),
        ),
        "no code",
        "draw_image",
        "tool call",
    ),
    _case("prose", (OK, said("I would love to draw, but cannot.") + stop()), "no code", "I would love to draw"),
    _case(
        "content null",
        (OK, event(chunk({"content": None}), chunk({"role": "assistant"})) + stop()),
        "no code",
        "holds no Python code",
    ),
    _drawn("thoughts in the text", OK, said(f"<think>```python\nboom(\n```</think>{ANSWER}") + stop()),
    _drawn("no fences", OK, said(CODE) + stop()),
    _drawn("shell before it", OK, said(f"```bash\npip install numpy\n```\n{ANSWER}") + stop()),
    _case(
        "does not parse",
        (OK, said("```python\nimport numpy as np\nimage = np.zeros((64, 64, 3)\n```\n") + stop()),
        "refused",
        "line",
    ),
    _case(
        "raises",
        (
            OK,
            said("```python\nimport numpy as np\nimage = np.zeros((64, 64, 3), np.uint8)\nimage[100, 100] = 1\n```")
            + stop(),
        ),
        "raised an exception",
        "IndexError",
    ),
    _case(
        "runs for ever",
        (
            OK,
            said("```python\nimport numpy as np\nimage = np.zeros((64, 64, 3), np.uint8)\nwhile True:\n    pass\n```")
            + stop(),
        ),
        "not a good picture",
        "ran longer than",
    ),
    _case("opens a file", (OK, said("```python\nimage = open('/etc/passwd').read()\n```") + stop()), "refused", "open"),
    _case(
        "one colour",
        (OK, said("```python\nimport numpy as np\nimage = np.zeros((64, 64, 3), np.uint8)\n```") + stop()),
        "not a good picture",
    ),
    _case(
        "a wrong shape",
        (OK, said("```python\nimport numpy as np\nimage = np.arange(10)\n```") + stop()),
        "not a good picture",
    ),
    _case(
        "only a grid",
        (OK, said("```python\nimport numpy as np\nyy, xx = np.mgrid[0:64, 0:64]\n```") + stop()),
        "not a good picture",
        "no variable `image` was made",
    ),
)
CASES = (*CONNECTIONS, *STATUSES, *BODIES, *STREAMS, *ENDINGS, *CONTENTS)
