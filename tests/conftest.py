"""What all tests share: a clean home for every test, and the scripted server."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from chatimg_magic import session, settings
from chatimg_magic.sandbox import LAUNCHERS, Launcher, worker_image
from tests.kernels import Kernel, started_kernel
from tests.servers.scripted import ScriptedServer

hypothesis.settings.register_profile("unhurried", deadline=None)  # the machine may be busy
hypothesis.settings.load_profile("unhurried")

FORGOTTEN = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_ORG_ID", "CHATIMG_STORE", "CHATIMG_ISOLATION")


TOGETHER = {
    "browser/": "browser",
    "podman": "podman",
    "TestPodman": "podman",
    "embedded": "engine",
    "local_model": "engine",
    "bench_elsewhere": "cluster",
    "bench_specs": "specs",
}
"""Tests that share what is slow to start or to reckon, and so one of the parallel processes: parts of their names."""


ANYWHERE = frozenset(
    "bench_generator bench_kept bench_report bench_specs choose code errors expect families gallery launchers measure "
    "mutants picture policy prompts protocol readme request review store".split()
)
"""Rooms whose tests need nothing that isolates."""


def pytest_xdist_auto_num_workers() -> int:
    """Test in half as many processes again as there are cores: browsers, kernels and servers are waited for."""
    return (os.cpu_count() or 1) * 3 // 2


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep tests together that share a browser or an engine; leave out what needs Linux, and say so."""
    for item in items:
        if sys.platform != "linux" and item.path.stem.removeprefix("test_") not in ANYWHERE:
            item.add_marker(pytest.mark.skip(reason="draws, which without an engine of containers only Linux isolates"))
        group = next((group for part, group in TOGETHER.items() if part in item.nodeid), "")
        parameters = item.callspec.params if hasattr(item, "callspec") else {}
        if group:
            app = parameters.get("running")
            item.add_marker(pytest.mark.xdist_group(f"{group} {app.module}" if app else group))


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep the person's drawings and credentials out of every test."""
    for name in FORGOTTEN:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CHATIMG_STORE", str(tmp_path_factory.mktemp("drawings")))
    yield
    session.current().close()
    session.current.cache_clear()
    settings.current.cache_clear()


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Have SIGINT raise KeyboardInterrupt; a shell's background job is started with it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session")
def podman() -> Launcher:
    """Return the launcher of containers; the workers' image is made if it is not there."""
    found = LAUNCHERS[1]
    if not found.is_there:
        skip_or_fail("Podman (Debian: apt-get install podman runc)")
    if not worker_image.is_there(found.name):
        skip_or_fail("the image of Podman's workers (chatimg isolation get --engine podman)")
    return found


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """Run an OpenAI-compatible server that says what the test tells it to."""
    running = ScriptedServer()
    yield running
    running.close()


@pytest.fixture
def provider(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> ScriptedServer:
    """Make the scripted server the one that answers."""
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-0123456789abcdef")
    return server


@pytest.fixture(scope="session")
def kept_kernel() -> Iterator[Kernel]:
    """Keep one kernel for all tests that make it forget what was before: starting one takes seconds."""
    with started_kernel() as kernel:
        yield kernel


def in_ci() -> bool:
    """Tell whether nothing may be skipped for a missing tool."""
    return os.environ.get("CI", "").lower() == "true"


def skip_or_fail(reason: str) -> None:
    """Skip a test for a missing tool; in CI a missing tool is a failure."""
    if in_ci():
        pytest.fail(f"in CI this must be installed: {reason}")
    pytest.skip(reason)


ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session", autouse=True)
def _close_the_clients_loop() -> Iterator[None]:
    """Close the event loop that jupyter_client leaves open in this thread."""
    yield
    from jupyter_core.utils import ensure_event_loop

    ensure_event_loop().close()
