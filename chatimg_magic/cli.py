"""The command: ``chatimg draw | model | isolation | doctor | store | bench``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from chatimg_magic import __version__
from chatimg_magic.bench import commands as bench
from chatimg_magic.errors import BadOption, ChatImgError, EmptyPrompt, NoIsolation
from chatimg_magic.events import Ended, Event, Progress, Started, Wrote
from chatimg_magic.notebook.display import looked_words
from chatimg_magic.sandbox import worker_image


class Line:
    """A view: one self-updating line on a terminal's standard error; only milestones elsewhere."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._pieces = 0
        self._looks = False

    def show(self, event: Event) -> None:
        """Take one event."""
        if isinstance(event, Started):
            self._pieces, self._looks = 0, event.looks
            does = f" looks at attempt {event.number}" if event.looks else f", attempt {event.number}"
            print(f"{event.model}{does}", file=sys.stderr)
        elif isinstance(event, Ended):
            self._rewrite("")
            if self._looks:
                for words in (*looked_words(event.attempt), *event.attempt.notes):
                    print(words, file=sys.stderr)
                if not event.attempt.corrects:
                    return
            wrong = [f"{check.found}, asked for {check.words}" for check in event.attempt.failed]
            said = [*(problem.message for problem in event.attempt.problems), *wrong]
            reason = f": {said[0]}" if said else ""
            print(f"{event.attempt.outcome.value}{reason}", file=sys.stderr)
        elif isinstance(event, Wrote):
            self._pieces += 1
            self._rewrite(f"writing… {self._pieces} tokens")
        elif isinstance(event, Progress):
            self._rewrite(event.stage)

    def _rewrite(self, text: str) -> None:
        if self._terminal:
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def build_parser() -> argparse.ArgumentParser:
    """Return the command's parser."""
    parser = argparse.ArgumentParser(prog="chatimg", description="Pictures from words, as NumPy arrays.")
    parser.add_argument("--version", action="version", version=f"chatimg-magic {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    draw = commands.add_parser("draw", help="draw a description and save the picture")
    draw.add_argument("prompt", help="what to draw")
    draw.add_argument("-o", "--output", metavar="PATH", default="image.png", help="picture file (default: image.png)")
    draw.add_argument("--code", metavar="PATH", help="also save the code, such as circle.py")
    draw.add_argument("--film", metavar="PATH", help="also save how it came about, such as circle.gif")
    draw.add_argument("--name", default="image", help="variable in the code (default: image)")
    draw.add_argument("--size", default="256", help="256 or ROWSxCOLS (default: 256)")
    draw.add_argument("--mode", default="rgb", help="gray, rgb or rgba (default: rgb)")
    draw.add_argument("--model", default="", help="model that must answer, such as embedded:small")
    draw.add_argument("--retries", type=int, choices=range(11), metavar="N", help="how often to repair (default: 2)")
    draw.add_argument("--look", choices=["off", "facts", "image"], help="let the model look once at what it drew")
    draw.add_argument("--fresh", action="store_true", help="ask again although the drawing is kept")
    model = commands.add_parser("model", help="get, list, locate or remove embedded models")
    model.add_argument("action", choices=["get", "list", "path", "remove"])
    model.add_argument("key", nargs="?", metavar="NAME", default="", help="as in the list (default: default)")
    model.add_argument("--small", dest="key", action="store_const", const="small", help="the 0.5B one; NAME small")
    model.add_argument("--repo", metavar="OWNER/NAME", default="", help="get another model, of this repository")
    model.add_argument("--file", metavar="X.gguf", default="", help="which of the repository's files")
    model.add_argument("--revision", metavar="COMMIT", default="", help="of the repository (default: the newest)")
    model.add_argument("--name", metavar="NAME", default="", help="what to call it: --model embedded:NAME")
    isolation = commands.add_parser("isolation", help="get, list or remove the image for Podman or Docker")
    isolation.add_argument("action", choices=["get", "list", "remove"])
    isolation.add_argument("--engine", choices=worker_image.ENGINES, default="", help="default: the one that is here")
    store = commands.add_parser("store", help="list, locate or clear the kept drawings")
    store.add_argument("action", nargs="?", default="list", choices=["list", "path", "clear"])
    commands.add_parser("doctor", help="who would answer, what isolation holds, what is installed")
    bench.add_to(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    options = build_parser().parse_args(arguments)
    try:
        carry_out = {
            "draw": _draw,
            "model": _model,
            "isolation": _images,
            "store": _store,
            "doctor": _doctor,
            "bench": bench.main,
        }
        return int(carry_out[options.command](options))
    except ChatImgError as error:
        print(f"chatimg: {error.what}\n{error.remedy}".rstrip(), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("chatimg: stopped; what had arrived is kept", file=sys.stderr)
        return 130


def _draw(options: argparse.Namespace) -> int:
    from chatimg_magic import usage
    from chatimg_magic.code import review_cell
    from chatimg_magic.picture import save
    from chatimg_magic.prompts import Look
    from chatimg_magic.request import read_request
    from chatimg_magic.session import Order, current

    if not options.prompt.strip():
        raise EmptyPrompt("in quotes")
    request = read_request(options.prompt, options.name, options.size, options.mode)
    look = None if options.look is None else Look.parse(options.look)
    try:
        drawing = current().draw(request, Order(options.model, options.retries, options.fresh, look=look), Line())
    finally:
        if sys.stderr.isatty() and (took := usage.line(current().ledger)):
            print(took, file=sys.stderr)
    if options.code:
        Path(options.code).write_text(review_cell(drawing), encoding="utf-8")
    if drawing.array is None:
        raise NoIsolation(drawing.attempt.isolation if drawing.attempt else "no attempt")
    print(save(drawing.array, options.output))
    if options.film:
        print(drawing.film(options.film))
    return 0


def _model(options: argparse.Namespace) -> int:
    from chatimg_magic.models import fetching, own, weights

    if options.action == "list":
        models = {f"embedded:{name}": known for name, known in own.everything().items()}
        wide = [max(map(len, column)) for column in (models, [known.name for known in models.values()])]
        for name, known in models.items():
            size = f"{known.size / 1e6:,.0f}"
            print(f"{name:<{wide[0]}}  {known.name:<{wide[1]}}  {size:>6} MB  {weights.state(known)}")
        return 0
    name, from_the_hub = options.key or options.name, options.repo or options.file or options.revision
    if from_the_hub and options.action != "get":
        raise BadOption("--repo, --file and --revision say what to get.", f"Write: chatimg model {options.action} NAME")
    if from_the_hub:
        chosen = own.order(options.repo, options.file, options.revision, name)
    else:
        chosen = own.named(name or "default")
    if options.action == "get":
        with fetching.progress(sys.stderr, chosen) as report:
            path = fetching.fetch(chosen, report)
        print(path)
    elif options.action == "remove":
        print("removed" if weights.remove(chosen) else "it was not there")
    else:
        print(weights.path(chosen))
    return 0


def _images(options: argparse.Namespace) -> int:
    engine = worker_image.engine(options.engine)
    if options.action == "get":
        made = worker_image.build(engine)
        print(f"{made}  {worker_image.size(engine, made):,.0f} MB")
        return 0
    for name in worker_image.listed(engine):
        now = "this kernel's" if name == worker_image.tag() else "another kernel's or an older one"
        gone = options.action == "remove" and worker_image.remove(engine, name)
        print(f"{engine}  {name}  {'removed' if gone else now}")
    return 0


def _store(options: argparse.Namespace) -> int:
    from chatimg_magic.session import current
    from chatimg_magic.store import manage

    print(manage(current().store, options.action))
    return 0


def _doctor(_: argparse.Namespace) -> int:
    from chatimg_magic.doctor import report
    from chatimg_magic.session import current

    print(report(current()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
