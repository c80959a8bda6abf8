"""Attacks written against an earlier review cell's names: each wants to reach the person's ``release``.

One of the 42 got through when they were written: a class that a lambda of its own body calls. Python itself stops
some; the policy refuses others; of the rest the isolated run shows that nothing had set the name, or the code has set
it itself.
"""

NAMES = """\
for i in range(2):
    if i: release()
    release = print
===
def f(a=lambda: release()): a()
try: f()
except Exception: pass
release = 1
===
g = (release() for _ in 'a')
try: list(g)
except Exception: pass
release = 1
===
try: release
except NameError: release = print
release()
===
match [1]:
    case [release] if release(): pass
    case _: release()
===
for x in 'a': pass
else: release = print
release()
===
def f():
    def g():
        global release
        release = 1
    release()
try: f()
except Exception: pass
===
def f():
    release = 1
    def g():
        global release
        release()
    g()
try: f()
except Exception: pass
===
for k in (0, 1):
    if k:
        def f(): return release()
        try: f()
        except Exception: pass
    release = print
===
for k in 'ab':
    try:
        if k == 'a': continue
    finally:
        try: release()
        except Exception: pass
    release = 1
===
try:
    release = 1 / 0
except ZeroDivisionError: pass
release()
===
class A:
    def f(self=1): return A
    fs = [f]
    v = fs[0]()
===
class release:
    def f(a=1): return release
    try_ = f()
===
class release:
    w = lambda: release()
    v = w()
===
from __future__ import annotations; release()
release = 1
===
'a long text that comes first'; from __future__ import (
annotations); release()
release = 1
===
_ = [release() for release in [release]]
===
if len('') > 1: _ = 1
_()
===
def f():
    global max
    max = 1
f()
===
try: [][0]
except IndexError as eval: pass
eval('1')
===
def f():
    try: [][0]
    except IndexError as exec: pass
    exec('1')
f()
===
t = ['{0.__class__}']
print(t[0].format(release))
===
x: release.size = 1
===
def f(x: release.size): pass
===
def f(x: release[0] = 1): pass
===
while True:
    if len('a'): break
    release = 1
release()
===
import numpy as np
with np.errstate(all='ignore'):
    if len('') > 1: release = 1
release()
===
release: int
release()
===
def f(n):
    if n: release()
    return 1
f(1)
for release in 'ab': pass
===
*release, = [r() for r in [release]]
===
kept = {k: release for k in 'a'}
release = 1
kept['a']()
===
def once():
    yield release
    return
for x in once(): x()
release = 1
===
from dataclasses import dataclass, field
@dataclass
class A:
    x: int = field(default_factory=lambda: release())
try: A()
except Exception: pass
release = 1
===
def f(**k): return k
f(**release)
===
np = 3
np.zeros(release)
===
async def f(): release()
===
print(f'{release()!r:>{release}}')
release = 1
===
assert release(), release
release = 1
===
raise release() from release
release = 1
===
lambda: (yield release())
release = 1
===
if (release := print): release()
===
[release for _ in 'a' if release()]
release = 1
""".split("===\n")
