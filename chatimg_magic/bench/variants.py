"""What goes into a question, and what happens to its answer: the settings that the benchmark compares."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from chatimg_magic.artist import Studio
from chatimg_magic.models import Model
from chatimg_magic.prompts import Look, Teaching
from chatimg_magic.sandbox import Sandbox

EXAMPLES = 3
"""How many worked drawings go along where any do."""


@dataclass(frozen=True)
class Variant:
    """One way of asking.

    Attributes
    ----------
    name : as the command and the report say it.
    teaching : what a question holds besides the person's words.
    examples : how many worked drawings go along, where any do.
    retries : how often an answer whose code fails is repaired or replaced.
    checks : whether what the words claim is measured in the picture and decides too.
    look : what the model is shown of the picture when it looks at it once more.
    adds : what it has more than the one before, in words.
    """

    name: str
    teaching: Teaching
    examples: int = Studio.examples
    retries: int = 0
    checks: bool = False
    look: Look = Look.OFF
    adds: str = ""


VARIANTS = {
    variant.name: variant
    for variant in (
        Variant("bare", Teaching.BARE, adds="the words alone"),
        Variant("contract", Teaching.CONTRACT, adds="and rules for the program"),
        Variant("gallery", Teaching.GALLERY, examples=2, adds="and free worked drawings"),
        Variant("exact", Teaching.EXACT, adds="families with numbers instead, the answer begun"),
        Variant("repair", Teaching.EXACT, retries=2, adds="and again where the code fails"),
        Variant("check", Teaching.EXACT, retries=2, checks=True, adds="and again where the picture is not as asked"),
        Variant(
            "look",
            Teaching.EXACT,
            retries=2,
            checks=True,
            look=Look.FACTS,
            adds="and once more with what is in the picture",
        ),
    )
}
"""By name, each with one thing more than the one before."""


def studio_of(variant: Variant, model: Model, sandbox: Sandbox) -> Studio:
    """Return what the artist works with for a prompt's first sample: the most likely answer, temperature 0.

    Its patience has no end, so that a slow machine gives the same results as a fast one.
    """
    return Studio(
        model,
        sandbox,
        retries=variant.retries,
        examples=variant.examples,
        temperature=0.0,
        seed=0,
        teaching=variant.teaching,
        checks=variant.checks,
        patience=math.inf,
        look=variant.look,
    )


def sample_of(studio: Studio, sample: int) -> Studio:
    """Return the studio of a prompt's later sample: another seed, and warm enough to differ."""
    return replace(studio, seed=sample, again=sample > 0)
