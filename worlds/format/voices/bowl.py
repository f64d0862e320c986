"""The `bowl` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value
from worlds.format.instrument import InstrumentModel

BowlSize = Literal["small", "middle", "large"]


class Bowl(InstrumentModel):
    """A singing bowl, struck softly; the score or a touch plays it."""

    kind: Literal["bowl"] = "bowl"
    size: BowlSize = "middle"
    """How large it is: small is 15 cm wide and middle 18; large sounds low whatever the note, and full."""
    ring_s: Annotated[Value, Range(3, 60)] = 26.0
    """How long the lowest tone takes to fall by 60 dB."""
    mallet_ms: Annotated[Value, Range(32, 100)] = 36.0
    """How long the mallet touches: the longer, the rounder the tone."""
    beat_hz: Annotated[Value, Range(0.2, 3)] = 1.7
    """How often in a second the tone swells and sinks if it is the A below middle C; lower ones are slower."""
