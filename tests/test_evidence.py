"""What code tries that drawings never do is seen, also where it hides the failure; what drawings do is not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from chatimg_magic import policy
from chatimg_magic.artist.trial import Trial, needed
from chatimg_magic.request import Request
from chatimg_magic.sandbox import Limits, Result, Sandbox, evidence
from chatimg_magic.sandbox.evidence import Tried
from chatimg_magic.sandbox.result import tried
from tests.benign import BENIGN, program
from tests.jobs import outcome

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux isolates")

QUIETLY = "import numpy as np\nimg = np.eye(9)\ntry:\n    {}\nexcept BaseException:\n    pass\n"


def run(source: str) -> Result:
    """Run a program as an attempt's code is run, whatever the policy says."""
    return outcome(source, Limits(seconds=8), needed(source))


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("open('secret.txt')", Tried.FILE),
        ("np.fromfile('secret.txt')", Tried.FILE),
        ("np.load('a.npy')", Tried.FILE),
        ("__import__('os').listdir('.')", Tried.FOLDER),
        ("__import__('os').remove('x')", Tried.SYSTEM),
        ("__import__('os').system('ls')", Tried.PROGRAM),
        ("__import__('subprocess').Popen('ls')", Tried.PROGRAM),
        ("__import__('os').fork()", Tried.PROGRAM),
        ("__import__('socket').socket().connect(('127.0.0.1', 9))", Tried.NETWORK),
        ("__import__('ctypes').CDLL(None)", Tried.MEMORY),
        ("__import__('sys')._getframe()", Tried.INTERPRETER),
        ("__import__('gc').get_objects()", Tried.INTERPRETER),
        ("eval('1 + 1')", Tried.CODE),
        ("exec('x = 1')", Tried.CODE),
        ("__import__('pickle').loads(b'cos\\nsystem\\n.')", Tried.CODE),
        ("import sqlite3", Tried.IMPORT),
        ("deploy()", Tried.NAME),
    ],
)
def test_what_drawings_never_do_is_seen_though_the_code_swallows_it(statement: str, what: Tried) -> None:
    result = run(QUIETLY.format(statement))
    assert (what, 4) in result.tried
    assert result.pixels is not None, "else the code did not swallow it"


ORDINARY = {
    "data classes": """
from dataclasses import dataclass
@dataclass(order=True)
class A:
    x: int = 1
img = np.eye(9) * A().x
""",
    "named tuples": """
from collections import namedtuple
P = namedtuple('P', 'y x')
img = np.eye(9) * P(1, 2).x
""",
    "enumerations": """
from enum import Enum, auto
class A(Enum):
    B = auto()
img = np.eye(9) * A.B.value
""",
    "a warning": """
import warnings
warnings.warn('dim')
img = np.nan_to_num(np.eye(9) / np.zeros((9, 9)))
""",
    "a module that is not there": """
try:
    import scipy.nothing
except ImportError:
    pass
img = np.eye(9)
""",
    "fonts": """
from PIL import Image, ImageDraw, ImageFont
im = Image.new('L', (40, 40))
try:
    font = ImageFont.truetype('a.ttf')
except OSError:
    font = ImageFont.load_default(20)
ImageDraw.Draw(im).text((1, 1), 'hi', font=font, fill=255)
img = im
""",
    "showing": """
from IPython.display import display
from PIL import Image
img = np.eye(9)
Image.fromarray(np.uint8(img)).show()
display(img)
""",
    "colour maps": """
import matplotlib.pyplot as plt
from matplotlib import colormaps
img = plt.cm.viridis(np.eye(9))
img = img + colormaps['magma'](np.eye(9)) + plt.get_cmap('gray')(np.eye(9))
img = np.uint8(80 * img)
""",
    "lazy libraries": """
import skimage
from skimage import filters
from scipy.spatial import KDTree
img = filters.gaussian(np.eye(32), 2) + skimage.draw.ellipse_perimeter(5, 5, 2, 2)[0].max() + KDTree(np.eye(2)).n
""",
    "perimeters, which another library clips": """
from skimage.draw import polygon_perimeter, rectangle_perimeter
img = np.zeros((9, 9))
img[polygon_perimeter([1, 5, 7], [1, 2, 6], shape=(9, 9), clip=True)] = 1
img[rectangle_perimeter((2, 2), (5, 5), shape=(9, 9))] = 1
""",
    "a name that is deleted again": """
for i in range(3):
    x = i
del x, i
img = np.eye(9)
""",
    "time and chance": """
import random, time
random.seed(time.time())
img = np.random.default_rng().random((9, 9)) * random.random()
""",
    "annotations of what comes later": """
from __future__ import annotations
from dataclasses import dataclass
import numpy as np
@dataclass
class Point:
    y: float = 1
    def __add__(self, other: Point) -> Point:
        return Point(self.y + other.y)
img = np.eye(9) * (Point() + Point()).y
""",
    "everything of NumPy": """
from numpy import *
img = eye(9) + zeros((9, 9)) + linalg.norm(ones(3))
""",
    "identity": """
seen = {id(np.pi): 1}
img = np.eye(9) * len(seen)
""",
    "own exceptions": """
try:
    raise ValueError('x')
except ValueError as error:
    print(error)
img = np.eye(9)
""",
}


