from collections import deque, Counter
import numpy as np

MAP = '''
################################
#......#.........#.............#
#......#.........#.............#
#......###...#####.....####....#
#........#...#.........#..#....#
#........#...#.........#..#....#
####..####...######....####....#
#.......#.........#............#
#.......#.........########..####
#.......#.........#............#
#.......###########............#
#.................#............#
#########..########............#
#................#.............#
#................#.............#
################################
'''.strip().split('\n')

grid = np.array([[c == '#' for c in row] for row in MAP])
labels = np.where(grid, -1, 0)

def flood_fill(start, label, limit=70):
    queue = deque([start])
    filled = 0
    while queue and filled < limit:
        r, c = queue.popleft()
        if labels[r, c] != 0:
            continue
        labels[r, c] = label
        filled += 1
        queue.extend([(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)])
    return filled

label = 0
while (free := np.argwhere(labels == 0)).size:
    label += 1
    flood_fill(tuple(free[0]), label)

sizes = Counter(labels[labels > 0].tolist())
print("Largest regions:", sizes.most_common(3))

hues = np.random.default_rng(6).permutation(label + 1) / (label + 1)
def pastel(h):
    return np.array([0.6 + 0.35 * np.cos(2 * np.pi * (h + s)) for s in (0, 1 / 3, 2 / 3)])

colors = np.array([pastel(h) for h in hues] + [np.array([0.15, 0.15, 0.2])])
image = np.clip(colors[labels] * 255, 0, 255).astype(np.uint8)
image = image.repeat(8, 0).repeat(8, 1)
