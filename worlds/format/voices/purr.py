"""The `purr` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel


class Purr(VoiceModel):
    """A cat close by; it purrs by itself, and more while it is stroked."""

    kind: Literal["purr"]
    activity_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much it purrs by itself; 0 leaves all to strokes."""
    pulses_hz: Annotated[Value, Range(21, 28)] = 25.0
    """Beats of the purr in a second."""
    breath_s: Annotated[Value, Range(1.2, 3)] = 2.2
    """Time of one breath in and out; it purrs in both, out the louder."""
