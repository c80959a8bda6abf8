import numpy as np
from PIL import Image, ImageDraw, ImagePath, ImageFont
from collections import OrderedDict, namedtuple

Stop = namedtuple("Stop", "name x y")
Line = namedtuple("Line", ["color", "stops"])

network = OrderedDict(
    red=Line("#d62828", [Stop("North", 2, 0), Stop("Park", 2, 3), Stop("Hub", 5, 6), Stop("Mill", 8, 9), Stop("South", 8, 11)]),
    blue=Line("#1d4ed8", [Stop("West", 0, 6), Stop("Hub", 5, 6), Stop("Quay", 9, 6), Stop("East", 12, 3)]),
    green=Line("#2a9d4a", [Stop("Hill", 0, 10), Stop("Yard", 3, 10), Stop("Mill", 8, 9), Stop("Quay", 9, 6), Stop("Port", 9, 1)]),
)

S = 2
W, H = 260, 240
img = Image.new("RGB", (W * S, H * S), (247, 247, 242))
draw = ImageDraw.Draw(img)
font = ImageFont.load_default()
pos = lambda s: (20 + s.x * 18, 16 + s.y * 18)

for line in network.values():
    path = ImagePath.Path([c * S for s in line.stops for c in pos(s)])
    draw.line(path, fill=line.color, width=6 * S, joint="curve")

usage: dict[str, int] = {}
for line in network.values():
    for stop in line.stops:
        usage[stop.name] = usage.get(stop.name, 0) + 1

img = img.resize((W, H), Image.LANCZOS)
draw = ImageDraw.Draw(img)
for line in network.values():
    for stop in line.stops:
        x, y = pos(stop)
        r = 6 if usage[stop.name] > 1 else 4
        draw.ellipse((x - r, y - r, x + r, y + r), fill="white", outline="black", width=2)
        draw.text((x + 8, y - 12), stop.name, fill=(30, 30, 30), font=font)

image = np.asarray(img).copy()
interchanges = sorted(n for n, k in usage.items() if k > 1)
print("Interchanges:", *interchanges, sep="\n  - ")
