import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

size = (256, 160)
sky = Image.merge("RGB", [
    Image.linear_gradient("L").resize(size).point(lambda v: 20 + v // 3),
    Image.linear_gradient("L").resize(size).point(lambda v: 30 + v // 4),
    Image.linear_gradient("L").resize(size).point(lambda v: 80 + v // 4),
])

sun = (60, 40)
center = (size[0] / 2, size[1] / 2)
flare = Image.new("RGB", size)
ghosts = [(0.0, 24, (255, 240, 200)), (0.5, 8, (60, 160, 90)), (0.9, 14, (120, 70, 160)),
          (1.4, 10, (60, 120, 200)), (1.9, 22, (160, 80, 60)), (2.4, 34, (70, 50, 90))]
for t, r, col in ghosts:
    x = sun[0] + (center[0] - sun[0]) * t
    y = sun[1] + (center[1] - sun[1]) * t
    layer = Image.new("RGB", size)
    ImageDraw.Draw(layer).ellipse([x - r, y - r, x + r, y + r], fill=col)
    flare = ImageChops.screen(flare, layer.filter(ImageFilter.GaussianBlur(r / 8)))

streak = Image.new("RGB", size)
ImageDraw.Draw(streak).rectangle([0, sun[1] - 1, size[0], sun[1] + 1], fill=(90, 120, 200))
flare = ImageChops.add(flare, streak.filter(ImageFilter.BoxBlur(3)))

result = ImageOps.autocontrast(ImageChops.screen(sky, flare), cutoff=1)
image = ImageOps.expand(result, border=4, fill="black")
print(image.size, image.mode)
