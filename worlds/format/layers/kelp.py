"""The `kelp` layer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Kelp(LayerModel):
    """Tall weed that stands in the swell: stalks with long blades, each one bending."""

    kind: Literal["kelp"]
    stalks: Annotated[int, Field(ge=1, le=60)] = 8
    """How many stand over a screen twice as wide as high."""
    height_ratio: Annotated[float, Field(ge=0.1, le=1.6)] = 1.0
    """Height of the tallest, in screen heights."""
    blade_ratio: Annotated[float, Field(ge=0.02, le=0.4)] = 0.12
    """Length of a blade, in screen heights."""
    thick_ratio: Ratio = 0.5
    """How closely the blades stand on a stalk."""
    open_ratio: Annotated[float, Field(ge=0.0, le=0.9)] = 0.5
    """How much of the middle of the screen it leaves free."""
    foot_ratio: Annotated[float, Field(ge=-0.1, le=0.6)] = 0.0
    """Where it stands, in screen heights from the bottom edge."""
    sway_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How far it bends in the swell."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.3
    """How much of the water's colour lies before it."""
    near_ratio: Ratio = 0.5
    """How near it is: how far it shifts when the visitor leans."""
    blade: Colour = "#8a9c4a"
    """Colour of its blades in plain daylight."""
