import base64
import numpy as np

# A tiny 8x8 indexed tile, one byte per pixel, base64-encoded
ENCODED = (
    "AAAAAQEAAAAAAQECAgEBAAECAgMDAgIBAQIDAwMDAgEBAgMDAwMCAQECAgMDAgIBAAEBAgIBAQAA"
    "AAABAQAAAA=="
)
raw = base64.b64decode(ENCODED)
tile = np.frombuffer(raw[:64].ljust(64, b"\0"), dtype=np.uint8).reshape(8, 8)

palette = np.array([(20, 40, 80), (60, 130, 190), (250, 200, 90), (250, 250, 240)], dtype=np.uint8)
pattern = np.tile(tile, (8, 8))
shifted = np.roll(pattern, 4, axis=1)
rows = (np.arange(64) // 8) % 2 == 1
pattern[rows] = shifted[rows]

image = palette[pattern].repeat(3, axis=0).repeat(3, axis=1)
print("unique palette entries:", np.unique(pattern))
