"""The `leaves` voice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from worlds.follow import Range, Value, following
from worlds.format.voice import VoiceModel


class Leaves(VoiceModel):
    """Leaves that stir and flutter in the wind; a hand drawn through them rustles them."""

    answering: ClassVar[Mapping[str, float] | None] = {"speed_m_s": 0.0}
    stroked: ClassVar[bool] = True

    kind: Literal["leaves"]
    speed_m_s: Annotated[Value, Range(0, 12)] = following("wind", 1.0, 6.0, 4.0)
    """Mean wind speed in metres a second; more leaves move as it rises. 0 leaves all to touches."""
    dry_ratio: Annotated[Value, Range(0, 1)] = 0.3
    """0 soft green leaves, 1 crisp dry ones."""
