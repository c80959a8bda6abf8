# Request: "Use an L-system to draw a fractal plant on a light background, as a numpy array."
import numpy as np
from skimage.draw import line_aa, ellipse
import matplotlib.pyplot as plt

RULES = str.maketrans({"X": "F+[[X]-X]-F[-FX]+X", "F": "FF"})
ANGLE = np.deg2rad(25)

program = "X"
for _ in range(5):
    program = program.translate(RULES)

# --- turtle: collect line segments and leaf positions -------------------------
pos = np.zeros(2)
heading = np.deg2rad(65)
depth = 0
stack, segments, depths, leaves = [], [], [], []
for ch in program:
    if ch == "F":
        new = pos + (np.cos(heading), np.sin(heading))
        segments.append((*pos, *new))
        depths.append(depth)
        pos = new
    elif ch == "+":
        heading -= ANGLE
    elif ch == "-":
        heading += ANGLE
    elif ch == "[":
        stack.append((pos.copy(), heading))
        depth += 1
    elif ch == "]":
        leaves.append(pos.copy())
        pos, heading = stack.pop()
        depth -= 1

seg, depths = np.array(segments), np.array(depths)
leaves = np.unique(np.round(leaves, 3), axis=0)

# --- fit to canvas ------------------------------------------------------------
H, W, pad = 500, 420, 25
lo = np.minimum(seg[:, :2].min(0), seg[:, 2:].min(0))
hi = np.maximum(seg[:, :2].max(0), seg[:, 2:].max(0))
scale = min((W - 2 * pad) / (hi[0] - lo[0]), (H - 2 * pad) / (hi[1] - lo[1]))


def to_pixels(xy):
    p = (np.asarray(xy) - lo) * scale + pad
    return np.stack([H - 1 - p[..., 1], p[..., 0]], axis=-1)      # row, col


ends = np.rint(np.hstack([to_pixels(seg[:, :2]), to_pixels(seg[:, 2:])])).astype(int)

sky = np.linspace([0.86, 0.93, 0.97], [0.99, 0.97, 0.90], H)
canvas = np.broadcast_to(sky[:, None, :], (H, W, 3)).copy()

stem, twig = np.array([0.30, 0.22, 0.10]), np.array([0.25, 0.52, 0.18])
for (r0, c0, r1, c1), k in zip(ends, depths / depths.max()):
    rr, cc, alpha = line_aa(r0, c0, r1, c1)
    ink = stem * (1 - k) + twig * k
    canvas[rr, cc] = canvas[rr, cc] * (1 - alpha[:, None]) + ink * alpha[:, None]

rng = np.random.default_rng(8)
for r, c in to_pixels(leaves)[::3]:
    rr, cc = ellipse(r, c, 2.2, 1.5, shape=(H, W), rotation=rng.uniform(-np.pi, np.pi))
    canvas[rr, cc] = np.array([0.42, 0.70, 0.25]) * rng.uniform(0.8, 1.15)

image = (np.clip(canvas, 0, 1) * 255).astype(np.uint8)
plt.imshow(image)
plt.axis("off")
plt.show()
