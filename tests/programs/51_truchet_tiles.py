import numpy as np

def truchet_tile(n, flip=False):
    y, x = np.mgrid[0:n, 0:n] + 0.5
    d1 = np.abs(np.hypot(x, y) - n / 2)
    d2 = np.abs(np.hypot(x - n, y - n) - n / 2)
    tile = np.minimum(d1, d2)
    return tile[:, ::-1] if flip else tile

n, rows, cols = 24, 8, 10
tiles = {f: truchet_tile(n, f) for f in (False, True)}
choice = np.random.default_rng(77).integers(0, 2, size=(rows, cols)).astype(bool)

dist = np.block([[tiles[bool(choice[r, c])] for c in range(cols)] for r in range(rows)])

image = np.select(
    [(dist < 2)[..., None], (dist < 5)[..., None], (dist < 6.5)[..., None]],
    [np.array([255, 240, 200]), np.array([220, 110, 60]), np.array([60, 20, 30])],
    default=np.array([30, 90, 100]),
).astype(np.uint8)
print(image.shape)
