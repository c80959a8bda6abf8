# prompt: a yellow pencil drawn diagonally
# tags: pencil, pen, writing, school, drawing, diagonal, rotated, tool
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
s = min(H, W)
# measured from the middle in short sides: 0.5 reaches the edge
dx, dy = (xx - W / 2) / s, (yy - H / 2) / s
image = np.full((H, W, 3), (225, 235, 245), dtype=np.uint8)  # pale blue
# along: from the eraser (upper right) to the tip (lower left); across: sideways
along, across = (dy - dx) / np.sqrt(2), (dx + dy) / np.sqrt(2)
body = (along >= -0.5) & (along < 0.3) & (np.abs(across) <= 0.085)
image[body] = (250, 190, 40)
edge = body & (np.abs(across) <= 0.03)
image[edge] = (255, 215, 100)
eraser = body & (along < -0.4)
image[eraser] = (235, 120, 140)
metal = body & (along >= -0.4) & (along < -0.33)
image[metal] = (170, 175, 185)
wood = (along >= 0.3) & (along < 0.52) & (np.abs(across) <= (0.52 - along) * 0.39)
image[wood] = (235, 205, 160)
image[wood & (along > 0.45)] = (50, 50, 55)  # lead
