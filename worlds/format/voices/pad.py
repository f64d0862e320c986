"""The `pad` voice."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from worlds.follow import Range, Value, following
from worlds.format.instrument import InstrumentModel


class Pad(InstrumentModel):
    """A warm choir of slow tones that breathes; the score gives it chords."""

    sustains: ClassVar[bool] = True

    kind: Literal["pad"] = "pad"
    bright_ratio: Annotated[Value, Range(0, 1)] = 0.35
    """0 dark and round, 1 open."""
    swell_ratio: Annotated[Value, Range(0, 1)] = following("breath", 0.0, 1.0, 0.6)
    """The swell of the chord: 0 its low ebb, 1 full. By default it breathes with the visitor."""
    attack_s: Annotated[Value, Range(0.5, 20)] = 4.0
    """How long a tone takes to come."""
    release_s: Annotated[Value, Range(0.5, 30)] = 7.0
    """How long it takes to go."""
