# prompt: a golden crown with red jewels
# tags: crown, king, queen, gold, jewels, royal, zigzag, points
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
image = np.full((H, W, 3), (90, 40, 110), dtype=np.uint8)  # royal purple
# zigzag upper edge: a triangle wave with four points
wave = np.abs((dx + 0.38) % 0.19 - 0.095) * 2.6
crown = (np.abs(dx) <= 0.38) & (dy >= 0.03 - wave) & (dy < 0.3)
image[crown] = (250, 200, 50)
band = crown & (dy >= 0.16)
image[band] = (220, 160, 30)
for x in (-0.38, -0.19, 0.0, 0.19, 0.38):
    ball = (dx - x) ** 2 + (dy + 0.24) ** 2 <= 0.04 ** 2
    image[ball] = (255, 225, 120)
    jewel = (np.abs(dx - 0.75 * x) + np.abs(dy - 0.23) <= 0.045)
    image[jewel] = (215, 40, 60)
