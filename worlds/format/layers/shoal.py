"""The `shoal` layer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Shoal(LayerModel):
    """A shoal of small fish that wheels slowly as one."""

    kind: Literal["shoal"]
    fish: Annotated[int, Field(ge=1, le=400)] = 120
    """How many swim together."""
    size_ratio: Annotated[float, Field(ge=0.002, le=0.08)] = 0.016
    """Half the length of a fish, in screen heights."""
    spread_ratio: Annotated[float, Field(ge=0.02, le=0.5)] = 0.16
    """How wide the shoal is, in screen heights."""
    height_ratio: Ratio = 0.5
    """Height it swims at, in screen heights from the bottom edge."""
    roam_ratio: Ratio = 0.5
    """How far it roams over the screen."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How much of the water's colour lies before it."""
    side: Colour = "#a8d0d4"
    """Colour of their sides in plain daylight."""
