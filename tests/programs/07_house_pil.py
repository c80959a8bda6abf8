from PIL import Image, ImageDraw
import numpy as np

img = Image.new("RGB", (256, 256), "#87ceeb")
draw = ImageDraw.Draw(img)

# Ground
draw.rectangle([0, 190, 256, 256], fill="#5a9e3a")

# Sun
draw.ellipse([190, 20, 235, 65], fill="gold", outline="orange", width=3)

# House body
draw.rectangle([70, 110, 186, 200], fill="#e8c48a", outline="#704d20", width=2)

# Roof
draw.polygon([(58, 110), (128, 52), (198, 110)], fill="#a83232", outline="#5c1717")

# Chimney
draw.rectangle([158, 60, 174, 95], fill="#8a4b3a")

# Door
draw.rounded_rectangle([114, 150, 142, 200], radius=8, fill="#5b3714")
draw.ellipse([134, 174, 138, 178], fill="yellow")

# Windows
for x in (80, 152):
    draw.rectangle([x, 125, x + 24, 149], fill="#bfe6ff", outline="white", width=2)
    draw.line([(x + 12, 125), (x + 12, 149)], fill="white", width=2)
    draw.line([(x, 137), (x + 24, 137)], fill="white", width=2)

# Path
draw.polygon([(114, 200), (142, 200), (170, 256), (86, 256)], fill="#c9b18a")

image = np.array(img)
print(image.shape)
