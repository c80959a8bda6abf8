# an analog wall clock showing 10:10:35
"""Analog clock face drawn with Pillow (supersampled for smooth edges)."""
from __future__ import annotations

import math
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Iterator

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

SS = 3  # supersampling factor

@dataclass(frozen=True)
class Time:
    hour: int
    minute: int
    second: int = 0

    @classmethod
    def parse(cls, text: str) -> Time:
        return cls(*map(int, text.split(":")))

    @property
    def hour_angle(self) -> float:
        return (self.hour % 12 + self.minute / 60) * 30

    @property
    def minute_angle(self) -> float:
        return (self.minute + self.second / 60) * 6

    @property
    def second_angle(self) -> float:
        return self.second * 6.0

class ClockFace:
    def __init__(self, size: int = 360) -> None:
        self.size = size
        self.full = size * SS
        self.mid = self.full / 2
        self.radius = self.full * 0.42
        self.canvas = Image.new("RGB", (self.full, self.full), (206, 196, 180))

    @contextmanager
    def soft_shadow(self, blur: float = 8, offset: int = 6) -> Iterator[ImageDraw.ImageDraw]:
        """Whatever is drawn inside the block becomes a blurred shadow."""
        mask = Image.new("L", self.canvas.size, 0)
        yield ImageDraw.Draw(mask)
        mask = mask.filter(ImageFilter.GaussianBlur(blur * SS / 2))
        self.canvas.paste((60, 50, 40), (offset * SS, offset * SS), mask.point(lambda v: v // 2))

    def polar(self, degrees: float, r: float) -> tuple[float, float]:
        a = math.radians(degrees - 90)
        return self.mid + r * self.radius * math.cos(a), self.mid + r * self.radius * math.sin(a)

    def circle(self, draw, r: float, **style) -> None:
        d = r * self.radius
        draw.ellipse([self.mid - d, self.mid - d, self.mid + d, self.mid + d], **style)

    def draw_dial(self) -> None:
        with self.soft_shadow() as shadow:
            self.circle(shadow, 1.06, fill=255)
        draw = ImageDraw.Draw(self.canvas)
        self.circle(draw, 1.08, fill=(70, 46, 30))
        self.circle(draw, 1.00, fill=(252, 250, 244))
        font = ImageFont.load_default(size=26 * SS)
        for k in range(60):
            major = k % 5 == 0
            draw.line([self.polar(k * 6, 0.90 if major else 0.94), self.polar(k * 6, 0.98)],
                      fill=(40, 40, 40), width=(4 if major else 1) * SS)
        for n in range(1, 13):
            draw.text(self.polar(n * 30, 0.77), str(n), font=font, fill=(30, 30, 30), anchor="mm")

    def draw_hand(self, angle: float, length: float, width: int, color: tuple) -> None:
        ImageDraw.Draw(self.canvas).line(
            [self.polar(angle + 180, 0.14), self.polar(angle, length)], fill=color, width=width * SS
        )

    def render(self, time: Time) -> np.ndarray:
        self.draw_dial()
        self.draw_hand(time.hour_angle, 0.50, 8, (25, 25, 30))
        self.draw_hand(time.minute_angle, 0.74, 5, (25, 25, 30))
        self.draw_hand(time.second_angle, 0.84, 2, (200, 30, 30))
        self.circle(ImageDraw.Draw(self.canvas), 0.045, fill=(200, 30, 30))
        return np.asarray(self.canvas.resize((self.size, self.size), Image.LANCZOS))

if __name__ == "__main__":
    image = ClockFace().render(Time.parse("10:10:35"))
