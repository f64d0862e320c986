"""The `waterfall` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel


class Waterfall(VoiceModel):
    """A waterfall some way off: an even, soft roar."""

    kind: Literal["waterfall"]
    flow_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much water comes down: louder and deeper with more; 0 is silent."""
    pool_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """Where it falls: 0 in thin veils over ledges, bright, 1 in one plunge into a deep pool, dark."""
