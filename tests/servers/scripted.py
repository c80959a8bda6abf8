"""An OpenAI-compatible server on 127.0.0.1 that says what a test tells it to say."""

from __future__ import annotations

import base64
import json
import re
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Answer:
    """One scripted answer.

    Attributes
    ----------
    text : what the model says, streamed in pieces of about four characters.
    reasoning : streamed before the text, as reasoning.
    goes_on : whether it takes a beginning of its answer, or wants to be asked by a user last.
    status, error : an HTTP error instead of a stream.
    refuses : request fields that lead to a 400 which names them.
    delay : seconds before the headers; pace : seconds between pieces.
    hang_after : stop sending after this many pieces, keep the connection open.
    break_after : close the connection after this many pieces.
    finish : what a whole stream says of how it ended.
    usage : whether token counts are sent when asked for.
    cost : what is charged, sent with the counts.
    images : how many images the request must hold, else a 400 that says how many it holds; None leaves it open.
    refuses_images, refusal : an HTTP error for a request that holds an image, and its words.
    """

    text: str = ""
    reasoning: str = ""
    status: int = 200
    error: str = ""
    refuses: tuple[str, ...] = ()
    goes_on: bool = True
    delay: float = 0.0
    pace: float = 0.0
    hang_after: int | None = None
    break_after: int | None = None
    finish: str = "stop"
    usage: bool = True
    cost: float | None = None
    images: int | None = None
    refuses_images: int = 0
    refusal: str = "This model does not support image input."


def images_of(body: dict[str, Any]) -> list[bytes]:
    """Return the PNG files in a request's messages; raises ValueError where a part is not as the API has it."""
    found = []
    for message in body["messages"]:
        if isinstance(message["content"], str):
            continue
        for part in message["content"]:
            if part["type"] == "text" and isinstance(part["text"], str) and set(part) == {"type", "text"}:
                continue
            head, _, data = part["image_url"]["url"].partition(",")
            file = base64.b64decode(data, validate=True)
            if part["type"] != "image_url" or head != "data:image/png;base64" or not file.startswith(b"\x89PNG"):
                raise ValueError(f"Invalid content part of type {part['type']!r}.")
            found.append(file)
    return found


@dataclass
class ScriptedServer:
    """A running server; ``answers`` are used up one a request, the last one stays."""

    answers: deque[Answer] = field(default_factory=deque)
    models: list[str] = field(default_factory=lambda: ["scripted-1"])
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    disconnects: int = 0
    at_once: int = 0
    most_at_once: int = 0
    required_key: str = ""
    closing: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        handler = type("Handler", (_Handler,), {"script": self})
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.http.daemon_threads = True
        self.thread = threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.http.server_address[1]}/v1"

    def say(self, *answers: str | Answer) -> None:
        """Script the next answers."""
        self.answers.clear()
        self.answers.extend(Answer(a) if isinstance(a, str) else a for a in answers)

    def close(self) -> None:
        self.closing.set()
        self.http.shutdown()
        self.http.server_close()
        self.thread.join(5)


