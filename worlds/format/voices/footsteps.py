"""The `footsteps` voice."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel


class Footsteps(VoiceModel):
    """Somebody walking slowly over gravel or snow, who stops now and then, and goes on."""

    most: ClassVar[int] = 2

    kind: Literal["footsteps"]
    ground: Literal["gravel", "snow"] = "gravel"
    """What they walk on."""
    pace_per_min: Annotated[Value, Range(40, 120)] = 84.0
    """Steps a minute, more or less: 60 strolls, 100 walks."""
    walking_ratio: Annotated[Value, Range(0, 1)] = 0.85
    """How much of the time they walk: 0 never, 1 without a stop."""
    roam_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How far they wander about their place, from side to side, nearer and farther."""
