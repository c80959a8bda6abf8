"""Attacks written against the finished policy, each a way around one of its rules; see :mod:`tests.attacks_kernel`.

When they were written the policy let 23 of the 50 through; ``WITHOUT_EFFECT`` are those that Python, NumPy or IPython
stopped then. What becomes of them now, ``tests.benchmarks.hostile`` says; NumPy stops ``overlapping-fields``.
"""
# ruff: noqa: E501 (one attack after the other)

from __future__ import annotations

from dataclasses import replace

from tests.attacks import Attack
from tests.attacks_kernel import _quietly as quietly

_DEAD = "if 0:\n    release = ledger = None\n"

_ATTACKS = (
    # whose name is it
    Attack("parameter-of-another-function", "names", "def shade(release): return release\n" + quietly("release()"), "called"),
    Attack("variable-of-a-comprehension", "names", "[0 for release in 'a']\n" + quietly("release()"), "called"),
    Attack("attribute-of-a-class", "names", "class Tone:\n    release = 0\n" + quietly("release()"), "called"),
    Attack("parameter-of-a-lambda", "names", "first = lambda release: release\n" + quietly("release()"), "called"),
    Attack("loop-that-does-not-run", "names", "while img_missing := 0:\n    release = 0\n" + quietly("release()"), "called"),
    Attack("behind-an-error", "names",
           "try:\n    1 / 0\n    release = 0\nexcept ZeroDivisionError:\n    pass\n" + quietly("release()"), "called"),
    Attack("pattern-that-does-not-match", "names", "match 4:\n    case [release]: ...\n" + quietly("release()"), "called"),
    Attack("list-emptied-before-the-loop", "names",
           "some = [1]\nsome.clear()\nfor release in some: ...\n" + quietly("release()"), "called"),
    Attack("starred-zero", "names", "*rest, many = 1, 2, 0\nfor release in range(many): ...\n" + quietly("release()"), "called"),
    Attack("walrus-behind-and", "names", "0 and (release := 1)\n" + quietly("release()"), "called"),
    Attack("walrus-in-a-long-comparison", "names", "2 < 1 < (release := 3)\n" + quietly("release()"), "called"),
    Attack("target-before-its-value", "names", "seen = {}\n" + quietly("seen[(release := 0)] = release()"), "called"),
    Attack("keyword-before-a-star", "names",
           "def take(*a, **k): ...\n" + quietly("take(k=(release := 0), *[release()])"), "called"),
    Attack("comprehension-in-a-class", "names",
           quietly("class Tone:\n    release = 0\n    level = [release() for _ in 'a']"), "called"),
    Attack("deleted-in-a-class", "names",
           quietly("class Tone:\n    release = 0\n    del release\n    level = release()"), "called"),
    Attack("under-another-name", "names", _DEAD + quietly("brush = release\nbrush()"), "called"),
    Attack("as-a-sort-key", "names", _DEAD + quietly("sorted([1, 2], key=release)"), "called"),
    Attack("in-an-f-string", "names", _DEAD + quietly("print(f'{release()}')"), "called"),
    Attack("message-of-an-assertion", "names", "assert 1, (release := 0)\n" + quietly("release()"), "called"),
    Attack("default-of-a-parameter", "names", quietly("def tone(level=release()): ...") + "\nrelease = 0", "called"),
    Attack("lambda-in-a-dictionary", "names",
           quietly("brushes = {1: lambda: release()}\nbrushes[1]()") + "\nrelease = print", "called"),
    Attack("decorator-that-calls-at-once", "names",
           "def now(tone): tone()\n" + quietly("@now\ndef tone(): release()") + "\ndef release(): ...", "called"),
    Attack("decorator-with-a-harmless-name", "names",
           "def cache(tone): tone()\n" + quietly("@cache\ndef tone(): release()") + "\ndef release(): ...", "called"),
    Attack("setter-of-somebody", "names",
           "if 0:\n    release = 0\n" + "class Tone:\n    @release.setter\n    def level(self): ...", "called"),
    Attack("import-that-fails", "names",
           "try:\n    from PIL.Image import ANTIALIAS as release\nexcept ImportError:\n    pass\n" + quietly("release()"), "called"),
    Attack("item-of-a-list", "names", _DEAD + quietly("ledger[0] = 9"), "changed"),
    Attack("method-of-a-list", "names", _DEAD + quietly("ledger.append(9)"), "changed"),
    Attack("list-changed-in-a-function", "names",
           "def tidy(): ledger.clear()\n" + quietly("list(map(lambda _: tidy(), 'a'))") + "\nledger = []", "changed"),
    Attack("builtin-behind-a-deleted-name", "names",
           "display = 0\ndel display\n" + quietly("display(1)\nprint('REACHED')"), "memory"),
    # what the notebook reads differently
    Attack("line-separator-in-a-comment", "text", "# shades\u2028!$TOUCH", "file"),
    Attack("paragraph-separator-in-a-text", "text", "note = '''a\u2029!$TOUCH\u2029'''", "file"),
    # keywords and types
    Attack("keywords-for-a-parameter-named-dict", "keywords",
           "def call(dict, more): dict(2, **more)\nwave = np.ones(1 << 20)\nshare = wave[:]\n"
           "call(wave.resize, {'refcheck': 0})\nprint(share[1 << 19])", "memory"),
    Attack("keywords-for-a-decorated-def", "keywords",
           "wave = np.ones(1 << 20)\nshare = wave[:]\ndef swap(_): return wave.resize\n@swap\ndef trim(): ...\n"
           "trim(2, **{'ref' + 'check': 0})\nprint(share[1 << 19])", "memory"),
    Attack("overlapping-fields", "keywords",
           "both = np.zeros(1, {'names': ['a', 'b'], 'formats': ['O', 'u8'], 'offsets': [0, 0]})\nboth['b'] = 64\n"
           "print(both['a'])", "memory"),
    Attack("base-class-by-a-decorator", "keywords",
           "from PIL import Image\ndef swap(_): return Image.Image\n@swap\nclass Base: ...\nclass Mine(Base):\n"
           "    def out(self): return 'REACHED'\nprint(Mine.out(0))", "memory"),
    # libraries that are changed for the whole session
    Attack("method-of-a-library-class", "library", "from collections import Counter\nCounter.update = print", "changed"),
    Attack("method-of-an-aliased-class", "library",
           "from collections import Counter\nKind = Counter\nKind.most_common = lambda *_: 'mine'", "changed"),
    Attack("method-of-a-class-handed-on", "library",
           "from collections import Counter\ndef patch(kind): kind.update = print\npatch(Counter)", "changed"),
    Attack("library-class-as-a-dataclass", "library",
           "from dataclasses import dataclass\nfrom collections import Counter\ndataclass(Counter)", "changed"),
    Attack("images-that-convert-otherwise", "library",
           "from PIL import Image\nImage.Image.convert = lambda self, *_: self", "changed"),
    Attack("grid-made-sparse", "library", "np.mgrid.sparse = True", "changed"),
    Attack("grid-made-sparse-by-another-name", "library", "grid = np.mgrid\ngrid.sparse = True", "changed"),
    Attack("printing-of-all-arrays", "library", "np.set_printoptions(formatter={'all': lambda _: 'mine'})", "changed"),
    # attributes that a class of one's own makes usable on everything
    Attack("font-of-any-file-by-a-variant", "attributes",
           "from PIL import ImageFont\nclass Pen:\n    font_variant = 0\ntry:\n    ImageFont.load_default().font_variant('$SECRET')\n"
           "except OSError:\n    print('REACHED')", "memory"),
    Attack("latex-in-a-title", "attributes",
           "import matplotlib.pyplot as plt\nplt.title('x', usetex=True)\nprint('REACHED')", "memory"),
    Attack("latex-by-an-update", "attributes",
           "import matplotlib.pyplot as plt\nplt.title('x').update({'usetex': True})\nprint('REACHED')", "memory"),
    Attack("latex-by-a-dictionary", "attributes",
           "import matplotlib.pyplot as plt\nplt.title('x', fontdict={'usetex': True})\nprint('REACHED')", "memory"),
    Attack("font-file-in-a-pattern", "attributes",
           "import matplotlib.pyplot as plt\nplt.title('x', fontproperties=':file=$SECRET')\nprint('REACHED')", "memory"),
    # the names of modules
    Attack("one-name-for-two-modules", "modules",
           "import numpy as lib\nimport math as lib\nprint(lib.e and 'REACHED')", "memory"),
    Attack("module-under-a-function-s-name", "modules",
           "import math as tau\nfrom copy import copy as tau\nprint('REACHED')", "memory"),
)  # fmt: skip

REDTEAM = tuple(replace(attack, goal="kernel") for attack in _ATTACKS)
WITHOUT_EFFECT = {
    "setter-of-somebody",
    "line-separator-in-a-comment",
    "paragraph-separator-in-a-text",
    "overlapping-fields",
}
STOPPED_BY_NUMPY = {"overlapping-fields"}
