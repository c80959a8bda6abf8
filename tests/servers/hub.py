"""A model hub on this machine: as much of its interface as its own client needs to state and hand over files."""

from __future__ import annotations

import contextlib
import hashlib
import http.server
import json
import select
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@dataclass
class Hub:
    """What the hub has, how it misbehaves, and what it was asked.

    Attributes
    ----------
    repository : its only one.
    files : what is in it at ``commit``.
    stated : SHA-256 that it states; None: of a file that is not in large-file storage, and so has none.
    commit : the newest; also under the names of ``revisions``.
    token : of whoever may read; empty: everybody.
    breaks_after : bytes after which it hangs up, once.
    stalls_after : bytes after which nothing more comes; ``stalled`` is set then, ``left`` when who asked is gone.
    hangs : it takes the connection and says nothing.
    asked : method, path and range of every request.
    keys : the keys that each of its two addresses was shown.
    """

    repository: str = "somebody/tiny-GGUF"
    files: dict[str, bytes] = field(default_factory=dict)
    stated: dict[str, str | None] = field(default_factory=dict)
    commit: str = COMMIT
    revisions: tuple[str, ...] = ("main",)
    token: str = ""
    breaks_after: int | None = None
    stalls_after: int | None = None
    stalled: threading.Event = field(default_factory=threading.Event)
    left: threading.Event = field(default_factory=threading.Event)
    closing: threading.Event = field(default_factory=threading.Event)
    hangs: bool = False
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    keys: dict[str, set[str]] = field(default_factory=lambda: {"hub": set(), "storage": set()})
    url: str = ""

    def digest(self, name: str) -> str | None:
        """Return what it states as a file's SHA-256."""
        return self.stated.get(name, hashlib.sha256(self.files[name]).hexdigest())

    def info(self) -> dict[str, Any]:
        """Return what it says of its repository."""
        siblings: list[dict[str, Any]] = []
        for name, data in self.files.items():
            entry: dict[str, Any] = {"rfilename": name, "size": len(data), "blobId": "0" * 40}
            if (digest := self.digest(name)) is not None:
                entry["lfs"] = {"sha256": digest, "size": len(data), "pointerSize": 130}
            siblings.append(entry)
        return {"id": self.repository, "modelId": self.repository, "sha": self.commit, "siblings": siblings}


@contextlib.contextmanager
def serving(hub: Hub) -> Iterator[Hub]:
    """Serve a hub; its files come from another address than its words, as those of the real one do."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_HEAD(self) -> None:
            self._answer()

        def do_GET(self) -> None:
            self._answer()

        def _answer(self) -> None:
            self.close_connection = True
            path = urlsplit(self.path).path
            hub.asked.append((self.command, path, self.headers.get("Range", "")))
            if hub.hangs:
                hub.closing.wait(60)
            elif path.startswith("/storage/"):
                hub.keys["storage"].add(self.headers.get("Authorization", ""))
                self._bytes(hub.files[path.removeprefix("/storage/")])
            else:
                hub.keys["hub"].add(self.headers.get("Authorization", ""))
                self._words(path)

        def _words(self, path: str) -> None:
            about, here = f"/api/models/{hub.repository}", f"/{hub.repository}/resolve/"
            if path == about or path.removeprefix(f"{about}/revision/") in (hub.commit, *hub.revisions):
                self._send(200, json.dumps(hub.info()).encode())
            elif path.startswith(f"{about}/revision/"):
                self._send(404, b"{}", {"X-Error-Code": "RevisionNotFound"})
            elif not path.startswith(here):
                self._send(404, b"{}", {"X-Error-Code": "RepoNotFound"})
            elif hub.token and self.headers.get("Authorization") != f"Bearer {hub.token}":
                self._send(401, b"", {"X-Error-Code": "GatedRepo"})
            else:
                commit, _, name = path.removeprefix(here).partition("/")
                if commit != hub.commit or name not in hub.files:
                    self._send(404, b"", {"X-Error-Code": "EntryNotFound"})
                    return
                headers = {"X-Repo-Commit": hub.commit, "X-Linked-Size": str(len(hub.files[name]))}
                headers |= {"X-Linked-Etag": f'"{hub.digest(name) or "0" * 40}"'}
                port = urlsplit(hub.url).port
                self._send(302, b"", {**headers, "Location": f"http://localhost:{port}/storage/{name}"})

        def _bytes(self, data: bytes) -> None:
            first = int(self.headers.get("Range", "bytes=0-")[len("bytes=") :].partition("-")[0])
            rest, total = data[first:], len(data)
            partly = {"Content-Range": f"bytes {first}-{total - 1}/{total}"} if first else {}
            limit = hub.breaks_after if hub.stalls_after is None else hub.stalls_after
            if limit is None or self.command == "HEAD":
                self._send(206 if first else 200, rest, partly)
                return
            self._head(206 if first else 200, len(rest), partly)
            self.wfile.write(rest[:limit])
            self.wfile.flush()
            if hub.stalls_after is None:
                hub.breaks_after = None
            else:
                hub.stalled.set()
                while not (hub.left.is_set() or hub.closing.is_set()):
                    if select.select([self.connection], [], [], 0.05)[0]:
                        hub.left.set()

        def _send(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
            self._head(status, len(body), headers or {})
            if self.command != "HEAD":
                self.wfile.write(body)

        def _head(self, status: int, length: int, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(length), "Connection": "close"}.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    hub.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield hub
    finally:
        hub.closing.set()
        server.shutdown()
        server.server_close()
