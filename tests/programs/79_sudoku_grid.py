from PIL import Image, ImageDraw, ImageFont
from IPython.display import display

puzzle = [
    "53..7....",
    "6..195...",
    ".98....6.",
    "8...6...3",
    "4..8.3..1",
    "7...2...6",
    ".6....28.",
    "...419..5",
    "....8..79",
]

CELL = 28
MARGIN = 10
SIZE = CELL * 9 + MARGIN * 2

image = Image.new("RGB", (SIZE, SIZE), "ivory")
draw = ImageDraw.Draw(image)
font = ImageFont.load_default(size=18)

for i in range(10):
    width = 3 if i % 3 == 0 else 1
    pos = MARGIN + i * CELL
    draw.line([(MARGIN, pos), (SIZE - MARGIN, pos)], fill="black", width=width)
    draw.line([(pos, MARGIN), (pos, SIZE - MARGIN)], fill="black", width=width)

for r, row in enumerate(puzzle):
    for c, digit in enumerate(row):
        if digit.isdigit():
            xy = (MARGIN + c * CELL + CELL / 2, MARGIN + r * CELL + CELL / 2)
            draw.text(xy, digit, fill=(20, 40, 120), font=font, anchor="mm")

display(image)
