"""The sub-commands ``chatimg bench run | report | keep | new | check``; nothing heavy is imported before."""

from __future__ import annotations

import argparse
import contextlib
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chatimg_magic.errors import BadOption, ChatImgError

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from chatimg_magic.bench.records import Sample
    from chatimg_magic.bench.runner import Job
    from chatimg_magic.bench.variants import Variant

NEEDED = ("scipy", "skimage", "tqdm")
MOST_AT_ONCE = 256
STOPPED = 130
"""The status of a run that was told to stop, as shells have it for an interrupt."""
MILESTONES = 10
"""How often a run that is not watched on a terminal says how far it is."""


class NotInstalled(ChatImgError):
    """The benchmark needs packages that an ordinary installation does not have."""


def add_to(commands: Any) -> None:
    """Add ``bench`` to the sub-commands of ``chatimg``."""
    bench = commands.add_parser("bench", help="can a model draw? ask it for pictures and judge them")
    actions = bench.add_subparsers(dest="action", required=True, metavar="ACTION")
    run = actions.add_parser("run", help="ask a model, and write down what became of every answer")
    run.add_argument(
        "-o", "--output", metavar="FOLDER", required=True, type=Path, help="folder for samples and pictures"
    )
    run.add_argument(
        "--variant", nargs="+", metavar="V", default=["check"],
        help="how to ask: bare, contract, gallery, exact, repair, check, look (default: check)",
    )  # fmt: skip
    run.add_argument("--samples", default="1", metavar="N", help="answers to each prompt (default: 1)")
    run.add_argument(
        "--prompts", metavar="WHAT", default="all",
        help="all 36 fixed prompts, one of their halves (dev, held), prompts made by a seed (generated), or those of a"
        " Python file of yours, which runs in this process (default: all)",
    )  # fmt: skip
    run.add_argument(
        "--level", nargs="+", metavar="L", default=[],
        help="only these levels, 1 to 6; 6, the hardest, is only asked for here or by --only (default: 1 to 5)",
    )  # fmt: skip
    run.add_argument("--seed", default="0", metavar="S", help="of generated prompts (default: 0)")
    run.add_argument("--per-level", default="5", metavar="N", help="generated prompts for each level (default: 5)")
    run.add_argument("--only", nargs="+", metavar="ID", default=[], help="only these of the prompts")
    run.add_argument("--model", default="", help="model that must answer")
    run.add_argument(
        "--capability", choices=["auto", "small", "capable"], default="auto",
        help="treat the model as small or capable (default: auto, small if embedded)",
    )  # fmt: skip
    run.add_argument("--base-url", default="", metavar="U", help="OpenAI-compatible server")
    run.add_argument("--concurrency", default="1", metavar="N", help="samples asked for at once (default: 1)")
    run.add_argument(
        "--dask", default="", metavar="ADDRESS",
        help="run and check the answers on this Dask cluster, such as tcp://10.0.0.5:8786; asking stays here",
    )  # fmt: skip
    run.add_argument(
        "--reuse", action="store_true", help="keep every answer, and ask the same question once for all variants"
    )
    run.add_argument("--resume", action="store_true", help="go on with a folder; what is there is not asked again")
    run.add_argument("--html", metavar="FILE", type=Path, help="write the page of bench report in the end")
    report = actions.add_parser("report", help="pass rates as Markdown and sheets of all pictures, or one HTML page")
    what = "what bench run was given with -o, or what bench keep has written"
    report.add_argument("folders", metavar="FOLDER", nargs="+", type=Path, help=what)
    report.add_argument("--html", metavar="FILE", type=Path, help="one page with tables, plots and pictures instead")
    report.add_argument("--png", metavar="FOLDER", type=Path, help="plots and sheets as pictures instead, or too")
    report.add_argument(
        "--beside", metavar="WHAT", action="append",
        help="what page and plots show besides: kept, the results that come along; none; a file; may be given again"
        " (default: kept)",
    )  # fmt: skip
    keep = actions.add_parser("keep", help="write results as one small file, a line a sample, without pictures")
    keep.add_argument("folders", metavar="FOLDER", nargs="+", type=Path, help=what)
    keep.add_argument("-o", "--output", metavar="FILE", required=True, type=Path, help="such as model.jsonl")
    new = actions.add_parser("new", help="write a Python file with a prompt and a check, to make your own of")
    new.add_argument("file", metavar="FILE.py", type=Path, help="is not overwritten")
    check = actions.add_parser("check", help="does the check of such a file tell right answers from wrong ones?")
    check.add_argument("file", metavar="FILE.py", type=Path, help="runs in this process, as your code")


def main(options: argparse.Namespace) -> int:
    """Carry out ``bench``; return the exit status.

    Raises
    ------
    ChatImgError
        With what happened and what to do.
    """
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        names = ", ".join(missing).replace("skimage", "scikit-image")
        raise NotInstalled(f'The benchmark needs {names}: pip install "chatimg-magic[bench]"')
    return {"run": _run, "report": _report, "keep": _keep, "new": _new, "check": _check}[options.action](options)


