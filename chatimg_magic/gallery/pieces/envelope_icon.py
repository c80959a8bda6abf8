# prompt: an envelope icon for mail with a transparent background
# tags: envelope, mail, letter, email, icon, message, transparent, post
# mode: rgba
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
dx, dy = np.abs(xx - W / 2) / s, (yy - H / 2) / s  # dx is mirrored
image = np.zeros((H, W, 4), dtype=np.uint8)  # fully transparent
paper = (dx <= 0.42) & (np.abs(dy) <= 0.29)
image[paper] = (70, 130, 210, 255)
# the flap is a V: the line goes down towards the middle
flap = paper & (np.abs(dy + 0.27 - (0.42 - dx) * 0.8) <= 0.03)
folds = paper & (np.abs(dy - 0.29 + (0.42 - dx) * 0.75) <= 0.022) & (dx > 0.17)
image[flap | folds] = (255, 255, 255, 255)
