"""The `pads` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Pads(LayerModel):
    """Lily pads afloat on a pond seen from above, in groups at its edges, some with a flower; and petals adrift."""

    most: ClassVar[int] = 3

    kind: Literal["pads"]
    amount_ratio: Ratio = 0.5
    """How much of the water they may cover."""
    size_ratio: Annotated[float, Field(ge=0.02, le=0.2)] = 0.095
    """Radius of the largest, in screen heights."""
    flowers: Annotated[int, Field(ge=0, le=8)] = 3
    """How many flowers a seed may have at most."""
    petals: Annotated[int, Field(ge=0, le=60)] = 18
    """How many petals drift, over a screen twice as wide as high."""
    drift_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How far pads swing and petals drift."""
    open_ratio: Annotated[Value, Range(0, 1)] = 1.0
    """How far the flowers are open: they close for the night."""
    leaf: Colour = "#5f8f3a"
    """Colour of the pads in plain daylight."""
    old_leaf: Colour = "#a5702e"
    """Colour of the oldest, and of their edges."""
    flower: Colour = "#f4a9b8"
    """Colour of flowers and petals."""
