"""Attacks written against the policy's package: each is a way around one rule; see :mod:`tests.attacks_kernel`."""

# ruff: noqa: E501 (one attack after the other)

from __future__ import annotations

from dataclasses import replace

from tests.attacks import Attack
from tests.attacks_kernel import _quietly as quietly

_LOSE = "try:\n        [][0]\n    except IndexError as {}:\n        pass\n"
"""Python takes an exception's name away at the end of its handler."""

_MAKE = "('$MARK', 'w')\n"
_PLOT = "import matplotlib.pyplot as plt\n"
_FONT = "{'font': {'fname': '$SECRET'}}"
_LAID_OUT = "\ntry:\n    plt.tight_layout()\nexcept RuntimeError:\n    print('REACHED')"
"""What is laid out opens its font; a file that is not there is another error."""

_CRASH = "((1,), object, np.array([64], np.uint64))"
_SHRINK = "wave = np.ones(1 << 20)\nshare = wave[:]\n"
_ADRIFT = "print(share[1 << 19])"

_ATTACKS = (
    # names that the policy takes for bound, and Python does not
    Attack("value-that-is-only-declared", "names", quietly("class Tone:\n    release: int\n    level = release()"), "called"),
    Attack("declaration-in-brackets", "names",
           "def shade():\n    (open): int\n    open" + _MAKE + "shade()", "file"),
    Attack("function-renewed-below-its-user", "names",
           "dark = 1\ndef shade(): return dark()\nkept = [shade]\ndef dark(): return release()\n"
           + quietly("shade()") + "\nrelease = 0", "called"),
    Attack("call-for-a-class-decorator", "names",
           "from dataclasses import dataclass\ndef shade(): return release()\n"
           + quietly("@dataclass(order=shade())\nclass Tone:\n    level: int = 0") + "\nrelease = 0", "called"),
    Attack("class-that-calls-its-own-method", "names",
           quietly("class Tone:\n    def shade(): return release()\n    level = shade()") + "\nrelease = 0", "called"),
    Attack("setter-of-ones-own", "names",
           "class Pen:\n    def setter(self, drawn): drawn()\npen = Pen()\n"
           + quietly("@pen.setter\ndef tone(): release()") + "\nrelease = 0", "called"),
    Attack("setter-that-runs-code", "names",
           "class Pen:\n    def setter(self, drawn): drawn()\npen = Pen()\n@pen.setter\ndef tone():\n    exec(\"open"
           "('$MARK', 'w')\")\nexec = 0", "file"),
    # places that the policy does not look at
    Attack("method-in-a-pattern", "places",
           "class Pen:\n    def __eq__(self, other): other(9)\n"
           + quietly("match Pen():\n    case ledger.append: ..."), "changed"),
    Attack("text-in-a-pattern", "places",
           "class Pen:\n    def __eq__(self, other): print(other())\n"
           + quietly("match Pen():\n    case vault_key.lower: ..."), "secret"),
    Attack("call-in-a-loop-target", "places",
           "try:\n    for eval(\"open('$MARK', 'w')\")[0] in 'a': ...\nexcept TypeError:\n    pass", "file"),
    Attack("item-as-a-loop-target", "places", quietly("for ledger[0] in [9]: ..."), "changed"),
    Attack("list-in-an-annotation", "places",
           "class Pen:\n    def __getitem__(self, item): item.append(9)\npen = Pen()\n"
           + quietly("level: pen[ledger] = 0"), "changed"),
    Attack("text-in-a-parameter-s-annotation", "places",
           "class Pen:\n    def __getitem__(self, item): print(item)\npen = Pen()\n"
           + quietly("def tone(level: pen[vault_key]): ..."), "secret"),
    Attack("exec-in-a-result-s-annotation", "places",
           "class Pen:\n    def __getitem__(self, run): run(\"open('$MARK', 'w')\")\npen = Pen()\n"
           "def tone() -> pen[exec]: ...", "file"),
    # names that are taken away again
    Attack("name-lost-in-a-function", "lost",
           "def lose():\n    global exec\n    " + _LOSE.format("exec")
           + "exec = 0\nlose()\nexec(\"open('$MARK', 'w')\")", "file"),
    Attack("kernel-s-function-comes-back", "lost",
           "class Pen:\n    getoutput = 0\ndef lose():\n    global get_ipython\n    " + _LOSE.format("get_ipython")
           + "get_ipython = 0\nlose()\n" + quietly("get_ipython().getoutput('$TOUCH')"), "file"),
    Attack("name-lost-at-the-end-of-a-try", "lost",
           "try:\n    open = 0\nfinally:\n    " + _LOSE.format("open") + "open" + _MAKE, "file"),
    Attack("name-lost-in-the-else-of-a-loop", "lost",
           "for level in (1, 2):\n    open = 0\nelse:\n    " + _LOSE.format("open") + "open" + _MAKE, "file"),
    # loops that do not run
    Attack("range-of-a-negative-power", "loops", "for open in range((-32) ** 999): ...\nopen" + _MAKE, "file"),
    Attack("range-of-a-negative-product", "loops",
           "much = 2 ** 999\nfor release in range(-much * much * much * much * much): ...\n" + quietly("release()"), "called"),
    # what the notebook reads differently: it strips the prompts of pasted sessions, in texts too
    Attack("shell-behind-a-prompt", "text",
           "note = '''\n>>> a drawing\n'''\ndef shade(sx):\n    pass\n    ...%sx ('touch' 'mark_of_a_prompt')\n", "file"),
    Attack("magic-behind-a-prompt", "text",
           "note = '''\n>>> a drawing\n'''\ndef shade(mkdir, mark_of_a_magic):\n    pass\n"
           "    ...%mkdir - mark_of_a_magic\n", "file"),
    Attack("local-name-behind-a-prompt", "text",
           "note = '''\n>>> a drawing\n'''\ndef shade(release):\n    pass\n    ...,release\n", "called"),
    Attack("body-that-is-moved-to-the-left", "text",
           "img = np.zeros((8, 8, 3), np.uint8)\ndef shade(release):\n    '''A tone.\n    '''\n    release()\n"
           "    note = '''\n    >>>     a drawing\n    '''", "called"),
    # attributes that a class of one's own makes usable on everything: files
    Attack("private-method-that-writes", "attributes",
           "from PIL import Image\nclass Dot:\n    _dump = 0\nImage.new('L', (2, 2))._dump('$MARK', 'PPM')", "file"),
    Attack("plot-that-writes", "attributes",
           _PLOT + "class Dot:\n    write_png = 0\nplt.imshow(np.eye(3)).write_png('$MARK')", "file"),
    Attack("path-of-a-tex-manager", "attributes",
           _PLOT + "class Dot:\n    _get_renderer = get_texmanager = _cache_dir = joinpath = write_text = 0\n"
           "plt.figure()._get_renderer().get_texmanager()._cache_dir.joinpath('$MARK').write_text('x')", "file"),
    Attack("module-of-a-context", "attributes",
           "import warnings\nclass Dot:\n    _module = formatwarning = 0\nlibrary = warnings.catch_warnings()._module\n"
           "told = library.formatwarning('', ValueError, '$SECRET', 1)\nprint(told, len(told.splitlines()) == 2 and 'REACHED')",
           "memory"),
    # the same for texts and memory
    Attack("format-of-a-mapping", "attributes",
           "class Dot:\n    format_map = 0\ntry:\n    print('{shade.__globals__[vault_key]}'.format_map({'shade': lambda: 0}))\n"
           "except KeyError:\n    pass", "secret"),
    Attack("keywords-of-a-partial", "attributes",
           "from functools import partial\nclass Dot:\n    keywords = 0\n" + _SHRINK
           + "trim = partial(wave.resize, 2)\ntrim.keywords['ref' + 'check'] = False\ntrim()\n" + _ADRIFT, "memory"),
    Attack("position-in-a-state", "attributes",
           "class Dot:\n    set_state = 0\nold = np.random.RandomState(1)\n"
           "old.set_state(('MT19937', np.zeros(624, np.uint32), -(10 ** 8)))\nprint(old.rand(9))", "memory"),
    Attack("core-by-its-private-name", "attributes",
           "from PIL import Image\nclass Dot:\n    _im = ptr = 0\ncore = Image.new('L', (3, 3))._im\n"
           "print('ImagingCore' in repr(core) and core.ptr and 'REACHED')", "memory"),
    Attack("core-as-the-pixels", "attributes",
           "from PIL import Image\nclass Dot:\n    ptr = 0\ncore = Image.new('L', (3, 3)).getdata()\n"
           "print('ImagingCore' in repr(core) and core.ptr and 'REACHED')", "memory"),
    Attack("core-as-a-glyph", "attributes",
           "from PIL import ImageFont\nclass Dot:\n    ptr = 0\ncore = ImageFont.load_default().getmask('a')\n"
           "print('ImagingCore' in repr(core) and core.ptr and 'REACHED')", "memory"),
    Attack("addresses-as-bytes", "attributes",
           "first = np.array([object()], 'O')\nprint(any(first.tobytes()[2:6]) and 'REACHED')", "memory"),
    Attack("array-that-grows-while-it-is-read", "attributes",
           "hold, kept = [], []\nclass Star:\n    def __len__(self):\n        if hold:\n            hold.pop().resize((1 << 20,))"
           "\n            kept.extend(np.full(500, 64, np.uint64) for _ in range(9))\n        return 1\n"
           "hold.append(np.array([Star() for _ in range(501)], object)[1:].copy())\nhold[0].nonzero()", "memory"),
    Attack("name-of-a-colour-map", "attributes",
           _PLOT + "class Dot:\n    cmap = 0\nimg = plt.imshow(np.eye(3)).cmap\nimg.name = '<script>location = 0</script>'\nimg",
           "page"),
    # what the whole session shares, reached or changed by an attribute, a place or a call
    Attack("class-of-the-axes", "shared",
           _PLOT + "class Dot:\n    _projection_init = 0\nkind = plt.gca()._projection_init[0]\n"
           "kind.imshow = lambda *_, **more: 'REACHED'\nprint(plt.figure().add_subplot().imshow(np.eye(3)))", "memory"),
    Attack("registry-of-a-protocol", "shared",
           "from typing import Sequence\nclass Dot:\n    _abc_registry_clear = _abc_caches_clear = 0\n"
           "Sequence._abc_registry_clear()\nSequence._abc_caches_clear()\n"
           "print('' if isinstance(range(2), Sequence) else 'REACHED')", "memory"),
    Attack("limits-of-whole-numbers", "shared",
           "class Dot:\n    _max_vals = 0\nnp.iinfo('u1')._max_vals.update(u1=7, u8=7)\n"
           "print(np.iinfo('u1').max == 7 and 'REACHED')", "memory"),
    Attack("limits-of-fractions", "shared",
           "limits = np.finfo(float)\nlimits.eps = 7\nprint(np.finfo(float).eps == 7 and 'REACHED')", "memory"),
    Attack("members-of-an-enumeration", "shared",
           "from PIL import Image\nclass Dot:\n    _value2member_map_ = 0\n"
           "Image.Transpose._value2member_map_.update({0: 'REACHED'})\nprint(Image.Transpose(0))", "memory"),
    Attack("kernel-of-a-filter", "shared",
           "from PIL import Image, ImageFilter\nkind = ImageFilter.BLUR\nkind.filterargs = ((3, 3), 1, 0, (0,) * 9)\n"
           "print(Image.new('L', (9, 9), 9).filter(ImageFilter.BLUR).getpixel((4, 4)) or 'REACHED')", "memory"),
    Attack("method-of-a-protocol", "shared",
           "from typing import Sequence\nkind = Sequence[int]\nkind.index = lambda *_: 'REACHED'\n"
           "print(Sequence.index(0, 0))", "memory"),
    Attack("root-of-abstract-classes", "shared",
           "from abc import ABC\nfrom PIL import ImageFilter\nclass Dot:\n    note = 0\nkind = ABC\nkind.note = 'REACHED'\n"
           "print(ImageFilter.GaussianBlur(2).note)", "memory"),
    Attack("error-as-a-dataclass", "shared",
           "from dataclasses import dataclass\ndataclass(np.linalg.LinAlgError)\ntry:\n    np.linalg.LinAlgError('singular')\n"
           "except TypeError:\n    print('REACHED')", "memory"),
    Attack("generator-in-a-memo", "shared",
           "import random\nfrom copy import deepcopy\nclass Dot:\n    def _randbelow(self, n): return 0\nmemo = {}\n"
           "deepcopy(random.gauss, memo)\nfor kept in memo.values():\n    if isinstance(kept, list):\n"
           "        hidden = kept[0]\n        hidden._randbelow = Dot()._randbelow\n"
           "print('' if any(random.choice([0, 1]) for _ in range(99)) else 'REACHED')", "memory"),
    Attack("formatter-by-its-place", "shared",
           "np.set_printoptions(*[None] * 7, {'all': lambda _: 'mine'})", "changed"),
    Attack("printing-by-a-function", "shared",
           "np.set_printoptions(override_repr=lambda _: 'REACHED')\nprint(repr(np.eye(1)))", "memory"),
    # the array's type as a value
    Attack("type-kept-by-a-field", "types",
           "from dataclasses import dataclass, field\nkept = field(default=0)\n@dataclass\nclass Dot:\n    type = 0\n"
           "    level: np.ndarray = kept\nprint(kept.type" + _CRASH + ")", "memory"),
    Attack("type-given-to-a-comparison", "types",
           "from typing import Callable\nclass Pen:\n    def __call__(self): ...\n    def __hash__(self): return 0\n"
           "    def __eq__(self, other): return print(other" + _CRASH + ")\n"
           "print(Callable[[np.ndarray], int] == Callable[[Pen()], int])", "memory"),
    Attack("type-in-a-memo", "types",
           "from copy import deepcopy\nfrom typing import Callable\nmemo = {}\ndeepcopy(Callable[[np.ndarray], int], memo)\n"
           "for kept in memo.values():\n    if isinstance(kept, list) and len(kept) == 1:\n        print(kept[0]"
           + _CRASH + ")", "memory"),
    Attack("type-in-brackets-of-a-rebound-name", "types",
           "from typing import Callable\nclass Pen:\n    def __getitem__(self, kind): print(kind" + _CRASH + ")\n"
           "Callable = Pen()\nCallable[np.ndarray]", "memory"),
    Attack("type-in-an-annotation-s-brackets", "types",
           "class Pen:\n    def __getitem__(self, kind): print(kind" + _CRASH + ")\npen = Pen()\n"
           "def tone(level: pen[np.ndarray]): ...", "memory"),
    # objects of one's own where a library expects its own
    Attack("filter-under-a-rebound-name", "own",
           "from PIL import Image\nfrom PIL.ImageFilter import BLUR\nclass Soft:\n    filter = lambda self, core: print("
           "'ImagingCore' in repr(core) and 'REACHED') or core.copy()\nBLUR = Soft()\n"
           "Image.new('L', (3, 3)).filter(BLUR)", "memory"),
    Attack("core-for-a-class-value", "own",
           "from PIL import Image, ImageChops\nclass Core:\n    def chop_add_modulo(self, core):\n"
           "        print('ImagingCore' in repr(core) and 'REACHED')\n"
           "class Soft:\n    im, load, _new = Core(), lambda self: 0, lambda self, core: core\n"
           "ImageChops.add_modulo(Soft(), Image.new('L', (3, 3)))", "memory"),
    Attack("core-for-a-named-tuple", "own",
           "from collections import namedtuple\nfrom PIL import Image, ImageChops\n"
           "NamedTuple = namedtuple('Soft', ['im', 'load'])\n"
           "class Core:\n    def chop_darker(self, core):\n        print('ImagingCore' in repr(core) and 'REACHED')\n"
           "class Soft(NamedTuple):\n    def _new(self, core): return core\n"
           "ImageChops.darker(Soft(Core(), lambda: 0), Image.new('L', (3, 3)))", "memory"),
    Attack("canvas-for-a-figure-of-ones-own", "own",
           _PLOT + "seen = []\nclass Sheet:\n    dpi, bbox, draw = 9, plt.figure().bbox, lambda self, _: 0\n    print_png = 0\n"
           "    set_canvas = lambda self, canvas: seen.append(canvas)\n"
           "try:\n    plt.figure(FigureClass=lambda **_: Sheet())\nexcept AttributeError:\n    pass\n"
           "seen[0].print_png('$MARK')", "file"),
    Attack("keywords-for-a-base-of-another-name", "own",
           "from functools import partial as ABC\nclass Trim(ABC): ...\n" + _SHRINK
           + "Trim(wave.resize, 2, **{'ref' + 'check': 0})()\n" + _ADRIFT, "memory"),
    # fonts of any file, through matplotlib's texts
    Attack("title-as-an-attribute", "fonts",
           _PLOT + "plt.gca().title.update({**" + _FONT + ", 'text': 'x'})" + _LAID_OUT, "memory"),
    Attack("title-under-another-name", "fonts",
           _PLOT + "write = plt.title\nmade = write('x')\nmade.update(" + _FONT + ")" + _LAID_OUT, "memory"),
    Attack("title-declared-in-a-class", "fonts",
           _PLOT + "class Sheet:\n    title = ''\nplt.title('x').update(" + _FONT + ")" + _LAID_OUT, "memory"),
    Attack("text-of-the-axes", "fonts",
           _PLOT + "plt.gca().text(0, 2, 'x').update(" + _FONT + ")" + _LAID_OUT, "memory"),
    Attack("title-out-of-an-update", "fonts",
           _PLOT + "plt.gca().update({'title': 'x'})[0].update(" + _FONT + ")" + _LAID_OUT, "memory"),
    Attack("labels-of-the-ticks", "fonts",
           _PLOT + "plt.xticks([0], ['x'])[1][0].update(" + _FONT + ")" + _LAID_OUT, "memory"),
    Attack("children-of-the-axes", "fonts",
           _PLOT + "class Sheet:\n    get_children = 0\nplt.title('x')\nfor part in plt.gca().get_children():\n"
           "    if 'Text' in repr(part):\n        part.update(" + _FONT + ")" + _LAID_OUT, "memory"),
    Attack("font-by-its-short-keyword", "fonts",
           _PLOT + "plt.title('x', font={'fname': '$SECRET'})" + _LAID_OUT, "memory"),
    Attack("dictionary-without-its-keyword", "fonts", _PLOT + "plt.title('x', " + _FONT + ")" + _LAID_OUT, "memory"),
)  # fmt: skip

SECOND = tuple(replace(attack, goal="kernel") for attack in _ATTACKS)
