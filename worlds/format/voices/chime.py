"""The `chime` voice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value, following
from worlds.format.instrument import InstrumentModel


class Chime(InstrumentModel):
    """A wind chime of metal tubes: the wind swings its clapper, and the score or a touch may strike it too."""

    answering: ClassVar[Mapping[str, float] | None] = {"speed_m_s": 0.0}

    kind: Literal["chime"] = "chime"
    speed_m_s: Annotated[Value, Range(0, 12)] = following("wind", 1.5, 6.5, 4.0)
    """Mean wind speed in metres a second: twice as fast strikes eight times as often. 0 leaves all to touches."""
    pitch_hz: float = Field(default=440.0, ge=150.0, le=4000.0)
    """Pitch of the longest tube; the others stand above it in a pentatonic scale. In a world with a score each
    takes the nearest note of that, and follows it."""
    tubes: int = Field(default=6, ge=3, le=8)
    """How many tubes hang round the clapper."""
    ring_s: Annotated[Value, Range(1, 30)] = 9.0
    """How long the longest tube takes to fall by 60 dB; shorter ones ring shorter."""
    clapper_ms: Annotated[Value, Range(0.5, 100)] = 48.0
    """How softly the clapper strikes: 0.5 hard wood, 48 felt, 100 a thick pad."""
