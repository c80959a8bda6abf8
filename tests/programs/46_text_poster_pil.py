import textwrap
import numpy as np
from PIL import Image, ImageDraw, ImageFont, ImageFilter, ImageEnhance

quote = "The quick brown fox jumps over the lazy dog while the moon is watching quietly."

W, H = 240, 240
noise = np.random.default_rng(3).integers(0, 80, (30, 30, 3), dtype=np.uint8)
bg = Image.fromarray(noise).resize((W, H), Image.BICUBIC).filter(ImageFilter.GaussianBlur(6))
bg = ImageEnhance.Color(bg).enhance(2.5)

shadow = Image.new('L', (W, H), 0)
d = ImageDraw.Draw(shadow)
font = ImageFont.load_default()
lines = textwrap.wrap(quote, width=22)
for i, line in enumerate(lines):
    width = d.textlength(line, font=font)
    d.text(((W - width) / 2, 70 + i * 22), line, fill=255, font=font)

glow = shadow.filter(ImageFilter.GaussianBlur(4)).point(lambda p: min(255, p * 3))
bg.paste((255, 120, 40), mask=glow)
bg.paste((255, 255, 255), mask=shadow)

frame = ImageDraw.Draw(bg)
frame.rectangle((8, 8, W - 9, H - 9), outline=(255, 255, 255), width=2)
frame.rectangle((14, 14, W - 15, H - 15), outline=(255, 180, 90))

image = np.array(bg)
print(f'{len(lines)} lines of text, longest: {max(lines, key=len)!r}')
