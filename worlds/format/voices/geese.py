"""The `geese` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel


class Geese(VoiceModel):
    """Geese on their way south: now and then a flock comes from one side, high up, and is gone on the other."""

    kind: Literal["geese"]
    every_s: Annotated[Value, Range(10, 1800)] = 240.0
    """Mean time from the end of one flock to the next."""
    crossing_s: Annotated[Value, Range(20, 240)] = 75.0
    """How long a flock takes to pass."""
    activity_ratio: Annotated[Value, Range(0, 1)] = 0.7
    """How much they call; at 0 none come."""
    pairs: int = Field(default=5, ge=1, le=8)
    """How many pairs of the flock are heard; a gander and his goose call by turns."""
