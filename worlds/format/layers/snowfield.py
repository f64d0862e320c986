"""The `snowfield` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Snowfield(LayerModel):
    """A valley under snow: a frozen river that mirrors the sky, spruces laden with snow, and their long shadows."""

    most: ClassVar[int] = 1

    kind: Literal["snowfield"]
    river_ratio: Ratio = 0.5
    """How wide the river is."""
    ice_ratio: Annotated[Value, Range(0, 1)] = 0.6
    """How much of the ice is blown bare and mirrors the sky."""
    trees: Annotated[int, Field(ge=0, le=1200)] = 800
    """How many spruces a screen twice as wide as high shows, at the most."""
    tree_m: Annotated[float, Field(ge=3.0, le=30.0)] = 11.0
    """Height of a grown one, in metres."""
    shadow_ratio: Annotated[Value, Range(0, 1)] = 0.85
    """How dark the shadows are that sun and moon cast."""
    sparkle_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much the snow nearby glitters."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.8
    """How much air lies over the farthest snow."""
    near_ratio: Ratio = 0.45
    """How near it is: how far it shifts when the visitor leans."""
    snow: Colour = "#eef3fb"
    """Colour of snow in plain daylight."""
    needle: Colour = "#2c4640"
    """Colour of needles in plain daylight."""
    ice: Colour = "#5f8ea6"
    """Colour of the ice itself, where nothing is mirrored."""
