import numpy as np
from scipy.spatial import Voronoi, ConvexHull
from PIL import Image, ImageDraw, ImageColor

rng = np.random.default_rng(90)
seeds = rng.multivariate_normal([125, 125], [[1900, 300], [300, 1900]], size=60)

# Lloyd relaxation: move each seed to its region's centroid
for _ in range(3):
    vor = Voronoi(seeds)
    moved = []
    for i, region_index in enumerate(vor.point_region):
        region = vor.regions[region_index]
        if region and -1 not in region:
            poly = vor.vertices[region]
            if np.all((poly > 0) & (poly < 250)):
                moved.append(poly.mean(axis=0))
                continue
        moved.append(seeds[i])
    seeds = np.array(moved)

vor = Voronoi(seeds)
img = Image.new("RGB", (250, 250), ImageColor.getrgb("hsl(210, 30%, 92%)"))
draw = ImageDraw.Draw(img)
for i, region_index in enumerate(vor.point_region):
    region = vor.regions[region_index]
    if not region or -1 in region:
        continue
    poly = [tuple(v) for v in vor.vertices[region]]
    hue = int(np.degrees(np.arctan2(*(seeds[i] - 125)))) % 360
    draw.polygon(poly, fill=f"hsl({hue}, 60%, 65%)", outline="white")

for x, y in seeds:
    draw.ellipse([x - 2, y - 2, x + 2, y + 2], fill="#333")

hull = ConvexHull(seeds)
outline = [tuple(seeds[v]) for v in hull.vertices]
draw.line(outline + outline[:1], fill="crimson", width=2)

image = np.array(img)
print(f"hull area: {hull.volume:.0f} px, {len(hull.vertices)} vertices")
