"""Attacks on the machine that code could carry: each is a few statements with one real effect outside its process.

``$TOUCH`` is a shell command that makes the file ``$MARK``; ``$SECRET`` a file, ``$ENV`` an environment variable and
``$PORT`` a local TCP and UDP port of the test; ``$OPENAT`` and ``$READ`` are this machine's system call numbers.
"""

from __future__ import annotations

import os
import platform
import socket
from dataclasses import dataclass
from pathlib import Path
from string import Template

PARENT_SIGNAL = 10
"""SIGUSR1: what an attack sends to the worker's parent."""
FORGED = b"forged-picture"
_CALLS = {"x86_64": (257, 0), "aarch64": (56, 63)}.get(platform.machine(), (257, 0))


@dataclass(frozen=True)
class Attack:
    """Statements that have an effect outside their process, if nothing stops them.

    Attributes
    ----------
    effect : file (made), secret (read), environment (read), network (reached), signal, process (left behind), forged;
        in a session also called, changed, exit, page, memory.
    goal : host (the machine) or kernel (the person's session).
    alone : whether the code is all of the program.
    """

    name: str
    category: str
    code: str
    effect: str = "file"
    goal: str = "host"
    alone: bool = False

    def source(self, **places: object) -> str:
        """Return the program, its placeholders filled in."""
        calls = {"OPENAT": _CALLS[0], "READ": _CALLS[1], "SIGNAL": PARENT_SIGNAL, "FORGED": FORGED.decode()}
        code = Template(self.code).substitute(calls, **places)
        if self.alone:
            return code + "\n"
        return "import numpy as np\n" + code + ("" if "img =" in code else "\nimg = np.zeros((8, 8, 3), np.uint8)")


class Listener:
    """A TCP and UDP port of this machine that notices whoever reaches it."""

    def __init__(self) -> None:
        self.stream = socket.create_server(("127.0.0.1", 0), backlog=4)
        self.port: int = self.stream.getsockname()[1]
        self.datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.datagrams.bind(("127.0.0.1", self.port))
        for opened in (self.stream, self.datagrams):
            opened.setblocking(False)

    def reached(self) -> bool:
        """Whether anybody has connected or sent anything."""
        seen = False
        try:
            self.stream.accept()[0].close()
            seen = True
        except BlockingIOError:
            pass
        try:
            self.datagrams.recv(100)
            seen = True
        except BlockingIOError:
            pass
        return seen

    def close(self) -> None:
        self.stream.close()
        self.datagrams.close()


def leftovers(folder: Path) -> set[int]:
    """Return the living processes that work in a folder, even if it is gone by now."""
    found = set()
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if os.readlink(entry / "cwd").startswith(str(folder)):
                found.add(int(entry.name))
        except OSError:  # ended meanwhile, or not ours to look at
            continue
    return found


_OS = "__import__('os').system('$TOUCH')"
_SHADY = "import posix; posix.system('$TOUCH')"

