import numpy as np

W, H = 200, 150


def normalize(v):
    return v / np.linalg.norm(v, axis=-1, keepdims=True)


def sd_sphere(p, center, radius):
    return np.linalg.norm(p - center, axis=-1) - radius


def sd_plane(p, height):
    return p[..., 1] - height


def scene(p):
    spheres = np.minimum(
        sd_sphere(p, np.array([-0.7, 0.0, 3.2]), 0.8),
        sd_sphere(p, np.array([0.8, -0.3, 2.6]), 0.5),
    )
    return np.minimum(spheres, sd_plane(p, -0.8))


def normals(p, eps=1e-3):
    grads = []
    for axis in range(3):
        offset = np.zeros(3)
        offset[axis] = eps
        grads.append(scene(p + offset) - scene(p - offset))
    return normalize(np.stack(grads, axis=-1) + 1e-12)


u, v = np.meshgrid(np.linspace(-W / H, W / H, W), np.linspace(1, -1, H))
rays = normalize(np.dstack([u, v, np.full_like(u, 1.7)]))
t = np.zeros((H, W))
for _ in range(70):
    d = scene(rays * t[..., None])
    t = np.minimum(t + d, 20)

hit = t < 15
p = rays * t[..., None]
n = normals(p)
light = normalize(np.array([0.6, 0.9, -0.5]))
diffuse = np.clip(np.einsum('ijk,k->ij', n, light), 0, 1)
half = normalize(light - rays)
spec = np.clip(np.einsum('ijk,ijk->ij', n, half), 0, 1) ** 40

floor = p[..., 1] < -0.79
checks = (np.floor(p[..., 0] * 2) + np.floor(p[..., 2] * 2)) % 2
base = np.where(floor[..., None],
                np.where(checks[..., None] > 0, 0.9, 0.25),
                np.where((p[..., 0] < 0.1)[..., None], [0.9, 0.25, 0.2], [0.2, 0.45, 0.95]))
col = base * (0.2 + 0.8 * diffuse[..., None]) + spec[..., None] * ~floor[..., None]
sky = np.stack([0.5 + 0.2 * v, 0.65 + 0.2 * v, 0.95 + 0 * v], axis=-1)
fog = np.exp(-0.1 * t)[..., None]
image = np.where(hit[..., None], col * fog + sky * (1 - fog), sky)
image = (255 * np.clip(image, 0, 1) ** 0.8).astype(np.uint8)
