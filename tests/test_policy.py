# ruff: noqa: E501 (one program a line)
from __future__ import annotations

import ast
import re
import time
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from chatimg_magic import gallery, policy
from chatimg_magic.drawing import Outcome, Problem
from tests.attacks import ATTACKS
from tests.attacks_redteam import STOPPED_BY_NUMPY
from tests.benign import BENIGN, program
from tests.scenes import PLACES

NP = "import numpy as np\n"
GOOD = {
    "masks": "H, W = 64, 96\nyy, xx = np.mgrid[0:H, 0:W]\nimage = np.full((H, W, 3), 255, np.uint8)\n"
    "image[(yy - 30) ** 2 + (xx - 40) ** 2 <= 20**2] = (200, 30, 30)",
    "ogrid": "y, x = np.ogrid[-1:1:64j, -1:1:64j]\nimage = (np.hypot(x, y) < 0.5).astype(np.uint8) * 255",
    "loops": "image = np.zeros((9, 9), dtype=np.uint8)\nfor i in range(9):\n    for j in range(9):\n"
    "        if (i - 4) ** 2 + (j - 4) ** 2 < 9:\n            image[i, j] = 255\n        else:\n            continue",
    "while": "i = 0\nimage = np.zeros((9, 9))\nwhile i < 9:\n    image[i, :i] = 1\n    i += 1\n    if i == 7:\n        break",
    "function": "def disc(size=64, *, radius: float = 0.5) -> np.ndarray:\n    \"\"\"Draw a disc.\"\"\"\n"
    "    axis = np.linspace(-1, 1, size)\n    return (axis[:, None] ** 2 + axis[None] ** 2 < radius**2) * 255\n"
    "image = disc(radius=0.7).astype('uint8')",
    "nested functions": "def outer():\n    count = 0\n    def inner():\n        nonlocal count\n        count += 1\n"
    "        return count\n    return [inner() for _ in range(3)]\nimage = np.array([outer()] * 3)",
    "class": "class Canvas:\n    def __init__(self, h, w):\n        self.pixels = np.zeros((h, w, 3), np.uint8)\n"
    "    def dot(self, y, x, colour=(255, 0, 0)):\n        self.pixels[y, x] = colour\n        return self\n"
    "image = Canvas(8, 8).dot(1, 2).dot(3, 4).pixels",
    "inheritance": "class Shape:\n    def mask(self):\n        raise NotImplementedError\nclass Box(Shape):\n"
    "    def __init__(self, side):\n        super().__init__()\n        self.side = side\n"
    "    def mask(self):\n        return np.ones((self.side, self.side), bool)\nimage = Box(4).mask() * np.uint8(9)",
    "property": "class P:\n    side = 4\n    @property\n    def area(self):\n        return self.side ** 2\n"
    "    @staticmethod\n    def two():\n        return 2\n    @classmethod\n    def make(cls):\n        return cls()\n"
    "image = np.full((4, 4), P.make().area + P.two())",
    "dataclass": "from dataclasses import dataclass, field\n@dataclass(frozen=True)\nclass Ball:\n    y: float\n"
    "    x: float = 3.0\n    parts: list = field(default_factory=list)\nimage = np.full((3, 3), Ball(1.0).y + Ball(2).x)",
    "named tuples": "from collections import namedtuple\nfrom typing import NamedTuple\nPoint = namedtuple('Point', 'y x')\n"
    "class Dot(NamedTuple):\n    size: int\nimage = np.full((4, 4), Point(1, 2).index(2) + Dot(3).count(3))",
    "comprehensions": "rows = [[(x * y) % 256 for x in range(8)] for y in range(8)]\n"
    "names = {k: v for k, v in zip('ab', (1, 2))}\nodd = {n for n in range(9) if n % 2}\n"
    "image = np.array(rows) + sum(n for n in odd) + names['a']",
    "f-strings": "r, g = 10, 0.5\nprint(f'{r:03d} and {g:.2f} {r!r:>8}')\nprint('{} {:>4}'.format(r, g), '%d' % r)\nimage = np.eye(8)",
    "match": "image = np.zeros((4, 4))\nfor kind in ('disc', ('box', 2), ('row', 1, 2), 5, None):\n    match kind:\n"
    "        case 'disc':\n            image[0] = 1\n        case ('box', side) if side > 1:\n            image[side] = 2\n"
    "        case (name, *rest):\n            image[rest] = 3\n        case 1 | 5 as n:\n            image[3] = n\n"
    "        case None:\n            continue\n        case _:\n            pass",
    "lambda and map": "wave = lambda t: 127.5 + 127.5 * np.sin(t)\nimage = np.stack(list(map(wave, np.ones((3, 4)))))",
    "generator": "def spiral(n):\n    for i in range(n):\n        yield i, i * 0.5\n    yield from []\n"
    "image = np.zeros((9, 9))\nfor i, a in spiral(9):\n    image[i, int(a)] = 1",
    "unpacking": "n = 5\nfirst, *rest = range(n)\nimage = np.zeros((n, len([*rest, first])))",
    "errors": "try:\n    a = 1 / 0\nexcept (ZeroDivisionError, ValueError) as error:\n    a = len(error.args)\n"
    "finally:\n    b = 2\nassert b == 2, 'b'\nif a > 5:\n    raise ValueError('no')\nimage = np.eye(3)",
    "errstate": "with np.errstate(divide='ignore', invalid='ignore'):\n    image = np.nan_to_num(np.zeros((3, 3)) / 0)",
    "random": "rng = np.random.default_rng(0)\nimage = rng.integers(0, 256, (8, 8, 3), dtype=np.uint8)\n"
    "np.random.seed(1)\nimage = image + np.random.randint(0, 2, (8, 8, 3))\nrng.shuffle(image)",
    "standard library": "import math, random\nfrom itertools import product\nfrom functools import lru_cache, partial, reduce\n"
    "import colorsys\n@lru_cache(maxsize=None)\ndef fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\n"
    "r, g, b = colorsys.hsv_to_rgb(random.Random(1).random(), 1, 1)\nimage = np.zeros((9, 9))\n"
    "for y, x in product(range(9), repeat=2):\n    image[y, x] = math.hypot(y, x) * reduce(max, [r, g, fib(3)])\n",
    "linear algebra": "from numpy.linalg import norm\nimage = np.abs(np.fft.fft2(np.eye(8))) * norm([3, 4]) + np.linalg.det(np.eye(2))",
    "types": "from __future__ import annotations\nfrom typing import Callable, Optional\nfrom numpy.typing import NDArray\n"
    "Shader = Callable[[np.ndarray], np.ndarray]\n"
    "def paint(a: NDArray[np.uint8], shade: Optional[Shader] = None) -> np.ndarray:\n"
    "    b: np.ndarray = a\n    return b if isinstance(b, np.ndarray) else a\nimage = paint(np.eye(4))",
    "global": "level = 0\ndef deeper():\n    global level\n    level += 1\ndeeper()\nimage = np.full((3, 3), level)",
    "recursion": "image = np.zeros((81, 81))\ndef carpet(y, x, n):\n    if n < 3:\n        return\n    k = n // 3\n"
    "    image[y + k:y + 2 * k, x + k:x + 2 * k] = 255\n    for i in range(3):\n        for j in range(3):\n"
    "            carpet(y + i * k, x + j * k, k)\ncarpet(0, 0, 81)",
    "complex numbers": "c = np.linspace(-2, 1, 9)[None] + 1j * np.linspace(-1, 1, 9)[:, None]\nz = c * 0\n"
    "for _ in range(9):\n    z = np.where(abs(z) < 4, z * z + c, z)\nimage = (abs(z) < 2) * 255",
    "bits": "n = np.arange(64, dtype=np.uint8).reshape(8, 8)\nimage = ((n >> 2) ^ (n & 7) | (n << 1)) @ np.eye(8, dtype=np.uint8)\nimage = ~image",
    "text to bits": "glyph = '''\n#..#\n.##.\n'''\nimage = np.array([[c == '#' for c in row] for row in glyph.strip().splitlines()])",
    "pillow": "from PIL import Image, ImageDraw, ImageFont, ImageFilter\nim = Image.new('RGB', (64, 64), 'white')\n"
    "draw = ImageDraw.Draw(im)\ndraw.ellipse((4, 4, 60, 60), fill='yellow', outline=(0, 0, 0), width=2)\n"
    "draw.text((9, 9), 'hi', font=ImageFont.load_default(), fill=0)\n"
    "im = im.filter(ImageFilter.GaussianBlur(1)).resize((32, 32), Image.LANCZOS).convert('L')\nimage = np.asarray(im)",
    "pillow font": "from PIL import ImageFont\nfont = ImageFont.truetype('DejaVuSans.ttf', 20)\nimage = np.eye(3)",
    "ndimage": "from scipy import ndimage\nfrom scipy.ndimage import gaussian_filter as blur\n"
    "image = blur(np.eye(9), 1) + ndimage.binary_dilation(np.eye(9) > 0)",
    "skimage": "from skimage.draw import disk, line\nimage = np.zeros((9, 9))\nimage[disk((4, 4), 3)] = 1",
    "plt": "import matplotlib.pyplot as plt\nimage = np.eye(9)\nplt.figure(figsize=(4, 4))\nplt.imshow(image, cmap='gray', vmin=0)\n"
    "plt.title('a line')\nplt.axis('off')\nplt.tight_layout()\nplt.show()",
    "subplots": "from matplotlib import pyplot as plt\nfig, ax = plt.subplots(figsize=(3, 3))\nimage = np.eye(9)\nax.imshow(image)\n"
    "ax.set_axis_off()\nax.set_title('x')\nplt.show()",
    "main": "def main():\n    return np.eye(3)\nif __name__ == '__main__':\n    image = main()",
    "hints of library classes": "from PIL import Image, ImageDraw\ndef paint(d: ImageDraw.ImageDraw, im: Image.Image) -> Image.Image:\n"
    "    d.point((1, 1), fill=255)\n    return im\nim = Image.new('L', (8, 8))\nimage = np.asarray(paint(ImageDraw.Draw(im), im))",
    "isinstance of several": "def level(c):\n    return c if isinstance(c, (list, tuple, np.ndarray)) else [c]\nimage = np.array([level(3)] * 4)",
    "fields of named tuples": "from collections import namedtuple\nBall = namedtuple('Ball', 'x y r')\nball = Ball(1, 2, 3)\n"
    "image = np.full((4, 4), ball.x + ball.y + ball.r)",
    "a function for each case": "if len('a') > 1:\n    def shade(t):\n        return t\nelse:\n    def shade(t):\n        return 2 * t\nimage = np.eye(4) * shade(3)",
    "window": "windows = np.lib.stride_tricks.sliding_window_view(np.eye(5), (2, 2))\nimage = windows.sum(axis=(2, 3))",
    "steps": "n = 9\nfor i in range(0, n, 2):\n    row = i\nimage = np.full((3, 3), row)",
    "own attributes": "class Canvas:\n    def __init__(self, size):\n        self.canvas = np.zeros((size, size))\n        self.petals = 5\n"
    "        self._level = 3\n    def stamp(self, y, x):\n        self.canvas[y, x] = self._level\ncanvas = Canvas(8)\ncanvas.petals = 6\n"
    "canvas.stamp(2, 3)\nimage = canvas.canvas",
    "emoji": "print('sunny \u2600\ufe0f')\nimage = np.eye(3)",
    "operators": "class V:\n    def __init__(self, y):\n        self.y = y\n    def __add__(self, other):\n        return V(self.y + other.y)\n"
    "    def __mul__(self, k):\n        return V(self.y * k)\nimage = np.full((2, 2), (V(1) + V(2) * 3).y)",
}  # fmt: skip


