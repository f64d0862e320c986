"""The `forest_floor` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class ForestFloor(LayerModel):
    """The ground of a wood: earth and moss, fallen leaves, grass, stones, toadstools, and a path into its gap."""

    most: ClassVar[int] = 1

    kind: Literal["forest_floor"]
    path_ratio: Ratio = 0.5
    """How wide the path is; 0 for none."""
    stones: Annotated[int, Field(ge=0, le=60)] = 14
    """How many stones lie about on a screen twice as wide as high."""
    mossy_ratio: Ratio = 0.6
    """How much of the ground is moss."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.9
    """How much of the air's haze lies over the farthest of it."""
    earth: Colour = "#5a4a38"
    """Colour of the earth and of fallen leaves."""
    moss: Colour = "#5f7d33"
    """Colour of the moss."""
    grass: Colour = "#6f9448"
    """Colour of the grass."""
