"""The same pictures in the words of ten people, and what people ask for first, drawn by the embedded model; to look at.

Run ``python -m tests.benchmarks.phrasings FOLDER [NAME …]``. Every picture is a file; what is there is not drawn again.
A line each says how many answers it took, what the checks say, and the words; ``NAME.png`` has all of a name.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

from PIL import Image

from chatimg_magic.drawing import NoPicture
from chatimg_magic.request import Request, Size
from chatimg_magic.session import Order, Session

PHRASINGS = {
    "square": (
        "A white square in the middle of a black background",
        "white square centred on black",
        "draw a black image with a white square in the center",
        "a square, white, in the middle; the rest is black",
        "Please make a picture: black background, one white square exactly in its middle",
        "black canvas, white square of 80 pixels in the middle",
        "white box on a black background",
        "an image that is all black except for a white square in the middle",
        "a centered white square, 100 by 100 pixels, on black",
        "White square. Black background.",
    ),
    "smiley": (
        "A yellow smiley face on a white background",
        "a smiley",
        "draw a happy yellow face with two black eyes and a smile",
        "smiling emoji",
        "a yellow circle with two eyes and a curved mouth, on white",
        "a classic smiley face",
        "Please draw me a smiley face, yellow, with a big smile",
        "a round yellow face that smiles, light blue background",
        "yellow smiley with black eyes and a red mouth",
        "happy face",
    ),
    "basketball": (
        "A basketball",
        "a basketball on a white background",
        "draw an orange basketball with black lines",
        "an orange ball with black seams like in basketball",
        "basketball, please",
        "a picture of a basketball in the middle",
        "a big basketball on light blue",
        "an NBA ball",
        "Make an image of a basketball with its lines",
        "a round orange basketball with curved black lines",
    ),
    "house": (
        "A house with a red roof and a door",
        "a house",
        "draw a small house with a door and two windows",
        "a house with a red roof on green grass under a blue sky",
        "a simple house: square walls, triangular roof, a door",
        "a yellow house with a brown door and a red roof",
        "a little cottage with a chimney",
        "house with two windows",
        "a white house with a blue roof on a green meadow",
        "a child's drawing of a house",
    ),
    "sunset": (
        "A sunset over the sea",
        "sunset at the beach",
        "the sun going down over the ocean",
        "an orange sunset above a dark blue sea",
        "evening sky with a setting sun and water below",
        "a red sun sinking into the sea",
        "sunset",
        "a picture of a sunset with the sun half below the horizon",
        "the sea at sunset, sky from purple to orange",
        "sundown over water",
    ),
    "ripples": (
        "Concentric circles like ripples on water",
        "concentric rings",
        "ripples on a pond",
        "rings around the middle, black and white",
        "circles within circles",
        "a drop has fallen into water: circular waves",
        "circular ripples that fade outwards",
        "many thin concentric circles",
        "a target of grey rings",
        "water rings, seen from above",
    ),
    "confetti": (
        "Random coloured confetti dots on black",
        "confetti",
        "many coloured dots at random places",
        "colourful confetti on a black background",
        "200 random dots of different colours",
        "random dots",
        "a black picture sprinkled with small coloured discs",
        "party confetti, many colours, on white",
        "dots of random size and colour",
        "scattered colourful spots on dark blue",
    ),
    "circle": (
        "a red circle",
        "a red disc on white",
        "red circle in the middle",
        "draw a filled red circle on a white background",
        "a big red dot",
        "one red circle, radius 40 pixels, on black",
        "a circle that is red",
        "a small red circle in the top left corner",
        "red ball on grey",
        "Please draw a red circle",
    ),
    "everyday": (
        "a cat",
        "a red heart",
        "a tree",
        "a rainbow over green hills",
        "a chessboard",
        "a sailing boat on the sea",
        "a snowman",
        "the flag of Germany",
        "a clock showing three o'clock",
        "mountains at night with a moon",
        "a blue car",
        "a sunflower",
        "a Christmas tree",
        "a slice of pizza",
        "a rocket",
        "a traffic light",
        "a fish in the water",
        "a gradient from blue to red",
        "a spiral",
        "an apple",
    ),
}


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", choices=[*PHRASINGS, []], help="which; default: all")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    os.environ["CHATIMG_STORE"] = tempfile.mkdtemp(prefix="chatimg-bench-")
    session = Session()
    session.settings.model = "local"
    session.settings.patience = 9999.0  # a slow machine shall not count
    for name in chosen.names or PHRASINGS:
        pictures = []
        for number, words in enumerate(PHRASINGS[name]):
            pictures.append(chosen.folder / f"{name}_{number}.png")
            if pictures[-1].exists():
                continue
            print(f"{name} {number} {drawn(session, words, pictures[-1])}  {words}", flush=True)
        together(pictures).save(chosen.folder / f"{name}.png")
    session.close()


def drawn(session: Session, words: str, path: Path) -> str:
    """Draw one picture, save it and its code, and say how it went."""
    began = time.monotonic()
    try:
        drawing = session.draw(Request(words, size=Size(200, 200)), Order())
    except NoPicture as error:
        return f"{time.monotonic() - began:.0f} s, {error}"
    best, seconds = drawing.attempt, time.monotonic() - began
    assert best is not None
    assert best.picture is not None
    path.with_suffix(".py").write_text(best.code)
    Image.fromarray(best.picture.array).save(path)
    failed = ", ".join(f"✗ {check.words}: {check.found}" for check in best.failed)
    return f"{seconds:.0f} s, attempt {drawing.number(best)} of {len(drawing.attempts)}, {failed or '✓'}"


def together(pictures: list[Path]) -> Image.Image:
    """Put pictures onto one page, five in a row."""
    page = Image.new("RGB", (5 * 210 + 10, -(-len(pictures) // 5) * 210 + 10), (120, 120, 120))
    for number, path in enumerate(pictures):
        row, col = divmod(number, 5)
        if path.exists():
            page.paste(Image.open(path).convert("RGB"), (10 + 210 * col, 10 + 210 * row))
    return page


if __name__ == "__main__":
    main()