@pytest.mark.parametrize("source", GOOD.values(), ids=GOOD.keys())
def test_a_good_program_passes(source: str) -> None:
    assert policy.check(NP + source + "\n") == []


@pytest.mark.parametrize("name", BENIGN)
def test_a_benign_program_passes(name: str) -> None:
    assert policy.check(program(name)) == []


@pytest.mark.parametrize("source", GOOD.values(), ids=GOOD.keys())
def test_a_good_program_is_real_python(source: str) -> None:
    compile(NP + source if "__future__" not in source else source, "good", "exec")


@pytest.mark.parametrize("piece", gallery.pieces(), ids=lambda piece: piece.name)
def test_every_worked_drawing_passes(piece: gallery.Piece) -> None:
    assert policy.check(piece.code) == []


# Each begins after the line `import numpy as np`; the words are part of the refusal.
REFUSED = {
    "os": ("import os", "imports os,"),
    "os.path": ("import os.path as p", "imports os.path"),
    "several": ("import math, subprocess", "imports subprocess"),
    "from sys": ("from sys import modules", "imports from sys"),
    "relative": ("from . import x", "imports from ."),
    "relative under an allowed name": ("from .math import sin", "imports from .math"),
    "relative package": ("from ..chatimg_magic import policy", "imports from ..chatimg_magic"),
    "os through numpy": ("from numpy import f2py", "imports numpy\\.f2py,"),
    "ctypes": ("import ctypes", "imports ctypes"),
    "builtins": ("from builtins import open as o", "imports from builtins"),
    "pickle": ("import pickle", "imports pickle"),
    "pathlib": ("from pathlib import Path", "imports from pathlib"),
    "open": ("open('x', 'w')", "uses open,"),
    "eval": ("eval('1')", "uses eval,"),
    "exec": ("exec('x = 1')", "uses exec,"),
    "compile": ("compile('1', '', 'eval')", "uses compile,"),
    "import function": ("__import__('os')", "uses the name __import__,"),
    "getattr": ("getattr(np, 'load')", "uses getattr,"),
    "setattr": ("setattr(np, 'pi', 3)", "uses setattr,"),
    "globals": ("globals()['x']", "uses globals,"),
    "vars": ("vars()", "uses vars,"),
    "input": ("input()", "uses input,"),
    "breakpoint": ("breakpoint()", "uses breakpoint,"),
    "memoryview": ("memoryview(b'')", "uses memoryview,"),
    "builtins by name": ("__builtins__", "uses the name __builtins__,"),
    "print to a file": ("print('x', file=open)", "uses open,"),
    "a filler that looks like nothing": ("ㅤ = 1", "invisible character \\(U\\+3164\\)"),
    "far right by tabs": ("x = 1\t\t\t\t\t\t\t\t\t\t\t\t; import os", "hides text behind a long run of spaces"),
    "class of a value": ("(1).__class__", "uses .__class__"),
    "subclasses": ("().__class__.__base__.__subclasses__()", "uses .__subclasses__"),
    "globals of a function": ("def f():\n    pass\nf.__globals__", "uses .__globals__"),
    "traceback": ("try:\n    1 / 0\nexcept Exception as e:\n    e.__traceback__", "uses .__traceback__"),
    "frame of a generator": ("g = (i for i in ())\ng.gi_frame", "uses .gi_frame"),
    "own special method": ("class A:\n    def __getattr__(self, n):\n        return 1", "uses the name __getattr__,"),
    "own special attribute": ("class A:\n    __array_interface__ = {}", "uses the name __array_interface__,"),
    "setting a special attribute": ("class A:\n    pass\nA.__init__ = print", "uses \\.__init__,"),
    "save": ("np.save('x', np.eye(2))", "uses \\.save,"),
    "load": ("np.load('x.npy', allow_pickle=True)", "passes allow_pickle=,"),
    "fromfile": ("np.fromfile('x')", "uses \\.fromfile,"),
    "tofile": ("np.eye(2).tofile('x')", "uses .tofile"),
    "dump": ("np.eye(2).dump('x')", "uses .dump"),
    "genfromtxt": ("np.genfromtxt('http://x')", "uses \\.genfromtxt,"),
    "memmap": ("np.memmap('x')", "uses \\.memmap,"),
    "os of numpy": ("np.f2py.os.system('x')", "uses \\.f2py,"),
    "testing": ("np.testing.runstring('x', {})", "uses \\.testing,"),
    "ctypeslib": ("np.ctypeslib.ctypes", "uses \\.ctypes,"),
    "ctypes of an array": ("np.eye(2).ctypes.data", "uses .ctypes"),
    "interface": ("np.eye(2).__array_interface__", "uses .__array_interface__"),
    "a name of the notebook": ("deploy()", "uses deploy, which the code does not define"),
    "ipython": ("get_ipython().system('ls')", "uses get_ipython,"),
    "history": ("In[0]", "uses In,"),
    "shell": ("!ls", "is not valid Python"),
    "magic": ("%time 1", "is not valid Python"),
    "help": ("np.eye?", "is not valid Python"),
    "a global of the notebook": (
        "def f():\n    global secret\n    return secret",
        "uses secret, which the code does not define",
    ),
    "wide letters": ("ｏｐｅｎ('x')", "uses open,"),
    "wide letters of a keyword": ("ｉｍｐｏｒｔ os", "is not valid Python"),
    "wide letters of an attribute": ("np.ｌｏａｄ('x')", "uses \\.load,"),
    "wide letters of an import": ("from numpy import ｆ２ｐｙ", "imports numpy\\.f2py,"),
    "bidi": ("x = 1  # \u202e )1(", "invisible character \\(U\\+202E\\)"),
    "zero width": ("x\u200b = 1", "invisible character \\(U\\+200B\\)"),
    "soft hyphen": ("x = 'a\xadb'", "invisible character \\(U\\+00AD\\)"),
    "surrogate": ("x = '\ud800'", "invisible character \\(U\\+D800\\)"),
    "null": ("x = '\x00'", "invisible character \\(U\\+0000\\)"),
    "escape": ("# \x1b[2J", "invisible character \\(U\\+001B\\)"),
    "form feed": ("\x0cx = 1", "invisible character \\(U\\+000C\\)"),
    "delete": ("# \x7f", "invisible character \\(U\\+007F\\)"),
    "far right": (
        "x = 1                                                                                ; import os",
        "hides text behind a long run of spaces",
    ),
    "decorator by name": ("@eval\ndef g():\n    pass", "uses eval,"),
    "an attribute of somebody's in an annotation": ("x: told.size = 1", "uses told,"),
    "another value for a module": ("def f(np):\n    return np.load", "uses \\.load,"),
    "changing a module": ("np.pi = 3", "changes np, which is a library's"),
    "deleting from a module": ("del np.pi", "changes np,"),
    "using a name that libraries use": ("class A:\n    def save(self):\n        pass\nA().save()", "uses \\.save,"),
    "open an image": ("from PIL import Image\nImage.open('x.png')", "uses \\.open,"),
    "save an image": ("from PIL import Image\nImage.new('L', (1, 1)).save('x.png')", "uses .save"),
    "modules of Pillow": ("from PIL import Image\nImage.os.system('x')", "uses \\.os,"),
    "savefig": ("import matplotlib.pyplot as plt\nplt.savefig('x')", "uses \\.savefig,"),
    "imsave": ("import matplotlib.pyplot as plt\nplt.imsave('x', np.eye(2))", "uses \\.imsave,"),
    "imread": ("import matplotlib.pyplot as plt\nplt.imread('x')", "uses \\.imread,"),
    "savefig of a figure": ("import matplotlib.pyplot as plt\nf = plt.figure()\nf.savefig('x')", "uses .savefig"),
    "power": ("x = 2 ** 99999", "enormous number"),
    "power of powers": ("x = 9**9**9", "enormous number"),
    "shift": ("x = 1 << 999999", "enormous number"),
}


