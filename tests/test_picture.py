from __future__ import annotations

import io
import tracemalloc
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from PIL import Image

from chatimg_magic.errors import BadOption
from chatimg_magic.picture import MAX_PIXELS, NotAPicture, blank, check, convert, glance, png, save, shown
from chatimg_magic.request import Mode, Request, Size

RGB = np.arange(2 * 3 * 3, dtype=np.uint8).reshape(2, 3, 3)
RGBA = np.arange(2 * 3 * 4, dtype=np.uint8).reshape(2, 3, 4)


@pytest.mark.parametrize(
    ("value", "pixels", "notes"),
    [
        (np.array([[0, 255]], np.uint8), [[0, 255]], ()),
        ([[True, False]], [[255, 0]], ("bool scaled to 0 and 255",)),
        ([[0.0, 0.5, 1.0]], [[0, 128, 255]], ("float64 0 to 1 scaled to 0 to 255",)),
        (np.array([[0, 0.25, 1]], np.float16), [[0, 64, 255]], ("float16 0 to 1 scaled to 0 to 255",)),
        (np.array([[0.2, 1]], np.float32), [[51, 255]], ("float32 0 to 1 scaled to 0 to 255",)),
        ([[0.0, 100.6, 255.0]], [[0, 101, 255]], ("float64 converted to uint8",)),
        (
            [[-3.5, 12.0, 300.0]],
            [[0, 12, 255]],
            ("values from -3.5 to 300 clipped to 0 to 255", "float64 converted to uint8"),
        ),
        ([[-1e-9, 1.0]], [[0, 1]], ("values from -1e-09 to 1 clipped to 0 to 255", "float64 converted to uint8")),
        ([[1, 254]], [[1, 254]], ("int64 converted to uint8",)),
        ([[-7, 999]], [[0, 255]], ("values from -7 to 999 clipped to 0 to 255", "int64 converted to uint8")),
        (
            np.array([[-128, 127]], np.int8),
            [[0, 127]],
            ("values from -128 to 127 clipped to 0 to 255", "int8 converted to uint8"),
        ),
        (np.array([[0, 255]], np.int16), [[0, 255]], ("int16 converted to uint8",)),
        (
            np.array([[2**64 - 1, 3]], np.uint64),
            [[255, 3]],
            (f"values from 3 to {2**64 - 1} clipped to 0 to 255", "uint64 converted to uint8"),
        ),
        ([[0, 1]], [[0, 1]], ("int64 converted to uint8",)),
        (
            [[np.nan, 1.0, np.inf, -np.inf]],
            [[0, 255, 0, 0]],
            ("3 NaN or infinite values set to 0", "float64 0 to 1 scaled to 0 to 255"),
        ),
    ],
    ids=lambda value: str(value) if isinstance(value, tuple) else "",
)
def test_numbers_become_pixels_and_notes_say_how(value: Any, pixels: list[list[int]], notes: tuple[str, ...]) -> None:
    got, said = convert(value)
    assert got.dtype == np.uint8
    assert got.tolist() == pixels
    assert said == notes


@pytest.mark.parametrize("dtype", [">u2", ">i4", ">f8"])
def test_foreign_byte_order_is_read_rightly(dtype: str) -> None:
    assert convert(np.array([[0, 200]], dtype))[0].tolist() == [[0, 200]]


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        (np.zeros((2, 3)), (2, 3)),
        (np.zeros((2, 3, 1)), (2, 3)),
        (RGB, (2, 3, 3)),
        (RGBA, (2, 3, 4)),
        (np.zeros((1, 1)), (1, 1)),
        (Image.fromarray(RGB), (2, 3, 3)),
        (Image.fromarray(RGB).convert("L"), (2, 3)),
        (RGB.tolist(), (2, 3, 3)),
    ],
    ids=["plane", "one channel", "rgb", "rgba", "one pixel", "Pillow", "grey Pillow", "lists"],
)
def test_every_shape_of_an_image_is_accepted(value: Any, shape: tuple[int, ...]) -> None:
    pixels, _ = convert(value)
    assert pixels.shape == shape
    assert pixels.flags.c_contiguous
    assert (pixels.reshape(-1) == np.asarray(value).reshape(-1)).all()


