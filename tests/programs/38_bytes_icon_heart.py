import numpy as np

# 16x16 1-bit heart, two bytes per row
data = bytes.fromhex(
    "0000" "1c38" "3e7c" "7ffe" "7ffe" "7ffe" "7ffe" "3ffc"
    "3ffc" "1ff8" "0ff0" "07e0" "03c0" "0180" "0000" "0000"
)

bits = np.unpackbits(np.frombuffer(data, dtype=np.uint8)).reshape(16, 16)
big = np.kron(bits, np.ones((12, 12), dtype=np.uint8))

rows = np.linspace(1.0, 0.6, big.shape[0])[:, None]
image = np.full(big.shape + (3,), 255, dtype=np.uint8)
heart = np.stack([230 * rows, 40 * rows, 90 * rows], axis=-1) * np.ones((1, big.shape[1], 1))
image[big == 1] = heart.astype(np.uint8)[big == 1]
image[0::12] = image[0::12] // 8 * 7
image[:, 0::12] = image[:, 0::12] // 8 * 7
print(image.shape, image.dtype)
