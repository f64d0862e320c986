"""The `[score]` table: slow generative music."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Model
from worlds.format.voices.bowl import Bowl
from worlds.format.voices.pad import Pad
from worlds.format.voices.pluck import Pluck

Instrument = Literal["pad", "bowl", "pluck"]


class Score(Model):
    """Slow music made for this world as it is heard, always in one scale."""

    root_hz: float = Field(default=110.0, ge=30.0, le=440.0)
    """The tonal centre."""
    scale: Literal["lydian", "ionian", "dorian", "aeolian", "pentatonic", "hirajoshi"] = "pentatonic"
    """The notes in use, in just intonation over the root."""
    notes_per_min: Annotated[Value, Range(0, 20)] = 8.0
    """How many melody notes a minute, on average."""
    chord_s: Annotated[Value, Range(8, 120)] = 20.0
    """How long a chord stays."""
    instruments: Annotated[list[Instrument], Field(max_length=3)] = ["pad", "bowl", "pluck"]
    """What plays: the pad holds chords, the bowl marks some of them, the pluck plays the melody."""
    pad: Pad = Pad(loudness_db=-33.0)
    """How the pad sounds, how loud and where, written as `[score.pad]`."""
    bowl: Bowl = Bowl(loudness_db=-31.0)
    """The same for the bowl, `[score.bowl]`."""
    pluck: Pluck = Pluck(loudness_db=-29.0)
    """The same for the pluck, `[score.pluck]`."""