# What a policy cannot judge: isolation does before anybody has read the code, and afterwards a person.
FREE = {
    "everything of a module": "from math import *",
    "enum": "from enum import Enum",
    "wraps": "from functools import wraps",
    "time": "import time\ntime.sleep(9)",
    "type": "type(np.eye(2))",
    "renaming a builtin": "print = 3",
    "special call": "np.eye(2).__getitem__(0)",
    "looking in while formatting": "'{0.__class__}'.format(1)",
    "an item while formatting": "'{0[x]}'.format({})",
    "ndarray": "np.ndarray((1,), 'O', b'12345678')",
    "ndarray as a class": "class A(np.ndarray):\n    pass",
    "frombuffer": "np.frombuffer(b'1')",
    "as_strided": "np.lib.stride_tricks.as_strided(np.eye(2))",
    "view": "np.eye(2).view('O')",
    "data": "np.eye(2).data",
    "deleting a name": "deploy = 1\ndel deploy",
    "display": "display(1)",
    "decorator": "@(lambda f: f)\ndef g():\n    pass",
    "annotation of a result": "def f() -> print('now'):\n    pass",
    "match on a class": "match 1:\n    case object(real=r):\n        r",
    "with": "class A:\n    pass\nwith A() as a:\n    pass",
    "async": "async def f():\n    pass",
    "a class in a function": "def f():\n    class A:\n        pass",
    "statements in a class": "class A:\n    for i in 'ab':\n        print(i)",
    "a function of its own as a decorator": "def once(f):\n    return f\n@once\ndef g():\n    pass",
    "a branch that never runs": "if 0:\n    x = 1",
    "assignment within an expression": "if (n := 5) > 3:\n    print(n)",
    "metaclass": "class A(metaclass=print):\n    pass",
    "unpacked keywords": "print(**{'file': 1})",
    "a module as a value": "x = np",
    "deleting a global": "level = 0\ndef f():\n    global level\n    del level",
    "setting a name that libraries use": "class A:\n    pass\nA().base = 1",
    "show an image": "from PIL import Image\nImage.new('L', (1, 1)).show()",
    "a font function": "from PIL import ImageFont\nf = ImageFont.truetype",
    "a rule between two parts": f"# --- the sky {'-' * 60}\nx = 1  # {'- ' * 30}",
    "a maze in a text": "rows = '+---+---+---+---+---+---+---+---+'\nprint('-' * 40, '~' * 9, '--------------------------')",
    "faces": "# :(\n" * 70 + "x = ':('",
    "an example in a docstring": 'def dot(r):\n    """Draw.\n\n    >>> dot(2)\n    4\n    """\n    return r * r',
    "a picture of dots": 'art = """\n...##...\n..####..\n"""',
    "generators of their own": "np.random.SeedSequence(1).spawn(3)\nnp.random.default_rng(1).spawn(2)",
    "a filter of its own": "from PIL import Image\nclass F:\n    pass\nImage.new('L', (1, 1)).filter(F())",
}


