import numpy as np

cell = 12
board = np.zeros((16, 20), dtype=int)
board[0, :] = board[-1, :] = board[:, 0] = board[:, -1] = 1   # walls

snake = [(8, 10), (8, 9), (8, 8), (9, 8), (10, 8), (10, 7), (10, 6), (11, 6), (12, 6), (12, 7), (12, 8), (12, 9)]
for k, (r, c) in enumerate(snake):
    board[r, c] = 2 if k else 3
board[5, 14] = 4

lut = np.zeros((5, 3), np.uint8)
lut[0], lut[1], lut[2], lut[3], lut[4] = (24, 30, 24), (90, 90, 90), (70, 190, 70), (140, 240, 110), (230, 50, 50)

image = lut[board]
image = image.repeat(cell, axis=0).repeat(cell, axis=1)

# bevel
image[::cell, :, :] = image[::cell, :, :] // 2
image[:, ::cell, :] = image[:, ::cell, :] // 2

# eyes
r, c = (v * cell for v in snake[0])
image[r + 3:r + 5, c + 7:c + 9] = 0
image[r + 8:r + 10, c + 7:c + 9] = 0
print(f"score: {len(snake) - 3:03d}")
