# a Gaussian blur demo: original next to increasingly blurred versions
from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from scipy import ndimage as ndi


class Filter(Protocol):
    """Anything that maps an H x W x 3 float image to another one."""

    name: str

    def apply(self, img: np.ndarray) -> np.ndarray: ...


@dataclass(frozen=True)
class Identity:
    name: str = "original"

    def apply(self, img: np.ndarray) -> np.ndarray:
        return img.copy()


@dataclass(frozen=True)
class GaussianBlur:
    sigma: float

    @property
    def name(self) -> str:
        return f"sigma = {self.sigma:g}"

    def apply(self, img: np.ndarray) -> np.ndarray:
        # sigma 0 on the last axis: channels must not bleed into each other
        return ndi.gaussian_filter(img, sigma=(self.sigma, self.sigma, 0), mode="reflect")


# --- Test pattern ----------------------------------------------------------

def test_pattern(size: int = 160) -> np.ndarray:
    """Stripes, a disc, a checker patch and some salt noise: plenty of edges to blur."""
    y, x = np.mgrid[0:size, 0:size] / size
    img = np.empty((size, size, 3))
    img[...] = (0.93, 0.92, 0.88)
    img[(y < 0.3) & (np.floor(x * 20 * (0.4 + x)) % 2 == 0)] = (0.1, 0.1, 0.15)
    img[np.hypot(x - 0.28, y - 0.65) < 0.2] = (0.85, 0.2, 0.2)
    img[np.hypot(x - 0.28, y - 0.65) < 0.09] = (1.0, 0.85, 0.2)
    checker = (np.floor(x * 16) + np.floor(y * 16)) % 2 == 0
    img[(x > 0.56) & (y > 0.42) & (y < 0.9) & checker] = (0.15, 0.35, 0.75)
    salt = np.random.default_rng(0).random((size, size)) > 0.995
    img[salt] = 0.0
    return img


# --- Layout ----------------------------------------------------------------

@dataclass
class ContactSheet:
    columns: int = 2
    margin: int = 12
    caption_height: int = 18

    def compose(self, panels: Sequence[tuple[str, np.ndarray]]) -> np.ndarray:
        h, w = panels[0][1].shape[:2]
        rows = -(-len(panels) // self.columns)
        step_x, step_y = w + self.margin, h + self.margin + self.caption_height
        sheet = Image.new(
            "RGB", (self.columns * step_x + self.margin, rows * step_y + self.margin), (40, 42, 48)
        )
        draw, font = ImageDraw.Draw(sheet), ImageFont.load_default()
        for i, (caption, panel) in enumerate(panels):
            row, col = divmod(i, self.columns)
            left, top = self.margin + col * step_x, self.margin + row * step_y
            pixels = (np.clip(panel, 0, 1) * 255).astype(np.uint8)
            sheet.paste(Image.fromarray(pixels), (left, top))
            draw.text((left + 2, top + h + 3), caption, fill=(230, 230, 230), font=font)
        return np.array(sheet)


if __name__ == "__main__":
    filters: list[Filter] = [Identity(), GaussianBlur(1.5), GaussianBlur(4), GaussianBlur(9)]
    source = test_pattern()
    image = ContactSheet().compose([(f.name, f.apply(source)) for f in filters])
    print("Blur demo:", image.shape)
