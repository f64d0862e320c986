"""The `willow` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Willow(LayerModel):
    """A weeping willow close by: a bough from the side of the picture whose long strands hang into it and sway."""

    most: ClassVar[int] = 2

    kind: Literal["willow"]
    likely_ratio: Ratio = 1.0
    """How many seeds have it at all."""
    side: Literal["seed", "left", "right"] = "seed"
    """The side it hangs in from; "seed" lets the seed choose."""
    reach_ratio: Annotated[float, Field(ge=0.1, le=1.5)] = 0.6
    """How far its bough reaches in, in screen heights; narrow screens shorten it."""
    hang_ratio: Annotated[float, Field(ge=0.1, le=0.9)] = 0.42
    """Length of the longest strands, in screen heights."""
    thick_ratio: Ratio = 0.5
    """How many strands it has."""
    sway_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How far they move in the wind."""
    near_ratio: Ratio = 0.95
    """How near it is: how far it shifts when the visitor leans."""
    bark: Colour = "#3a332c"
    """Colour of its wood in plain daylight."""
    leaf: Colour = "#8aa04c"
    """Colour of its leaves."""
