from PIL import Image
import numpy as np

# 5x7 font, one byte per row
GLYPHS = {
    "P": b"\x1e\x11\x11\x1e\x10\x10\x10",
    "Y": b"\x11\x11\x0a\x04\x04\x04\x04",
    "T": b"\x1f\x04\x04\x04\x04\x04\x04",
    "H": b"\x11\x11\x11\x1f\x11\x11\x11",
    "O": b"\x0e\x11\x11\x11\x11\x11\x0e",
    "N": b"\x11\x19\x15\x13\x11\x11\x11",
}

LEET = str.maketrans({"0": "O", "7": "T"})
text = "py7h0n".upper().translate(LEET)

SCALE, W, H = 6, 240, 90
buffer = bytearray(W * H * 3)
view = memoryview(buffer)


def put(x: int, y: int, rgb: bytes) -> None:
    offset = (y * W + x) * 3
    view[offset:offset + 3] = rgb


for y in range(H):
    for x in range(W):
        put(x, y, bytes((20, 30 + y // 3, 60 + x // 4)))

for i, ch in enumerate(text):
    rgb = int(0xFFD43B if i % 2 else 0x4B8BBE).to_bytes(3, "big")
    for row, bits in enumerate(GLYPHS[ch]):
        for col, bit in enumerate(f"{bits:05b}"):
            if bit == "1":
                for dy in range(SCALE - 1):
                    for dx in range(SCALE - 1):
                        put(12 + (i * 6 + col) * SCALE + dx, 24 + row * SCALE + dy, rgb)

picture = Image.frombytes("RGB", (W, H), bytes(buffer))
pixels = picture.load()
for x in range(0, W, 4):
    pixels[x, 10] = pixels[x, H - 11] = (255, 255, 255)
picture.putpixel((0, 0), (255, 0, 0))

image = np.array(picture)
signature = int.from_bytes(image[0, 0].tobytes(), "little")
print(f"{text!r}: first pixel 0x{signature:06x}, letters {[hex(ord(c)) for c in text]}")
