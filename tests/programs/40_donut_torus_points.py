import numpy as np

# Render a shaded torus with a simple z-buffer
SIZE = 200
R, r = 1.0, 0.45

u = np.linspace(0, 2 * np.pi, 700)
v = np.linspace(0, 2 * np.pi, 350)
U, V = np.meshgrid(u, v)

points = np.stack([(R + r * np.cos(V)) * np.cos(U), (R + r * np.cos(V)) * np.sin(U), r * np.sin(V)], axis=-1).reshape(-1, 3)
normals = np.stack([np.cos(V) * np.cos(U), np.cos(V) * np.sin(U), np.sin(V)], axis=-1).reshape(-1, 3)


def rotation(ax, ay, az=0.0):
    cx, sx, cy, sy, cz, sz = np.cos(ax), np.sin(ax), np.cos(ay), np.sin(ay), np.cos(az), np.sin(az)
    rx = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    ry = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    rz = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    return rz @ ry @ rx


M = rotation(0.9, 0.35, 0.2)
points, normals = points @ M.T, normals @ M.T

depth = points[:, 2] + 4
px = (points[:, 0] / depth * 4 * SIZE / 3.4 + SIZE / 2).astype(int)
py = (-points[:, 1] / depth * 4 * SIZE / 3.4 + SIZE / 2).astype(int)
inside = (px >= 0) & (px < SIZE) & (py >= 0) & (py < SIZE)
order = np.argsort(-depth)
order = order[inside[order]]

light = np.array([0.4, 0.6, -0.7])
light /= np.linalg.norm(light)
lum = np.clip(normals @ light, 0, 1)
icing = V.ravel() < np.pi
base = np.where(icing[:, None], [235, 120, 170], [205, 150, 90])
shade = base * (0.3 + 0.7 * lum[:, None]) + 120 * lum[:, None] ** 20

image = np.zeros((SIZE, SIZE, 3), dtype=np.uint8)
image[:] = (245, 240, 235)
image[py[order], px[order]] = np.clip(shade[order], 0, 255)
