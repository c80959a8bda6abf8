"""Taking a part of the isolation away makes some test fail: the tests can see what they are there for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

LOCKDOWN = "chatimg_magic/sandbox/lockdown.py"
LANDLOCK = "    libc = ctypes.CDLL(None, use_errno=True)\n    abi = libc"
SECCOMP = "    machine = platform.machine()\n"
LIMITS = "    held = True\n    for which, (soft, hard) in limits.items():\n"
HOST = "tests/test_isolation.py::test_no_attack_has_any_effect_in_the_sandbox"
HOGS = ("tests/test_sandbox.py", "-k", "processor_time")

NEEDED = ("pytest_timeout", "xdist.plugin")
"""The plugins of pytest that our settings speak of; loading the others takes longer than the tests."""


@dataclass(frozen=True)
class Mutant:
    """A change of the package, and the tests of which at least one must notice it.

    Attributes
    ----------
    changes : (file, what is there, what stands there instead).
    tests : arguments for pytest.
    """

    changes: tuple[tuple[str, str, str], ...]
    tests: tuple[str, ...]


MUTANTS = {
    "no resource limits": Mutant(((LOCKDOWN, LIMITS, "    limits.clear()\n" + LIMITS),), HOGS),
    "neither Landlock nor seccomp, honestly": Mutant(
        ((LOCKDOWN, LANDLOCK, "    return False\n" + LANDLOCK), (LOCKDOWN, SECCOMP, "    return False\n" + SECCOMP)),
        (HOST, "-x"),
    ),
    "neither Landlock nor seccomp, and the probe believes the calls": Mutant(
        (
            (LOCKDOWN, LANDLOCK, "    return True\n" + LANDLOCK),
            (LOCKDOWN, SECCOMP, "    return True\n" + SECCOMP),
            (LOCKDOWN, "    return {name: _denied(attempt) for", "    return {name: True for"),
            (LOCKDOWN, 'return sys.platform != "win32" and _denied(', "return True or _denied("),
        ),
        (HOST, "-x"),
    ),
    "a probe that tries nothing": Mutant(
        ((LOCKDOWN, "    return {name: _denied(attempt) for", "    return {name: True for"),),
        ("tests/test_isolation.py", "-k", "probe_believes or no_layers"),
    ),
    "a filter for one thread only": Mutant(
        ((LOCKDOWN, "_SECCOMP_FLAG_ALL_THREADS = 1, 1", "_SECCOMP_FLAG_ALL_THREADS = 1, 0"),),
        ("tests/test_isolation.py", "-k", "threads_that_were_there"),
    ),
    "executable memory": Mutant(
        ((LOCKDOWN, "(jump_set, 0, 1, 4), (ret, 0, 0, eperm)", "(jump_set, 0, 1, 0), (ret, 0, 0, eperm)"),),
        ("tests/test_isolation.py", "-k", "could_execute"),
    ),
    "no orphan alarm": Mutant(
        ((LOCKDOWN, "    signal.alarm(ORPHAN_SECONDS)\n", ""),),
        ("tests/test_isolation.py", "-k", "orphan_that_only_sleeps"),
    ),
}


def run(folder: Path, tests: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    """Run tests against the copy of the package in a folder."""
    plugins = [word for name in NEEDED for word in ("-p", name)]
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n0", "-p", "no:cacheprovider", *plugins, *tests]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV_")}
    environment |= {"PYTHONPATH": str(folder), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=240)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy the package and its tests."""
    leave = shutil.ignore_patterns("__pycache__", "browser", "artefacts")
    for name in ("chatimg_magic", "tests"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=leave)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")
@pytest.mark.parametrize("mutant", MUTANTS.values(), ids=MUTANTS.keys())
def test_taking_it_away_makes_a_test_fail(mutant: Mutant, copy: Path) -> None:
    for file, old, new in mutant.changes:
        source = (copy / file).read_text()
        assert source.count(old) == 1, f"{file} does not say {old!r} once"
        (copy / file).write_text(source.replace(old, new))
    done = run(copy, mutant.tests)
    assert done.returncode == 1, done.stdout[-2000:]


def test_without_a_change_the_copy_is_as_good_as_the_package(copy: Path) -> None:
    done = run(copy, ("tests/test_isolation.py", "-k", "could_execute or probe_believes or no_layers"))
    assert done.returncode == 0, done.stdout[-2000:]
