import numpy as np

def bayer(n):
    if n == 1:
        return np.array([[0]])
    m = bayer(n // 2)
    return np.vstack([
        np.hstack([4 * m, 4 * m + 2]),
        np.hstack([4 * m + 3, 4 * m + 1]),
    ])

threshold = (bayer(8) + 0.5) / 64 - 0.5

# Game Boy palette
palette = np.array([[15, 56, 15], [48, 98, 48], [139, 172, 15], [155, 188, 15]], dtype=np.uint8)

H, W = 144, 160
y, x = np.mgrid[0:H, 0:W]
lum = 0.25 + 0.55 * (1 - y / H)
# moon
d = np.hypot(x - 115, y - 38)
lum = np.where(d < 20, 1.0 - 0.25 * (d / 20) ** 3, lum - 0.2 * np.exp(-d / 40))
# hills
hill = 100 + 14 * np.sin(x / 19.0) + 6 * np.sin(x / 7.0 + 1)
lum = np.where(y > hill, 0.42 - 0.3 * (y - hill) / 50, lum)
# castle
for x0, x1, top in [(30, 40, 60), (40, 56, 72), (56, 66, 54)]:
    lum = np.where((x >= x0) & (x < x1) & (y > top) & (y < 112), 0.05, lum)

t = np.tile(threshold, (H // 8, W // 8))
index = np.clip(np.round(lum * 3 + t), 0, 3).astype(int)
image = palette[index]
print("levels used:", np.bincount(index.ravel(), minlength=4))
