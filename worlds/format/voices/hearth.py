"""The `hearth` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value
from worlds.format.voice import VoiceModel


class Hearth(VoiceModel):
    """A wood fire: the low flutter of the flames, the hiss of the embers, and crackling that comes in bursts."""

    kind: Literal["hearth"]
    fire_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How high it burns: 0 embers, 1 a blaze."""
    crackle_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much it crackles: 0 burns quietly, 1 damp or resinous wood."""
    hiss_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much the embers hiss."""
