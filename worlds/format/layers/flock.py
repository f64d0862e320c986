"""The `flock` layer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.layer import LayerModel


class Flock(LayerModel):
    """A few far birds that cross the sky now and then."""

    kind: Literal["flock"]
    birds: Annotated[int, Field(ge=1, le=60)] = 9
    """How many fly together."""
    size_ratio: Annotated[float, Field(ge=0.002, le=0.05)] = 0.009
    """Half their span, in screen heights."""
    height_ratio: Annotated[float, Field(ge=0.05, le=1.0)] = 0.45
    """Height they fly at: 0 the horizon, 1 the top edge of the screen."""
    cross_s: Annotated[float, Field(ge=20.0, le=600.0)] = 75.0
    """How long they take from one side to the other, over a screen twice as wide as high."""
    every_s: Annotated[float, Field(ge=30.0, le=3600.0)] = 210.0
    """How often they come."""
    visible_ratio: Annotated[Value, Range(0, 1)] = 1.0
    """How clearly they show; tie it to daylight, and they sleep at night."""