@pytest.mark.parametrize("source", FREE.values(), ids=FREE.keys())
def test_what_python_and_its_libraries_have_is_not_refused(source: str) -> None:
    assert policy.check(NP + source + "\n") == []


def test_commands_behind_a_prompt_are_found_however_many_there_are() -> None:
    source = "note = '''\n>>> a drawing\n'''\ndef shade(release):\n    pass\n" + "    ...,release\n" * 900
    assert [problem.message for problem in policy.check(source)] == [
        "line 2 begins like a prompt, which notebooks take away; write it differently"
    ]


PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.py"))
REACHING_OUT = {
    "48_figure_canvas_to_array.py": "imports from matplotlib.backends.backend_agg",
    "67_settings_object_fireworks.py": "uses setattr",
    "81_bytearray_bitmap_font.py": "uses memoryview",
    "90_robot_getattr_dispatch.py": "uses getattr",
}
"""Of a hundred honest programs, written by somebody who did not know the rules, these do what is refused."""


@pytest.mark.parametrize("file", PROGRAMS, ids=lambda file: file.stem)
def test_honest_programs_of_every_style_pass_but_for_a_few(file: Path) -> None:
    problems = policy.check(file.read_text())
    if words := REACHING_OUT.get(file.name):
        assert words in problems[0].message
    else:
        assert problems == []


