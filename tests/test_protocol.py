"""What the parent believes of the bytes on a worker's pipe."""

from __future__ import annotations

import contextlib
import json
import tracemalloc
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatimg_magic.sandbox import protocol
from chatimg_magic.sandbox.protocol import HEADER, MAGIC, HostileReply, Kind, Turns, pack_reply, read_reply


def reader(data: bytes, asked: list[int]) -> Callable[[int], bytes]:
    """Return a stream's read function that notes what it is asked for."""
    position = 0

    def read(size: int) -> bytes:
        nonlocal position
        asked.append(size)
        part = data[position : position + size]
        position += len(part)
        return part

    return read


def parsed(data: bytes) -> int:
    """Read replies until the end or the first hostile one; return how many there were."""
    asked: list[int] = []
    read = reader(data, asked)
    count = 0
    with contextlib.suppress(HostileReply):
        while (reply := read_reply(read)) is not None:
            count += 1
            assert isinstance(reply.data, dict)
            assert len(reply.pixels) == (np.prod(reply.shape, dtype=object) if reply.shape else 0)
            assert not reply.shape or min(reply.shape) > 0
    assert max(asked) <= 4 * protocol.MAX_PIXELS
    return count


HEADERS = st.builds(
    HEADER.pack,
    st.just(MAGIC),
    st.integers(0, 8),
    st.one_of(st.integers(0, 300), st.integers(0, 2**32 - 1)),
    st.one_of(st.integers(0, 12), st.integers(0, 2**32 - 1)),
    st.one_of(st.integers(0, 12), st.integers(0, 2**32 - 1)),
    st.integers(0, 255),
    st.one_of(st.integers(0, 600), st.integers(0, 2**32 - 1)),
)
VALID = [
    pack_reply(Kind.PROBED, {"denied": {"read": True}, "layers": ["a"]}),
    pack_reply(Kind.STEP, {"error": {"type": "E", "message": "m", "lines": [1]}}),
    pack_reply(Kind.FRAME, {}, (2, 3), 6) + b"abcdef",
    pack_reply(Kind.DONE, {"printed": "é"}, (2, 3, 4), 24) + bytes(24),
    pack_reply(Kind.PARTS, {"lines": [[1, 2]]}, (2, 3, 2), 12) + bytes(12),
    pack_reply(Kind.CHANGE, {"at": [0, 1]}, (1, 2, 3), 6) + bytes(6),
]


class TestProtocol:
    def test_replies_survive_the_way(self) -> None:
        assert parsed(b"".join(VALID)) == len(VALID)
        reply = read_reply(reader(VALID[3], []))
        assert reply is not None
        assert (reply.kind, reply.data, reply.shape) == (Kind.DONE, {"printed": "é"}, (2, 3, 4))

    @given(st.binary(max_size=200))
    def test_arbitrary_bytes_are_hostile_and_no_more(self, data: bytes) -> None:
        assert parsed(data) == 0

    @settings(max_examples=300)
    @given(HEADERS, st.one_of(st.binary(max_size=400), st.just(b"{}" + bytes(300)), st.just(b"[" * 400)))
    def test_arbitrary_headers_are_hostile_or_whole(self, head: bytes, rest: bytes) -> None:
        parsed(head + rest)

    @settings(max_examples=300)
    @given(st.permutations(VALID), st.data())
    def test_changed_replies_are_hostile_or_whole(self, replies: list[bytes], data: st.DataObject) -> None:
        stream = bytearray(b"".join(replies))
        for _ in range(data.draw(st.integers(1, 4))):
            stream[data.draw(st.integers(0, len(stream) - 1))] = data.draw(st.integers(0, 255))
        cut = data.draw(st.integers(0, len(stream)))
        assert parsed(bytes(stream[:cut])) <= len(VALID)

    def test_nothing_oversize_is_allocated(self) -> None:
        tracemalloc.start()
        for kind in Kind:
            for sizes in ((2**32 - 1, 0, 0, 0, 0), (2, 2**16, 2**16, 1, 2**32 - 1), (2, 2**31, 2, 0, 0)):
                with pytest.raises(HostileReply):
                    read_reply(reader(HEADER.pack(MAGIC, kind, *sizes) + b"{}", []))
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
        tracemalloc.stop()

    @given(st.lists(st.sampled_from(Kind), max_size=30), st.integers(0, 4), st.booleans())
    def test_turns_bound_what_is_kept(self, kinds: list[Kind], asked: int, last: bool) -> None:
        turns = Turns()
        turns.asked, turns.last = asked, last
        admitted = []
        with contextlib.suppress(HostileReply):
            for kind in kinds:
                turns.admit(kind)
                admitted.append(kind)
        assert admitted[:2] == [Kind.PROBED, Kind.READY][: len(admitted)]
        assert admitted.count(Kind.STEP) <= asked
        assert admitted.count(Kind.FRAME) <= asked
        assert admitted.count(Kind.PARTS) <= last
        assert Kind.CHANGE not in admitted[: admitted.index(Kind.PARTS) if Kind.PARTS in admitted else None]
        assert len(admitted) <= 2 + 2 * asked + 2 * last + admitted.count(Kind.CHANGE)
        if Kind.DONE in admitted:
            assert last
            assert admitted.count(Kind.STEP) == asked
            assert admitted[-1] is Kind.DONE

    def test_the_usual_order_is_admitted(self) -> None:
        turns = Turns()
        turns.admit(Kind.PROBED)
        turns.admit(Kind.READY)
        for kinds in ([Kind.FRAME, Kind.STEP], [Kind.STEP]):
            turns.asked += 1
            for kind in kinds:
                turns.admit(kind)
        turns.last = True
        for kind in (Kind.PARTS, Kind.CHANGE, Kind.CHANGE, Kind.DONE):
            turns.admit(kind, 1000)

    @pytest.mark.parametrize(("size", "most"), [(1, protocol.MOST_PARTS + 1), (protocol.MOST_FILM // 3, 3)])
    def test_no_more_changes_are_taken_than_parts_and_bytes_may_be(self, size: int, most: int) -> None:
        turns = Turns()
        turns.last = True
        for kind in (Kind.PROBED, Kind.READY, Kind.PARTS, *[Kind.CHANGE] * most):
            turns.admit(kind, size)
        with pytest.raises(HostileReply):
            turns.admit(Kind.CHANGE, size)

    def test_commands_are_length_and_json(self) -> None:
        packed = protocol.pack_command({"do": "run", "source": "é\ud800"})
        assert int.from_bytes(packed[:4], "big") == len(packed) - 4
        assert json.loads(packed[4:]) == {"do": "run", "source": "é\ud800"}
