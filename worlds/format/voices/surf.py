"""The `surf` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value, following
from worlds.format.voice import VoiceModel


class Surf(VoiceModel):
    """Waves of the sea that break on a beach, wash up it, and run back over sand or shingle."""

    kind: Literal["surf"]
    period_s: Annotated[Value, Range(3, 20)] = 7.0
    """Mean time from one wave to the next: 4 s on a sheltered bay, 12 s and more under the swell of an ocean."""
    height_ratio: Annotated[Value, Range(0, 1)] = following("wind", 0.35, 0.65, 20.0)
    """How high the waves are: 0 barely turning over, 1 heavy surf; higher ones are louder, deeper and longer."""
    set_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much higher waves come in sets, a few together with a minute or two of lesser ones between."""
    shingle_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How stony the beach is: 0 sand, 1 pebbles that rattle as each wave drags them back."""
