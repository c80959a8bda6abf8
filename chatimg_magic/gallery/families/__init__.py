"""Families of worked drawings: concepts, each made with other exact numbers for every request.

Every module of this folder is a room of them; one that is added is found by itself.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache

from chatimg_magic.gallery.pick import Family


@lru_cache(maxsize=1)
def families() -> tuple[Family, ...]:
    """Return all families, room by room."""
    rooms = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{room}") for room in rooms]
    return tuple(thing for module in modules for thing in vars(module).values() if isinstance(thing, Family))
