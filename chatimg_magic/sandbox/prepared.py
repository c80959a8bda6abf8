"""What stands ready in a worker before it is locked: modules, because it can import nothing later, and stand-ins."""

from __future__ import annotations

import contextlib
import importlib
import importlib.machinery
import os
import re
import sys
import types
from collections.abc import Callable, Iterable
from typing import Any

MODULES = (
    "__future__", "abc", "array", "base64", "bisect", "cmath", "collections", "colorsys", "contextlib", "copy",
    "dataclasses", "datetime", "enum", "fractions", "functools", "heapq", "itertools", "math", "numbers", "operator",
    "random", "re", "statistics", "string", "struct", "textwrap", "time", "types", "typing", "unicodedata", "warnings",
    "zlib", "numpy", "numpy.random", "numpy.fft", "numpy.linalg", "numpy.ma", "numpy.polynomial", "numpy.typing",
    "numpy.lib", "numpy.lib.stride_tricks", "numpy.char", "numpy.rec", "PIL", "PIL.Image", "PIL.ImageDraw",
    "PIL.ImageFont", "PIL.ImageFilter", "PIL.ImageOps", "PIL.ImageChops", "PIL.ImageEnhance", "PIL.ImageColor",
    "PIL.ImageFile", "PIL.ImagePalette", "PIL.ImageMath", "PIL.ImagePath", "matplotlib", "matplotlib.pyplot",
    "IPython", "IPython.display",
)  # fmt: skip
"""Of these every worker has what is installed; of the last four it has stand-ins."""
PACKAGES = frozenset(path.split(".")[0] for path in MODULES) | {"scipy", "skimage", "decimal", "calendar", "hashlib"}
"""What code may ask for, whether it is there or not."""
COLOUR_MAPS = re.compile(r"matplotlib\.(?:pyplot\.)?(?:cm|colormaps|get_cmap)\b")
"""What of matplotlib needs its real colour maps."""

PERIMETERS = frozenset(f"skimage.draw.{name}_perimeter" for name in ("polygon", "rectangle"))
"""What of scikit-image needs matplotlib, which clips for it."""


def missing(modules: Iterable[str]) -> tuple[str, ...]:
    """Return which modules a worker has to load besides; what is no module is left out."""
    wanted = {"matplotlib.cm" if COLOUR_MAPS.match(path) else path for path in modules} - {*MODULES}
    if wanted & PERIMETERS:
        wanted.add("matplotlib.transforms")
    return tuple(sorted(path for path in wanted if _is_module(path)))


def _is_module(path: str) -> bool:
    """Whether there is such a module, as far as files tell; nothing is imported."""
    folders: list[str] | None = None
    for name in path.split("."):
        if folders == []:
            return False
        spec = importlib.machinery.PathFinder.find_spec(name, folders)
        if spec is None:
            return folders is None and name in sys.builtin_module_names
        folders = list(spec.submodule_search_locations or [])
    return True


def load(modules: Iterable[str]) -> None:
    """Import what code may use and what this process uses once it is locked."""
    import numpy as np

    for name in (*MODULES, *modules):
        if name.split(".")[0] not in ("matplotlib", "IPython") or name in modules:
            with contextlib.suppress(Exception):  # a broken library is missing only to the code that needs it
                module = importlib.import_module(name)
                if name.startswith("skimage."):  # it imports its parts when they are first used
                    for part in dir(module):
                        getattr(module, part, None)
    np.__all__ = [name for name in np.__all__ if name in vars(np)]  # a star would import the rest
    np.random.default_rng(0).normal()  # the first use of a generator still imports
    np.ones((2, 2)) @ np.ones((2, 2))
    getattr(sys.modules.get("matplotlib"), "__version__", None)  # looks for a file at its first use


class Plot:
    """Stands in for pyplot, figures and axes: draws nothing, remembers what ``imshow`` was given."""

    def __init__(self, seen: list[Any]) -> None:
        self._seen = seen

    def imshow(self, array: Any, *_args: Any, **_options: Any) -> Plot:
        """Remember the array."""
        self._seen.append(array)
        return self

    def subplots(self, *_args: Any, **_options: Any) -> tuple[Plot, Plot]:
        """Return a figure and its axes."""
        return self, self

    def __getattr__(self, name: str) -> Callable[..., Plot]:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *_args, **_options: self


def stand_in(seen: list[Any], module: types.ModuleType) -> None:
    """Put stand-ins where code would show something or look for fonts: they do nothing.

    Parameters
    ----------
    seen : gets what ``imshow`` is given.
    module : in which the code runs.
    """
    plot: Any = types.ModuleType("matplotlib.pyplot")
    plots = Plot(seen)
    plot.__getattr__ = lambda name: getattr(plots, name)
    package: Any = sys.modules.get("matplotlib") or types.ModuleType("matplotlib")
    package.pyplot = plot
    if maps := sys.modules.get("matplotlib.cm"):
        plot.cm, plot.colormaps = maps, package.colormaps
        plot.get_cmap = lambda name=None, lut=None: package.colormaps[name or "viridis"].resampled(lut or 256)
    shown: Any = types.ModuleType("IPython.display")
    shown.__getattr__ = lambda name: _nothing
    notebook: Any = types.ModuleType("IPython")
    notebook.display = shown
    module.__dict__["display"] = _nothing
    sys.modules.update(
        {"matplotlib": package, "matplotlib.pyplot": plot, "IPython": notebook, "IPython.display": shown}
    )
    if pillow := sys.modules.get("PIL.Image"):
        pillow.Image.show = _nothing
    if fonts := sys.modules.get("PIL.ImageFont"):
        with contextlib.suppress(Exception):
            fonts.load_default()  # imports at its first use
        fonts.truetype = _without_files(fonts.truetype)  # type: ignore[attr-defined]


def _nothing(*_args: Any, **_options: Any) -> None:
    """Show nothing."""


def _without_files(truetype: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function that looks for fonts, but only with what Pillow brings along."""

    def without_files(font: Any = None, *args: Any, **options: Any) -> Any:
        if font is None or isinstance(font, (str, bytes, os.PathLike)):
            raise OSError("there are no font files here; use ImageFont.load_default()")
        return truetype(font, *args, **options)

    return without_files
