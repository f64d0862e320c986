"""The `seeds` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Seeds(LayerModel):
    """Dandelion seeds under their parachutes, adrift on the wind; a touch blows a puff of them into the air."""

    answers: ClassVar[frozenset[str]] = frozenset({"blow"})
    most: ClassVar[int] = 2

    kind: Literal["seeds"]
    count: Annotated[int, Field(ge=0, le=200)] = 40
    """How many drift by, on a screen twice as wide as high."""
    amount_ratio: Annotated[Value, Range(0, 1)] = 1.0
    """How many of them are under way."""
    puff: Annotated[int, Field(ge=0, le=30)] = 14
    """How many a touch blows off."""
    size_ratio: Annotated[float, Field(ge=0.004, le=0.08)] = 0.022
    """Half the width of the nearest, in screen heights."""
    speed_per_min: Annotated[float, Field(ge=0.1, le=4.0)] = 1.0
    """How far the nearest drift in a minute, in screen heights; a gust carries them along."""
    low_ratio: Annotated[float, Field(ge=0.0, le=1.0)] = 0.2
    """Lowest height at which they drift, of the screen."""
    high_ratio: Annotated[float, Field(ge=0.0, le=1.0)] = 0.8
    """Highest."""
    near_ratio: Ratio = 0.7
    """How near they are: how far they shift when the visitor leans."""
    colour: Colour = "#fbfaf2"
    """Colour of their down in plain daylight."""
