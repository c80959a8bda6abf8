# Confetti! lots of small coloured squares on white
import numpy as np
import random
from random import choices
import time

random.seed(42)
np.random.seed(0)

palette = {
    'pink': (255, 80, 150),
    'gold': (255, 200, 0),
    'teal': (0, 180, 170),
    'violet': (140, 80, 220),
    'lime': (150, 220, 50),
}
start = time.perf_counter()
image = np.full((200, 200, 3), 255, dtype='uint8')
names = choices(list(palette), weights=[3, 2, 2, 1, 1], k=250)
for name in names:
    s = random.randint(2, 7)
    y, x = np.random.randint(0, 200 - s, size=2)
    image[y:y + s, x:x + s // 2 + 1] = palette[name]
end = time.perf_counter()
gold = list(filter(lambda n: n == 'gold', names))
print('gold pieces:', len(gold), 'any pink?', any(n == 'pink' for n in names), id(image) == id(image.view()))
print('drawn {} pieces in {:.3f} ms'.format(len(names), (end - start) * 1000))
