"""The `choir` voice."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value, following
from worlds.format.instrument import InstrumentModel


class Choir(InstrumentModel):
    """A small choir that hums and opens its vowels; the score gives it chords, or a touch a tone."""

    most: ClassVar[int] = 2
    sustains: ClassVar[bool] = True

    kind: Literal["choir"] = "choir"
    voices: int = Field(default=12, ge=8, le=16)
    """How many sing: basses, tenors, altos and sopranos in equal parts."""
    open_ratio: Annotated[Value, Range(0, 1)] = following("breath", 0.1, 0.75, 1.5)
    """The vowel: 0 u, 0.5 o, 1 a. By default it opens as the visitor breathes in."""
    swell_ratio: Annotated[Value, Range(0, 1)] = following("breath", 0.2, 1.0, 0.8)
    """The swell of all: 0 very soft, 1 full. By default it breathes with the visitor."""
    vibrato_cents: Annotated[Value, Range(0, 40)] = 14.0
    """How far each voice's vibrato swings to either side."""
    attack_s: Annotated[Value, Range(0.3, 8)] = 1.4
    """How long a voice takes to come, and about as long to go."""
