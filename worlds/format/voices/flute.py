"""The `flute` voice."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from worlds.follow import Range, Value
from worlds.format.instrument import InstrumentModel


class Flute(InstrumentModel):
    """A wooden flute, blown softly: breath first, then the tone; the score or a touch plays it."""

    sustains: ClassVar[bool] = True
    chord_tones: ClassVar[int] = 1

    kind: Literal["flute"] = "flute"
    breath_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How much of the breath itself is heard beside the tone."""
    vibrato_cents: Annotated[Value, Range(0, 40)] = 16.0
    """How far the vibrato of a long tone swings to either side."""
    attack_ms: Annotated[Value, Range(60, 400)] = 110.0
    """How long a tone takes to come."""
