import numpy as np

CELL = 6
ROWS = COLS = 40
SIZE = CELL * ROWS

v, u = np.mgrid[0:ROWS, 0:COLS] / ROWS * 2 - 1

tone = np.full((ROWS, COLS), 0.15)
face = (u / 0.72) ** 2 + (v / 0.9) ** 2 < 1
tone[face] = 0.35 + 0.25 * (u[face] + 0.4)
for ex in (-0.3, 0.3):
    eye = ((u - ex) / 0.15) ** 2 + ((v + 0.2) / 0.1) ** 2 < 1
    tone[eye] = 0.95
smile = (np.abs(np.hypot(u, v - 0.05) - 0.45) < 0.06) & (v > 0.25)
tone[smile] = 0.95
nose = (np.abs(u) < 0.06 * (1 + v * 2)) & (v > -0.1) & (v < 0.2)
tone[nose] = 0.6
hair = face & (v < -0.52 + 0.1 * np.sin(u * 9))
tone[hair] = 1.0

cell_y, cell_x = np.mgrid[0:CELL, 0:CELL] - (CELL - 1) / 2
dist = np.hypot(cell_y, cell_x)

image = np.empty((SIZE, SIZE, 3), np.uint8)
image[:] = (255, 240, 60)
it = np.nditer(tone, flags=["multi_index"])
for value in it:
    r, c = it.multi_index
    block = image[r * CELL:(r + 1) * CELL, c * CELL:(c + 1) * CELL]
    block[dist <= float(value) ** 0.5 * CELL * 0.62] = (200, 20, 60)
print(image.shape)
