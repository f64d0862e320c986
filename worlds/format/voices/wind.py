"""The `wind` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel


class Wind(VoiceModel):
    """Wind in the open: a soft, falling noise that gusts."""

    kind: Literal["wind"]
    speed_m_s: Annotated[Value, Range(0, 12)] = 4.0
    """Mean wind speed in metres a second."""
