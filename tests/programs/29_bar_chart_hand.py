import numpy as np
from PIL import Image, ImageDraw, ImageFont

data = {"Mon": 12, "Tue": 19, "Wed": 7, "Thu": 24, "Fri": 30, "Sat": 15, "Sun": 9}

W, H = 300, 200
left, bottom, top, right = 36, 170, 30, 290
img = Image.new("RGB", (W, H), "white")
d = ImageDraw.Draw(img)
font = ImageFont.load_default()

# grid and axis labels
peak = max(data.values())
for value in range(0, peak + 1, 10):
    y = bottom - (bottom - top) * value / peak
    d.line([(left, y), (right, y)], fill=(220, 220, 220))
    d.text((left - 20, y - 6), f"{value:>2d}", fill=(90, 90, 90), font=font)

slot = (right - left) / len(data)
for i, (day, value) in enumerate(data.items()):
    x0 = left + i * slot + slot * 0.2
    x1 = left + (i + 1) * slot - slot * 0.2
    y = bottom - (bottom - top) * value / peak
    colour = (66, 133, 244) if value < peak else (219, 68, 55)
    d.rectangle([x0, y, x1, bottom], fill=colour)
    box = d.textbbox((0, 0), day, font=font)
    d.text(((x0 + x1 - box[2]) / 2, bottom + 5), day, fill=(50, 50, 50), font=font)

d.line([(left, top - 5), (left, bottom), (right, bottom)], fill="black", width=2)
d.text((W // 2 - 40, 8), "Coffees sold", fill="black", font=font)

image = np.asarray(img)
print(f"Total: {sum(data.values())}")
