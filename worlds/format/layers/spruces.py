"""The `spruces` layer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Spruces(LayerModel):
    """Tall spruces under snow close by, at the sides of the picture, standing in banks of snow."""

    kind: Literal["spruces"]
    height_ratio: Annotated[float, Field(ge=0.1, le=1.2)] = 0.62
    """Height of the tallest, in screen heights."""
    open_ratio: Annotated[float, Field(ge=0.2, le=0.95)] = 0.66
    """How much of the middle of the screen they leave free."""
    bank_ratio: Annotated[float, Field(ge=0.0, le=0.4)] = 0.12
    """How high the banks of snow lie at the foot of the picture, in screen heights."""
    sway_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How far their tops move in the wind."""
    near_ratio: Ratio = 0.8
    """How near they are: how far they shift when the visitor leans."""
    needle: Colour = "#2a423e"
    """Colour of needles in plain daylight."""
    snow: Colour = "#e6eefa"
    """Colour of snow in plain daylight."""
