"""Which results a report is about: folders of runs and kept files, each model of each a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from chatimg_magic.bench import kept, records
from chatimg_magic.bench.records import Sample, Stage
from chatimg_magic.errors import BadOption

KEPT, NONE = "kept", "none"


@dataclass(frozen=True)
class Run:
    """What one model answered.

    Attributes
    ----------
    name : what it is called in tables and plots; no two runs of a report have the same.
    provider : where the model runs.
    samples : those that were answered.
    unanswered : how many were not.
    folder : where its pictures are; None if they were not kept.
    """

    name: str
    provider: str
    samples: tuple[Sample, ...]
    unanswered: int
    folder: Path | None

    @property
    def prompts(self) -> frozenset[str]:
        """The ids of what was asked."""
        return frozenset(sample.spec for sample in self.samples)


def gather(sources: Sequence[Path], beside: Sequence[str] = ()) -> list[Run]:
    """Read results.

    Parameters
    ----------
    sources : folders of runs, or kept files.
    beside : kept files besides; ``kept`` stands for those that ship with the package, ``none`` for none.

    Raises
    ------
    BadRun
        If one of them cannot be read.
    BadOption
        If ``none`` stands beside others.
    """
    if NONE in beside and len(beside) > 1:
        raise BadOption("--beside none and others is a contradiction.", "Leave out one of them.")
    paths = list(sources)
    for word in beside:
        paths += kept.shipped() if word == KEPT else [] if word == NONE else [Path(word)]
    found = [run for path in _once(paths) for run in _read(path)]
    return _told_apart(found)


def read(path: Path) -> list[Sample]:
    """Read a folder's samples, or a kept file's; see :func:`gather`."""
    return kept.read(path) if path.is_file() else records.read(path)


def _once(paths: Iterable[Path]) -> list[Path]:
    return list({path.resolve(): path for path in paths}.values())


def by_model(samples: Iterable[Sample]) -> list[list[Sample]]:
    """Part samples by who answered them, in the order of their first ones."""
    found: dict[tuple[str, str], list[Sample]] = {}
    for sample in samples:
        found.setdefault((sample.model, sample.provider), []).append(sample)
    return list(found.values())


def _read(path: Path) -> list[tuple[Path, Run]]:
    folder = path if path.is_dir() else None
    found = []
    for samples in by_model(read(path)):
        answered = tuple(sample for sample in samples if sample.stage is not Stage.ERROR)
        unanswered = len(samples) - len(answered)
        found.append((path, Run(samples[0].model, samples[0].provider, answered, unanswered, folder)))
    return found


def _told_apart(found: Sequence[tuple[Path, Run]]) -> list[Run]:
    """Add to the names of one model's runs where each was read, and a number if that is not enough."""
    models = Counter(run.name for _, run in found)
    names = [run.name if models[run.name] == 1 else f"{run.name} ({path.resolve().stem})" for path, run in found]
    seen: Counter[str] = Counter()
    told = []
    for name, (_, run) in zip(names, found, strict=True):
        seen[name] += 1
        told.append(replace(run, name=name if seen[name] == 1 else f"{name} {seen[name]}"))
    return told