def test_views_become_contiguous_with_the_same_pixels() -> None:
    turned = RGB.transpose(1, 0, 2)[::-1]
    pixels, notes = convert(turned)
    assert pixels.flags.c_contiguous
    assert (pixels == turned).all()
    assert notes == ()


def test_a_masked_array_is_read_as_its_data() -> None:
    assert convert(np.ma.masked_array([[1, 2]], [[True, False]], np.uint8))[0].tolist() == [[1, 2]]


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (None, "dtype object"),
        ("a face", "dtype <U6"),
        (b"face", "dtype |S4"),
        ({1: 2}, "dtype object"),
        (np.array([[None]]), "dtype object"),
        (np.array([[1j]]), "dtype complex128"),
        (np.array([["a"]]), "dtype <U1"),
        (np.zeros((2, 2), "datetime64[s]"), r"dtype datetime64\[s\]"),
        (np.zeros((2, 2), [("r", "u1")]), "dtype"),
        (7, r"shape \(\)"),
        (np.zeros(9), r"shape \(9,\)"),
        (np.zeros((2, 3, 2)), r"shape \(2, 3, 2\)"),
        (np.zeros((2, 3, 5)), r"shape \(2, 3, 5\)"),
        (np.zeros((3, 20, 30)), r"shape \(3, 20, 30\)"),
        (np.zeros((1, 2, 3, 3)), r"shape \(1, 2, 3, 3\)"),
        (np.zeros((0, 5)), r"empty: its shape is \(0, 5\)"),
        (np.zeros((5, 0, 3)), r"empty: its shape is \(5, 0, 3\)"),
        (np.full((2, 2), np.nan), "only NaN or infinite"),
        (np.full((2, 2), np.inf), "only NaN or infinite"),
        ([[1, 2], [3]], "no array"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_image_is_refused_with_its_shape_or_dtype(value: Any, why: str) -> None:
    with pytest.raises(NotAPicture, match=why):
        convert(value)


@pytest.mark.parametrize("dtype", [np.uint8, np.float64, bool, np.int64])
def test_an_enormous_array_is_refused_without_being_copied(dtype: Any) -> None:
    enormous = np.broadcast_to(np.ones((), dtype), (8001, 8001, 3))
    tracemalloc.start()
    try:
        with pytest.raises(NotAPicture, match="has 64,016,001 pixels; at most 64,000,000 are shown"):
            convert(enormous)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 1_000_000


def test_the_largest_picture_has_exactly_the_limit() -> None:
    pixels, _ = convert(np.broadcast_to(np.zeros((), np.uint8), (8000, 8000)))
    assert pixels.size == MAX_PIXELS


@settings(max_examples=60)
@given(
    hnp.arrays(
        st.one_of(hnp.integer_dtypes(), hnp.unsigned_integer_dtypes(), hnp.floating_dtypes(), hnp.boolean_dtypes()),
        hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=5),
    )
)
def test_any_array_is_pixels_or_refused_without_a_warning(array: np.ndarray[Any, Any]) -> None:
    try:
        pixels, notes = convert(array)
    except NotAPicture:
        bad_shape = (
            array.ndim < 2 or array.ndim == 4 or array.size == 0 or (array.ndim == 3 and array.shape[2] in (2, 5))
        )
        assert bad_shape or not np.isfinite(array).any()
        return
    assert pixels.dtype == np.uint8
    assert pixels.shape[:2] == array.shape[:2]
    assert bool(notes) is (array.dtype != np.uint8)


def asked(size: Size, mode: str) -> Request:
    """Ask for a picture of a size and mode."""
    return Request("a dot", "dot", size, Mode(mode))


