"""The embedded model's own process: llama.cpp's server for one parent, gone as soon as the parent is.

It is run by path, not imported. One line of JSON on its standard input says what to load; one line of JSON on its
standard output says where it listens, on this machine only. After that its standard input stays open for as long
as the parent lives.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import select
import signal
import sys
from pathlib import Path
from typing import Any

PROMPT_CACHE_MIB = 256


def main() -> None:
    """Serve, then end at once, whatever happened: an ordinary exit would wait for the engine's threads."""
    try:
        serve()
    except (RuntimeError, ImportError, AttributeError) as error:  # the last two: another version of the engine
        with contextlib.suppress(OSError):
            print(error, file=sys.stderr, flush=True)
    finally:
        os._exit(1)


def serve() -> None:
    """Load the model, say where it listens, and end when standard input does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever the engine prints is its log
    settings = json.loads(sys.stdin.buffer.readline())
    _die_with_stdin()
    sys.path[:] = settings["sys_path"]
    os.environ["OMP_WAIT_POLICY"] = "passive"  # read while the engine loads; spinning starves a busy machine
    engine = importlib.import_module("xllamacpp")
    server = engine.Server(_parameters(engine.CommonParams(), settings))
    print(json.dumps({"port": int(str(server.listening_address).rpartition(":")[2])}), file=answers, flush=True)
    sys.stdin.buffer.read()
    os._exit(0)


def _parameters(params: Any, settings: dict[str, Any]) -> Any:
    """Fill in the engine's parameters: one small server that only its parent can use."""
    params.model.path = settings["model"]
    params.model_alias = {settings["alias"]}
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [settings["key"]]
    params.cors_origins = ""  # by default every web page may ask
    params.cors_origins_explicit = True
    params.cors_methods = params.cors_headers = ""
    params.cors_credentials = False
    params.ui = params.endpoint_slots = params.endpoint_props = params.endpoint_metrics = False
    params.n_ctx = settings["context"]
    params.n_parallel = 1
    params.no_extra_bufts = True  # a third less memory at the same speed
    params.cache_ram_mib = PROMPT_CACHE_MIB
    params.fit_params = False
    params.warmup = True
    params.verbosity = 1
    threads = _cores()
    if threads:
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
    return params


def _die_with_stdin() -> None:
    """Have the kernel end this process when standard input closes, whatever it is doing.

    The engine holds Python's lock while it loads, so no thread could watch. Elsewhere than on Linux the process ends
    after loading.
    """
    if sys.platform == "linux":
        import fcntl

        signal.signal(signal.SIGIO, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGIO})
        fcntl.fcntl(0, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(0, fcntl.F_SETFL, fcntl.fcntl(0, fcntl.F_GETFL) | os.O_ASYNC)
        if select.select([0], [], [], 0)[0]:  # it closed before it was watched
            os._exit(0)


def _cores() -> int | None:
    """Count the physical cores this process may use; None leaves it to the engine."""
    if sys.platform != "linux":
        return None
    usable = os.sched_getaffinity(0)
    siblings = {
        _read(f"/sys/devices/system/cpu/cpu{number}/topology/thread_siblings_list") or str(number) for number in usable
    }
    quota, _, period = _read("/sys/fs/cgroup/cpu.max").partition(" ")
    if quota.isdigit() and period.isdigit():
        return max(1, min(len(siblings), round(int(quota) / int(period))))
    return len(siblings)


def _read(path: str) -> str:
    try:
        return Path(path).read_text().strip()
    except OSError:
        return ""


if __name__ == "__main__":
    main()
