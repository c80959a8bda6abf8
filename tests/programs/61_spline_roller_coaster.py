import numpy as np
from scipy.interpolate import CubicSpline, splprep, splev
from PIL import Image, ImageDraw

W, H, S = 280, 180, 3

ground = CubicSpline([0, 60, 140, 210, 280], [140, 150, 138, 152, 145])
knots = np.array([(10, 130), (50, 60), (80, 120), (120, 50), (150, 90), (128, 112), (108, 80), (150, 44), (200, 110), (240, 70), (272, 130)], float)
tck, _ = splprep(knots.T, s=0, k=3)
tx, ty = splev(np.linspace(0, 1, 500), tck)

img = Image.new("RGB", (W * S, H * S), "#cfe8ff")
d = ImageDraw.Draw(img)
xs = np.arange(0, W + 1, 2)
d.polygon([(0, H * S)] + [(x * S, float(ground(x)) * S) for x in xs] + [(W * S, H * S)], fill="#7fb069")

for x, y in list(zip(tx, ty))[::12]:
    d.line([(x * S, y * S), (x * S, float(ground(x)) * S)], fill="#888888", width=S)
rail = [(x * S, y * S) for x, y in zip(tx, ty)]
d.line(rail, fill="#c1121f", width=4 * S, joint="curve")
d.line([(x, y - 5 * S) for x, y in rail], fill="#780000", width=S, joint="curve")

for k in (230, 240, 250):
    cx, cy = rail[k]
    d.ellipse([cx - 5 * S, cy - 11 * S, cx + 5 * S, cy - 2 * S], fill="#003049", outline="white")

image = np.array(img.resize((W, H), Image.Resampling.LANCZOS))
print(image.shape)
