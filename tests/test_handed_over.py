# ruff: noqa: E501 (one program a line)
"""The person's arrays in the sandbox: copied in as they are, bounded, and never more than data."""

from __future__ import annotations

import sys
import zlib

import numpy as np
import pytest
from numpy.typing import NDArray

from chatimg_magic import policy
from chatimg_magic.sandbox import Limits, Result, Sandbox
from tests.jobs import last

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux isolates, and elsewhere nothing is run")

HASH = "import zlib\nimport numpy as np\nprint({name}.dtype.str, {name}.shape, zlib.crc32({name}.tobytes()))\nimg = np.eye(8)"


def handed(arrays: dict[str, NDArray[np.generic]], code: str, limits: Limits | None = None) -> Result:
    with Sandbox(limits or Limits(seconds=5)).start() as run:
        for name, array in arrays.items():
            run.give(name, array)
        run.send(code, 1, "img")
        return last(run)


@pytest.mark.parametrize("dtype", "bool uint8 int8 >u2 uint32 int64 float16 float32 >f8 float64".split())
def test_every_dtype_and_shape_arrives_as_it_is(dtype: str) -> None:
    shapes: list[tuple[int, ...]] = [(), (0,), (5,), (4, 6), (3, 4, 3), (2, 3, 4, 5)]
    drawn, low = np.random.default_rng(1), 20 if dtype[-2:] in ("i8", "f8") else 0
    arrays = {f"photo{n}": (drawn.random(shape) * 100 - low).astype(dtype) for n, shape in enumerate(shapes)}
    printed = handed(arrays, "\n".join(HASH.format(name=name) for name in arrays)).printed
    assert printed.splitlines() == [
        f"{array.dtype.str} {array.shape or (1,)} {zlib.crc32(array.tobytes())}" for array in arrays.values()
    ]


def test_views_and_other_orders_arrive_as_they_look() -> None:
    base = np.arange(48, dtype=np.uint8).reshape(6, 8)
    code = "print(a.tolist() == b.T.tolist(), c[0, 0], a.flags.writeable)\nimport numpy as np\nimg = np.eye(8)"
    arrays = {"a": base.T, "b": base, "c": base[::-1, ::-2]}
    assert handed(arrays, code).printed == "True 47 True\n"


def test_code_changes_only_its_copy() -> None:
    photo = np.full((4, 4), 9, np.uint8)
    result = handed({"photo": photo}, "photo[:] = 200\nimg = photo")
    assert result.pixels is not None
    assert result.pixels.max() == 200
    assert photo.max() == 9


def test_many_arrays_and_a_large_one() -> None:
    arrays = {f"a{i}": np.full(3, i, np.uint8) for i in range(200)} | {"large": np.ones((8000, 8000), np.uint8)}
    code = (
        "total = sum(globals()[f'a{i}'][0].item() for i in range(200))\nprint(total, large.sum())\nimg = large[:8, :8]"
    )
    assert handed(arrays, code).printed == f"{sum(range(200))} 64000000\n"


def test_an_array_beyond_the_memory_ends_the_worker_and_says_so() -> None:
    result = handed({"large": np.ones(400_000_000, np.uint8)}, "img = large", Limits(seconds=5, memory=400 * 1024**2))
    assert result.pixels is None
    assert "the code ended its process" in result.problem


@pytest.mark.parametrize(
    "name", ["__builtins__", "print", "np", "__name__", "a b; import os", "", "\ud800", "x" * 9999]
)
def test_a_hostile_name_is_only_a_name(name: str) -> None:
    result = handed({name: np.zeros(4, np.uint8)}, "import numpy as np\nimg = np.eye(8)")
    assert result.pixels is not None or result.failure is not None


def test_the_policy_knows_the_names_that_are_handed_over() -> None:
    given = frozenset({"photo"})
    assert policy.check("mine = photo.copy()\nmine[0] = 1\nimg = photo * 2 + mine\n", given) == []
    assert policy.check("img = photo * 2\n")[0].message.startswith("line 1 uses photo, which the code does not define")
    assert policy.check("photo.tofile('x')\n", given)
