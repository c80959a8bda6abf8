"""What an attack aims at, what is seen of it afterwards, and how it is run with and without protection."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from chatimg_magic.sandbox import Result, Run
from tests.attacks import FORGED, PARENT_SIGNAL, Attack, Listener, leftovers

VARIABLE = "SERVICE_TOKEN"
TOKEN = "f1e2d3c4-environment"
KEY = "b5c6d7e8-variable"
CONTENT = "a9b8c7d6-file"

PLACES = {"TOUCH": "touch mark", "MARK": "mark", "SECRET": "/secret", "ENV": "TOKEN", "PORT": 9}
"""What the attacks' placeholders may stand for where nothing is run."""

UNPROTECTED = """
import contextlib, json, os, signal, sys, time
import numpy as np, PIL.Image, PIL.ImageFont
token = os.environ[{variable!r}]
signalled = []
signal.signal({signal}, lambda *_: signalled.append(True))
errors, signals = {{}}, []
for name, folder, code in json.load(sys.stdin):
    child = os.fork()
    if not child:
        os.chdir(folder)
        out = os.open("printed", os.O_CREAT | os.O_WRONLY)
        os.dup2(out, 1)
        os.dup2(out, 2)
        status, space = 0, {{}}
        try:
            exec(code, space)
            with open("pixels", "wb") as file:
                file.write(space["img"].tobytes())
        except Exception as error:
            status = 3 if isinstance(error, (ImportError, AttributeError, OSError)) else 4
            print(repr(error))
        sys.stdout.flush()
        os._exit(status)
    errors[name] = os.waitpid(child, 0)[1] >> 8
    if signalled:
        signals.append(name)
        signalled.clear()
print(json.dumps([errors, signals]))
"""
"""Runs each attack in a fork of itself, as the kernel would run it; its own process is the parent to be signalled."""


SESSION = """
import builtins, json, os, signal, sys
import numpy as np, PIL.Image, PIL.ImageFont
from collections import Counter
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
shell.run_cell("import numpy as np", silent=True)
statuses = {{}}
for name, folder, code in json.load(sys.stdin):
    child = os.fork()
    if not child:
        os.chdir(folder)
        out = os.open("printed", os.O_CREAT | os.O_WRONLY)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out, 1)
        os.dup2(out, 2)
        found = set()
        space = shell.user_ns
        ledger = [3, 4]
        space.update(release=lambda *_: found.add("called"), ledger=ledger, total=7, vault_key={key!r}, get=None)
        def state():
            return [getattr(np, "cos", 0), np.random.randint, getattr(np.mgrid, "sparse", 0), PIL.Image.Image.convert,
                    np.get_printoptions()["formatter"], dict(vars(Counter))]
        kept = state()
        before = dict(vars(builtins))
        sys.stdout.flush()
        shell.ask_exit = lambda: found.add("exit")
        shell.run_cell("# {key}", store_history=True)
        shell.run_cell(code, store_history=True)
        if ledger != [3, 4] or "ledger" not in space or space.get("total") != 7 or space.get("np") is not np:
            found.add("changed")
        changed = {{name for name in before if vars(builtins).get(name) is not before[name]}} - {{"_"}}
        if changed or state() != kept:
            found.add("changed")
        found |= {{"page"}} if any(name.startswith("_repr_") for name in dir(space.get("img"))) else set()
        with open("effects", "w") as file:
            json.dump(sorted(found), file)
        img = space.get("img")
        if isinstance(img, np.ndarray):
            with open("pixels", "wb") as file:
                file.write(img.tobytes())
        sys.stdout.flush()
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    statuses[name] = -(status & 127) if status & 127 else status >> 8
print()
print(json.dumps([statuses, []]))
"""
"""Runs each attack in a fork of a real IPython shell, in whose namespace a person has worked."""


@dataclass
class Scene:
    """What one attack aims at, and what is seen of it afterwards."""

    attack: Attack
    folder: Path
    listener: Listener = field(default_factory=Listener)

    def __post_init__(self) -> None:
        self.folder.mkdir()
        (self.folder / "secret.txt").write_text(CONTENT)

    @property
    def source(self) -> str:
        mark = self.folder / "mark"
        return self.attack.source(
            TOUCH=f"touch {mark}", MARK=mark, SECRET=self.folder / "secret.txt", ENV=VARIABLE, PORT=self.listener.port
        )

    def effects(self, evidence: bytes) -> set[str]:
        """Return every effect, not only the one that the attack is after."""
        words = {"secret": CONTENT.encode(), "environment": TOKEN.encode(), "forged": FORGED, "key": KEY.encode()}
        found = {effect for effect, word in words.items() if word in evidence}
        found |= {"file"} if list(self.folder.glob("mark*")) else set()
        found |= {"network"} if self.listener.reached() else set()
        return found


def evidence(run: Run) -> bytes:
    """Finish a run and return all that came back from it, as bytes."""
    seen = b""
    for step in run.finish("img"):
        if isinstance(step, Result):
            pixels = b"" if step.pixels is None else step.pixels.tobytes()
            seen += repr((step.printed, step.problem, step.failure, step.notes, step.taken)).encode() + pixels
        elif step is not None:
            seen += step.tobytes()
    return seen


@dataclass(frozen=True)
class Unprotected:
    """What an attack did where nothing held it: its effects, how its process ended, what it printed."""

    effects: frozenset[str]
    status: int
    printed: str


def happened(attack: Attack, seen: Unprotected) -> bool:
    """Whether an attack on a session did what it is after; what is done to memory that is not its own often ends it."""
    if attack.effect == "memory":
        return seen.status < 0 or "REACHED" in seen.printed
    return {"secret": "key"}.get(attack.effect, attack.effect) in seen.effects


def unprotected(
    attacks: Sequence[Attack],
    folder: Path,
    script: str = UNPROTECTED,
) -> dict[str, Unprotected]:
    """Run attacks as a kernel without protection would; say what each did."""
    folder.mkdir(exist_ok=True)
    scenes = [Scene(attack, folder / attack.name) for attack in attacks]
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script.format(variable=VARIABLE, signal=PARENT_SIGNAL, key=KEY)],
        input=json.dumps([(scene.attack.name, str(scene.folder), scene.source) for scene in scenes]),
        env={"PATH": os.environ["PATH"], VARIABLE: TOKEN, "MPLCONFIGDIR": str(folder), "IPYTHONDIR": str(folder)},
        capture_output=True,
        text=True,
        timeout=180,
        check=True,
    )
    statuses, signals = json.loads(done.stdout.splitlines()[-1])
    found = {}
    for scene in scenes:
        name = scene.attack.name
        texts = [file.read_bytes() for part in ("printed", "pixels") if (file := scene.folder / part).exists()]
        effects = scene.effects(b"".join(texts)) | ({"signal"} if name in signals else set())
        for pid in leftovers(scene.folder):
            effects.add("process")
            os.kill(pid, signal.SIGKILL)
        changes = scene.folder / "effects"
        effects |= set(json.loads(changes.read_text())) if changes.exists() else set()
        scene.listener.close()
        found[name] = Unprotected(
            frozenset(effects), statuses[name], texts[0].decode(errors="replace") if texts else ""
        )
    return found
