"""The `bees` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value, following
from worlds.format.voice import VoiceModel


class Bees(VoiceModel):
    """Bees at their hive and in the flowers: a hum of very many, and single ones that fly past."""

    kind: Literal["bees"]
    activity_ratio: Annotated[Value, Range(0, 1)] = following("daylight", 0.0, 0.7, 20.0)
    """How many are out; by default they fly by day, and sleep at night."""
    hive_ratio: Annotated[Value, Range(0, 1)] = 0.8
    """How loud the hum of the hive is beside single bees; 0 for a meadow."""
    passing: int = Field(default=3, ge=0, le=5)
    """How many fly close by, by turns."""
