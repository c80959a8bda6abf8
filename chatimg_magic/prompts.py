"""Every sentence that is sent to a model."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any

from chatimg_magic.drawing import Attempt
from chatimg_magic.errors import BadOption
from chatimg_magic.gallery import choose
from chatimg_magic.gallery.pick import opening
from chatimg_magic.models import Message
from chatimg_magic.request import Mode, Request

if TYPE_CHECKING:
    from numpy.typing import NDArray

PROMPT_VERSION = 2
MAX_SHOWN_CODE = 12_000

CONTRACT = """\
You draw pictures with NumPy. Answer with one fenced ```python block and nothing else.
- Start with `import numpy as np`. Make one array: dtype uint8, values 0 to 255, with the name and shape asked for.
- Rows come first: image[y, x]. The origin is the top left corner; y grows downwards, x to the right.
- Fill the background, then draw the parts from back to front: one boolean mask and one short comment each,
  such as (yy >= y0) & (yy < y1) & (xx >= x0) & (xx < x1). Use no name before you define it.
- Place parts by numbers computed from H and W, so that nothing is cut off. Parts differ in colour from what is behind.
- If you need randomness: rng = np.random.default_rng(0).
- No files, no network, no input, no plotting; only NumPy."""


def shape_words(request: Request) -> str:
    """Say name, shape and kind of the array."""
    kind = {Mode.GRAY: "grey values", Mode.RGB: "red, green, blue", Mode.RGBA: "red, green, blue, alpha"}[request.mode]
    return f"Put it in `{request.name}`: uint8, shape {request.shape} ({kind})."


MEASURED = (
    "It runs, but measured in the picture something is not as asked. Where the measurement is mistaken, answer with "
    "the same program again."
)


class Teaching(str, Enum):
    """What goes along with a request: each adds to the one before, but for the last, which takes other examples."""

    BARE = "bare"
    CONTRACT = "contract"
    GALLERY = "gallery"
    EXACT = "exact"


class Look(str, Enum):
    """What a model is shown of its picture when it looks at it once more."""

    OFF = "off"
    FACTS = "facts"
    IMAGE = "image"

    @classmethod
    def parse(cls, text: str) -> Look:
        """Read what a person wrote; raises BadOption."""
        if text not in set(cls):
            raise BadOption(f"--look {text!r} is not a way to look.", "Write off, facts or image.")
        return cls(text)


AS_ASKED = "AS ASKED"
"""What a model answers that looked at its picture and is content."""


def question(
    request: Request,
    examples: int,
    given: tuple[str, ...] = (),
    teaching: Teaching = Teaching.EXACT,
    sample: int = 0,
) -> tuple[Message, ...]:
    """Ask for a picture: the contract, the nearest worked drawings (the closest last), the person's words.

    Parameters
    ----------
    request : what is asked for.
    examples : how many worked drawings go along, at most.
    given : facts of arrays that the code may use, a sentence each.
    teaching : what goes along.
    sample : another one gets other worked drawings.
    """
    wish = Message("user", _wish(request.prompt.strip(), request, given))
    if teaching is Teaching.BARE:
        return (wish,)
    messages = [Message("system", CONTRACT)]
    if teaching is not Teaching.CONTRACT:
        exact = teaching is Teaching.EXACT
        for example in reversed(choose.examples(request, examples, sample, exact)):
            messages.append(Message("user", f"{example.prompt}\n\n{shape_words(request)}"))
            messages.append(Message("assistant", f"```python\n{example.code}```"))
    return (*messages, wish)


def begun(request: Request) -> Message:
    """Begin the answer of a model that goes on from there: a small one forgets the grid, and then uses it."""
    return Message("assistant", f"```python\n{opening(request.size)}")


def _wish(words: str, request: Request, given: tuple[str, ...]) -> str:
    facts = "\n".join([*given, "Use them; do not make them up or read files."]) + "\n" if given else ""
    return f"{words}\n\n{facts}{shape_words(request)}"