def test_a_picture_that_is_as_asked_is_left_alone_and_made_read_only() -> None:
    picture = check(RGB.copy(), ("a note",), asked(Size(2, 3), "rgb"))
    assert (picture.array == RGB).all()
    assert picture.notes == ("a note",)
    assert not picture.array.flags.writeable


@pytest.mark.parametrize("mode", ["gray", "rgb", "rgba"])
def test_swapped_rows_and_columns_are_named(mode: str) -> None:
    request = asked(Size(3, 2), mode)
    with pytest.raises(NotAPicture) as caught:
        check(RGB, (), request)
    assert str(caught.value) == (
        f"the array's shape is (2, 3, 3), but {request.shape} was asked for (rows and columns are swapped)"
    )


def test_another_size_is_refused_with_both_shapes() -> None:
    with pytest.raises(NotAPicture) as caught:
        check(RGB, (), asked(Size(4, 4), "rgb"))
    assert str(caught.value) == "the array's shape is (2, 3, 3), but (4, 4, 3) was asked for"


GREY = np.array([[0, 100, 255], [7, 8, 9]], np.uint8)
GREY_RGB = np.stack([GREY] * 3, axis=2)
OPAQUE = np.full((2, 3, 1), 255, np.uint8)


@pytest.mark.parametrize(
    ("pixels", "mode", "expected", "note"),
    [
        (GREY, "rgb", GREY_RGB, "grey repeated in three channels"),
        (GREY, "rgba", np.concatenate([GREY_RGB, OPAQUE], 2), "opaque alpha channel added"),
        (RGB, "rgba", np.concatenate([RGB, OPAQUE], 2), "opaque alpha channel added"),
        (GREY_RGB, "gray", GREY, "grey rgb reduced to one channel"),
        (np.concatenate([RGB, OPAQUE], 2), "rgb", RGB, "rgba laid on white"),
        (np.concatenate([GREY_RGB, OPAQUE], 2), "gray", GREY, "rgba laid on white and reduced to one channel"),
    ],
    ids=["gray-rgb", "gray-rgba", "rgb-rgba", "rgb-gray", "rgba-rgb", "rgba-gray"],
)
def test_channels_are_changed_where_nothing_is_lost(
    pixels: np.ndarray[Any, Any], mode: str, expected: np.ndarray[Any, Any], note: str
) -> None:
    picture = check(pixels.copy(), ("before",), asked(Size(2, 3), mode))
    assert picture.array.shape == expected.shape
    assert (picture.array == expected).all()
    assert picture.notes == ("before", note)


TRANSPARENT = np.array([[[0, 0, 0, 0], [0, 0, 0, 255], [0, 0, 0, 51]]], np.uint8)


@pytest.mark.parametrize(("mode", "expected"), [("rgb", [[[255] * 3, [0] * 3, [204] * 3]]), ("gray", [[255, 0, 204]])])
def test_transparency_is_laid_on_white(mode: str, expected: list[Any]) -> None:
    assert check(TRANSPARENT.copy(), (), asked(Size(1, 3), mode)).array.tolist() == expected


@pytest.mark.parametrize("pixels", [RGB, np.concatenate([RGB, OPAQUE], 2)], ids=["rgb", "rgba"])
def test_colours_are_not_thrown_away_for_a_grey_picture(pixels: np.ndarray[Any, Any]) -> None:
    with pytest.raises(NotAPicture, match=r"has colours, .* but a grey one of shape \(2, 3\) was asked for"):
        check(pixels, (), asked(Size(2, 3), "gray"))


@pytest.mark.parametrize("channel", [1, 2])
def test_one_differing_channel_is_a_colour(channel: int) -> None:
    pixels = GREY_RGB.copy()
    pixels[1, 2, channel] += 1
    with pytest.raises(NotAPicture, match="has colours"):
        check(pixels, (), asked(Size(2, 3), "gray"))


