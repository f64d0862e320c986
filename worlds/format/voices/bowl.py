"""The `bowl` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value
from worlds.format.instrument import InstrumentModel


class Bowl(InstrumentModel):
    """A singing bowl, struck softly; the score or a touch plays it."""

    kind: Literal["bowl"] = "bowl"
    ring_s: Annotated[Value, Range(3, 60)] = 26.0
    """How long the lowest tone takes to fall by 60 dB."""
    mallet_ms: Annotated[Value, Range(32, 100)] = 36.0
    """How long the mallet touches: the longer, the rounder the tone."""
