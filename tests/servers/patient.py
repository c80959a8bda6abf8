"""An OpenAI-compatible server on 127.0.0.1 whose every answer takes the same time, however many are asked for at once.

Run ``python -m tests.servers.patient SECONDS``: it reads a line of JSON, prompt → answer, and prints its address.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Mapping

PIECE = 4
"""Characters in a piece of the stream, about a token."""


def _stream(text: str) -> bytes:
    """Return an answer as the chunks of its stream, all of them."""
    deltas = [{"delta": {"content": text[at : at + PIECE]}} for at in range(0, len(text), PIECE)]
    parts: list[object] = [[{"index": 0, **delta}] for delta in [*deltas, {"delta": {}, "finish_reason": "stop"}]]
    known = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "patient-1"}
    usage = {"prompt_tokens": 100, "completion_tokens": len(deltas), "total_tokens": 100 + len(deltas)}
    told = [{**known, "choices": part} for part in parts] + [{**known, "choices": [], "usage": usage}]
    events = [*(json.dumps(each).encode() for each in told), b"[DONE]"]
    lines = [b"data: " + event + b"\n\n" for event in events]
    return b"".join(b"%x\r\n%b\r\n" % (len(line), line) for line in lines) + b"0\r\n\r\n"


def _head(kind: str, more: str) -> bytes:
    return f"HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\n{more}\r\n\r\n".encode()


async def serve(answers: Mapping[str, str], seconds: float) -> None:
    """Answer until standard input is closed; the prompt is looked for in a request's last message."""
    streams = {prompt: _stream(text) for prompt, text in answers.items()}

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                if head.startswith(b"GET"):
                    models = json.dumps({"object": "list", "data": [{"id": "patient-1", "object": "model"}]}).encode()
                    writer.write(_head("application/json", f"content-length: {len(models)}") + models)
                    continue
                began = asyncio.get_running_loop().time()
                fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:] if b": " in line)
                asked = json.loads(await reader.readexactly(int(fields[b"content-length"])))["messages"][-1]["content"]
                stream = next(stream for prompt, stream in streams.items() if prompt in asked)
                await asyncio.sleep(began + seconds - asyncio.get_running_loop().time())
                writer.write(_head("text/event-stream", "transfer-encoding: chunked") + stream)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0, backlog=256)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1", flush=True)
    async with server:
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(json.loads(sys.stdin.readline()), float(sys.argv[1])))