@pytest.mark.parametrize(
    ("pixels", "mode", "colour"),
    [
        (np.zeros((4, 4), np.uint8), "gray", "0"),
        (np.full((4, 4, 3), 255, np.uint8), "rgb", "(255, 255, 255)"),
        (np.full((4, 4, 4), 9, np.uint8), "rgba", "(9, 9, 9, 9)"),
        (np.zeros((4, 4), np.uint8), "rgb", "(0, 0, 0)"),
    ],
)
def test_a_blank_picture_is_refused_with_its_colour(pixels: np.ndarray[Any, Any], mode: str, colour: str) -> None:
    with pytest.raises(NotAPicture) as caught:
        check(pixels, (), asked(Size(4, 4), mode))
    assert str(caught.value) == f"the picture is blank: every pixel is {colour}"


def test_a_fully_transparent_picture_is_blank_whatever_its_colours() -> None:
    pixels = RGBA.copy()
    pixels[..., 3] = 0
    assert blank(pixels) == "fully transparent"
    pixels[0, 0, 3] = 1
    assert blank(pixels) is None


@pytest.mark.parametrize("shape", [(5, 5), (5, 5, 3), (5, 5, 4)])
def test_one_pixel_that_differs_makes_a_picture(shape: tuple[int, ...]) -> None:
    pixels = np.full(shape, 200, np.uint8)
    assert blank(pixels) is not None
    pixels.reshape(-1)[-1] = 201
    assert blank(pixels) is None


def test_a_single_pixel_is_not_blank() -> None:
    assert blank(np.zeros((1, 1), np.uint8)) is None
    assert blank(np.zeros((1, 2), np.uint8)) == "0"


def ramp(*shape: int) -> np.ndarray[Any, Any]:
    """Fill a shape with many values."""
    return (np.arange(int(np.prod(shape))) * 7 % 256).astype(np.uint8).reshape(shape)


