"""One more round: the model looks at what it drew, and is content or corrects it."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

from chatimg_magic import prompts
from chatimg_magic.artist.attempt import Change, Studio, ask
from chatimg_magic.drawing import Attempt, Drawing
from chatimg_magic.errors import ChatImgError
from chatimg_magic.events import Ended, Event, Started
from chatimg_magic.models import Question, Stop

SIDE = 512
"""Rows and columns of the picture that a model is sent, at most."""
SEED = 50
"""Added to the seed of the first answer."""


def look(
    drawing: Drawing,
    studio: Studio,
    looked: Attempt,
    stop: Stop,
    change: Change | None,
) -> Generator[Event, None, Attempt]:
    """Show a model its request, its code, and what is in its picture; return the attempt that came of it.

    That is the corrected one, which the drawing gets as any other; or the one looked at, with the words of a model that
    is content. A model that cannot answer takes nothing away: there is a picture.

    Parameters
    ----------
    drawing : has the attempt.
    studio : what to work with; it says whether the picture goes along too.
    looked : an attempt with a picture.
    stop : ends the work from another thread.
    change : what the attempt had changed, and how.
    """
    png = b""
    shows = studio.look is prompts.Look.IMAGE and studio.model.sees
    if shows and looked.picture is not None and not studio.arrays:  # what is in the person's arrays is not sent
        from chatimg_magic.picture import glance

        png = glance(looked.picture.array, SIDE)
    prompt, words = (change.prompt, change.words) if change else (drawing.request.prompt, "")
    messages = prompts.look(drawing.request, looked, prompt, words, prompts.facts_of(studio.arrays), png)
    seed = len(drawing.attempts) if studio.seed is None else studio.seed + SEED
    question = Question(messages, 0.0 if studio.model.small else studio.temperature, seed)
    yield Started(studio.model.name, drawing.number(looked), looks=True)
    try:
        attempt = yield from ask(drawing, studio, question, stop, change, looked)
    except ChatImgError as error:
        attempt = replace(looked, notes=(*looked.notes, f"not looked at: {error.what}"))
        drawing.replace(attempt)
    yield Ended(attempt)
    return attempt
