import numpy as np

h, w = 200, 260
y, x = np.ogrid[:h, :w]

def rings(cx, cy, period):
    return (np.sqrt((x - cx)**2 + (y - cy)**2) / period).astype(int) & 1

pattern = rings(100, 100, 3) ^ rings(160, 100, 3.2)
image = np.where(pattern, 255, 0).astype(np.uint8)

print(f"Moiré pattern {image.shape[1]}x{image.shape[0]}, mean = {image.mean():6.2f}")