ATTACKS = (
    # import
    Attack("environment-as-pixels", "import",
           "from os import getenv\nimg = np.array([list(getenv('$ENV', '-').encode())], np.uint8)", "environment"),
    Attack("shell", "import", "import subprocess as sp\nsp.call('$TOUCH', shell=True)"),
    Attack("renamed-popen", "import", "from os import popen as brush\nbrush('$TOUCH').read()"),
    Attack("module-table", "import", "import sys\nsys.modules.get('posix').system('$TOUCH')"),
    Attack("web-request", "import",
           "from urllib import request\nrequest.urlopen('http://127.0.0.1:$PORT/?pixels=1', timeout=0.2)", "network"),
    Attack("c-library-system", "import", "from ctypes import CDLL\nCDLL(None)['system'](b'$TOUCH')"),
    Attack("system-call-creates", "import",
           "from ctypes import CDLL\nCDLL(None).syscall($OPENAT, -100, b'$MARK', 0o102, 0o600)"),
    Attack("system-call-reads", "import",
           "import ctypes\ncall, got = ctypes.CDLL(None).syscall, ctypes.create_string_buffer(99)\n"
           "call($READ, call($OPENAT, -100, b'$SECRET', 0), got, 99)\nprint(got.raw)", "secret"),
    Attack("spawn-below-subprocess", "import",
           "import posix\nposix.waitpid(posix.posix_spawn('/bin/sh', ['sh', '-c', '$TOUCH'], {}), 0)"),
    Attack("fallback-import", "import",
           f"try:\n    import a_faster_numpy as lib\nexcept ModuleNotFoundError:\n    {_SHADY}"),
    Attack("pickle", "import",
           "import pickle\nclass Blob:\n    def __reduce__(self):\n        return eval, (\"" + _OS + "\",)\n"
           "pickle.loads(pickle.dumps(Blob()))"),
    Attack("marshal", "import",
           f"import marshal\nexec(marshal.loads(marshal.dumps(compile(\"{_SHADY}\", '-', 'exec'))))"),
    Attack("child-process-pool", "import",
           "import posix\nfrom multiprocessing import get_context\n"
           "job = get_context('fork').Process(target=posix.system, args=['$TOUCH'])\njob.start()\njob.join(5)"),
    Attack("daemon", "import",
           "import os, time\nif not os.fork():\n    os.setsid()\n    time.sleep(30)\n    os._exit(0)", "process"),
    Attack("environment-of-the-parent", "import",
           "from posix import getppid\nprint(open('/proc/%i/environ' % getppid()).read())", "environment"),
    Attack("own-memory-file", "import",
           "memory = open('/proc/self/mem', 'rb+', buffering=0)\nopen('$MARK', 'w').write(str(memory.fileno()))"),
    # builtin
    Attack("eval-of-pieces", "builtin", "eval('__im' 'port__' + '(\"os\").system(\"$TOUCH\")')"),
    Attack("exec-of-compiled", "builtin", f"exec(compile(\"{_SHADY}\", 'shape.py', 'exec'))"),
    Attack("import-function", "builtin", "load = __import__\nload('posix').system('$TOUCH')"),
    Attack("getattr-spelt-backwards", "builtin",
           "import numpy.f2py\ntools = getattr(np, 'yp2f'[::-1])\ngetattr(getattr(tools, 'so'[::-1]), 'metsys'[::-1])"
           "('$TOUCH')"),
    Attack("vars-of-a-module", "builtin", "import numpy.f2py as f\nvars(f)['os'].system('$TOUCH')"),
    # introspection
    Attack("all-subclasses", "introspection",
           "walk = [c for c in object.__subclasses__() if c.__name__ == '_wrap_close']\n"
           "walk[0].__init__.__globals__['system']('$TOUCH')"),
    Attack("importer-class", "introspection",
           "loader = next(c for c in type.mro(int)[-1].__subclasses__() if 'BuiltinImporter' in c.__name__)\n"
           "loader.load_module('posix').system('$TOUCH')"),
    Attack("globals-of-a-numpy-function", "introspection",
           "space = np.pad.__wrapped__.__globals__\nspace['__builtins__']['__import__']('os').system('$TOUCH')"),
    Attack("globals-of-a-random-method", "introspection",
           "from random import Random\nRandom.shuffle.__globals__['_os'].system('$TOUCH')"),
    Attack("globals-of-own-function", "introspection",
           "def shade(): pass\nkept = shade.__globals__['__builtins__']\n"
           "getattr(kept, '__import__', None) or kept['__import__']\n"
           "(kept if type(kept) is dict else vars(kept))['__import__']('posix').system('$TOUCH')"),
    Attack("frame-of-a-generator", "introspection",
           "rows = (row for row in 'ab')\nrows.gi_frame.f_builtins['eval'](\"" + _OS + "\")"),
    Attack("frame-of-a-traceback", "introspection",
           "try:\n    [][0]\nexcept IndexError as slip:\n"
           "    slip.__traceback__.tb_frame.f_builtins['exec'](\"" + _SHADY + "\")"),
    Attack("traceback-in-exit", "introspection",
           "class Pen:\n    __enter__ = lambda self: self\n    def __exit__(self, kind, slip, trace):\n"
           "        trace.tb_frame.f_builtins['__import__']('posix').system('$TOUCH')\n        return 1\n"
           "with Pen():\n    raise KeyError"),
    Attack("frame-of-a-coroutine", "introspection",
           "async def dots(): ...\nwaiting = dots()\nwaiting.cr_frame.f_builtins['eval'](\"" + _OS + "\")\n"
           "waiting.close()"),
    Attack("object-of-an-attribute-error", "introspection",
           "import numpy.f2py\ntry:\n    np.f2py.no_such_thing\nexcept AttributeError as slip:\n"
           "    slip.obj.os.system('$TOUCH')"),
    Attack("class-pattern-on-a-module", "introspection",
           "import numpy.f2py as tools\nmatch tools:\n    case object(os=object(system=paint)):\n"
           "        paint('$TOUCH')"),
    Attack("decorated-by-eval", "introspection",
           "@eval\n@(lambda _: \"" + _OS + "\")\nclass Sky: pass"),
    Attack("operator-runs-text", "introspection",
           "class Ink(str):\n    __matmul__ = lambda self, other: exec(self)\nInk(\"" + _SHADY + "\") @ 0"),
    Attack("method-by-name", "introspection",
           "import operator, posix\noperator.methodcaller('system', '$TOUCH')(posix)"),
    Attack("chain-of-getattr", "introspection",
           "import functools, numpy.f2py\nfunctools.reduce(getattr, 'f2py os system'.split(), np)('$TOUCH')"),
    Attack("modules-of-dataclasses", "introspection",
           "from dataclasses import sys as s\ns.modules['posix'].system('$TOUCH')"),
    Attack("annotation-as-code", "introspection",
           "from typing import get_type_hints\ndef tone(a: \"" + _OS + "\"): ...\nget_type_hints(tone)"),
    Attack("private-import-of-random", "introspection", "import random as r\nr._os.system('$TOUCH')"),
    Attack("private-import-of-collections", "introspection",
           "from collections import _sys\n_sys.modules['posix'].system('$TOUCH')"),
    Attack("function-under-a-cache", "introspection",
           "from functools import cache\nkept = cache(lambda: 0).__wrapped__.__globals__['__builtins__']\n"
           "exec(\"" + _SHADY + "\")"),
    # numpy-io
    Attack("fromfile", "numpy-io", "img = np.fromfile('$SECRET', np.uint8)[np.newaxis]", "secret"),
    Attack("tofile", "numpy-io", "np.eye(2).tofile('$MARK', sep=' ')"),
    Attack("savez", "numpy-io", "from numpy import savez as keep\nkeep(open('$MARK', 'xb'), np.eye(2))"),
    Attack("dump", "numpy-io", "blob = np.eye(2).dumps()\nnp.eye(2).dump('$MARK')"),
    Attack("method-of-the-type", "numpy-io", "np.ndarray.tofile(np.arange(3), '$MARK')"),
    Attack("method-through-starmap", "numpy-io",
           "from itertools import starmap\nlist(starmap(np.ndarray.dump, [(np.eye(2), '$MARK')]))"),
    # numpy-leak
    Attack("f2py-os", "numpy-leak", "import numpy.f2py\nnumpy.f2py.os.popen('$TOUCH').close()"),
    Attack("f2py-sys", "numpy-leak", "from numpy.f2py import sys as kept\nkept.modules['os'].system('$TOUCH')"),
    Attack("f2py-diagnose", "numpy-leak", "from numpy.f2py.diagnose import os as kept\nkept.system('$TOUCH')"),
    Attack("testing-subprocess", "numpy-leak",
           "from numpy.testing._private import extbuild\nextbuild.subprocess.check_call('$TOUCH', shell=True)"),
    Attack("testing-measure", "numpy-leak", "from numpy.testing import measure\nmeasure(\"" + _OS + "\")"),
    Attack("ctypeslib-load", "numpy-leak",
           "from glob import glob\nfrom numpy.ctypeslib import load_library\n"
           "load_library('libc.so.6', glob('/lib*/*/libc.so.6')[0][:-10]).system(b'$TOUCH')"),
    Attack("ctypeslib-ctypes", "numpy-leak", "import numpy.ctypeslib as c\nc.ctypes.CDLL(None).system(b'$TOUCH')"),
    Attack("ctypes-of-an-array", "numpy-leak", "np.eye(2).ctypes._ctypes.CDLL(None).system(b'$TOUCH')"),
    Attack("masked-array-builtins", "numpy-leak",
           "from numpy.ma import core\ncore.builtins.exec(\"" + _SHADY + "\")"),
    Attack("masked-array-inspect", "numpy-leak", "np.ma.core.inspect.sys.modules['os'].system('$TOUCH')"),
    Attack("private-tester", "numpy-leak", "from numpy import _pytesttester as t\nt.os.system('$TOUCH')"),
    Attack("private-npyio", "numpy-leak", "from numpy.lib import _npyio_impl as io\nio.os.system('$TOUCH')"),
    Attack("module-as-default", "numpy-leak",
           "import numpy.f2py\nhelp_me = lambda lib=np: lib.f2py.os\nhelp_me().system('$TOUCH')"),
    Attack("scipy-writes", "numpy-leak", "from scipy.io import savemat\nsavemat('$MARK', dict(b=2), appendmat=False)"),
    # other-lib
    Attack("pillow-saves", "other-lib", "import PIL.Image as P\nP.new('L', (2, 2)).save(fp='$MARK', format='BMP')"),
    Attack("pillow-builtins", "other-lib", "from PIL.Image import builtins as b\nb.open('$MARK', 'a').close()"),
    Attack("pillow-screenshot", "other-lib",
           "from PIL import ImageGrab as g\nimg = np.asarray(g.grab())\nopen('$MARK', 'w').write('seen')"),
    Attack("pillow-font-of-any-file", "other-lib",
           "from PIL.ImageFont import truetype\ntry:\n    truetype('/proc/self/cmdline')\nexcept OSError:\n"
           "    open('$MARK', 'w').close()"),
    Attack("pillow-font-by-keyword", "other-lib",
           "from PIL import ImageFont\nwhere = '/'.join(['', 'etc', 'group'])\ntry:\n"
           "    ImageFont.truetype(size=9, font=where)\nexcept OSError:\n    open('$MARK', 'w').close()"),
    Attack("pillow-io", "other-lib", "import PIL.Image\nPIL.Image.io.FileIO('$MARK', 'w').close()"),
    Attack("matplotlib-os", "other-lib", "from matplotlib import os as o\no.system('$TOUCH')"),
    Attack("pyplot-sys", "other-lib",
           "import matplotlib.pyplot as plt\nplt.sys.modules['posix'].system('$TOUCH')"),
    Attack("opencv-writes", "other-lib", "from cv2 import imwrite\nimwrite('$MARK.png', np.eye(2))"),
    # notebook
    Attack("attribute-declared-first", "notebook",
           "class Dot:\n    tofile = None\nDot.tofile = 3\nnp.eye(2).tofile('$MARK')"),
    Attack("module-names-declared-first", "notebook",
           "import numpy.f2py\nclass Map:\n    f2py = os = system = 0\n{0: np}[0].f2py.os.system('$TOUCH')"),
    Attack("method-declared-first", "notebook",
           "class Bin:\n    def dump(self, where): return where\nnp.ones(4).dump('$MARK')"),
    # disguise
    Attack("wide-letters", "disguise", "\uff45\uff58\uff45\uff43(\"" + _SHADY + "\")"),
    Attack("script-letters", "disguise", "import \U0001d4c5\u2134\U0001d4c8\U0001d4be\U0001d4cd as ink\n"
           "ink.system('$TOUCH')"),
    Attack("turned-text", "disguise", "# colours \u202e )(enod \u2066\nfrom os import system\nsystem('$TOUCH')"),
    Attack("far-to-the-right", "disguise", "tone = 3;" + " " * 2000 + "import os; os.system('$TOUCH')"),
    Attack("page-break", "disguise", "tone = 3\n\x0cimport os\n\x0cos.system('$TOUCH')"),
    Attack("eval-in-a-comprehension", "disguise", "{run(\"" + _OS + "\") for run in (eval,)}"),
    Attack("eval-in-a-default", "disguise", "def disc(size, fill=eval(\"" + _OS + "\")): ..."),
    Attack("exec-from-a-lambda", "disguise", "(lambda *, go=exec: go(\"" + _SHADY + "\"))()"),
    Attack("call-in-del", "disguise", "kept = {0: 1}\ndel kept[" + _OS + "]"),
    Attack("call-in-assert", "disguise", "assert " + _OS + " == 0, 'never'"),
    Attack("vectorised-eval", "disguise", "np.vectorize(eval, otypes='O')(np.array([\"" + _OS + "\"]))"),
    Attack("ufunc-exec", "disguise", "np.frompyfunc(exec, 1, 1)(\"" + _SHADY + "\")"),
    Attack("open-in-fromfunction", "disguise", "np.fromfunction(lambda *_: open('$MARK', 'w').close(), (2, 2))"),
    Attack("exec-in-piecewise", "disguise",
           "np.piecewise(np.ones(3), [np.ones(3, bool)], [lambda _: exec(\"" + _SHADY + "\") or 0])"),
    Attack("eval-as-sort-key", "disguise", "max([\"" + _OS + "\", '0'], key=eval)"),
    Attack("print-into-a-file", "disguise", "print(1, file=open('$MARK', 'w'), flush=True)"),
    Attack("dataclass-default", "disguise",
           "import dataclasses as d\nD = d.make_dataclass('D', [('a', int, d.field(default_factory=lambda: "
           + _OS + "))])\nD()"),
    Attack("reply-on-standard-output", "disguise",
           "import os, struct\nhead = struct.pack('>4sBIIIBI', b'CIMG', 5, 2, 1, 14, 1, 14)\n"
           "os.write(1, head + b'{}' + b'$FORGED')\nos._exit(0)", "forged"),
    # redteam
    Attack("filter-gets-the-core", "redteam",
           "from PIL import Image\nclass Blur:\n    def filter(self, core):\n        core.save_ppm('$MARK')\n"
           "        return core\nImage.new('RGB', (2, 2)).filter(Blur())"),
    Attack("save-declared-first", "redteam",
           "from PIL import Image\nclass Dot:\n    save = 1\nImage.new('1', (2, 2)).save('$MARK', 'PPM')"),
    Attack("font-loader-as-a-value", "redteam",
           "from PIL import ImageFont as F\nfor load in [F.truetype]:\n    try:\n        load('/proc/self/status', 8)\n"
           "    except OSError:\n        open('$MARK', 'w').close()"),
    Attack("subclass-of-a-library-class", "redteam",
           "from PIL import Image\nclass Mine(Image.Image):\n    def out(self): return self._dump('$MARK', 'PPM')\n"
           "Mine.out(Image.new('L', (2, 2)))"),
    Attack("frames-of-the-host", "redteam",
           "def climb():\n    yield steps.gi_frame.f_back\nsteps = climb()\nframe = next(steps)\nwhile frame:\n"
           "    print({**frame.f_globals, **frame.f_locals})\n    frame = frame.f_back", "environment"),
    Attack("datagram-through-libc", "redteam",
           "import ctypes, struct\nlibc = ctypes.CDLL(None)\n"
           "to = struct.pack('=H', 2) + struct.pack('!H4B8x', $PORT, 127, 0, 0, 1)\n"
           "libc.sendto(libc.socket(2, 2, 0), b'pixels', 6, 0, to, len(to))", "network"),
    Attack("signal-through-libc", "redteam",
           "import ctypes\nlibc = ctypes.CDLL(None)\nlibc.kill(libc.getppid(), $SIGNAL)", "signal"),
)  # fmt: skip
