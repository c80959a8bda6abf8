# prompt: an old windmill with four sails on a green hill
# tags: windmill, mill, sails, building, holland, hill, blades, rotor
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = (xx - W / 2) / s, (yy - 0.4 * H) / s  # the hub is at (0, 0)
image = np.full((H, W, 3), (170, 215, 245), dtype=np.uint8)  # sky
tower = (dy >= 0) & (dy < 0.5) & (np.abs(dx) <= 0.09 + 0.13 * dy)
image[tower] = (225, 205, 170)
cap = (dy <= 0) & (dx ** 2 + dy ** 2 <= 0.1 ** 2)
image[cap] = (120, 65, 40)
hill = (dx / 0.9) ** 2 + ((dy - 0.78) / 0.36) ** 2 <= 1
image[hill | (dy >= 0.6)] = (115, 170, 80)
for k in range(4):
    a = np.pi / 4 + k * np.pi / 2
    along, across = dx * np.cos(a) + dy * np.sin(a), dy * np.cos(a) - dx * np.sin(a)
    rod = (along > 0) & (along < 0.36) & (np.abs(across) <= 0.012)
    cloth = (along > 0.08) & (along < 0.36) & (across > 0) & (across < 0.07)
    image[rod | cloth] = (85, 60, 45)
