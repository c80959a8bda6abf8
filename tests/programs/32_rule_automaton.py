import numpy as np

RULE = 110
WIDTH, STEPS = 160, 160

# Lookup table for the eight neighbourhoods
table = np.array([(RULE >> i) & 1 for i in range(8)], dtype=np.uint8)

cells = np.zeros((STEPS, WIDTH), dtype=np.uint8)
cells[0, -2] = 1
for i in range(1, STEPS):
    prev = cells[i - 1]
    code = (np.roll(prev, 1) << 2) | (prev << 1) | np.roll(prev, -1)
    cells[i] = table[code]

image = np.where(cells[..., None] == 1, np.uint8([20, 80, 60]), np.uint8([230, 245, 235]))
print(f"Rule {RULE:#010b} -> {cells.sum()} live cells")
