import numpy as np
from itertools import accumulate

def dragon_turns(n):
    """Turn sequence: +1 for right, -1 for left."""
    turns = []
    for _ in range(n):
        turns = turns + [1] + [-t for t in reversed(turns)]
    return turns

turns = dragon_turns(12)
headings = [0] + list(accumulate(turns))
steps = np.array([(1, 0), (0, 1), (-1, 0), (0, -1)])[np.array(headings) % 4]
path = np.concatenate([[(0, 0)], np.cumsum(steps, axis=0)])
path -= path.min(axis=0)
span = path.max(axis=0)

scale = max(1, int(240 // max(span)))
h, w = span[1] * scale + 16, span[0] * scale + 16
image = np.zeros((h, w, 3), dtype=np.uint8)
image[:] = (12, 10, 30)

n = len(path) - 1
for k in range(n):
    (x0, y0), (x1, y1) = path[k] * scale + 8, path[k + 1] * scale + 8
    frac = k / n
    colour = (int(255 * frac), int(90 + 100 * np.sin(np.pi * frac)), int(255 * (1 - frac)))
    image[min(y0, y1):max(y0, y1) + 1, min(x0, x1):max(x0, x1) + 1] = colour

print('size', image.shape)