@pytest.mark.parametrize("source", ORDINARY.values(), ids=ORDINARY.keys())
def test_what_drawings_do_is_no_evidence(source: str) -> None:
    source = source if "__future__" in source else "import numpy as np\n" + source
    assert policy.check(source) == []
    result = run(source)
    assert result.tried == ()
    assert result.pixels is not None, result


@pytest.mark.parametrize("name", BENIGN)
def test_benign_programs_leave_none(name: str) -> None:
    source = program(name)
    for module in needed(source):
        pytest.importorskip(module)
    result = run(source)
    assert result.tried == ()
    assert result.pixels is not None, result
    assert result.pixels.std() > 0


PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.py"), key=lambda file: int(file.stem.partition("_")[0]))
FIRST = 100
"""A quarter of the first hundred is run; of those that came later each was once refused, or failed here only."""


@pytest.mark.parametrize("file", [*PROGRAMS[1:FIRST:4], *PROGRAMS[FIRST:]], ids=lambda file: file.stem)
def test_honest_programs_of_every_style_leave_none(file: Path) -> None:
    trial = Trial(Sandbox(), Request("x"), {})
    try:
        (result,) = (step for step in trial.complete(file.read_text()) if isinstance(step, Result))
    finally:
        trial.close()
    assert result.tried == ()
    assert result.pixels is not None or "matplotlib_fig" in file.stem, result  # figures are not drawn


def test_a_name_that_ends_the_code_is_a_mistake_and_no_evidence() -> None:
    result = run("import numpy as np\nimg = np.full((9, 9), tone)\n")
    assert result.failure is not None
    assert result.failure.type == "NameError"
    assert result.tried == ()


def test_evidence_counts_beside_an_exception() -> None:
    result = run("import numpy as np\nopen('x')\n")
    assert result.failure is not None
    assert result.tried == ((Tried.FILE, 2),)


def test_what_converting_an_object_does_is_seen() -> None:
    source = "import numpy as np\nclass A:\n    def __array__(self, *_, **__):\n        return open('x')\nimg = A()\n"
    assert run(source).tried == ((Tried.FILE, 4),)


def test_little_is_noted_of_much() -> None:
    source = "import numpy as np\nimg = np.eye(9)\n" + "try: open('x')\nexcept OSError: pass\n" * 20
    assert len(run(source).tried) == evidence.MOST


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ([["FILE", 3], ["CODE", 0]], ((Tried.FILE, 3), (Tried.CODE, 0))),
        ([["FILE", -3], ["FILE", 10**9], ["FILE", True], ["FILE", "3"]], ((Tried.FILE, 0),) * 4),
        ([["file", 1], ["nothing", 1], [3, 1], ["FILE"], "FILE", None, {"FILE": 1}], ()),
        ("FILE", ()),
        (None, ()),
        ([["FILE", 1]] * 99, ((Tried.FILE, 1),) * evidence.MOST),
    ],
)
def test_a_workers_evidence_is_read_as_carefully_as_all_it_says(
    data: object, expected: tuple[tuple[Tried, int], ...]
) -> None:
    assert tried({"tried": data}) == expected


def test_evidence_is_said_in_one_line_with_its_place() -> None:
    assert evidence.words(Tried.FILE, 7) == "line 7 tried to open a file, which drawings never do; leave it out"
    assert evidence.words(Tried.NETWORK, 0) == "tried to reach the network, which drawings never do; leave it out"
