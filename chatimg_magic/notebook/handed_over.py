"""What a cell hands on from the notebook: arrays for the code, and the drawing to go on from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from chatimg_magic.errors import BadOption
from chatimg_magic.request import Mode, Request, Size, check_name
from chatimg_magic.session import Session

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAX_BYTES = 256_000_000
"""Arrays are copied into the worker, whose memory is limited."""


def arrays(shell: Any, names: str | None) -> dict[str, NDArray[Any]]:
    """Look up ``--using photo,mask`` in the person's namespace.

    Raises
    ------
    BadOption
        If a name is not there, or is no array of numbers, or they are too large together.
    """
    if not names:
        return {}
    import numpy as np

    found: dict[str, NDArray[Any]] = {}
    for name in (part.strip() for part in names.split(",")):
        check_name(name)
        if name not in shell.user_ns:
            raise BadOption(f"--using {name}: there is no variable of that name.", "Run the cell that makes it first.")
        value = shell.user_ns[name]
        if not isinstance(value, np.ndarray) or value.dtype.kind not in "buif":
            raise BadOption(f"--using {name}: it is no array of numbers.", "Make one with np.asarray first.")
        found[name] = value
    total = sum(array.nbytes for array in found.values())
    if total > MAX_BYTES:
        raise BadOption(f"--using: {total / 1e6:,.0f} MB are too much to copy.", "Hand on smaller arrays.")
    return found


def digests(given: Mapping[str, NDArray[Any]]) -> tuple[tuple[str, str], ...]:
    """Return name and SHA-256 of each array: other contents make another request."""
    pairs = []
    for name, array in given.items():
        digest = hashlib.sha256(f"{array.dtype.str}{array.shape}".encode())
        digest.update(array.tobytes())
        pairs.append((name, digest.hexdigest()))
    return tuple(pairs)


def refined(request: Request, session: Session, own_size: bool, own_mode: bool) -> Request:
    """Make a request go on from the drawing last made for its variable, in that one's size and mode unless told.

    Raises
    ------
    BadOption
        If nothing has been drawn for the variable in this kernel.
    """
    base = session.latest.get(request.name)
    if base is None or base.attempt is None:
        raise BadOption(
            f"--refine: nothing has been drawn for {request.name} in this kernel.", "Run the cell that draws it first."
        )
    # refining the same cell twice goes on from what that cell itself went on from
    same = base.request.prompt == request.prompt and base.request.refines
    digest = base.request.refines if same else base.request.digest
    size: Size = request.size if own_size else base.request.size
    mode: Mode = request.mode if own_mode else base.request.mode
    return replace(request, refines=digest, size=size, mode=mode)
