"""Parts that hang together, and runs along a line."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray
from scipy import ndimage

from chatimg_magic.measure import Blob, blobs, label, measure, run_lengths

MASKS = hnp.arrays(bool, hnp.array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=14))
EIGHT = np.ones((3, 3))


@settings(max_examples=300, deadline=None)
@given(MASKS, st.booleans())
def test_labels_are_those_of_scipy(mask: NDArray[np.bool_], corners: bool) -> None:
    labels, count = label(mask, corners)
    wanted, number = ndimage.label(mask, EIGHT if corners else None)
    assert count == number
    assert (labels == wanted).all()


@pytest.mark.parametrize("share", [0.3, 0.5, 0.6, 0.9])
def test_labels_of_large_noise_are_those_of_scipy(share: float) -> None:
    mask = np.random.default_rng(1).random((211, 157)) < share
    for corners in (True, False):
        labels, count = label(mask, corners)
        wanted, number = ndimage.label(mask, EIGHT if corners else None)
        assert count == number
        assert (labels == wanted).all()


def test_a_spiral_is_one_part() -> None:
    y, x = np.mgrid[:200, :200] - 100
    mask = np.mod(np.hypot(y, x) / 12 - np.arctan2(y, x) / (2 * np.pi), 1) < 0.5
    assert label(mask)[1] == ndimage.label(mask, EIGHT)[1]


@settings(max_examples=150, deadline=None)
@given(MASKS)
def test_parts_measure_what_scipy_finds(mask: NDArray[np.bool_]) -> None:
    wanted, count = ndimage.label(mask, EIGHT)
    found = blobs(mask)
    assert len(found) == count
    assert [blob.area for blob in found] == sorted((blob.area for blob in found), reverse=True)
    edge = np.ones(mask.shape, bool)
    edge[1:-1, 1:-1] = False
    for blob in found:
        whole = np.zeros(mask.shape, bool)
        whole[slice(*blob.rows), slice(*blob.cols)] = blob.mask
        assert (whole == (wanted == wanted[whole][0])).all()
        assert blob.area == whole.sum()
        assert blob.border == (whole & edge).sum()
        assert np.allclose(blob.centre, ndimage.center_of_mass(whole))
        assert (blob.filled == ndimage.binary_fill_holes(blob.mask)).all()
        assert 0 <= blob.hole < 1
        assert 0 < blob.fill <= 1


def only(mask: NDArray[np.bool_]) -> Blob:
    (blob,) = blobs(mask)
    return blob


def test_a_box_a_disc_and_a_ring_are_told_apart() -> None:
    y, x = np.mgrid[:80, :100]
    far = np.hypot(y - 40, x - 50)
    box, disc, ring = only((abs(y - 40) < 20) & (abs(x - 50) < 20)), only(far <= 30), only((far <= 30) & (far > 20))
    assert (box.rows, box.cols, box.middle) == ((21, 60), (31, 70), (40, 50))
    assert box.fill == 1
    assert disc.fill == pytest.approx(np.pi / 4, abs=0.03)
    assert ring.fill == disc.fill
    assert (box.hole, disc.hole) == (0, 0)
    assert ring.hole == pytest.approx(4 / 9, abs=0.03)
    assert (disc.height, disc.width, disc.centre) == (61, 61, (40, 50))


def test_the_largest_parts_come_first_and_the_smallest_are_left_out() -> None:
    mask = np.zeros((20, 20), bool)
    mask[0, 0] = mask[3:6, 3:6] = mask[10:15, 10:15] = True
    assert [blob.area for blob in blobs(mask)] == [25, 9, 1]
    assert [blob.area for blob in blobs(mask, smallest=9)] == [25, 9]
    assert [blob.area for blob in blobs(mask, most=1)] == [25]
    assert blobs(np.zeros((4, 4), bool)) == ()


@given(hnp.arrays(bool, st.integers(0, 30)))
def test_runs_add_up_to_what_is_true(line: NDArray[np.bool_]) -> None:
    lengths = run_lengths(line)
    assert sum(lengths) == line.sum()
    assert len(lengths) == ndimage.label(line)[1]
    assert all(length > 0 for length in lengths)


def test_measures_are_of_the_whole_picture_although_it_is_thinned_out() -> None:
    pixels = np.full((1200, 900, 3), 255, np.uint8)
    pixels[300:900, 450:] = (200, 0, 0)
    found = measure(pixels)
    red = next(region for region in found.regions if region.colour[1] == 0)
    assert red.share == pytest.approx(0.25, abs=0.01)
    assert red.centre == pytest.approx((600, 675), abs=5)
