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
MAX_JSON = 64_000
MAX_PIXELS = 64_000_000
DENIALS = ("read", "write", "list", "network", "fork", "signal", "exec")
"""What must be denied before code counts as isolated."""


class Kind(IntEnum):
    """What a reply is."""

    PROBED = 1
    READY = 2
    STEP = 3
    FRAME = 4
    DONE = 5


class HostileReply(ValueError):
    """The worker's bytes are not a reply of ours."""


@dataclass(frozen=True)
class Reply:
    """One message of the worker; ``pixels`` are uint8, row by row, channel last."""

    kind: Kind
    data: dict[str, Any]
    shape: tuple[int, ...] = ()
    pixels: bytes | bytearray | memoryview = b""


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
    magic, kind, length, rows, cols, channels, pixel_bytes = HEADER.unpack(head)
    if magic != MAGIC or kind not in Kind._value2member_map_ or length > MAX_JSON:
        raise HostileReply("not a reply")
    if channels not in (0, 1, 3, 4) or rows * cols > MAX_PIXELS or pixel_bytes != rows * cols * channels:
        raise HostileReply("impossible picture")
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
    return Reply(Kind(kind), data, plane if channels else (), pixels)
