"""Plots of results: on no ground of their own, in colours that are told apart on white and on black."""

from __future__ import annotations

import io
import textwrap
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chatimg_magic.bench.records import Stage
from chatimg_magic.bench.spec import LEVELS
from chatimg_magic.bench.summary import Summary

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, PALE, MIDDLE = "#2e2e33", "#d9d9de", "#7b7b82"
"""Of lines and letters: on light ground, on dark ground, and where it may be either."""
SERIES = ("#2783c9", "#e07020", "#1fa277", "#c765a0", "#d9a21b", "#8a6fd1", "#4fb3d9", "#a5733f")
MARKERS = "osD^vPX*"
RIGHT = "#1fa277"
STAGES = {
    Stage.PASS: (RIGHT, "right"),
    Stage.WRONG: ("#e07020", "wrong picture"),
    Stage.BLANK: ("#d9a21b", "no usable picture"),
    Stage.EXCEPTION: ("#c765a0", "exception"),
    Stage.REFUSED: ("#2783c9", "refused"),
    Stage.NO_CODE: ("#8e8e96", "no code"),
}
WIDE = 11.6
"""Inches of a plot that is as wide as a page."""
SQUARE = 0.25
"""Inches of a prompt in the heat map."""
ACROSS = 44
"""Prompts side by side in the heat map."""
_INKED: tuple[Any, ...] = ("text.color", "axes.labelcolor", "axes.edgecolor", "xtick.color", "ytick.color")
_STYLE: dict[Any, Any] = {
    "text.parse_math": False,  # names are anybody's, dollars and all
    "svg.hashsalt": "chatimg",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "legend.frameon": False,
}


@dataclass(frozen=True)
class Plot:
    """A plot: the name of its file, what it shows in a sentence, and itself."""

    name: str
    title: str
    figure: Figure

    def svg(self) -> tuple[bytes, bytes]:
        """Return the plot, drawn in :data:`INK`, as SVG for light and for dark ground."""
        light = self._saved("svg", metadata={"Date": None, "Creator": None})
        return light, light.replace(INK.encode(), PALE.encode())

    def png(self) -> bytes:
        """Return the plot as PNG."""
        return self._saved("png", dpi=160)

    def _saved(self, kind: str, **options: Any) -> bytes:
        file = io.BytesIO()
        with _styled():
            self.figure.savefig(file, format=kind, transparent=True, bbox_inches="tight", **options)
        return file.getvalue()


def plots(rows: Sequence[Summary], ink: str = INK) -> Iterator[Plot]:
    """Draw everything there is to see in the results.

    Parameters
    ----------
    rows : at least one.
    ink : of lines and letters.
    """
    drawn: tuple[tuple[str, str, Callable[[Sequence[Summary]], Figure]], ...] = (
        ("pass-by-level", "Right pictures by level; lines are 95 % intervals", _by_level),
        ("outcomes", "What became of every sample", _outcomes),
        ("pass-against-effort", "Right pictures against what one takes: medians, cost in the mean", _against),
        ("prompts", "Which prompts are answered right: the greener, the more of their samples", _prompts),
    )
    for name, title, draw in drawn:
        with _styled(ink):
            figure = draw(rows)
        yield Plot(name, title, figure)


@contextmanager
def _styled(ink: str = INK) -> Iterator[None]:
    import matplotlib

    with matplotlib.rc_context({**_STYLE, **dict.fromkeys(_INKED, ink)}), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing", UserWarning)  # a name in letters that the font lacks
        yield


def _figure(width: float, height: float, layout: str = "constrained") -> Figure:
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), layout=layout)  # type: ignore[arg-type]


