"""The `lapping` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value, following
from worlds.format.voice import VoiceModel


class Lapping(VoiceModel):
    """Small waves lapping at a shore, a jetty or a boat."""

    kind: Literal["lapping"]
    period_s: Annotated[Value, Range(0.8, 8)] = 2.2
    """Mean time from one lap to the next."""
    height_ratio: Annotated[Value, Range(0, 1)] = following("wind", 0.25, 0.75, 10.0)
    """How high the little waves are: louder, fuller and with more bubbles."""
