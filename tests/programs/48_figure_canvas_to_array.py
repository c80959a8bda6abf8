import numpy as np
import matplotlib.pyplot as plt
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Wedge, Rectangle, Polygon

fig = Figure(figsize=(2.4, 2.4), dpi=100)
canvas = FigureCanvasAgg(fig)
ax = fig.add_axes([0, 0, 1, 1])
ax.set_xlim(0, 10)
ax.set_ylim(0, 10)
ax.axis("off")

ax.add_patch(Rectangle((0, 0), 10, 10, color="#bde0fe"))
ax.add_patch(Rectangle((0, 0), 10, 2.5, color="#80b918"))
ax.add_patch(Circle((8, 8), 1.1, color="#ffd60a"))
# Windmill
ax.add_patch(Polygon([(4, 2), (6, 2), (5.5, 6), (4.5, 6)], closed=True, color="#b08968"))
ax.add_patch(Wedge((5, 6), 0.8, 0, 180, color="#7f4f24"))
for k in range(4):
    ax.add_patch(Wedge((5, 6.2), 2.6, 20 + 90 * k, 38 + 90 * k, facecolor="white", edgecolor="gray"))
ax.add_patch(Circle((5, 6.2), 0.25, color="k"))

canvas.draw()
image = np.asarray(canvas.buffer_rgba())[..., :3].copy()
print(image.shape, image.dtype)
