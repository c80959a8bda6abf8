import numpy as np

np.set_printoptions(precision=2, suppress=True)

a = np.arange(16)
blocks = {
    "xor": np.bitwise_xor.outer(a, a),
    "and": np.bitwise_and.outer(a, a),
    "gcd": np.gcd.outer(a + 1, a + 1),
    "mul": np.multiply.outer(a, a) % 16,
    "min": np.minimum.outer(a, a),
    "pow": np.fromfunction(lambda i, j: (i ** 2 + j ** 2) % 16, (16, 16), dtype=int),
    "dif": np.abs(np.subtract.outer(a, a)),
    "sum": np.apply_along_axis(np.cumsum, 0, np.ones((16, 16), dtype=int)) * a % 16,
    "or": np.bitwise_or.outer(a, a[::-1]),
}

rng = np.random.default_rng(9)
patches = []
for name, block in blocks.items():
    hue = rng.dirichlet([1.2, 1.2, 1.2])
    t = block / block.max()
    rgb = (40 + 215 * t[..., None] ** (0.4 + 2 * hue)).astype(np.uint8)
    big = rgb.repeat(5, axis=0).repeat(5, axis=1)
    big[[0, -1], :] = 255
    big[:, [0, -1]] = 255
    patches.append(big)

image = np.vstack([np.hstack(patches[k:k + 3]) for k in range(0, 9, 3)])
checksum = np.add.reduce([np.bitwise_xor.reduce(b, axis=None) for b in blocks.values()])
print(sorted(blocks), checksum, image.shape)
