import numpy as np

size = 192
x = np.linspace(0, 4 * np.pi, size)
X, Y = np.meshgrid(x, x)
plasma = np.sin(X) + np.sin(Y / 2) + np.sin((X + Y) / 2) + np.sin(np.sqrt(X**2 + Y**2 + 1))
image = np.stack([np.sin(np.pi * plasma / 2 + k * 2 * np.pi / 3) for k in range(3)], axis=-1) * 0.5 + 0.5
print(image.shape, image.min(), image.max())
