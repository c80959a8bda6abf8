import random
import numpy as np

class QuadNode:
    __slots__ = ('x', 'y', 'w', 'h', 'children')

    def __init__(self, x, y, w, h):
        self.x, self.y, self.w, self.h = x, y, w, h
        self.children = []

    def split(self, rng, min_size=28):
        if min(self.w, self.h) < min_size * 2 or rng.random() < 0.12:
            return self
        fx, fy = rng.uniform(0.3, 0.7), rng.uniform(0.3, 0.7)
        wx, hy = int(self.w * fx), int(self.h * fy)
        for cx, cy, cw, ch in [
            (self.x, self.y, wx, hy),
            (self.x + wx, self.y, self.w - wx, hy),
            (self.x, self.y + hy, wx, self.h - hy),
            (self.x + wx, self.y + hy, self.w - wx, self.h - hy),
        ]:
            self.children.append(QuadNode(cx, cy, cw, ch).split(rng, min_size))
        return self

    def leaves(self):
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()

    def __len__(self):
        return 1 if not self.children else sum(len(c) for c in self.children)

    def __repr__(self):
        return f'QuadNode({self.x}, {self.y}, {self.w}x{self.h})'

rng = random.Random(20)
root = QuadNode(0, 0, 256, 256).split(rng)
palette = [(245, 242, 230)] * 5 + [(214, 32, 28), (24, 66, 160), (248, 212, 40)]

image = np.zeros((256, 256, 3), dtype=np.uint8)
for leaf in root.leaves():
    image[leaf.y + 2:leaf.y + leaf.h - 2, leaf.x + 2:leaf.x + leaf.w - 2] = rng.choice(palette)
print(root, 'with', len(root), 'leaves')
