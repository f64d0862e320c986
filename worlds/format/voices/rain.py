"""The `rain` voice."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value, following
from worlds.format.voice import VoiceModel


class Rain(VoiceModel):
    """Rain, from a drizzle to a downpour: on the ground, in leaves, on a roof, on a window pane or on water."""

    kind: Literal["rain"]
    rate_mm_h: Annotated[Value, Range(0, 50)] = following("rain", 1.0, 14.0, 8.0)
    """How hard it rains, in millimetres an hour: 1 drizzle, 5 rain, 20 a downpour. 0 is silent."""
    on: Literal["ground", "leaves", "roof", "glass", "water"] = "ground"
    """What it falls on: roof and glass are heard from indoors, the others from out of doors."""
    near_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much of it falls close by: 0 only the rush of the rain further off, 1 single drops all round you."""
