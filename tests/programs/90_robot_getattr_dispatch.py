import numpy as np


class RobotPainter:
    """Paints a robot part by part; every part has its own method."""

    PARTS = ("background", "legs", "body", "arms", "head", "face", "antenna")

    def __init__(self, size=192, **colors):
        self.size = size
        self.canvas = np.zeros((size, size, 3), dtype=np.uint8)
        defaults = {"metal": (150, 165, 180), "dark": (70, 80, 95), "glow": (80, 240, 220), "wall": (250, 220, 170)}
        self.colors = {**defaults, **colors}

    def box(self, x, y, w, h, color, border=True):
        if border:
            self.canvas[y - 2:y + h + 2, x - 2:x + w + 2] = self.colors["dark"]
        self.canvas[y:y + h, x:x + w] = self.colors.get(color, color)

    def paint_background(self):
        self.canvas[:] = self.colors["wall"]
        self.canvas[165:] = (190, 150, 110)

    def paint_legs(self):
        for x in (72, 102):
            self.box(x, 140, 18, 34, "metal")
            self.box(x - 4, 168, 26, 10, "dark")

    def paint_body(self):
        self.box(60, 84, 72, 58, "metal")
        for k, c in enumerate([(230, 60, 60), (240, 200, 60), (70, 200, 90)]):
            self.box(70 + 20 * k, 94, 10, 10, c)
        self.box(72, 116, 48, 16, (30, 40, 50))
        wave = (124 + 5 * np.sin(np.arange(48) * 0.5)).astype(int)
        self.canvas[wave, np.arange(72, 120)] = self.colors["glow"]

    def paint_arms(self):
        self.box(40, 88, 14, 44, "metal")
        self.box(138, 60, 14, 44, "metal")

    def paint_head(self):
        self.box(68, 36, 56, 42, "metal")

    def paint_face(self):
        for x in (78, 104):
            self.box(x, 48, 10, 10, "glow")
        self.canvas[68:72, 80:112:4] = self.colors["dark"]

    def paint_antenna(self):
        self.canvas[20:34, 95:97] = self.colors["dark"]
        y, x = np.ogrid[:self.size, :self.size]
        self.canvas[(x - 96) ** 2 + (y - 16) ** 2 < 30] = (230, 60, 60)

    def __call__(self):
        for part in self.PARTS:
            method = getattr(self, f"paint_{part}")
            method()
        return self.canvas


image = RobotPainter(192, glow=(90, 255, 200))()
print("painted", len(RobotPainter.PARTS), "parts")
