"""The `wind` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value, following
from worlds.format.voice import VoiceModel


class Wind(VoiceModel):
    """Wind, gusting: over open land, in the needles of pines, through dry grass, or whistling in a gap."""

    kind: Literal["wind"]
    speed_m_s: Annotated[Value, Range(0, 12)] = following("wind", 1.5, 6.5, 4.0)
    """Mean wind speed in metres a second; louder and brighter as it rises."""
    gust_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much the wind gusts about its mean: 0 steady, 1 squally."""
    through: Literal["open", "pines", "grass", "gap"] = "open"
    """What the wind blows through; a gap, as of a window, only whistles from 4 m/s on."""