@dataclass(frozen=True)
class _Look:
    """Which colour and which marker a row has: the models' colours, the variants' markers; of one model both tell."""

    models: tuple[str, ...]
    variants: tuple[str, ...]

    def colour(self, row: Summary) -> str:
        place = self.models.index(row.model) if len(self.models) > 1 else self.variants.index(row.variant)
        return SERIES[place % len(SERIES)]

    def marker(self, row: Summary) -> str:
        return MARKERS[self.variants.index(row.variant) % len(MARKERS)]

    def points(self, axes: Axes, at: Sequence[float], parts: Sequence[Summary]) -> None:
        """Draw parts of one row with their intervals."""
        rates = [part.rate for part in parts]
        low = [max(0.0, part.rate - part.interval.low) for part in parts]
        high = [max(0.0, part.interval.high - part.rate) for part in parts]
        axes.errorbar(
            at, rates, [low, high], fmt=self.marker(parts[0]), color=self.colour(parts[0]),
            markersize=5.5, elinewidth=1.4, capsize=2,
        )  # fmt: skip

    def explain(self, figure: Figure, rows: Sequence[Summary]) -> None:
        """Add a legend: of models, if there are several, and of variants."""
        from matplotlib.lines import Line2D

        handles = []
        if len(self.models) > 1:
            for model in self.models:
                row = next(row for row in rows if row.model == model)
                handles.append(Line2D([], [], color=self.colour(row), linewidth=4, label=_said(model)))
        for variant in self.variants:
            row = next(row for row in rows if row.variant == variant)
            colour = MIDDLE if len(self.models) > 1 else self.colour(row)
            marker = self.marker(row)
            handles.append(Line2D([], [], linestyle="", marker=marker, color=colour, label=_said(variant)))
        figure.legend(handles=handles, loc="outside upper left", ncols=min(len(handles), 6 if _brief(self) else 4))


def _look(rows: Sequence[Summary]) -> _Look:
    models, variants = dict.fromkeys(row.model for row in rows), dict.fromkeys(row.variant for row in rows)
    return _Look(tuple(models), tuple(variants))


def _brief(look: _Look) -> bool:
    """Whether six names fit beside each other."""
    return len(look.models) == 1 and max(map(len, look.variants)) < 14


def _by_level(rows: Sequence[Summary]) -> Figure:
    """One panel for each variant, models beside each other; of one model all variants in one panel."""
    look = _look(rows)
    panels = [("", list(rows))]
    if len(look.models) > 1:
        panels = [(name, [row for row in rows if row.variant == name]) for name in look.variants]
    levels = sorted({sample.level for row in rows for sample in row.samples})
    figure = _figure(WIDE, 1.4 + (1.5 if len(panels) > 1 else 2.2) * len(panels))
    grid = figure.subplots(len(panels), 1, sharex=True, squeeze=False)
    for axes, (title, members) in zip(grid[:, 0], panels, strict=True):
        step = 0.8 / len(members)
        for place, row in enumerate(members):
            parts = [(x, part) for x, part in enumerate([*map(row.at, levels), row]) if part]
            at = [x + (place - (len(members) - 1) / 2) * step for x, _ in parts]
            look.points(axes, at, [part for _, part in parts])
        _share(axes)
        axes.axvline(len(levels) - 0.5, color=MIDDLE, linewidth=0.6)
        axes.set_xlim(-0.5, len(levels) + 0.5)
        axes.set_xticks(range(len(levels) + 1), [*map(_level, levels), "all"])
        axes.set_title(_said(title), loc="left", fontsize=10)
    look.explain(figure, rows)
    return figure


def _outcomes(rows: Sequence[Summary]) -> Figure:
    figure = _figure(WIDE, 0.9 + 0.3 * len(rows))
    axes = figure.add_subplot()
    left = [0.0] * len(rows)
    for stage, (colour, name) in STAGES.items():
        shares = [row.share(stage) for row in rows]
        if not any(shares):
            continue
        axes.barh(range(len(rows)), shares, 0.72, left, color=colour, label=name)
        for place, (row, share) in enumerate(zip(rows, shares, strict=True)):
            if share > 0.02:
                count = f"{round(share * len(row.samples))}"
                axes.text(left[place] + share / 2, place, count, ha="center", va="center", fontsize=8, color="#111114")
        left = [before + share for before, share in zip(left, shares, strict=True)]
    axes.set_yticks(range(len(rows)), _names(rows))
    axes.invert_yaxis()
    axes.set_xlim(0, 1)
    axes.xaxis.set_major_formatter(_percent())
    axes.spines["left"].set_visible(False)
    axes.tick_params("y", length=0)
    figure.legend(loc="outside upper left", ncols=6)
    return figure


