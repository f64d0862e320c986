"""The `underwater` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value, following
from worlds.format.voice import VoiceModel


class Underwater(VoiceModel):
    """Under the surface of a sea or a lake: a soft rumble, and bubbles that rise now and then."""

    kind: Literal["underwater"]
    wind_m_s: Annotated[Value, Range(0, 12)] = following("wind", 1.5, 7.0, 15.0)
    """Wind over the water, in metres a second: its waves are what is heard below."""
    clear_ratio: Annotated[Value, Range(0, 1)] = 0.0
    """How far the highs come through: 0 muffled, as in clouds of fine bubbles, 1 as in the open sea."""
    bubbles_per_min: Annotated[Value, Range(0, 60)] = 30.0
    """How often a string of bubbles rises close by; 0 for none."""
