"""The `noise` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel


class Noise(VoiceModel):
    """Plain, steady noise of a colour, to mask what is around or to rest in."""

    kind: Literal["noise"]
    colour: Literal["white", "pink", "brown", "green", "blue"] = "brown"
    """Its spectrum: brown is deep, pink even to the ear, white and blue bright, green mostly about 500 Hz."""
    tilt_db_octave: Annotated[Value, Range(-6, 6)] = 0.0
    """Makes it darker (below 0) or brighter (above), in decibels an octave, at the same loudness."""
