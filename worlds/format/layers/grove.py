"""The `grove` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Ratio
from worlds.format.layer import LayerModel
from worlds.format.season import SeasonChoice


class Grove(LayerModel):
    """Crowns of broad trees in a row, as they look over a wall or a hedge; they stir in the wind."""

    most: ClassVar[int] = 4

    kind: Literal["grove"]
    season: SeasonChoice = "seed"
    """The time of year, for their colours."""
    tall_ratio: Annotated[float, Field(ge=0.02, le=0.6)] = 0.16
    """How far the tallest rise over the horizon, in screen heights."""
    trees: Annotated[int, Field(ge=1, le=120)] = 26
    """How many stand on a screen twice as wide as high."""
    open_ratio: Ratio = 0.6
    """How low they stay where the view is open; where that is, the seed decides."""
    sway_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How far they move in the wind."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.25
    """How much air lies between."""
    near_ratio: Ratio = 0.3
    """How near they are: how far they shift when the visitor leans."""
