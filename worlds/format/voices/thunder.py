"""The `thunder` voice."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel


class Thunder(VoiceModel):
    """Thunder far away, that rolls in softly now and then and is long in going."""

    most: ClassVar[int] = 1

    kind: Literal["thunder"]
    every_s: Annotated[Value, Range(60, 600)] = 120.0
    """Usual time from one thunder to the next; hardly ever twice the same, and never under a minute."""
    distance_km: Annotated[Value, Range(3, 20)] = 7.0
    """How far the storm is: the farther, the lower, softer and longer."""
