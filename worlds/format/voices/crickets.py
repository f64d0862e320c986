"""The `crickets` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value, following
from worlds.format.voice import VoiceModel


class Crickets(VoiceModel):
    """Field and tree crickets; their chirps quicken and rise with the warmth."""

    kind: Literal["crickets"]
    temperature_c: Annotated[Value, Range(8, 34)] = following("warmth", 14.0, 26.0, 30.0)
    """Temperature of the air: sets how fast and how high they sing."""
    activity_ratio: Annotated[Value, Range(0, 1)] = following("daylight", 0.9, 0.0, 20.0)
    """How many of them sing; by default they sing at night and are silent by day."""
    singers: int = Field(default=5, ge=1, le=8)
    """How many sing close by; a chorus of far ones is added to them."""
