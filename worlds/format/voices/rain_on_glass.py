"""The `rain_on_glass` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value, following
from worlds.format.voice import VoiceModel


class RainOnGlass(VoiceModel):
    """Rain heard from indoors: drops on the pane over the soft bed of the rain outside."""

    kind: Literal["rain_on_glass"]
    rate_mm_h: Annotated[Value, Range(0, 40)] = following("rain", 1.0, 14.0, 8.0)
    """How hard it rains, in millimetres an hour: 1 drizzle, 5 rain, 20 a downpour. 0 is silent."""
    pane_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much of it falls on the pane: 0 only the rain outside, 1 drops close by."""
