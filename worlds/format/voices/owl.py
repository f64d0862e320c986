"""The `owl` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value, following
from worlds.format.voice import VoiceModel


class Owl(VoiceModel):
    """A tawny owl, far away in the wood; it calls at night."""

    kind: Literal["owl"]
    every_s: Annotated[Value, Range(10, 300)] = 55.0
    """Mean time between its calls; in wind they are fewer."""
    activity_ratio: Annotated[Value, Range(0, 1)] = following("daylight", 1.0, 0.0)
    """Below a half it is silent; by default it calls once most of the light is gone."""
