"""The `purr` voice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel


class Purr(VoiceModel):
    """A cat close by; it purrs by itself, and more while it is stroked."""

    answering: ClassVar[Mapping[str, float] | None] = {"activity_ratio": 0.0}
    stroked: ClassVar[bool] = True

    kind: Literal["purr"]
    activity_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much it purrs by itself; 0 leaves all to strokes."""
    pulses_hz: Annotated[Value, Range(21, 28)] = 25.0
    """Beats of the purr in a second."""
    breath_s: Annotated[Value, Range(1.2, 3)] = 2.2
    """Time of one breath in and out; it purrs in both, out the louder."""
