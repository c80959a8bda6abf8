import numpy as np
import matplotlib.pyplot as plt

def mandelbrot(width=240, height=180, max_iter=80):
    x = np.linspace(-2.4, 0.9, width)
    y = np.linspace(-1.25, 1.25, height)
    c = x[np.newaxis, :] + 1j * y[:, np.newaxis]
    z = np.zeros_like(c)
    result = np.zeros(c.shape, dtype=float)
    alive = np.ones(c.shape, dtype=bool)
    for n in range(max_iter):
        z[alive] = z[alive] ** 2 + c[alive]
        escaped = alive & (np.abs(z) > 8)
        result[escaped] = n + 1 - np.log2(np.log(np.abs(z[escaped])))
        alive &= ~escaped
    return result / max_iter

values = mandelbrot()
rgba = plt.cm.magma(np.sqrt(np.clip(values, 0, 1)))
image = (rgba[..., :3] * 255).astype(np.uint8)

plt.figure(figsize=(6, 4.5))
plt.imshow(image)
plt.axis('off')
plt.title('Mandelbrot set')
plt.show()
