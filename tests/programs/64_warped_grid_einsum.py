import numpy as np

def checkerboard(u, v, cells=10):
    return ((np.floor(u * cells) + np.floor(v * cells)).astype(int) % 2).astype(float)

N = 200
grid = np.stack(np.meshgrid(np.linspace(-1, 1, N), np.linspace(-1, 1, N)), axis=-1)

# swirl: angle depends on the radius
radius = np.linalg.norm(grid, axis=-1)
theta = 2.5 * np.exp(-(radius / 0.55) ** 2)
R = np.array([[np.cos(theta), -np.sin(theta)], [np.sin(theta), np.cos(theta)]])
warped = np.einsum('abij,ijb->ija', R, grid)

# bulge towards the viewer
k = 1 - 0.35 * np.exp(-(radius / 0.5) ** 2)
warped *= k[..., np.newaxis]

value = checkerboard((warped[..., 0] + 1) / 2, (warped[..., 1] + 1) / 2)
tint_a, tint_b = np.array([250, 245, 235]), np.array([35, 60, 95])
image = value[..., None] * tint_a + (1 - value[..., None]) * tint_b
image = (image * (1.05 - 0.3 * radius[..., None] ** 2)).clip(0, 255).astype(np.uint8)