def _run(options: argparse.Namespace) -> int:
    from chatimg_magic.bench import records
    from chatimg_magic.bench.answers import Answers
    from chatimg_magic.bench.own import SUFFIX
    from chatimg_magic.bench.runner import Desk, run, still_to_do
    from chatimg_magic.session import Session
    from chatimg_magic.settings import ChatImg

    if options.dask and options.prompts.endswith(SUFFIX):
        raise BadOption(
            f"--dask cannot judge the prompts of {options.prompts}: its check is not installed where the workers are.",
            "Leave out --dask; --concurrency asks for several answers at once here too.",
        )
    wanted = _wanted(options)
    concurrency = _number("--concurrency", options.concurrency, 1, MOST_AT_ONCE)
    folder: Path = options.output
    if not options.resume and records.exist(folder):
        raise records.BadRun(
            f"{folder} holds samples already.", "Go on with them: add --resume. Or name another folder."
        )
    session = Session(ChatImg(base_url=options.base_url, capability=options.capability))
    try:
        answers = Answers(folder) if options.reuse else None
        with records.opened(folder) as log, _cluster(options.dask) as executor:
            desk = Desk(session.choice(options.model).model, session.sandbox, folder, answers, executor)
            known = records.read(folder)
            records.require_model(known, desk.model.name)
            todo = still_to_do(wanted, known)
            status = _work(run(todo, desk, log, concurrency), len(wanted), len(todo))
    finally:
        session.close()
    if options.html and status != STOPPED:
        from chatimg_magic.bench import publish, runs

        publish.page(options.html, runs.gather([folder], [runs.KEPT]))
    return status


def _cluster(address: str) -> contextlib.AbstractContextManager[Executor | None]:
    if not address:
        return contextlib.nullcontext()
    if find_spec("distributed") is None:
        raise NotInstalled('--dask needs distributed: pip install "chatimg-magic[bench,dask]"')
    from chatimg_magic.bench import cluster

    return cluster.executor(address)


def _wanted(options: argparse.Namespace) -> list[Job]:
    from chatimg_magic.bench.generator import MOST_PER_LEVEL
    from chatimg_magic.bench.runner import jobs
    from chatimg_magic.bench.selection import select
    from chatimg_magic.bench.spec import LEVELS

    seed = _number("--seed", options.seed, 0, 10**9)
    per_level = _number("--per-level", options.per_level, 1, MOST_PER_LEVEL)
    levels = [_number("--level", level, 1, max(LEVELS)) for level in options.level]
    chosen = select(options.prompts, options.only, seed, per_level, levels)
    return jobs(chosen, _variants(options.variant), _number("--samples", options.samples, 1, 1000))


def _variants(names: Sequence[str]) -> list[Variant]:
    from chatimg_magic.bench.variants import VARIANTS

    unknown = [name for name in names if name not in VARIANTS]
    if unknown:
        raise BadOption(f"--variant {unknown[0]!r} is not one.", f"They are: {', '.join(VARIANTS)}.")
    return [VARIANTS[name] for name in dict.fromkeys(names)]


def _number(option: str, text: str, least: int, most: int) -> int:
    from chatimg_magic.options import count

    return count(option, text, least, most) or 0


def _work(samples: Generator[Sample, None, None], wanted: int, todo: int) -> int:
    """Follow a run to its end, or until it is told to stop."""
    from chatimg_magic.bench.records import Stage

    done, unanswered = wanted - todo, 0
    try:
        with _terminable(), contextlib.closing(samples), _progress(todo) as show:
            for sample in samples:
                done += 1
                unanswered += sample.stage is Stage.ERROR
                show(sample)
    except KeyboardInterrupt:
        print(f"chatimg: stopped with {done} of {wanted} samples done; go on with --resume", file=sys.stderr)
        return STOPPED
    if unanswered:
        print(f"chatimg: {unanswered} samples got no answer; ask again with --resume", file=sys.stderr)
        return 1
    print(f"{wanted} samples are there", file=sys.stderr)
    return 0


@contextlib.contextmanager
def _terminable() -> Iterator[None]:
    """Stop as orderly when the process is told to end as when a person interrupts it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextlib.contextmanager
def _progress(total: int) -> Iterator[Callable[[Sample], None]]:
    """Yield what shows a sample: a bar on a terminal, a line now and then elsewhere."""
    from tqdm import tqdm

    from chatimg_magic.bench.records import Stage

    seen: list[bool] = []
    watched = sys.stderr.isatty()
    with tqdm(total=total, unit="sample", disable=not watched, file=sys.stderr) as bar:

        def show(sample: Sample) -> None:
            seen.append(sample.stage is Stage.PASS)
            bar.set_postfix_str(f"{sum(seen)} passed, {sample.spec} {sample.stage.value}", refresh=False)
            bar.update()
            if not watched and len(seen) * MILESTONES // total > (len(seen) - 1) * MILESTONES // total:
                print(f"{len(seen)} of {total} samples, {sum(seen)} passed", file=sys.stderr, flush=True)

        yield show


def _report(options: argparse.Namespace) -> int:
    from chatimg_magic.bench import publish, runs

    if not options.html and not options.png:
        publish.text(options.folders)
        return 0
    found = runs.gather(options.folders, options.beside or [runs.KEPT])
    if options.html:
        publish.page(options.html, found)
    if options.png:
        publish.pictures(options.png, found)
    return 0


def _keep(options: argparse.Namespace) -> int:
    from chatimg_magic.bench import kept, runs

    samples = [sample for folder in options.folders for sample in runs.read(folder)]
    print(f"{kept.keep(samples, options.output)} samples in {options.output}", file=sys.stderr)
    return 0


def _new(options: argparse.Namespace) -> int:
    from chatimg_magic.bench import own

    own.write(options.file)
    print(f"{options.file}: change its words, answers and check. It is your code and runs as such, not isolated. Then:")
    print(
        f"chatimg bench check {options.file}\nchatimg bench run -o runs --prompts {options.file} --variant bare exact"
    )
    return 0


def _check(options: argparse.Namespace) -> int:
    from chatimg_magic.bench import own

    found = own.tried(options.file, own.read(options.file))
    print("\n".join(own.told(found)))
    own.require_right(options.file, found)
    print(f"the check is right about all {len(found)} known answers")
    return 0
