"""The `pluck` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value
from worlds.format.instrument import InstrumentModel


class Pluck(InstrumentModel):
    """A plucked string; the score or a touch plays it."""

    kind: Literal["pluck"] = "pluck"
    body: Literal["harp", "koto"] = "harp"
    """What kind of string it is."""
    bright_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """0 plucked with the flesh of the thumb, 1 with the nail."""
    ring_s: Annotated[Value, Range(0.5, 12)] = 4.0
    """How long middle C takes to fall by 60 dB; higher notes are shorter, lower ones longer."""