@pytest.mark.parametrize(
    ("side", "factor"), [(1, 192), (2, 96), (50, 3), (64, 3), (65, 2), (96, 2), (97, 1), (192, 1), (400, 1)]
)
@pytest.mark.parametrize("channels", [(), (3,), (4,)])
def test_a_small_picture_is_enlarged_by_a_whole_factor(side: int, factor: int, channels: tuple[int, ...]) -> None:
    pixels = ramp(side, max(side // 2, 1), *channels)
    large = shown(pixels)
    assert large.shape == (side * factor, max(side // 2, 1) * factor, *channels)
    assert (large[::factor, ::factor] == pixels).all()
    assert (large[factor - 1 :: factor, factor - 1 :: factor] == pixels).all()


def test_a_large_picture_is_thinned_out_and_never_blended() -> None:
    pixels = ramp(3000, 2000)
    small = shown(pixels)
    assert small.shape == (1500, 1000)
    assert (small == pixels[::2, ::2]).all()
    assert shown(pixels[:1500, :1000]).shape == (1500, 1000)
    assert shown(pixels[:1501, :1000]).shape == (751, 500)


def decoded(data: bytes) -> np.ndarray[Any, Any]:
    """Read a PNG with Pillow."""
    image = Image.open(io.BytesIO(data))
    assert image.format == "PNG"
    return np.asarray(image)


@pytest.mark.parametrize("shape", [(7, 11), (7, 11, 3), (7, 11, 4), (1, 1), (300, 2)], ids=str)
def test_a_png_holds_exactly_the_pixels(shape: tuple[int, ...]) -> None:
    pixels = ramp(*shape)
    image = decoded(png(pixels))
    assert image.shape[:2] == shape[:2]
    if len(shape) == 2:
        assert all((image[..., channel] == pixels).all() for channel in range(3))
    else:
        assert (image[..., : shape[2]] == pixels).all()
    if image.shape[2] == 4 and shape[2:] != (4,):
        assert (image[..., 3] == 255).all()


def test_every_grey_value_survives_a_png() -> None:
    for pixels in (np.arange(256, dtype=np.uint8).reshape(16, 16), np.array([[100, 101]], np.uint8)):
        assert (decoded(png(pixels))[..., :3] == pixels[..., None]).all()


def test_the_same_pixels_give_the_same_bytes_and_others_do_not() -> None:
    pixels = ramp(9, 9, 3)
    changed = pixels.copy()
    changed[8, 8, 2] += 1
    assert png(pixels) == png(pixels.copy())
    assert png(pixels) != png(changed)
    assert b"Software" not in png(pixels)


@settings(max_examples=25)
@given(hnp.arrays(np.uint8, st.tuples(st.integers(1, 9), st.integers(1, 9), st.sampled_from([3, 4]))))
def test_any_colours_survive_a_png(pixels: np.ndarray[Any, Any]) -> None:
    assert (decoded(png(pixels))[..., : pixels.shape[2]] == pixels).all()


@pytest.mark.parametrize(("shape", "mode"), [((20, 30), "L"), ((20, 30, 3), "RGB"), ((20, 30, 4), "RGBA")])
@pytest.mark.parametrize("ending", ["png", "tiff", "webp"])
def test_a_saved_file_has_the_mode_the_size_and_the_pixels(
    shape: tuple[int, ...], mode: str, ending: str, tmp_path: Path
) -> None:
    pixels = ramp(*shape)
    target = save(pixels, str(tmp_path / f"face.{ending}"))
    assert target == tmp_path / f"face.{ending}"
    with Image.open(target) as image:
        assert image.size == (30, 20)
        if ending != "webp":
            assert image.mode == mode
            assert (np.asarray(image) == pixels).all()


def test_a_tilde_means_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert save(RGB, "~/face.png") == tmp_path / "face.png"
    assert (tmp_path / "face.png").is_file()


@pytest.mark.parametrize(
    "name",
    ["face.nothing", "face", "no/such/folder/face.png", ".", "null\x00.png"],
    ids=["ending", "none", "folder", "dot", "null"],
)
def test_a_file_that_cannot_be_saved_is_a_bad_option(name: str, tmp_path: Path) -> None:
    with pytest.raises(BadOption, match="could not be saved") as caught:
        save(RGB, f"{tmp_path}/{name}")
    assert caught.value.remedy == "Name another path."
    assert str(tmp_path) not in caught.value.what or "No such file" in caught.value.what


def test_transparency_that_a_format_lacks_is_a_bad_option(tmp_path: Path) -> None:
    with pytest.raises(BadOption, match=r"face\.jpg"):
        save(RGBA, str(tmp_path / "face.jpg"))


def test_a_read_only_picture_can_be_shown_encoded_and_saved(tmp_path: Path) -> None:
    pixels = check(RGB.copy(), (), asked(Size(2, 3), "rgb")).array
    assert shown(pixels).shape == (128, 192, 3)
    assert (decoded(png(pixels))[..., :3] == RGB).all()
    assert save(pixels, str(tmp_path / "a.png")).stat().st_size > 0


@pytest.mark.parametrize("shape", [(40, 64), (40, 64, 3), (512, 512)])
def test_a_glance_holds_the_very_pixels_where_they_fit(shape: tuple[int, ...]) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, shape, np.uint8)
    seen = np.asarray(Image.open(io.BytesIO(glance(pixels, 512))))
    assert np.array_equal(seen, pixels)


def test_a_glance_at_a_large_picture_keeps_its_thin_lines() -> None:
    pixels = np.zeros((600, 2000, 3), np.uint8)
    pixels[301] = 255
    seen = np.asarray(Image.open(io.BytesIO(glance(pixels, 512))))
    assert seen.shape == (154, 512, 3)
    assert seen.max() > 40


def test_a_glance_lays_what_is_transparent_on_white() -> None:
    pixels = np.zeros((8, 8, 4), np.uint8)
    pixels[2:5, 2:5] = 200, 10, 10, 255
    seen = np.asarray(Image.open(io.BytesIO(glance(pixels, 512))))
    assert seen.shape == (8, 8, 3)
    assert seen[0, 0].tolist() == [255, 255, 255]
    assert seen[3, 3].tolist() == [200, 10, 10]
