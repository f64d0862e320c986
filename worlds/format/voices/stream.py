"""The `stream` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel


class Stream(VoiceModel):
    """Running water: from a trickle into a basin to a brook over stones."""

    kind: Literal["stream"]
    flow_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How much water runs: 0 a trickle of single bubbles, 1 a lively brook."""
    radius_mm: Annotated[Value, Range(0.8, 5)] = 2.0
    """Usual size of its bubbles: smaller ones ring higher."""
