import heapq
import random
from collections import defaultdict
import numpy as np

W, H, CELL = 25, 19, 10
random.seed(17)

passages = defaultdict(set)
visited = {(0, 0)}
stack = [(0, 0)]

def neighbours(c):
    x, y = c
    return [(x + dx, y + dy) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))
            if 0 <= x + dx < W and 0 <= y + dy < H]

while stack:
    here = stack[-1]
    if options := [n for n in neighbours(here) if n not in visited]:
        nxt = random.choice(options)
        passages[here].add(nxt)
        passages[nxt].add(here)
        visited.add(nxt)
        stack.append(nxt)
    else:
        stack.pop()

def astar(start, goal):
    frontier = [(0, start)]
    came_from, cost = {start: None}, {start: 0}
    while frontier:
        _, current = heapq.heappop(frontier)
        if current == goal:
            break
        for n in passages[current]:
            new_cost = cost[current] + 1
            if n not in cost or new_cost < cost[n]:
                cost[n] = new_cost
                heapq.heappush(frontier, (new_cost + abs(goal[0] - n[0]) + abs(goal[1] - n[1]), n))
                came_from[n] = current
    node, path = goal, []
    while node is not None:
        path.append(node)
        node = came_from[node]
    return path[::-1], cost

path, cost = astar((0, 0), (W - 1, H - 1))

image = np.full((H * CELL + 2, W * CELL + 2, 3), (30, 30, 46), dtype=np.uint8)

def carve(a, b, color, inset):
    (x0, y0), (x1, y1) = sorted([a, b])
    image[y0 * CELL + inset:(y1 + 1) * CELL - inset + 2, x0 * CELL + inset:(x1 + 1) * CELL - inset + 2] = color

for cell, links in passages.items():
    for other in links:
        carve(cell, other, (235, 235, 225), 2)
for cell in cost:
    carve(cell, cell, (205, 225, 245), 3)
for a, b in zip(path, path[1:]):
    carve(a, b, (230, 70, 60), 4)
carve(path[0], path[0], (40, 170, 80), 3)
carve(path[-1], path[-1], (240, 180, 30), 3)
print(f'path length {len(path)}, explored {len(cost)} cells')
