"""The `whale` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel


class Whale(VoiceModel):
    """A humpback whale that sings far off under water: a long song of themes, each phrase sung over and over."""

    kind: Literal["whale"]
    interval_s: Annotated[Value, Range(2.5, 10)] = 3.5
    """Mean time from the beginning of one unit of its song to the next."""
    activity_ratio: Annotated[Value, Range(0, 1)] = 0.8
    """How much of the time it sings; the less, the longer it rests between phrases."""