class _Handler(BaseHTTPRequestHandler):
    script: ScriptedServer
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        if self._allowed():
            self._json(
                200,
                {
                    "object": "list",
                    "data": [{"id": m, "object": "model", "created": 1, "owned_by": "t"} for m in self.script.models],
                },
            )

    def do_POST(self) -> None:
        length = int(self.headers["content-length"])
        data = self.rfile.read(length)
        if len(data) < length:  # whoever asked has gone meanwhile
            self.close_connection = True
            return
        body = json.loads(data)
        if not self._allowed():
            return
        script = self.script
        with script.lock:
            script.requests.append(body)
            script.at_once += 1
            script.most_at_once = max(script.most_at_once, script.at_once)
        try:
            self._answer(body)
        finally:
            with script.lock:
                script.at_once -= 1

    def _answer(self, body: dict[str, Any]) -> None:
        script = self.script
        with script.lock:
            waiting = script.answers
            answer = waiting.popleft() if len(waiting) > 1 else waiting[0] if waiting else Answer()
        deadline = time.monotonic() + answer.delay
        while time.monotonic() < deadline and not script.closing.is_set():
            if self._gone():
                script.disconnects += 1
                self.close_connection = True
                return
            time.sleep(0.01)
        refused = [name for name in answer.refuses if name in body]
        if refused:
            self._json(
                400,
                {
                    "error": {
                        "message": f"Unsupported parameter: '{refused[0]}' is not supported with this model.",
                        "param": refused[0],
                    }
                },
            )
        elif (unfit := self._unfit(body, answer)) is not None:
            self._json(unfit[0], {"error": {"message": unfit[1]}})
        elif not answer.goes_on and body["messages"][-1]["role"] != "user":
            self._json(400, {"error": {"message": "Expected last role User or Tool but got assistant"}})
        elif answer.status != 200:
            self._json(answer.status, {"error": {"message": answer.error or "scripted error"}})
        else:
            self._stream(body, answer)

    def _unfit(self, body: dict[str, Any], answer: Answer) -> tuple[int, str] | None:
        """Return status and words for a request whose images are not as they should be."""
        try:
            count = len(images_of(body))
        except (ValueError, LookupError, TypeError) as error:
            return 400, f"The messages are malformed: {error}"
        if count and answer.refuses_images:
            return answer.refuses_images, answer.refusal
        if answer.images not in (None, count):
            return 400, f"Expected {answer.images} images, got {count}."
        return None

    def _allowed(self) -> bool:
        key = self.headers.get("authorization", "").removeprefix("Bearer ")
        self.script.keys.append(key)
        if self.script.required_key and key != self.script.required_key:
            self._json(401, {"error": {"message": f"Incorrect API key provided: {key}."}})
            return False
        return True

    def _json(self, status: int, data: dict[str, Any]) -> None:
        body = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _gone(self) -> bool:
        import select
        import socket

        readable, _, _ = select.select([self.connection], [], [], 0)
        return bool(readable) and self.connection.recv(1, socket.MSG_PEEK) == b""

    def _stream(self, body: dict[str, Any], answer: Answer) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        deltas = [{"reasoning_content": piece} for piece in re.findall(r"(?s).{1,4}", answer.reasoning)]
        deltas += [{"content": piece} for piece in re.findall(r"(?s).{1,4}", answer.text)]
        try:
            for number, delta in enumerate(deltas):
                if answer.break_after == number:
                    self.close_connection = True
                    self.connection.shutdown(2)
                    return
                if answer.hang_after == number:
                    self.wfile.flush()
                    while not self._gone() and not self.script.closing.is_set():
                        time.sleep(0.01)
                    self.script.disconnects += 1
                    self.close_connection = True
                    return
                self._chunk(body, {"choices": [{"index": 0, "delta": delta}]})
                if answer.pace:
                    self.wfile.flush()
                    time.sleep(answer.pace)
            self._chunk(body, {"choices": [{"index": 0, "delta": {}, "finish_reason": answer.finish}]})
            if answer.usage and (body.get("stream_options") or {}).get("include_usage"):
                usage = {"prompt_tokens": 100, "completion_tokens": len(deltas), "total_tokens": 100 + len(deltas)}
                charged = {} if answer.cost is None else {"cost": answer.cost}
                self._chunk(body, {"choices": [], "usage": {**usage, **charged}})
            self._send(b"data: [DONE]\n\n")
            self.wfile.write(b"0\r\n\r\n")
            self.wfile.flush()
        except OSError:
            self.script.disconnects += 1
            self.close_connection = True

    def _chunk(self, body: dict[str, Any], part: dict[str, Any]) -> None:
        chunk = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": body["model"], **part}
        self._send(b"data: " + json.dumps(chunk).encode() + b"\n\n")

    def _send(self, data: bytes) -> None:
        self.wfile.write(b"%x\r\n%b\r\n" % (len(data), data))