def _against(rows: Sequence[Summary]) -> Figure:
    kinds: list[tuple[str, Callable[[Summary], float]]] = [
        ("tokens", lambda row: row.prompt_tokens + row.completion_tokens),
        ("seconds", lambda row: row.seconds),
        ("cost", lambda row: row.cost),
    ]
    told = [(name, value) for name, value in kinds if any(value(row) > 0 for row in rows)] or kinds[:1]
    look = _look(rows)
    figure = _figure(WIDE, 3.6)
    grid = figure.subplots(1, len(told), sharey=True, squeeze=False)
    for axes, (name, value) in zip(grid[0], told, strict=True):
        for row in rows:
            if value(row) > 0:
                look.points(axes, [value(row)], [row])
        _share(axes)
        _logarithmic(axes)
        axes.set_xlabel(f"{name} for a picture")
    look.explain(figure, rows)
    return figure


def _prompts(rows: Sequence[Summary]) -> Figure:
    from matplotlib.collections import PatchCollection
    from matplotlib.patches import Rectangle

    levels = {sample.spec: sample.level for row in rows for sample in row.samples}
    prompts = sorted(levels, key=lambda spec: levels[spec])
    chunks = [prompts[start : start + ACROSS] for start in range(0, len(prompts), ACROSS)]
    across = max(map(len, chunks))
    width, height = SQUARE * across, SQUARE * len(rows)
    below = 0.3 + 0.075 * max(len(_said(spec)) for spec in prompts)
    figure = _figure(width, len(chunks) * (height + below), layout="none")  # what stands outside is saved along
    shares = [_shares(row) for row in rows]
    for number, chunk in enumerate(chunks, 1):
        bottom = (len(chunks) - number + 1) - height / (height + below)
        axes = figure.add_axes((0, bottom / len(chunks), 1, height / (height + below) / len(chunks)))
        cells = [
            (Rectangle((col - 0.43, place - 0.43), 0.86, 0.86), _green(known[spec]))
            for place, known in enumerate(shares)
            for col, spec in enumerate(chunk)
            if spec in known
        ]
        axes.add_collection(PatchCollection([cell for cell, _ in cells], facecolors=[colour for _, colour in cells]))
        for col in range(1, len(chunk)):
            if levels[chunk[col]] != levels[chunk[col - 1]]:
                axes.axvline(col - 0.5, color=MIDDLE, linewidth=0.6)
        axes.set_xlim(-0.5, across - 0.5)
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_xticks(range(len(chunk)), map(_said, chunk), rotation=90, fontsize=8)
        axes.set_yticks(range(len(rows)), _names(rows))
        axes.tick_params(length=0)
        axes.spines[:].set_visible(False)
    return figure


def _green(share: float) -> tuple[float, float, float, float]:
    from matplotlib.colors import to_rgba

    return to_rgba(RIGHT, 0.25 + 0.75 * share) if share else to_rgba(MIDDLE, 0.22)


def _shares(row: Summary) -> dict[str, float]:
    specs = dict.fromkeys(sample.spec for sample in row.samples)  # in the order of the tallies
    return {spec: tally.passed / tally.samples for spec, tally in zip(specs, row.tallies, strict=True)}


def _logarithmic(axes: Axes) -> None:
    from matplotlib.ticker import LogLocator, MaxNLocator, NullFormatter, StrMethodFormatter

    axes.set_xscale("log")
    low, high = axes.get_xlim()
    axes.xaxis.set_major_locator(LogLocator(subs=(1, 2, 5)) if high > 10 * low else MaxNLocator(4))
    axes.xaxis.set_major_formatter(StrMethodFormatter("{x:,g}"))
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.margins(x=0.1)


def _share(axes: Axes) -> None:
    axes.set_ylim(-0.06, 1.06)
    axes.yaxis.set_major_formatter(_percent())
    axes.grid(axis="y", color=MIDDLE, alpha=0.25, linewidth=0.6)
    axes.set_axisbelow(True)


def _percent() -> Any:
    from matplotlib.ticker import PercentFormatter

    return PercentFormatter(1.0)


def _level(level: int) -> str:
    return f"level {level}\n{textwrap.fill(LEVELS.get(level, ''), 15)}".rstrip()


def _names(rows: Sequence[Summary]) -> list[str]:
    one = len({row.model for row in rows}) == 1
    return [_said(row.variant) if one else f"{_said(row.model)} · {_said(row.variant)}" for row in rows]


def _said(name: str) -> str:
    """Return a name as a label: short, printable, and not hidden, as names that begin with ``_`` are in a legend."""
    clean = "".join(char if char.isprintable() else "\ufffd" for char in name)
    short = clean if len(clean) <= 40 else f"{clean[:26]}…{clean[-13:]}"
    return f" {short}" if short.startswith("_") else short
