"""The `[score]` table: slow generative music."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Model

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
    instruments: list[Instrument] = ["pad", "bowl", "pluck"]
    """What plays: the pad holds chords, bowl marks them, pluck plays the melody."""
    loudness_db: Annotated[Value, Range(-80, 0)] = -30.0
    """Loudness of the music in LUFS before the world is brought to its level."""
