"""The `reef` layer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Reef(LayerModel):
    """Rocks under water, grown over with corals, sea fans, sponges and weed, as the seed has it."""

    kind: Literal["reef"]
    height_ratio: Annotated[float, Field(ge=0.03, le=0.6)] = 0.16
    """Height of the tallest rock, in screen heights; what grows on it stands higher."""
    rocks: Annotated[int, Field(ge=1, le=16)] = 6
    """How many rocks there are over a screen twice as wide as high."""
    grown_ratio: Ratio = 0.6
    """How thickly they are grown over."""
    open_ratio: Annotated[float, Field(ge=0.0, le=0.9)] = 0.4
    """How much of the middle of the screen keeps low."""
    foot_ratio: Annotated[float, Field(ge=-0.1, le=0.6)] = 0.0
    """Where they stand, in screen heights from the bottom edge; the farther, the higher."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.1
    """How much of the water's colour lies before it."""
    sway_ratio: Annotated[Value, Range(0, 1)] = 0.3
    """How far it moves with the swell."""
    near_ratio: Ratio = 0.8
    """How near it is: how far it shifts when the visitor leans."""
    rock: Colour = "#4a5a6c"
    """Colour of the rock in plain daylight."""
    coral: Colour = "#d8707c"
    """Colour of the brightest corals."""
