"""What parent and worker say to each other, over two pipes.

To the worker: a 4-byte big-endian length, then a JSON object. From the worker: a fixed header, a JSON object, and raw
pixels; never pickle, ``.npy`` or PNG. The parent treats every byte from the worker as hostile.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

HEADER = struct.Struct(">4sBIIIBI")
"""Magic, kind, length of the JSON, rows, cols, channels, pixel bytes."""
MAGIC = b"CIMG"
MAX_JSON = 256_000
"""Of the last reply, which carries what was printed: :data:`MAX_PRINTED` characters, all of them escaped."""
MAX_PRINTED = 20_000
MAX_SMALL_JSON = 16_000
"""Of every other reply."""
MAX_PRELUDE = 64_000
"""Bytes that a launcher may print before the first reply."""
MAX_PIXELS = 64_000_000
FRAME_SIDE = 256
"""Of a growing picture."""
MOST_UNSEEN = 20
"""Lines of parts without a pixel that are told of."""
MOST_PARTS = 500
MOST_FILM = 16_000_000
"""Bytes of what the parts of a program changed, one after the other."""
MOST_LABELS = 4_000_000
"""Of a larger picture nobody is told which part drew a pixel."""
DENIALS = ("read", "write", "list", "network", "fork", "signal", "exec")
"""What must be denied before code counts as isolated."""


class Kind(IntEnum):
    """What a reply is."""

    PROBED = 1
    READY = 2
    STEP = 3
    FRAME = 4
    DONE = 5
    PARTS = 6
    CHANGE = 7


class HostileReply(ValueError):
    """The worker's bytes are not a reply of ours, or not the one that is due."""


@dataclass(frozen=True)
class Reply:
    """One message of the worker; ``pixels`` are uint8, row by row, channel last (of parts: little-endian uint16)."""

    kind: Kind
    data: dict[str, Any]
    shape: tuple[int, ...] = ()
    pixels: bytes | bytearray | memoryview = b""


class Turns:
    """Which reply may come next: the probe's two, then for each statement a frame or none and its step, then the parts
    or none, what they changed (at most as many replies and bytes as may be), and the last.

    It bounds what a worker can make its parent keep, and no step, verdict or result counts unless it was asked for.

    Attributes
    ----------
    asked : how many steps were asked for so far.
    last : whether the last reply was asked for.
    """

    def __init__(self) -> None:
        self.asked = 0
        self.last = False
        self._stepped = 0
        self._changes, self._changed = 0, 0
        self._before: Kind | None = None

    def admit(self, kind: Kind, size: int = 0) -> None:
        """Take the next reply's kind, and how many bytes of pixels it has.

        Raises
        ------
        HostileReply
            If it is not due.
        """
        before, self._before = self._before, kind
        working = before is not None and before > Kind.PROBED
        over = working and self._stepped == self.asked and self.last and before is not Kind.FRAME
        told = before in {Kind.PARTS, Kind.CHANGE}
        due = {
            Kind.PROBED: before is None,
            Kind.READY: before is Kind.PROBED,
            Kind.STEP: working and self._stepped < self.asked and not told,
            Kind.FRAME: working and self._stepped < self.asked and before is not Kind.FRAME,
            Kind.PARTS: over and not told,
            Kind.CHANGE: told and self._changes <= MOST_PARTS and self._changed + size <= MOST_FILM,
            Kind.DONE: over,
        }
        if before is Kind.DONE or not due[kind]:
            raise HostileReply(f"{kind.name} is not due")
        self._stepped += kind is Kind.STEP
        self._changes += kind is Kind.CHANGE
        self._changed += size * (kind is Kind.CHANGE)


def pack_command(command: dict[str, Any]) -> bytes:
    """Encode a command for the worker."""
    body = json.dumps(command).encode()
    return struct.pack(">I", len(body)) + body


def pack_reply(kind: Kind, data: dict[str, Any], shape: tuple[int, ...] = (), pixel_bytes: int = 0) -> bytes:
    """Encode a reply's header and JSON; the pixels follow."""
    body = json.dumps(data).encode()
    rows, cols = shape[:2] if shape else (0, 0)
    channels = (shape[2] if len(shape) == 3 else 1) if shape else 0
    return HEADER.pack(MAGIC, kind, len(body), rows, cols, channels, pixel_bytes) + body


def read_first_reply(read: Callable[[int], bytes]) -> Reply | None:
    """Read the first reply of a worker whose launcher may print something before; see :func:`read_reply`."""
    before = b""
    while not before.endswith(MAGIC):
        byte = read(1)
        if not byte:
            return None
        before += byte
        if len(before) > MAX_PRELUDE:
            raise HostileReply("too much before the first reply")
    rest = [MAGIC]
    return read_reply(lambda count: rest.pop() + read(count - len(MAGIC)) if rest else read(count))


def read_reply(read: Callable[[int], bytes]) -> Reply | None:
    """Read one reply.

    Parameters
    ----------
    read : returns exactly that many bytes, or fewer at the end of the stream.

    Returns
    -------
    Reply or None
        None at the end of the stream.

    Raises
    ------
    HostileReply
        If the bytes are not exactly such a reply; nothing oversize is ever allocated.
    """
    head = read(HEADER.size)
    if not head:
        return None
    if len(head) < HEADER.size:
        raise HostileReply("cut header")
    magic, number, length, rows, cols, channels, pixel_bytes = HEADER.unpack(head)
    if magic != MAGIC or number not in Kind._value2member_map_:
        raise HostileReply("not a reply")
    kind = Kind(number)
    if length > (MAX_JSON if kind is Kind.DONE else MAX_SMALL_JSON):
        raise HostileReply("too long")
    _check_picture(kind, rows, cols, channels, pixel_bytes)
    body, pixels = read(length), read(pixel_bytes)
    if len(body) < length or len(pixels) < pixel_bytes:
        raise HostileReply("cut reply")
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise HostileReply("not JSON") from error
    if not isinstance(data, dict):
        raise HostileReply("not an object")
    plane = (rows, cols) if channels == 1 else (rows, cols, channels)
    return Reply(kind, data, plane if channels else (), pixels)


def _check_picture(kind: Kind, rows: int, cols: int, channels: int, pixel_bytes: int) -> None:
    """Hold a header's sizes against what that kind may carry, before a byte of it is read."""
    if channels == 0 and kind is not Kind.FRAME:
        fits = rows == cols == pixel_bytes == 0
    elif kind is Kind.CHANGE:
        fits = 0 < rows * cols <= MOST_LABELS
    elif kind is Kind.FRAME:
        fits = 0 < rows <= FRAME_SIDE and 0 < cols <= FRAME_SIDE
    elif kind is Kind.PARTS:
        fits = 0 < rows * cols <= MOST_LABELS and channels == 2
    else:
        fits = kind is Kind.DONE and 0 < rows * cols <= MAX_PIXELS
    if not fits or (channels not in (0, 1, 3, 4) and kind is not Kind.PARTS) or pixel_bytes != rows * cols * channels:
        raise HostileReply("impossible picture")
