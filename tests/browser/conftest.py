"""What all browser tests share: Chromium, and JupyterLab and Notebook 7 with a scripted model."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, BrowserType, Page

from tests.browser.front import CHROMIUM, FLAGS, JUPYTERLAB, NOTEBOOK, App, Front, colour, started
from tests.conftest import skip_or_fail
from tests.servers.scripted import ScriptedServer


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    if not CHROMIUM:
        skip_or_fail("Chromium (Debian: apt-get install chromium)")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": FLAGS}


@pytest.fixture(scope="session")
def profile(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """Run one browser that keeps what it has compiled: loading JupyterLab anew takes it seconds."""
    context = browser_type.launch_persistent_context(tmp_path_factory.mktemp("profile"), **browser_type_launch_args)
    yield context
    context.close()


@pytest.fixture
def page(request: pytest.FixtureRequest, profile: BrowserContext) -> Iterator[Page]:
    """Return a page; the front end stays loaded from test to test, until one fails."""
    front: Front | None = request.getfixturevalue("front") if "front" in request.fixturenames else None
    kept = front.page if front else None
    opened = kept or profile.new_page()
    opened.set_viewport_size({"width": 1280, "height": 720})
    failed = request.session.testsfailed
    yield opened
    keeps = front is not None and request.session.testsfailed == failed
    if not keeps:
        opened.close()
    if front is not None:
        front.page = opened if keeps else None


@pytest.fixture(scope="session", params=[JUPYTERLAB, NOTEBOOK], ids=lambda app: app.module)
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    app: App = request.param
    home = tmp_path_factory.mktemp(app.module)
    server = ScriptedServer()
    environment = {
        "OPENAI_BASE_URL": server.url,
        "OPENAI_API_KEY": "sk-test-0123456789abcdef",
        "CHATIMG_STORE": str(home / "drawings"),
    }
    with started(app, home, **environment) as lab:
        front = Front(lab, server)
        yield front
        front.close()


@pytest.fixture
def front(running: Front) -> Front:
    """Return the front end with a kernel that knows nothing, no kept drawings, and ten answers ready."""
    running.forget()
    shutil.rmtree(running.lab.folder.parent / "drawings", ignore_errors=True)
    running.server.say(*(colour(n) for n in range(1, 10)))
    return running
