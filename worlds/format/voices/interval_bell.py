"""The `interval_bell` voice."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel


class IntervalBell(VoiceModel):
    """A soft bell at even intervals, to come back to the breath by."""

    most: ClassVar[int] = 2

    kind: Literal["interval_bell"]
    every_s: Annotated[Value, Range(15, 3600)] = 300.0
    """Time from one stroke to the next, in seconds; the first comes after one interval."""
    loose_ratio: Annotated[Value, Range(0, 0.5)] = 0.0
    """How uneven the intervals are: 0 by the clock, 0.5 up to half longer or shorter, never awaited."""
    strokes: int = Field(default=1, ge=1, le=5)
    """How often it is struck each time, seven seconds apart, or closer where the intervals are short."""
    pitch_hz: Annotated[Value, Range(80, 600)] = 165.0
    """Pitch of the bell; in a world with a score the nearest note of that."""
    softness_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How softly it is struck: 0 firmly, 1 so that it is hardly noticed."""
    ring_s: Annotated[Value, Range(3, 60)] = 26.0
    """How long the lowest tone takes to fall by 60 dB."""
    mallet_ms: Annotated[Value, Range(32, 100)] = 44.0
    """How long the mallet touches: the longer, the rounder the tone."""
