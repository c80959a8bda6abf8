"""Kept results: a run as one small file for a repository, a line a sample, without questions and pictures.

A line is a sample's as :mod:`chatimg_magic.bench.records` writes it, less what is empty, what was asked and what was
written around the program, in at most :data:`MOST` bytes: so a kept file can be read, compared and added to as text.
"""

from __future__ import annotations

import hashlib
import ipaddress
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from chatimg_magic.bench.records import BadRun, Key, Sample, Stage
from chatimg_magic.bench.variants import VARIANTS

SUFFIX = ".jsonl"
RESULTS = Path(__file__).with_name("results")
"""What ships with the package: our own results, for people to see theirs beside."""
MOST = 1000
"""Bytes of a line; a program for which there is no room is told by its length and its digest."""
HERE = "own server"
"""What is kept of a provider that has no public name."""

_LONGEST = (10**6, 240, 120, 60, 30, 0)
"""To how many characters an answer without a program, each condition and each problem are cut, until the line fits."""
_EMPTY: dict[str, Any] = {
    "messages": (), "text": "", "code": "", "failed": (), "problems": (), "unmet": (), "picture": "", "attempts": 1,
    "others": (), "prompt_tokens": 0, "completion_tokens": 0, "cost": 0.0,
}  # fmt: skip


def shipped() -> list[Path]:
    """Return the kept files that ship with the package."""
    return sorted(RESULTS.glob(f"*{SUFFIX}"))


def keep(samples: Iterable[Sample], path: Path) -> int:
    """Write a kept file, in an order that does not depend on who answered first; return how many lines it has.

    Parameters
    ----------
    samples : of one or of several models; those that nobody answered are left out.
    path : written whole or not at all.

    Raises
    ------
    BadRun
        If two samples claim the same place, there are none, or the file cannot be written.
    """
    places: dict[tuple[str, str, Key], Sample] = {}
    for sample in samples:
        if sample.stage is Stage.ERROR:
            continue
        place = (sample.model, _public(sample.provider), sample.key)
        if place in places:
            raise BadRun(
                f"{sample.model} has two samples {sample.sample} of {sample.spec} with {sample.variant}.",
                "Keep each folder in a file of its own.",
            )
        places[place] = sample
    if not places:
        raise BadRun("There is nothing to keep: no sample was answered.", "Go on with the run: add --resume.")
    order = {name: number for number, name in enumerate(VARIANTS)}
    ordered = sorted(
        places.values(),
        key=lambda s: (s.model, order.get(s.variant, len(order)), s.variant, s.sample, s.level, s.spec),
    )
    _write(path, "".join(f"{line(sample)}\n" for sample in ordered))
    return len(ordered)


def line(sample: Sample) -> str:
    """Return a sample's line, without its end."""
    packed = ""
    for shorter in _shorter(sample):
        packed = _packed(shorter)
        if len(packed) <= MOST:
            break
    return packed


def read(path: Path) -> list[Sample]:
    """Read a kept file.

    Raises
    ------
    BadRun
        If it cannot be read, or a line is damaged.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadRun(f"{path} cannot be read: {error.strerror}.", "Name a folder of a run, or a kept file.") from None
    samples = []
    for number, packed in enumerate(content.split(b"\n"), 1):
        if not packed.strip():
            continue
        try:
            data = json.loads(packed)
            samples.append(Sample.from_json({**_EMPTY, "first": data["stage"], **data, "picture": ""}))
        except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
            raise BadRun(
                f"Line {number} of {path} is no kept sample.", "Make the file anew: chatimg bench keep FOLDER -o FILE"
            ) from None
    return samples


def _write(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="ascii", newline="\n")
        os.replace(beside, path)
    except OSError as error:
        raise BadRun(f"{path} cannot be written: {error.strerror}.", "Name another file with -o.") from None


def _shorter(sample: Sample) -> Iterator[Sample]:
    """Yield what may be kept of a sample, each shorter than the one before."""
    yield _kept(sample, sample.code, 10**6)
    for longest in _LONGEST:
        yield _kept(sample, _told(sample.code), longest)


def _kept(sample: Sample, code: str, longest: int) -> Sample:
    return replace(
        sample,
        provider=_public(sample.provider),
        messages=(),
        text="" if code else _cut(sample.text, min(longest, _LONGEST[1])),
        code=code,
        failed=_all_cut(sample.failed, longest),
        problems=_all_cut(sample.problems, longest),
        unmet=_all_cut(sample.unmet, longest),
        picture="",
        others=(),
    )


def _told(code: str) -> str:
    """Say of a program how long it is and which; one of which that is said already stays as it is."""
    if not code or code.startswith("# not kept: "):
        return code
    digest = hashlib.sha256(code.encode("utf-8", "surrogatepass")).hexdigest()
    return f"# not kept: {len(code):,} characters, SHA-256 {digest[:16]}"


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


def _all_cut(words: Sequence[str], longest: int) -> tuple[str, ...]:
    return tuple(_cut(text, longest) for text in words) if longest else ()


def _packed(sample: Sample) -> str:
    data = sample.to_json()
    left_out = {name for name, empty in _EMPTY.items() if data[name] == empty}
    left_out |= {"first"} if data["first"] == data["stage"] else set()
    kept = {field.name: data[field.name] for field in fields(Sample) if field.name not in left_out}
    return json.dumps(kept, ensure_ascii=True, separators=(",", ":"))


def _public(provider: str) -> str:
    """Return a provider's public name: where somebody's own server stands is nobody's business."""
    host = provider.rsplit(":", 1)[0].strip("[]")
    try:
        return provider if ipaddress.ip_address(host).is_global else HERE
    except ValueError:
        local = host.endswith((".local", ".lan", ".internal", ".localhost")) or host == "localhost"
        named = "." in host or "embedded" in (host, provider)
        return provider if named and not local else HERE
