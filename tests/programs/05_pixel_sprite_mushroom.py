import numpy as np

SPRITE = """
......kkkk......
....kkrrrrkk....
...krrwwwwrrk...
..krrrwwwwrrrk..
..krrrrwwrrrrk..
.kwwrrrrrrrrwwk.
.kwwwrrrrrrwwwk.
.kwwrrrwwrrrwwk.
.krrrrwwwwrrrrk.
.krrkkkkkkkkrrk.
..kkssksskssskk.
...kssksskssk...
...kssssssssk...
...kssssssssk...
....kssssssk....
.....kkkkkk.....
"""

COLORS = {
    '.': (126, 192, 238),
    'k': (20, 16, 16),
    'r': (214, 38, 30),
    'w': (255, 250, 240),
    's': (250, 214, 165),
}

rows = [line.strip() for line in SPRITE.strip().splitlines()]
width = max(map(len, rows))
rows = [r.ljust(width, '.')[:16] for r in rows]

small = np.array([[COLORS[ch] for ch in row] for row in rows], dtype=np.uint8)
image = np.kron(small, np.ones((10, 10, 1), dtype=np.uint8))
assert image.ndim == 3
print("Sprite enlarged to", image.shape)
