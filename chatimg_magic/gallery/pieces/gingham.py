# prompt: a blue and white gingham tablecloth
# tags: gingham, plaid, tartan, check, cloth, pattern, crossing stripes
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
n = max(3, s // 10)  # width of one stripe
image = np.full((H, W, 3), 255, dtype=np.uint8)  # white cloth
vertical = xx // n % 2 == 0
horizontal = yy // n % 2 == 0
image[vertical | horizontal] = (140, 175, 230)  # one stripe: light blue
image[vertical & horizontal] = (40, 85, 180)  # where they cross: dark blue
