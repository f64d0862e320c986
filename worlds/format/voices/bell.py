"""The `bell` voice."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from worlds.follow import Range, Value
from worlds.format.instrument import InstrumentModel


class Bell(InstrumentModel):
    """A great temple bell, struck by a hanging beam; the score or a touch plays it, low whatever the note."""

    chord_tones: ClassVar[int] = 1

    kind: Literal["bell"] = "bell"
    ring_s: Annotated[Value, Range(5, 90)] = 40.0
    """How long the lowest tone takes to fall by 60 dB."""
    beat_hz: Annotated[Value, Range(0.1, 1.5)] = 0.35
    """How often in a second the lowest tone swells and sinks."""
    beam_ms: Annotated[Value, Range(50, 200)] = 70.0
    """How softly the beam strikes: the longer, the darker."""
