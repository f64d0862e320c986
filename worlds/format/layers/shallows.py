"""The `shallows` layer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Shallows(LayerModel):
    """Stones, tufts of reed and old trunks that stand in open water, each with its mirror image.

    Put it in front of the water. A seed chooses how they lie: a shoal, stepping stones, a lone boulder, an islet of
    reeds, a trunk that leans out of the water.
    """

    kind: Literal["shallows"]
    groups: Annotated[int, Field(ge=0, le=6)] = 3
    """How many groups a seed may have at most; it has one at least, unless this is 0."""
    size_ratio: Annotated[float, Field(ge=0.01, le=0.2)] = 0.07
    """Height of a large stone half way between the horizon and the bottom edge, in screen heights."""
    trunk_ratio: Ratio = 0.4
    """How many seeds have an old trunk."""
    first_ratio: Ratio = 0.1
    """How far down the water the farthest stand: 0 the horizon, 1 the bottom edge."""
    last_ratio: Ratio = 0.72
    """How far down the nearest stand."""
    ripple_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How much the water bends their mirror images."""
    sway_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How far reeds lean in the wind."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.3
    """How much air lies before the farthest; near ones stand clear."""
    near_ratio: Ratio = 0.55
    """How near they are: how far they shift when the visitor leans."""
    stone: Colour = "#8b857c"
    """Colour of dry stone and bare wood in plain daylight."""
    moss: Colour = "#7d8a52"
    """Colour of the moss and lichen on them."""
    stem: Colour = "#33443a"
    """Colour of older reeds."""
    blade: Colour = "#8ba457"
    """Colour of young ones."""
