import numpy as np

# Canvas size
WIDTH, HEIGHT = 256, 192

# Vertical gradient from deep purple to orange
top = np.array([45, 20, 90], dtype=np.float64)
middle = np.array([230, 90, 70], dtype=np.float64)
bottom = np.array([255, 200, 110], dtype=np.float64)

t = np.linspace(0, 1, HEIGHT)[:, None]
sky = np.where(t < 0.5, top + (middle - top) * (t * 2), middle + (bottom - middle) * (t * 2 - 1))
image = np.repeat(sky[:, None, :], WIDTH, axis=1)

# The sun
yy, xx = np.mgrid[0:HEIGHT, 0:WIDTH]
dist = np.hypot(xx - WIDTH // 2, yy - 120)
glow = np.exp(-(dist / 60.0) ** 2)[..., None]
image = image * (1 - 0.5 * glow) + np.array([255, 240, 180]) * 0.5 * glow
image[dist < 28] = (255, 244, 200)

# The sea
sea_top = 130
image[sea_top:] = image[sea_top:] * 0.25 + np.array([20, 40, 90]) * 0.75
for y in range(sea_top, HEIGHT, 3):
    half = 26 - abs(y - 150) // 3
    wobble = int(5 * np.sin(y * 0.8))
    image[y, WIDTH // 2 - half + wobble: WIDTH // 2 + half + wobble] = (255, 210, 150)

image = np.clip(image, 0, 255).astype(np.uint8)
print(f"Image shape: {image.shape}, dtype: {image.dtype}")
