import string
import unicodedata
from bisect import bisect_right
import numpy as np

W, H = 280, 110
image = np.full((H, W, 3), 40, dtype=np.uint8)

NOTES = ["C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B"]
white = [n for n in NOTES if len(n) == 1]
sharp_name = unicodedata.name(NOTES[1][1])
assert set(white) <= set(string.ascii_uppercase)

key_w, octaves = 19, 2
edges = [5 + i * key_w for i in range(len(white) * octaves + 1)]
chord = {("C", 0), ("E", 0), ("G", 0), ("C", 1)}

for x in range(edges[0], edges[-1]):
    k = bisect_right(edges, x) - 1
    octave, idx = divmod(k, len(white))
    pressed = (white[idx], octave) in chord
    color = (120, 200, 255) if pressed else (250, 250, 245)
    image[10:100, x] = color
    if x == edges[k]:
        image[10:100, x] = (90, 90, 90)

for octave in range(octaves):
    for note in (n for n in NOTES if n.endswith("♯")):
        pos = white.index(note[0]) + 1 + octave * len(white)
        cx = edges[pos]
        image[10:65, cx - 6:cx + 6] = (15, 15, 18)
        image[12:60, cx - 4:cx + 1] = (60, 60, 66)

image[97:100, edges[0]:edges[-1]] = image[97:100, edges[0]:edges[-1]] // 2
print(f"{len(edges) - 1} white keys; the sign is called {sharp_name}")
