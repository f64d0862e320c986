"""The `leaves` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value, following
from worlds.format.voice import VoiceModel


class Leaves(VoiceModel):
    """Leaves that stir and flutter in the wind."""

    kind: Literal["leaves"]
    speed_m_s: Annotated[Value, Range(0, 12)] = following("wind", 1.0, 6.0, 4.0)
    """Mean wind speed in metres a second; more leaves move as it rises."""
    dry_ratio: Annotated[Value, Range(0, 1)] = 0.3
    """0 soft green leaves, 1 crisp dry ones."""
