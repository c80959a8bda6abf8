import colorsys
import numpy as np

hsv_to_rgb = np.vectorize(colorsys.hsv_to_rgb, otypes=[float, float, float])

n = 160
ax = np.linspace(-1, 1, n)
X, Y = np.meshgrid(ax, ax)
hue = (np.arctan2(-Y, X) / (2 * np.pi)) % 1.0
sat = np.hypot(X, Y)

r, g, b = hsv_to_rgb(hue, np.minimum(sat, 1), np.ones_like(sat))
image = np.dstack([r, g, b])
image[sat > 1] = 1.0
image[(sat > 0.98) & (sat <= 1.0)] = 0.2
image = (image * 255).astype(np.uint8)

try:
    from IPython.display import display
    from PIL import Image
    display(Image.fromarray(image))
except ImportError:
    print("IPython not available, image kept in memory")
