"""What is published: the wheel and the source archive, built and looked into."""

from __future__ import annotations

import email
import email.message
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import chatimg_magic
from chatimg_magic.bench import kept
from tests.answers import disc
from tests.conftest import ROOT
from tests.servers.scripted import ScriptedServer

VERSION = chatimg_magic.__version__
FILES = f"chatimg_magic-{VERSION}"
INFO, DATA = f"{FILES}.dist-info", f"{FILES}.data/data/share/jupyter/labextensions/chatimg-magic"
IGNORED = {line.rstrip("/") for line in (ROOT / ".gitignore").read_text().splitlines()}
PACKAGE, EXTENSION = ROOT / "chatimg_magic", ROOT / "chatimg_magic" / "notebook" / "labextension"


def build(kind: str, source: Path, folder: Path) -> Path:
    """Build a wheel or an sdist as a build front end does, with what is installed."""
    command = f"import sys, hatchling.build; hatchling.build.build_{kind}(sys.argv[1])"
    words = [sys.executable, "-c", command, str(folder)]
    done = subprocess.run(words, cwd=source, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    return zipfile.ZipFile(build("wheel", ROOT, tmp_path_factory.mktemp("wheel")))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked source archive."""
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))) as archive:
        archive.extractall(folder, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
    return folder / FILES


@pytest.fixture(scope="module")
def metadata(wheel: zipfile.ZipFile) -> email.message.Message:
    return email.message_from_bytes(wheel.read(f"{INFO}/METADATA"))


def files(folder: Path) -> set[str]:
    """Return the files below a folder but for what tools put there."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in found if IGNORED.isdisjoint(path.parts)}


def wanted(metadata: email.message.Message, extra: str) -> set[str]:
    """Return what an extra asks for beyond what everybody needs."""
    lines = (line.partition("; ") for line in metadata.get_all("Requires-Dist", []))
    return {name for name, _, condition in lines if condition == f"extra == '{extra}'"}


def test_the_wheel_holds_the_package_the_lab_extension_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    package = {f"chatimg_magic/{name}" for name in files(PACKAGE) if PACKAGE / name not in EXTENSION.rglob("*")}
    extension = {f"{DATA}/{name}" for name in files(EXTENSION)}
    about = {f"{INFO}/{name}" for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE")}
    assert set(wheel.namelist()) == package | extension | about


def test_the_wheel_holds_what_is_no_module_too(wheel: zipfile.ZipFile) -> None:
    needed = ["py.typed", "notebook/panel.js", "notebook/panel.css", "bench/page.css", "gallery/pieces/apple.py"]
    needed += [path.relative_to(PACKAGE).as_posix() for path in kept.shipped()]
    for name in needed:
        assert wheel.read(f"chatimg_magic/{name}") == (PACKAGE / name).read_bytes()


def test_an_unpacked_wheel_draws_elsewhere(wheel: zipfile.ZipFile, provider: ScriptedServer, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "there")
    provider.say(disc())
    program = "import chatimg_magic.cli as cli; print(cli.__file__); cli.main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "draw", "a red circle", "--size", "64", "-o", "x.png"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "there")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.splitlines() == [str(tmp_path / "there" / "chatimg_magic" / "cli.py"), "x.png"], done.stderr
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")


def test_the_metadata_say_what_it_is_and_where_it_runs(wheel: zipfile.ZipFile, metadata: email.message.Message) -> None:
    said = {name: metadata[name] for name in ("Name", "Version", "License-Expression", "Description-Content-Type")}
    assert list(said.values()) == ["chatimg-magic", VERSION, "Apache-2.0", "text/markdown"]
    classifiers = metadata.get_all("Classifier", [])
    versions = [name.rpartition(" ")[2] for name in classifiers if re.search(r":: 3\.\d+$", name)]
    assert metadata["Requires-Python"] == f">={versions[0]}"
    assert "Development Status :: 5 - Production/Stable" in classifiers
    assert "Typing :: Typed" in classifiers
    assert wheel.read(f"{INFO}/entry_points.txt").decode().split("\n")[1] == "chatimg = chatimg_magic.cli:main"


def test_all_is_whatever_a_person_uses_and_no_more(metadata: email.message.Message) -> None:
    together = [wanted(metadata, extra) for extra in ("local", "lab", "bench")]
    assert all(together)
    assert wanted(metadata, "all") == set().union(*together)
    assert not any("pytest" in name or "hatchling" in name for name in wanted(metadata, "all") | wanted(metadata, ""))


def test_the_source_archive_holds_tests_notebooks_and_every_page(sdist: Path) -> None:
    for folder in ("tests", "notebooks", "docs", ".ci"):
        assert files(sdist / folder) == files(ROOT / folder)
    for page in ("README.md", "CHANGELOG.md", "SECURITY.md", "CONTRIBUTING.md", "CITATION.cff", "LICENSE"):
        assert (sdist / page).read_bytes() == (ROOT / page).read_bytes()
    links = re.findall(r"\]\(([^)#:]+)\)", (sdist / "README.md").read_text(encoding="utf-8"))
    assert [link for link in links if not (sdist / link).exists()] == []


def test_the_source_archive_makes_the_same_wheel(sdist: Path, wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    again = zipfile.ZipFile(build("wheel", sdist, tmp_path))
    assert {one.filename: one.CRC for one in again.infolist()} == {one.filename: one.CRC for one in wheel.infolist()}


def test_every_page_names_the_same_version_and_day() -> None:
    heading = re.search(r"^## (\S+) \((\d{4}-\d\d-\d\d)\)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert heading
    assert heading[1] == VERSION
    assert re.findall(r"^(?:version|date-released): (\S+)$", citation, re.M) == [*heading.groups()]
