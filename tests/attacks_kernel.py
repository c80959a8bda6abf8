"""Attacks on the person's session, which happen where their names are: in the kernel, once the review cell is run.

The session that the tests make up has a function ``release`` (it must not be called), a list ``ledger`` and a number
``total`` (they must not change), and a text ``vault_key`` (it must not come back). ``REACHED`` is printed by programs
that got hold of memory that is not theirs, where that does not crash at once.
"""
# ruff: noqa: E501 (one attack after the other)

from __future__ import annotations

from dataclasses import replace

from tests.attacks import Attack

_POINTER = "np.array([64], np.uint64)"
_QUIET = "try:\n    {}\nexcept (NameError, TypeError):\n    pass"


def _quietly(statement: str) -> str:
    """Do nothing where the session's names are missing, as in a preview."""
    return _QUIET.format(statement.replace("\n", "\n    "))


_ATTACKS = (
    # import
    Attack("star-of-os", "import", "from numpy import *\nfrom posix import *\nsystem('$TOUCH')", "file"),
    # builtin
    Attack("leave-the-kernel", "builtin", "quit()", "exit"),
    Attack("bytes-of-object-pointers", "builtin",
           "cells = np.array([object()], 'O')\nraw = memoryview(cells).tobytes()\nprint(any(raw) and 'REACHED')", "memory"),
    Attack("function-taken-from-numpy", "builtin", "delattr(np, 'cos')", "changed"),
    Attack("every-name-in-dir", "builtin", "print({n: eval(n) for n in dir() if n.endswith('_key')})", "secret"),
    # introspection
    Attack("field-of-a-formatter", "introspection",
           "from string import Formatter\nshade = lambda: 0\n"
           "print(Formatter().get_field('0.__globals__[vault_key]', (shade,), {})[0])", "secret"),
    # numpy-memory
    Attack("object-array-over-numbers", "numpy-memory", "print(np.ndarray(1, object, " + _POINTER + "))", "memory"),
    Attack("record-array-over-bytes", "numpy-memory",
           "got = np.recarray(1, [('p', object)], buf=" + _POINTER + ".tobytes())\nprint(got.p)", "memory"),
    Attack("strides-past-the-end", "numpy-memory",
           "import numpy.lib.stride_tricks as s\ns.as_strided(np.ones(2, 'u1'), [2**31], [1])[...] = 7", "memory"),
    Attack("interface-as-a-property", "numpy-memory",
           "class Wall:\n    __array_interface__ = property(lambda self: dict(version=3, shape=(9, 9), typestr='|u1',\n"
           "                                                    data=(64, True)))\nprint(np.array(Wall()).sum())", "memory"),
    Attack("interface-on-an-instance", "numpy-memory",
           "class Wall: pass\nwall = Wall()\nWall.__array_interface__ = {'version': 3, 'shape': (99,), 'typestr': '<u8',\n"
           "                            'data': (128, False)}\nprint(np.asarray(wall).copy())", "memory"),
    Attack("strides-by-assignment", "numpy-memory",
           "tile = np.zeros((64, 64), 'u1')[::-1]\ntile.strides = (64, 1)\nprint(np.ndarray((1 << 28,), 'u1', tile.base, "
           "strides=(0,)).size and 'REACHED')", "memory"),
    Attack("iterator-that-casts-to-objects", "numpy-memory",
           "steps = np.nditer([" + _POINTER + "], ['refs_ok', 'buffered'], op_dtypes=[object], casting='unsafe')\n"
           "next(steps)\nprint(np.ndarray([1], 'O', " + _POINTER + "))", "memory"),
    Attack("dlpack-of-a-class", "numpy-memory",
           "class Sky:\n    __dlpack__ = lambda self, **_: np.ones(3).__dlpack__()\n    __dlpack_device__ = lambda self: (1, 0)\n"
           "np.from_dlpack(Sky())\nprint(np.lib.stride_tricks.as_strided(np.ones(1), [1 << 28], [8]).sum())", "memory"),
    # notebook
    Attack("shell-magic", "notebook", "%sx $TOUCH", "file"),
    Attack("shell-of-ipython", "notebook", "get_ipython().getoutput('$TOUCH')", "file"),
    Attack("magic-that-is-quiet-elsewhere", "notebook", _quietly("get_ipython().run_cell_magic('bash', '', '$TOUCH')"), "file"),
    Attack("dead-branch", "notebook", "if 0:\n    release = 0\n" + _quietly("release()"), "called"),
    Attack("loop-over-nothing", "notebook", "for release in ():\n    ...\n" + _quietly("release()"), "called"),
    Attack("variable-as-pixels", "notebook",
           "if len('') > 1:\n    vault_key = 'none'\nimg = np.zeros((1, 3), 'u1')\n"
           + _quietly("img = np.array([[ord(c) for c in vault_key]], np.uint8)"), "secret"),
    Attack("variable-deleted", "notebook", _quietly("del ledger"), "changed"),
    Attack("variable-counted-up", "notebook", _quietly("total += 1"), "changed"),
    Attack("one-line-alias", "notebook", "mkdir - mark_of_automagic", "file", alone=True),
    Attack("ipython-imported", "notebook", "from IPython import get_ipython as g\ng().system('$TOUCH')", "file"),
    Attack("history", "notebook", _quietly("print(_ih, In[-1], Out)"), "secret"),
    Attack("builtin-replaced", "notebook", "import builtins\nbuiltins.abs = builtins.min", "changed"),
    Attack("numpy-replaced", "notebook", "img = np.ones((2, 2, 3), 'u1')\nnp = 0", "changed"),
    Attack("generator-replaced", "notebook", "np.random.randint = np.random.rand", "changed"),
    Attack("finaliser", "notebook",
           "class Late:\n    def __del__(self):\n        open('$MARK', 'x')\nlate = Late()\nlate = None", "file"),
    Attack("page-content", "notebook",
           "class Frame:\n    _repr_javascript_ = lambda self: 'location = 0'\nimg = Frame()", "page"),
    # redteam
    Attack("keywords-for-a-rebound-def", "redteam",
           "def trim(count): return count\nwave = np.ones(1 << 20)\nshare = wave[:]\ntrim = wave.resize\n"
           "trim(2, **{'refcheck': 0})\nprint(share[1 << 19])", "memory"),
    Attack("keywords-for-a-parameter", "redteam",
           "def trim(count): return count\ndef call(trim, more): trim(2, **more)\nwave = np.ones(1 << 20)\n"
           "share = wave[:]\ncall(wave.resize, dict(refcheck=0))\nprint(share[1 << 19])", "memory"),
    Attack("keywords-out-of-pieces", "redteam",
           "wave = np.ones(1 << 20)\nshare = wave[:]\nwave.resize(2, **{'ref' + 'check': False})\nprint(share[1 << 19])",
           "memory"),
    Attack("own-isinstance", "redteam",
           "def isinstance(kind): return kind(1, 'O', " + _POINTER + ")\nprint(isinstance(np.ndarray))", "memory"),
    Attack("isinstance-by-a-pattern", "redteam",
           "match [(lambda kind: kind)]:\n    case [isinstance]: ...\n"
           "print(isinstance(np.ndarray)(1, 'O', " + _POINTER + "))", "memory"),
    Attack("array-from-a-type-alias", "redteam",
           "import numpy.typing as hints\nPixels = hints.NDArray[np.float64]\nprint(Pixels((1,), object, " + _POINTER + "))",
           "memory"),
    Attack("array-from-a-generic", "redteam",
           "Grid = np.ndarray[tuple, object]\nprint(Grid(1, 'O', " + _POINTER + "))", "memory"),
    Attack("type-kept-by-an-annotation", "redteam",
           "def f(a: [kept := np.ndarray]): ...\nprint(kept(1, 'O', " + _POINTER + "))", "memory"),
    Attack("annotation-calls", "redteam", _quietly("def tone(level: release()): return level"), "called"),
    Attack("annotation-calls-inside", "redteam",
           "def outer():\n    def inner(level: release()): ...\n" + _quietly("outer()"), "called"),
    Attack("result-annotation-calls", "redteam", _quietly("def tone() -> [release()]: ..."), "called"),
    Attack("global-deleted", "redteam", "def tidy():\n    global ledger\n    del ledger\n" + _quietly("tidy()"), "changed"),
    Attack("decorator-calls", "redteam", _quietly("@release\nclass Tone: ..."), "called"),
    Attack("class-body-calls", "redteam", _quietly("class Tone:\n    level = [release() for _ in 'a']"), "called"),
    Attack("method-before-its-helper", "redteam",
           "class Pen:\n    def __init__(self): release()\n" + _quietly("Pen()") + "\ndef release(): ...", "called"),
    Attack("name-of-an-exception", "redteam",
           "try:\n    pass\nexcept KeyError as release:\n    pass\n" + _quietly("release()"), "called"),
    Attack("range-of-a-zero", "redteam", "many = 3 - 3\nfor release in range(many): ...\n" + _quietly("release()"), "called"),
    Attack("font-loader-in-a-list", "redteam",
           "from PIL import ImageFont as F\nopened = list(map(F.truetype, []))\ntry:\n    [F.truetype][0]('$SECRET')\n"
           "except OSError:\n    open('$MARK', 'w')", "file"),
    Attack("font-loader-renamed", "redteam",
           "from PIL.ImageFont import truetype as disc\ntry:\n    disc('$SECRET', 9)\nexcept OSError:\n"
           "    open('$MARK', 'w')", "file"),
    Attack("qhull-options", "redteam",
           "from scipy.spatial import Delaunay\nDelaunay(np.random.rand(9, 2), qhull_options='TO $MARK')", "file"),
    Attack("pointers-of-a-bit-generator", "redteam",
           "class Pen:\n    ctypes = cffi = None\nmade = np.random.MT19937(3)\nprint(made.ctypes.state_address and 'REACHED')",
           "memory"),
    Attack("builtin-renamed-by-import", "redteam",
           "from math import ceil as sum\nimport builtins\nprint(builtins.sum is not sum and 'REACHED')", "memory"),
    Attack("core-of-an-image", "redteam",
           "from PIL import Image\nclass Soft:\n    def filter(self, core):\n        print('Imaging' in repr(core) and 'REACHED')\n"
           "        return core\nImage.new('L', (3, 3)).filter(Soft())", "memory"),
    Attack("core-by-a-lambda", "redteam",
           "from PIL import Image\nclass Soft:\n    filter = lambda self, core: print('REACHED') or core.copy()\n"
           "Image.new('L', (3, 3)).filter(Soft())", "memory"),
)  # fmt: skip

KERNEL = tuple(replace(attack, goal="kernel") for attack in _ATTACKS)
