"""The `whale` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Ratio
from worlds.format.layer import LayerModel


class Whale(LayerModel):
    """A whale that passes far off, slowly, once in a long while."""

    most: ClassVar[int] = 3

    kind: Literal["whale"]
    size_ratio: Annotated[float, Field(ge=0.05, le=1.5)] = 0.45
    """Its length, in screen heights."""
    height_ratio: Ratio = 0.66
    """Height it swims at, in screen heights from the bottom edge."""
    cross_s: Annotated[float, Field(ge=40.0, le=900.0)] = 130.0
    """How long it takes from one side to the other, over a screen twice as wide as high."""
    every_s: Annotated[float, Field(ge=60.0, le=7200.0)] = 300.0
    """How often it comes."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.55
    """How much of the water's colour lies before it."""