HOST = [attack for attack in ATTACKS if attack.name not in STOPPED_BY_NUMPY]


def test_attacks_on_the_machine_are_refused_before_they_run() -> None:
    passed = [attack.name for attack in HOST if not policy.check(attack.source(**PLACES))]
    print(f"{len(HOST) - len(passed)} of {len(HOST)} attacks on the machine refused; not {passed}")
    assert len(passed) <= 0.03 * len(HOST)


def assert_answers(problems: list[Problem], lines: int) -> None:
    """Check what every list of problems must be."""
    assert isinstance(problems, list)
    assert len(problems) <= policy.MAX_PROBLEMS
    for problem in problems:
        assert problem.outcome is Outcome.REFUSED
        assert problem.line is not None
        assert 1 <= problem.line <= lines
        assert problem.message.startswith(f"line {problem.line} ")
        assert "\n" not in problem.message


@pytest.mark.parametrize(("source", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_a_bad_program_is_refused_with_line_and_remedy(source: str, words: str) -> None:
    program = NP + source + "\n"
    problems = policy.check(program)
    assert_answers(problems, program.count("\n"))
    assert any(re.search(words, problem.message) for problem in problems), problems
    assert all(problem.line is not None and problem.line >= 2 for problem in problems)
    assert all(
        re.search(r"[;,] ?.*\b(use|write|choose|remove|leave|call|make|define|pass|need)\b", p.message)
        for p in problems
    )


@pytest.mark.parametrize("line", [1, 2, 7, 30])
def test_the_line_of_a_problem_is_right(line: int) -> None:
    program = "x = 1\n" * (line - 1) + "import os\n" + "y = 1\n" * 5
    assert [(p.line, p.message) for p in policy.check(program)] == [
        (line, f"line {line} imports os, which drawings do not need; use NumPy only")
    ]


def test_problems_come_in_order_of_lines_without_repeats_and_not_too_many() -> None:
    program = "".join(f"print(a{i}); print(a{i})\n" for i in range(30))
    assert [p.line for p in policy.check(program)] == list(range(1, 9))
    assert [p.line for p in policy.check("x = 1\neval('1')\nimport os\n")] == [2, 3]


@pytest.mark.parametrize("message", ["invalid syntax", "'(' was never closed"])
def test_what_does_not_parse_is_named_with_the_parser_s_words(message: str) -> None:
    source = {"invalid syntax": "x = 1\ny = = 2\n", "'(' was never closed": "x = 1\ny = (2\n"}[message]
    (problem,) = policy.check(source)
    assert problem.line == 2
    assert problem.message == f"line 2 is not valid Python: {message}; write complete statements"


@pytest.mark.parametrize(
    "source",
    [
        "photo[:] = 0",
        "photo += 1",
        "photo[2] -= 1",
        "photo.fill(0)",
        "photo.sort()",
        "for photo[0] in [1, 2]:\n    pass",
    ],
)
def test_the_persons_arrays_are_left_as_they_are(source: str) -> None:
    (problem,) = policy.check(source, frozenset({"photo"}))
    assert "changes photo, which is the person's" in problem.message
    assert policy.check("photo = photo.copy()\n" + source, frozenset({"photo"})) == []


def test_nothing_is_no_problem() -> None:
    for source in ("", "\n", "# only words\n", "pass"):
        assert policy.check(source) == []


MONSTERS = {
    "deep brackets": "x = " + "(" * 30_000 + ")" * 30_000,
    "deep lists over lines": "x = " + "[\n" * 20_000,
    "power of powers": "x = 9**9**9**9",
    "a long line": "x = '" + "a" * 60_000 + "'",
    "a line of spaces": "x =" + " " * 60_000 + "1",
    "nulls": "\x00" * 60_000,
    "bidi": "\u202e" * 60_000,
    "10 MB": "x = 1\n" * 1_700_000,
    "10 MB in a line": "x" * 10_000_000,
    "100k unary operators": "x = " + "-" * 100_000 + "1",
    "unary operators over lines": "x = (" + "-\n" * 30_000 + "1)",
    "nots over lines": "x = (" + "not\n" * 15_000 + "1)",
    "attribute chain of 100k": "x = np" + ".a" * 100_000,
    "attribute chain in a line": NP + "x = np" + ".a" * 985,
    "attribute chain over lines": NP + "x = (np\n" + ".a\n" * 20_000 + ")",
    "calls": "x = f" + "()" * 900,
    "sums": "x = " + "+".join("1" * 900),
    "sums over lines": "x = (1\n" + "+1\n" * 20_000 + ")",
    "lambdas": "x = " + "lambda:" * 280 + "1",
    "conditions over lines": "x = (\n" + "1 if 1 else\n" * 5_000 + "1)",
    "nested blocks": "".join(" " * i + "if 1:\n" for i in range(99)) + " " * 99 + "pass",
    "elifs": "if 1:\n    pass\n" + "elif 1:\n    pass\n" * 3000,
    "f-strings": "x = f'" + '{f"' * 40 + "}" * 40 + "'",
    "problems": "open()\n" * 9000,
    "names": "".join(f"x{i} = {i}\n" for i in range(4500)),
    "types": NP + "".join(f"T{i} = [T{i + 1}][0]\n" for i in range(2500)) + "T2500 = [np.ndarray][0]\n",
    "nested classes": "".join(" " * i + f"class A{i}:\n" for i in range(60)) + " " * 60 + "x = 1",
    "a big number": "x = " + "9" * 1900,
    "unclosed text": "x = '''" + "a\n" * 30_000,
    "backslashes": "x = \\\n" * 15_000,
    "decorators": "@a\n" * 20_000 + "def f():\n    pass",
}


@pytest.fixture(scope="module")
def unit() -> float:
    """Measure how long this machine parses a long, benign program."""
    program = "image[4, 4] = 255\n" * (64_000 // 18)
    seconds = []
    for _ in range(3):
        clock = time.perf_counter()
        ast.parse(program)
        seconds.append(time.perf_counter() - clock)
    return max(seconds)


@pytest.mark.parametrize("source", MONSTERS.values(), ids=MONSTERS.keys())
def test_a_monster_is_answered_in_little_time(source: str, unit: float) -> None:
    clock = time.perf_counter()
    problems = policy.check(source)
    assert time.perf_counter() - clock < 60 * unit + 0.2
    assert_answers(problems, source.count("\n") + 1)


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in MONSTERS
        if name not in {"names", "sums", "elifs", "types", "a big number", "lambdas", "attribute chain in a line"}
    ],
)
def test_a_monster_is_refused(name: str) -> None:
    if name in {"nested blocks", "nested classes", "f-strings", "decorators"}:
        assert_answers(policy.check(MONSTERS[name]), MONSTERS[name].count("\n") + 1)
    else:
        assert policy.check(MONSTERS[name])


@settings(max_examples=200)
@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    assert_answers(policy.check(text), text.count("\n") + 1)


TOKENS = st.sampled_from(
    re.findall(r"\w+|[^\w\s]|\s+", "\n".join([*GOOD.values(), *(source for source, _ in REFUSED.values())]))
)


@settings(max_examples=200)
@given(st.lists(TOKENS, max_size=30).map("".join))
def test_any_mixture_of_python_is_answered(text: str) -> None:
    assert_answers(policy.check(text), text.count("\n") + 1)


@settings(max_examples=200)
@given(st.sampled_from(sorted(GOOD)), st.integers(0, 600), st.integers(0, 12), TOKENS | st.text(max_size=3))
def test_a_changed_program_is_answered(name: str, start: int, length: int, instead: str) -> None:
    source = NP + GOOD[name]
    changed = source[:start] + instead + source[start + length :]
    problems = policy.check(changed)
    assert_answers(problems, changed.count("\n") + 1)


@settings(max_examples=120)
@given(st.sampled_from(sorted(GOOD)), st.sampled_from(sorted(REFUSED)), st.booleans())
def test_a_bad_statement_is_found_wherever_it_stands(good: str, bad: str, first: bool) -> None:
    future = "from __future__ import annotations\n" if "__future__" in GOOD[good] else ""
    assume(not (future and "annotation" in bad))  # then nothing looks at annotations
    source = GOOD[good].removeprefix(future)
    parts = [REFUSED[bad][0], source] if first else [source, REFUSED[bad][0]]
    assert policy.check(future + NP + "\n".join(parts) + "\n")
