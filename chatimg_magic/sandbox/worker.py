"""The one-shot process in which generated code runs first.

It is started as a script, in Python's isolated mode, with nothing but three pipes: what it is told, what it answers,
and one whose end is its own. It imports all that drawings may use, locks itself down, proves it, and only then reads
code.
"""

from __future__ import annotations
import __future__

import ast
import contextlib
import io
import json
import os
import signal
import struct
import sys
import types
import zlib
from typing import Any

USUAL_NAMES = ("image", "img", "picture", "canvas", "pixels", "arr", "array", "result")
CODE_FILE = "<drawing>"


class Printed(io.StringIO):
    """Standard output of the code: keeps the first characters, counts the rest."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.left, self.dropped = limit, 0

    def write(self, text: str) -> int:
        """Keep what still fits."""
        kept = text[: self.left]
        self.left -= len(kept)
        self.dropped += len(text) - len(kept)
        super().write(kept)
        return len(text)


class Worker:
    """The namespace of one piece of code, and the pipes to the parent."""

    def __init__(self) -> None:
        self.replies = os.fdopen(os.dup(1), "wb", buffering=0)
        self.commands = os.fdopen(os.dup(0), "rb")
        self.life = os.dup(2)
        quiet = os.open(os.devnull, os.O_RDWR)
        for handle in (0, 1, 2):
            os.dup2(quiet, handle)
        os.close(quiet)
        self.settings = self.read()
        self.printed = Printed(self.settings["printed"])
        self.seen: list[Any] = []
        self.module = types.ModuleType("__main__")
        self.frame_digest = 0
        self.tracked = ""
        self.filled: set[str] = set()
        self.future = 0

    def prepare(self) -> None:
        """Import all that code may use, and all that this process uses once it is locked."""
        sys.path += self.settings["path"]
        import numpy as np

        from chatimg_magic import picture
        from chatimg_magic.sandbox import prepared, protocol
        from chatimg_magic.sandbox.evidence import Evidence
        from chatimg_magic.sandbox.provenance import Provenance

        prepared.load(self.settings["imports"])
        prepared.stand_in(self.seen, self.module)
        self.np, self.picture, self.protocol = np, picture, protocol
        self.provenance = Provenance()
        self.evidence = Evidence(CODE_FILE, prepared.PACKAGES)
        self.module.__dict__["__builtins__"] = self.evidence.builtins()
        sys.modules["__main__"] = self.module
        sys.setrecursionlimit(2000)

    def read(self) -> dict[str, Any]:
        """Read one command; an empty one at the end."""
        head = self.commands.read(4)
        command: dict[str, Any] = json.loads(self.commands.read(struct.unpack(">I", head)[0])) if len(head) == 4 else {}
        return command

    def reply(self, kind: str, data: dict[str, Any], pixels: Any = None) -> None:
        """Send one reply; see :mod:`chatimg_magic.sandbox.protocol`."""
        pack, number = self.protocol.pack_reply, self.protocol.Kind[kind]
        if pixels is None:
            self._send(pack(number, data))
            return
        self._send(pack(number, data, pixels.shape, pixels.nbytes))
        self._send(memoryview(pixels).cast("B"))

    def _send(self, data: bytes | memoryview) -> None:
        view = memoryview(data)
        while view:
            view = view[os.write(self.replies.fileno(), view) :]

    def run(self, source: str, first_line: int, name: str) -> dict[str, Any]:
        """Execute statements, one after the other; return the exception's facts, or nothing."""
        space = self.module.__dict__
        try:
            tree = ast.parse("\n" * (first_line - 1) + source, CODE_FILE)
            self.filled |= _filled(tree)
            self.future |= _future(tree)
            parts = [compile(ast.Module([part], []), CODE_FILE, "exec", self.future, True) for part in tree.body]
            out, err = contextlib.redirect_stdout(self.printed), contextlib.redirect_stderr(self.printed)
            with out, err, self.evidence.watch():
                for statement, code in zip(tree.body, parts, strict=True):
                    exec(code, space)
                    self.tracked = name if name in space else next((n for n in USUAL_NAMES if n in space), name)
                    self.provenance.ran(statement, space, self.tracked)
        except BaseException as error:  # whatever the code raises, SystemExit too, is a result
            return {"error": self._facts(error)}
        return {}

    def _facts(self, error: BaseException) -> dict[str, Any]:
        lines: list[int] = []
        trace = error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == CODE_FILE:
                lines.append(trace.tb_lineno)
            trace = trace.tb_next
        if isinstance(error, SyntaxError) and error.lineno:
            lines.append(error.lineno)
        try:
            message = str(error)[:1000]
        except BaseException:  # the code's own class may raise anything there
            message = ""
        if len(lines) > 6:
            lines = lines[:3] + lines[-3:]
        return {"type": type(error).__name__[:100], "message": message, "lines": lines}

    def find(self, name: str) -> tuple[Any, str]:
        """Return the value that is the picture, and the variable's own name if it is another."""
        space = self.module.__dict__
        if name in space and not isinstance(space[name], types.FunctionType):
            return space[name], ""
        if self.seen:
            shown = self.seen[-1]
            return shown, next((str(key) for key, value in space.items() if value is shown), "")
        images = {key: value for key, value in space.items() if self._is_image(value)}
        treated = [key for key in images if self._treated(key, images[key])]
        for key in (*USUAL_NAMES, *reversed(treated)):
            if key in images:
                return images[key], key
        raise self.picture.NotAPicture(f"no variable `{name}` was made")

    def _treated(self, name: str, value: Any) -> bool:
        """Whether the code treats an array as an image, which it does not with a grid of coordinates or a mask."""
        if not isinstance(value, self.np.ndarray) or value.ndim == 3 or value.dtype == self.np.uint8:
            return True
        return value.dtype != self.np.bool_ and name in self.filled

    def _is_image(self, value: Any) -> bool:
        if "PIL.Image" in sys.modules and isinstance(value, sys.modules["PIL.Image"].Image):
            return True
        return isinstance(value, self.np.ndarray) and (
            value.ndim == 2 or (value.ndim == 3 and value.shape[2] in (3, 4))
        )

    def frame(self, name: str, side: int) -> Any:
        """Return the picture so far, thinned out to a side in pixels, if it changed; else None."""
        space = self.module.__dict__
        value = space.get(name, next((space[key] for key in USUAL_NAMES if key in space), None))
        if not self._is_image(value):
            return None
        try:
            array = self.np.asarray(value)
            step = max(1, -(-max(array.shape[:2]) // side))
            pixels, _ = self.picture.convert(array[::step, ::step])
        except Exception:  # not yet a picture, or too large to look at: the code itself may still be fine
            return None
        digest = zlib.crc32(pixels.tobytes())
        if digest == self.frame_digest or self.picture.blank(pixels):
            return None
        self.frame_digest = digest
        return pixels

    def finish(self, name: str) -> None:
        """Send the final array, or say why there is none."""
        data: dict[str, Any] = {"printed": self.printed.getvalue(), "dropped": self.printed.dropped}
        data["tried"] = self.evidence.found  # which may still grow
        try:
            with self.evidence.watch():
                value, taken = self.find(name)
                pixels, notes = self.picture.convert(value)
        except self.picture.NotAPicture as error:
            self.reply("DONE", {**data, "problem": str(error)[:500]})
        except BaseException as error:  # converting hostile objects runs their code
            self.reply("DONE", {**data, "error": self._facts(error)})
        else:
            data |= {"taken": taken if len(taken) <= 80 else "", "notes": list(notes)}
            if taken in {"", self.tracked}:
                self.tell_parts(pixels.shape[:2])
            self.reply("DONE", {**data, "unseen": self.provenance.unseen()}, pixels)

    def tell_parts(self, shape: tuple[int, ...]) -> None:
        """Send which part of the code drew each pixel, if it is known of a picture of that shape."""
        labels = self.provenance.labels
        if labels is not None and labels.shape == shape and self.provenance.lines:
            self.reply("PARTS", {"lines": self.provenance.lines}, labels.astype("<u2")[..., None].view("u1"))
            for row, col, pixels in self.provenance.whole_film():
                self.reply("CHANGE", {"at": [row, col]}, self.np.ascontiguousarray(pixels) if pixels.size else None)

    def take(self, command: dict[str, Any]) -> None:
        """Put one of the person's arrays into the code's namespace."""
        data = bytearray(self.commands.read(command["bytes"]))
        array = self.np.frombuffer(data, command["dtype"]).reshape(command["shape"])
        self.module.__dict__[command["name"]] = array

    def serve(self) -> None:
        """Answer commands until the parent closes the pipe."""
        while command := self.read():
            if command["do"] == "finish":
                self.finish(command["name"])
                continue
            if command["do"] == "give":
                self.take(command)
                continue
            result = self.run(command["source"], command["line"], command["name"])
            pixels = None if result else self.frame(command["name"], command["side"])
            if pixels is not None:
                self.reply("FRAME", {}, pixels)
            self.reply("STEP", {**result, "tried": self.evidence.found})


def _future(tree: ast.Module) -> int:
    """Return the compiler's flags for what code imports from ``__future__``, which hold for all that comes after."""
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    known = {alias.name for node in imports for alias in node.names} & {*__future__.all_feature_names}
    return sum({getattr(__future__, name).compiler_flag for name in known})


def _filled(tree: ast.Module) -> set[str]:
    """Return the names that code fills by subscript, and the one that its last statement binds."""
    found = {
        node.value.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name)
    }
    last = tree.body[-1] if tree.body else None
    if isinstance(last, ast.Assign) and isinstance(last.targets[0], ast.Name):
        found.add(last.targets[0].id)
    return found


def watch() -> None:
    """Become two processes: this one ends both as soon as nobody speaks to them any more, the other goes on.

    In a container nobody else would: to kill what started it leaves the container. Its environment is forgotten.
    """
    import select

    for name in [name for name in os.environ if not name.endswith("_NUM_THREADS")]:
        del os.environ[name]
    life, held = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(life)  # the other end stays open as long as the worker lives
        return
    os.close(held)
    os.close(1)
    poll = select.poll()
    poll.register(0, 0)  # a hang-up is told in any case, and before what is still to be read
    poll.register(life, select.POLLIN)
    poll.poll()
    os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os._exit(128 - status if status < 0 else status)


def main() -> None:
    """Import, lock, prove, serve."""
    watched = sys.argv[1:] == ["watched"]
    if watched:
        watch()
    worker = Worker()
    worker.prepare()
    from chatimg_magic.sandbox import lockdown

    if not watched:
        lockdown.end_with(worker.life)
    settings = worker.settings
    layers = lockdown.lock(settings["memory"], settings["seconds"], tuple(settings["layers"]))
    worker.reply("PROBED", {"layers": layers, "denied": lockdown.probe()})
    worker.reply("READY", {"exec": lockdown.probe_exec()})
    worker.serve()


if __name__ == "__main__":
    main()
