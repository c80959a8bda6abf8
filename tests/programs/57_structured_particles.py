import numpy as np

particle = np.dtype([
    ("pos", "f4", (2,)),
    ("vel", "f4", (2,)),
    ("hue", "f4"),
    ("life", "i4"),
])

rng = np.random.default_rng(55)
N = 900
p = np.zeros(N, dtype=particle)
p["pos"] = (100, 40)
angle = rng.vonmises(0, 0.8, N) + np.pi / 2
speed = rng.rayleigh(1.6, N)
p["vel"][:, 0] = np.cos(angle) * speed
p["vel"][:, 1] = -np.sin(angle) * speed * 0.6
p["hue"] = rng.beta(2, 5, N)
p["life"] = rng.integers(30, 110, N)

canvas = np.zeros((200, 200, 3), dtype=np.float32)


def hue_to_rgb(h):
    k = (np.array([5, 3, 1]) + h[:, None] * 6) % 6
    return 1 - np.clip(np.minimum(k, 4 - k), 0, 1) * 0.9


colors = hue_to_rgb(p["hue"]).astype(np.float32)
for frame in range(110):
    alive = p["life"] > frame
    p["vel"][alive, 1] += 0.035
    p["pos"][alive] += p["vel"][alive]
    xy = p["pos"].astype(int)
    visible = alive & (xy >= 0).all(axis=1) & (xy < 200).all(axis=1)
    np.add.at(canvas, (xy[visible, 1], xy[visible, 0]), colors[visible] * 0.12)

image = (255 * (1 - np.exp(-canvas * 2))).astype(np.uint8)
print(particle.names, image.shape)
