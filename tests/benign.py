"""Drawings as models write them: the policy must let each pass, and the sandbox must run it to a picture."""
# ruff: noqa: E501 (one statement after the other)

from __future__ import annotations

BENIGN = {
    "disc": "h, w = 90, 120\nimg = np.full((h, w, 3), 250, dtype=np.uint8)\nrow, col = np.ogrid[:h, :w]\n"
    "inside = (row - h // 2) ** 2 + (col - w // 2) ** 2 <= 30**2\nimg[inside] = [20, 60, 200]",
    "ramp a channel": "img = np.zeros((40, 90, 3), dtype=np.uint8)\nfor channel in range(3):\n"
    "    ramp = np.linspace(255, 0, 90) if channel == 2 else np.linspace(0, 255, 90)\n    img[..., channel] = ramp.astype(np.uint8)\nprint('made', img.shape, img.dtype)",
    "noise": "generator = np.random.default_rng(7)\nimg = generator.integers(0, 256, size=(32, 32, 3), dtype=np.uint8)",
    "helpers below": "SIDE = 50\n\ndef compose():\n    canvas = sky()\n    moon(canvas)\n    return canvas\n\ndef sky():\n    return np.full((SIDE, SIDE, 3), (10, 20, 60), np.uint8)\n\n"
    "def moon(canvas):\n    y, x = np.indices(canvas.shape[:2])\n    canvas[np.hypot(y - 12, x - 36) < 8] = 230\n\nimg = compose()",
    "shown": "import matplotlib.pyplot as plt\nimg = np.zeros((30, 30, 3), np.uint8)\nimg[5:25, 5:25, 1] = 200\nplt.imshow(img); plt.axis('off'); plt.show()",
    "shown on axes": "import matplotlib.pyplot as plt\nt = np.linspace(0, 9, 60)\nimg = ((np.sin(t)[:, None] * np.sin(t) + 1) * 127).astype(np.uint8)\n"
    "figure, axes = plt.subplots(figsize=(5, 5))\naxes.imshow(img, cmap='gray')\naxes.set_title('waves')\naxes.axis('off')\nplt.tight_layout()\nplt.show()",
    "shown under a name of its own": "import matplotlib.pyplot as plt\nface = np.full((48, 48, 3), 30, np.uint8)\ny, x = np.mgrid[:48, :48]\n"
    "face[(x - 24) ** 2 + (y - 24) ** 2 < 400] = (250, 210, 0)\nfor eye in (16, 32):\n    face[(x - eye) ** 2 + (y - 18) ** 2 < 9] = 0\nplt.figure(figsize=(3, 3))\nplt.imshow(face)\nplt.title('face')\nplt.show()",
    "text with a fallback font": "from PIL import Image, ImageDraw, ImageFont\nsheet = Image.new('RGB', (90, 30), 'white')\npen = ImageDraw.Draw(sheet)\ntry:\n    font = ImageFont.truetype('DejaVuSans.ttf', 20)\n"
    "except OSError:\n    font = ImageFont.load_default()\nleft, top, right, bottom = pen.textbbox((0, 0), 'Good', font=font)\npen.text(((90 - right + left) / 2, (30 - bottom + top) / 2), 'Good', fill=(0, 90, 0), font=font)\nimg = np.asarray(sheet)",
    "ndimage under a short name": "import scipy.ndimage as nd\ndots = np.zeros((40, 40))\ndots[20, 20] = 1\nimg = nd.distance_transform_edt(dots == 0)\nimg = (img / img.max() * 255).astype(np.uint8)",
    "an import that may fail": "try:\n    from scipy.ndimage import gaussian_filter as soften\nexcept ImportError:\n    soften = None\nimg = np.zeros((30, 30))\nimg[10:20, 10:20] = 255.0\nif soften is not None:\n    img = soften(img, 2)\nimg = img.astype(np.uint8)",
    "dataclasses": "from dataclasses import dataclass\n\n@dataclass\nclass Dot:\n    y: float\n    x: float\n    r: float = 6\n    colour: tuple = (200, 0, 0)\n\ndots = [Dot(12, 12), Dot(30, 22, 9, (0, 120, 0)), Dot(20, 40, colour=(0, 0, 160))]\n"
    "img = np.full((50, 50, 3), 240, np.uint8)\nyy, xx = np.mgrid[:50, :50]\nfor dot in dots:\n    img[np.hypot(xx - dot.x, yy - dot.y) <= dot.r] = dot.colour",
    "hue wheel by hand": "def wheel(hue, light):\n    sector = (hue * 6).astype(int) % 6\n    part = hue * 6 % 1\n    up, down = light * part, light * (1 - part)\n    zero = light * 0\n    cases = [sector == k for k in range(6)]\n"
    "    red = np.select(cases, [light, down, zero, zero, up, light])\n    green = np.select(cases, [up, light, light, down, zero, zero])\n    blue = np.select(cases, [zero, zero, up, light, light, down])\n    return np.stack([red, green, blue], -1)\n\n"
    "y, x = np.mgrid[-1:1:60j, -1:1:60j]\nimg = (wheel(np.arctan2(y, x) / (2 * np.pi) % 1, np.clip(np.hypot(y, x), 0, 1)) * 255).astype(np.uint8)",
    "hues by matplotlib": "from matplotlib.colors import hsv_to_rgb\nhue = np.tile(np.linspace(0, 1, 60), (20, 1))\nimg = (hsv_to_rgb(np.dstack([hue, np.ones_like(hue), np.ones_like(hue)])) * 255).astype(np.uint8)",
    "carpet": "def punch(y, x, side):\n    if side < 3:\n        return\n    third = side // 3\n    for i in range(3):\n        for j in range(3):\n            if i == j == 1:\n                img[y + third : y + 2 * third, x + third : x + 2 * third] = 0\n                continue\n"
    "            punch(y + i * third, x + j * third, third)\n\nimg = np.full((81, 81), 255, np.uint8)\npunch(0, 0, 81)",
    "tree with pillow": "import math\nfrom PIL import Image, ImageDraw\npage = Image.new('RGB', (120, 120), (250, 250, 240))\npen = ImageDraw.Draw(page)\n\ndef grow(x, y, angle, length, depth):\n    if not depth:\n        return\n    x2, y2 = x + length * math.cos(angle), y - length * math.sin(angle)\n"
    "    pen.line([(x, y), (x2, y2)], fill=(60, 30 + 20 * depth, 20), width=max(1, depth))\n    for turn in (-0.5, 0.5):\n        grow(x2, y2, angle + turn, length * 0.7, depth - 1)\n\ngrow(60, 118, math.pi / 2, 34, 6)\nimg = np.array(page)",
    "heart": "x, y = np.meshgrid(np.linspace(-1.4, 1.4, 70), np.linspace(1.4, -1.4, 70))\nheart = (x**2 + y**2 - 1) ** 3 <= x**2 * y**3\nimg = np.ones((70, 70, 3), np.uint8) * 255\nimg[heart] = np.array([210, 10, 50], np.uint8)",
    "plasma": "rows, cols = 60, 80\ny, x = np.indices((rows, cols)).astype(float)\nwave = np.sin(x / 9) + np.cos(y / 7) + np.sin((x + y) / 11)\nimg = np.empty((rows, cols, 3), np.uint8)\nfor k in range(3):\n    img[:, :, k] = 128 + 127 * np.sin(wave * np.pi + k * 2.1)",
    "palette": "palette = dict(sea=(0, 90, 160), sand=(230, 210, 150), wood=(110, 70, 30))\nstripes = [np.full((10, 60, 3), colour, np.uint8) for colour in palette.values()]\nimg = np.vstack(stripes)[::-1]\nprint({name: f'#{r:02X}{g:02X}{b:02X}' for name, (r, g, b) in palette.items()})",
    "format of a literal": "side = 24\nimg = np.zeros((side, side), np.uint8)\nimg[6:-6] = 99\nprint('{0} x {0}, {1:.1f} kB'.format(side, img.nbytes / 1000))",
    "cached numbers": "from functools import lru_cache\n\n@lru_cache\ndef steps(n):\n    return 0 if n == 1 else 1 + steps(n // 2 if n % 2 == 0 else 3 * n + 1)\n\nimg = np.zeros((64, 64), np.uint8)\nfor n in range(1, 4096):\n    img[n // 64, n % 64] = min(steps(n), 255)",
    "heat map": "values = np.random.default_rng(3).random((4, 6))\nimg = np.zeros((40, 60, 3), np.uint8)\ncold, hot = np.array([0, 0, 90]), np.array([255, 220, 0])\nfor (i, j), value in np.ndenumerate(values):\n    img[10 * i : 10 * i + 9, 10 * j : 10 * j + 9] = (cold + (hot - cold) * value).astype(np.uint8)",
    "a smooth line": "cols = np.arange(100)\nline = 30 - 20 * np.cos(cols / 12) * np.exp(-cols / 90)\ncover = np.clip(1.5 - np.abs(np.arange(60)[:, None] - line), 0, 1)[..., None]\nimg = (255 * (1 - cover) + np.array([0, 60, 160]) * cover).astype(np.uint8)",
    "distance fields": "def ball(p, centre, r):\n    return np.linalg.norm(p - np.asarray(centre), axis=-1) - r\n\ndef box(p, half):\n    d = np.abs(p) - np.asarray(half)\n    return np.linalg.norm(np.maximum(d, 0), axis=-1) + np.minimum(d.max(-1), 0)\n\ndef melt(a, b, k=0.2):\n    t = np.clip(0.5 + (b - a) / (2 * k), 0, 1)\n    return b + (a - b) * t - k * t * (1 - t)\n\n"
    "axis = np.linspace(-1, 1, 64)\nplane = np.stack(np.meshgrid(axis, axis), -1)\nimg = np.where(melt(ball(plane, (-0.4, 0), 0.4), box(plane, (0.5, 0.2)))[..., None] < 0, [250, 120, 0], [20, 20, 40]).astype(np.uint8)",
    "reaction": "def spread(z):\n    return sum(np.roll(z, s, a) for s in (1, -1) for a in (0, 1)) - 4 * z\n\nu, v = np.ones((40, 40)), np.zeros((40, 40))\nu[16:24, 16:24], v[16:24, 16:24] = 0.5, 0.25\nfor _ in range(120):\n    eaten = u * v * v\n    u += 0.16 * spread(u) - eaten + 0.035 * (1 - u)\n    v += 0.08 * spread(v) + eaten - 0.1 * v\nimg = (v / v.max() * 255).astype(np.uint8)",
    "match": "def tint(kind):\n    match kind:\n        case 0 | 1:\n            return 30, 60, 120\n        case n if n > 3:\n            return 240, 240, 240\n        case _:\n            return 60, 140, 60\n\nland = np.random.default_rng(2).integers(0, 6, (8, 8))\nimg = np.kron(np.array([[tint(int(k)) for k in row] for row in land], np.uint8), np.ones((6, 6, 1), np.uint8))",
    "spiral": "def points(count, a=1.0, b=0.6):\n    for k in range(count):\n        angle = k / 9\n        yield (a + b * angle) * np.sin(angle), (a + b * angle) * np.cos(angle)\n\nimg = np.zeros((60, 60, 3), np.uint8)\nfor y, x in points(400):\n    i, j = int(30 + y), int(30 + x)\n    if 0 <= i < 60 and 0 <= j < 60:\n        img[i, j] = [255, 240, 80]",
    "trace": "H = W = 60\nt = np.linspace(0, 2 * np.pi, 5000)\nhits = np.zeros((H, W))\nnp.add.at(hits, (((np.sin(3 * t) + 1) / 2 * (H - 1)).astype(int), ((np.cos(2 * t) + 1) / 2 * (W - 1)).astype(int)), 1)\nimg = (np.log1p(hits) / np.log1p(hits).max() * 255).astype(np.uint8)",
    "turned square": "turn = np.deg2rad(20)\nmatrix = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])\nys, xs = np.mgrid[-32:32, -32:32]\na, b = matrix @ np.stack([xs.ravel(), ys.ravel()])\nimg = np.zeros((64, 64, 3), np.uint8)\nimg[((abs(a) < 18) & (abs(b) < 18)).reshape(64, 64)] = (0, 170, 220)",
    "star": "def filled(corners, h, w):\n    yy, xx = np.mgrid[:h, :w]\n    inside = np.zeros((h, w), bool)\n    before = corners[-1]\n    for x, y in corners:\n        crosses = (y > yy) != (before[1] > yy)\n        inside ^= crosses & (xx < (before[0] - x) * (yy - y) / (before[1] - y + 1e-9) + x)\n        before = (x, y)\n    return inside\n\n"
    "spikes = [(40 + r * np.sin(k * np.pi / 5), 40 - r * np.cos(k * np.pi / 5)) for k, r in enumerate([34, 14] * 5)]\nimg = np.full((80, 80, 3), (10, 10, 60), np.uint8)\nimg[filled(spikes, 80, 80)] = 255, 215, 0",
    "windows": "from numpy.lib.stride_tricks import sliding_window_view\nshape = np.zeros((42, 42))\nshape[12:30, 12:30] = 1\nedges = np.abs(np.einsum('ijkl,kl->ij', sliding_window_view(shape, (3, 3)), np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]])))\nimg = (edges / edges.max() * 255).astype(np.uint8)",
    "typed shaders": "from __future__ import annotations\nfrom typing import Callable, List\nimport numpy.typing as npt\n"
    "Shade = Callable[[np.ndarray, np.ndarray], np.ndarray]\n\ndef render(shade: Shade, side: int = 32) -> npt.NDArray[np.uint8]:\n    v, u = np.mgrid[0 : 1 : side * 1j, 0 : 1 : side * 1j]\n    return (np.clip(shade(u, v), 0, 1) * 255).astype(np.uint8)\n\n"
    "shades: List[Shade] = [lambda u, v: u * (1 - v), lambda u, v: np.sin(9 * u) ** 2]\nimg = np.hstack([render(shade) for shade in shades])",
    "bifurcation": "rate = np.linspace(2.6, 4, 120)\nx = np.full(120, 0.4)\nimg = np.zeros((60, 120), np.uint8)\nfor turn in range(160):\n    x = rate * x * (1 - x)\n    if turn > 80:\n        rows = ((1 - x) * 59).astype(int)\n        img[rows, np.arange(120)] = np.minimum(img[rows, np.arange(120)].astype(int) + 30, 255)",
    "island": "def noise(shape, cells, rng):\n    grid = rng.random((cells + 1, cells + 1))\n    ys = np.linspace(0, cells, shape[0], endpoint=False)\n    xs = np.linspace(0, cells, shape[1], endpoint=False)\n    y, x = ys.astype(int), xs.astype(int)\n    fy, fx = (ys - y)[:, None], (xs - x)[None, :]\n"
    "    top = grid[np.ix_(y, x)] * (1 - fx) + grid[np.ix_(y, x + 1)] * fx\n    low = grid[np.ix_(y + 1, x)] * (1 - fx) + grid[np.ix_(y + 1, x + 1)] * fx\n    return top * (1 - fy) + low * fy\n\nrng = np.random.default_rng(4)\nshape = (64, 64)\nheight = sum(noise(shape, 2**o, rng) / 2**o for o in range(1, 5))\n"
    "img = np.zeros((*shape, 3), np.uint8)\nfor least, colour in [(-1, (20, 50, 120)), (0.7, (230, 210, 170)), (0.8, (60, 140, 60)), (1.1, (250, 250, 250))]:\n    img[height > least] = colour",
    "colours that do not parse": "def parse(text):\n    digits = text.strip('#')\n    if len(digits) != 6:\n        raise ValueError(f'no colour: {text!r}')\n    return tuple(int(digits[k : k + 2], 16) for k in range(0, 6, 2))\n\ngood = []\nfor text in ('#203040', 'red', '#f0a000'):\n    try:\n        good.append(parse(text))\n    except ValueError as problem:\n        print('left out:', problem)\nimg = np.repeat(np.array(good, np.uint8)[None], 20, axis=0).repeat(20, axis=1)",
    "sorted boxes": "rng = np.random.default_rng(5)\nboxes = [dict(y=int(rng.integers(0, 40)), x=int(rng.integers(0, 40)), z=float(rng.random())) for _ in range(9)]\nimg = np.full((60, 60, 3), 20, np.uint8)\nfor k, box in enumerate(sorted(boxes, key=lambda b: b['z'])):\n    img[box['y'] : box['y'] + 18, box['x'] : box['x'] + 18] = (60 + 20 * k, 40, 255 - 25 * k)",
    "vignette of floats": "def shade(h=40, w=60, strength=0.8):\n    return 1 - strength * np.clip(np.linspace(-1, 1, h)[:, np.newaxis] ** 2 + np.linspace(-1, 1, w) ** 2, 0, 1)\n\nimg = np.ones((40, 60, 3)) * np.array([0.9, 0.6, 0.3]) * shade()[..., None]",
    "a mask as it is": "y, x = np.mgrid[:48, :48]\nimg = (x & y) % 5 == 0",
    "conditions for each pixel": "img = np.zeros((24, 36, 3), np.uint8)\nfor y in range(24):\n    for x in range(36):\n        img[y, x] = (255, 255, 255) if 6 < y < 18 and 8 < x < 28 else (0, 0, 120) if (x // 4 + y // 4) % 2 else (0, 0, 200)",
    "classes of shapes": "class Shape:\n    def __init__(self, colour):\n        self.colour = colour\n\n    def covers(self, y, x):\n        raise NotImplementedError\n\n    def __add__(self, other):\n        return Both(self, other)\n\nclass Both(Shape):\n    def __init__(self, one, two):\n        super().__init__(one.colour)\n        self.one, self.two = one, two\n\n    def covers(self, y, x):\n        return self.one.covers(y, x) | self.two.covers(y, x)\n\n"
    "class Ring(Shape):\n    def __init__(self, y, x, colour):\n        super().__init__(colour)\n        self.y, self.x = y, x\n\n    def covers(self, y, x):\n        return abs(np.hypot(y - self.y, x - self.x) - 9) < 2\n\nyy, xx = np.mgrid[:40, :40]\nimg = np.full((40, 40, 3), 255, np.uint8)\nshape = Ring(14, 14, (200, 0, 40)) + Ring(24, 24, (0, 0, 0))\nimg[shape.covers(yy, xx)] = shape.colour",
    "a main function": "import matplotlib.pyplot as plt\n\ndef make(side=40):\n    \"\"\"Draw squares in squares.\"\"\"\n    i, j = np.indices((side, side))\n    rings = np.maximum(abs(i - side // 2), abs(j - side // 2))\n    return np.dstack([rings * 6 % 256, rings * 0, 255 - rings * 6 % 256]).astype(np.uint8)\n\nif __name__ == '__main__':\n    img = make()\n    plt.imshow(img)\n    plt.show()",
}  # fmt: skip


def program(name: str) -> str:
    """Return the whole program."""
    source = BENIGN[name]
    future = "from __future__ import annotations\n"
    if source.startswith(future):
        return f"{future}import numpy as np\n{source.removeprefix(future)}\n"
    return f"import numpy as np\n{source}\n"
