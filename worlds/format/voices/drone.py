"""The `drone` voice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value, following
from worlds.format.instrument import InstrumentModel


class Drone(InstrumentModel):
    """A low drone whose overtones come and go; it sounds of itself, and the score or a touch adds tones to it."""

    sustains: ClassVar[bool] = True
    chord_tones: ClassVar[int] = 1
    answering: ClassVar[Mapping[str, float] | None] = {"steady_ratio": 0.0}

    kind: Literal["drone"] = "drone"
    pitch_hz: float = Field(default=55.0, ge=40.0, le=130.0)
    """Pitch of the tone that sounds of itself; take the root of the score, or octaves of it below. It moves with
    the score's tonal centre."""
    steady_ratio: Annotated[Value, Range(0, 1)] = 1.0
    """How loud it sounds of itself; 0 leaves all to notes."""
    bright_ratio: Annotated[Value, Range(0, 1)] = 0.35
    """0 dark, 1 full of overtones."""
    fifth_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How much of the fifths among the overtones is heard: 0 only octaves."""
    beat_hz: Annotated[Value, Range(0.05, 0.3)] = 0.12
    """How far apart the twins stand of which each overtone is made: how often in a second it swells and sinks."""
    swell_ratio: Annotated[Value, Range(0, 1)] = following("breath", 0.2, 1.0, 1.0)
    """The swell of all of it: 0 its low ebb, 1 full. By default it breathes with the visitor."""
    attack_s: Annotated[Value, Range(0.5, 20)] = 4.0
    """How long a tone takes to come, and half of what it takes to go."""
