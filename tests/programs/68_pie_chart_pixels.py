import math
import numpy as np
from fractions import Fraction
from statistics import mean

shares = {"rent": Fraction(2, 5), "food": Fraction(1, 4), "fun": Fraction(1, 10), "travel": Fraction(3, 20)}
shares["savings"] = 1 - sum(shares.values())
colors = [(91, 143, 249), (90, 216, 166), (246, 189, 22), (232, 104, 74), (109, 200, 236)]

SIZE, R, HOLE = 200, 88, 40
image = np.full((SIZE, SIZE, 3), 255, np.uint8)
edges, total = [], Fraction(0)
for share in shares.values():
    total += share
    edges.append(float(total))

for y in range(SIZE):
    for x in range(SIZE):
        dx, dy = x - SIZE / 2 + 0.5, y - SIZE / 2 + 0.5
        d = math.hypot(dx, dy)
        if not HOLE < d < R:
            continue
        frac = (math.atan2(dx, -dy) / math.tau) % 1
        index = next(i for i, e in enumerate(edges) if frac <= e)
        start = edges[index - 1] if index else 0.0
        gap = min(frac - start, edges[index] - frac) * math.tau * d
        if gap > 1.2:
            image[y, x] = colors[index]

for name, share in shares.items():
    print(f"{name:<8} {str(share):>5} {float(share):6.1%}")
print("mean share:", mean(shares.values()))
