"""The `wood` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Wood(LayerModel):
    """One plane of old trees with mossy trunks, and ferns at their feet; several behind each other make a wood.

    They leave a gap, which all planes of a world share; where it is, the seed decides.
    """

    answers: ClassVar[frozenset[str]] = frozenset({"rustle"})
    most: ClassVar[int] = 5

    kind: Literal["wood"]
    near_ratio: Ratio = 0.5
    """How near the plane is: how thick its trunks are, how low they stand and how far they shift when the visitor
    leans."""
    trees: Annotated[int, Field(ge=0, le=40)] = 8
    """How many stand on a screen twice as wide as high."""
    ferns: Annotated[int, Field(ge=0, le=60)] = 12
    """How many ferns grow at their feet, on such a screen."""
    gap_ratio: Ratio = 0.3
    """How wide the gap is, as a share of the screen."""
    leafy_ratio: Ratio = 0.5
    """How many leaves the boughs have."""
    canopy_ratio: Ratio = 0.4
    """How far the roof of leaves hangs in from above; over the gap it is thin."""
    thicket_ratio: Ratio = 0.0
    """How much low growth stands between its trunks."""
    moss_ratio: Ratio = 0.7
    """How much moss lies on trunks and roots."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.2
    """How much air lies before it."""
    sway_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How far its boughs move in the wind."""
    bark: Colour = "#6b5d4c"
    """Colour of the bark."""
    moss: Colour = "#6f8a35"
    """Colour of the moss."""
    leaf: Colour = "#6c9a4a"
    """Colour of leaves and ferns."""
