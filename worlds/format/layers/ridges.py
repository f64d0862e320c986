"""The `ridges` layer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Ridges(LayerModel):
    """A range of mountains or hills standing on the horizon, lit by the world's light through the day."""

    kind: Literal["ridges"]
    height_ratio: Annotated[float, Field(ge=0.01, le=1.0)] = 0.5
    """Height of the highest peak: 0 the horizon, 1 the top edge of the screen."""
    peaks: Annotated[int, Field(ge=1, le=12)] = 3
    """How many summits a screen twice as wide as high shows."""
    rough_ratio: Ratio = 0.7
    """How broken the slopes are: 0 soft downs, 1 alpine rock."""
    variety_ratio: Ratio = 0.5
    """How far a seed may change the height, the number of peaks, and how broken they are."""
    gap_ratio: Ratio = 0.7
    """How far the range lies low where the sun sets."""
    snow_ratio: Annotated[Value, Range(0, 1)] = 0.55
    """Height from which snow lies, as a share of the highest peak; 1 for none."""
    forest_ratio: Annotated[Value, Range(0, 1)] = 0.25
    """Height up to which woods climb, in the same measure."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much air lies between; far ranges have more."""
    near_ratio: Ratio = 0.15
    """How near it is: how far it shifts when the visitor leans."""
    rock: Colour = "#7d7a84"
    """Colour of bare rock in plain daylight."""
    forest: Colour = "#35503c"
    """Colour of the woods."""
    snow: Colour = "#eef3fa"
    """Colour of the snow."""
    front_ratio: Ratio = 0.0
    """How far a low sun stands behind the visitor, not the range: at 1 slopes glow at dawn and dusk."""