def refinement(
    request: Request, attempt: Attempt, prompt: str, words: str, given: tuple[str, ...] = ()
) -> tuple[Message, ...]:
    """Ask for a change: the contract, what had been asked, its code, what is in its picture, what shall be different.

    Parameters
    ----------
    request : name, size and mode of the new picture.
    attempt : the answer to go on from.
    prompt : what that answer had been asked for.
    words : what shall be different.
    given : facts of arrays that the code may use.
    """
    seen = ""
    if attempt.picture is not None:
        from chatimg_magic.measure import describe

        seen = f"\n\nThis is what is in the picture now:\n{describe(attempt.picture.array)}"
    return (
        Message("system", CONTRACT),
        Message("user", _wish(prompt.strip(), request, given)),
        Message("assistant", f"```python\n{attempt.code[:MAX_SHOWN_CODE]}```"),
        Message(
            "user",
            f"Change the picture: {words.strip()}{seen}\n\nKeep everything else. Write the whole changed program as "
            f"one fenced ```python block. {shape_words(request)}",
        ),
    )


def repair(messages: tuple[Message, ...], attempt: Attempt, request: Request) -> tuple[Message, ...]:
    """Go on with a conversation: the answer so far, and what is wrong with it or its picture."""
    problems = [problem.message for problem in attempt.problems]
    problems += [f"asked for: {check.words}; in the picture: {check.found}" for check in attempt.failed]
    found = "\n".join(f"- {problem}" for problem in problems)
    said = attempt.text[:MAX_SHOWN_CODE] or "(no answer)"
    complaint = MEASURED if attempt.usable else "That did not work:"
    return (
        *messages,
        Message("assistant", said),
        Message(
            "user",
            f"{complaint}\n{found}\n\nWrite the whole corrected program again, as one fenced ```python block. "
            f"{shape_words(request)}",
        ),
    )


def look(
    request: Request, attempt: Attempt, prompt: str, words: str = "", given: tuple[str, ...] = (), png: bytes = b""
) -> tuple[Message, ...]:
    """Have a model look at its picture: what was asked, its code, what is in the picture, what was checked.

    Parameters
    ----------
    request : name, size and mode of the picture.
    attempt : the answer that drew it.
    prompt : what had been asked for.
    words : what was to be different since then, or ``""``.
    given : facts of arrays that the code may use.
    png : the picture itself, for a model that sees; nothing in the text depends on its being there.
    """
    from chatimg_magic.measure import describe

    asked = f"{prompt.strip()}\n\nThe picture was then to be changed: {words.strip()}" if words else prompt.strip()
    found = describe(attempt.picture.array) if attempt.picture is not None else ""
    held = [f"- as asked: {check.words}" for check in attempt.checks if check.holds]
    held += [f"- asked for: {check.words}; in the picture: {check.found}" for check in attempt.failed]
    checked = "\n".join(["\n\nHeld against what was asked for:", *held]) if held else ""
    return (
        Message("system", CONTRACT),
        Message("user", _wish(asked, request, given)),
        Message("assistant", f"```python\n{attempt.code[:MAX_SHOWN_CODE]}```"),
        Message(
            "user",
            f"Your program runs. This is what is in its picture:\n{found}{checked}\n\n"
            "Look at it with the eyes of who asked: is everything there, of the right form, colour, size and number, "
            f"at its place, and to be told apart? If so, write no code and answer only: {AS_ASKED}\n"
            "If not, say in one sentence what is wrong, and write the whole corrected program as one fenced ```python "
            f"block. {shape_words(request)}",
            png,
        ),
    )


def facts_of(arrays: Mapping[str, NDArray[Any]]) -> tuple[str, ...]:
    """Describe the person's arrays to a model: name, dtype, shape and range, never what is in them."""
    facts = []
    for name, array in arrays.items():
        span = f", values from {array.min()} to {array.max()}" if array.size else ""
        facts.append(f"`{name}` is a NumPy array that exists already: {array.dtype}, shape {array.shape}{span}.")
    return tuple(facts)


def no_code() -> str:
    """Say that an answer held no program."""
    return "the answer holds no Python code; write the program in one fenced ```python block"


def exception(kind: str, message: str, lines: tuple[int, ...], code: str) -> str:
    """Describe an exception with the lines of the code where it arose, outermost first."""
    source = code.split("\n")
    shown = [
        f"line {number}: {source[number - 1].strip()[:200]}"
        for number in dict.fromkeys(lines)
        if 0 < number <= len(source)
    ]
    return "\n".join([*shown, f"{kind}: {message}" if message else kind])
