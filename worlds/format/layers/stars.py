"""The `stars` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.layer import LayerModel


class Stars(LayerModel):
    """Stars that come out as daylight goes, twinkle gently and turn slowly round the sky."""

    most: ClassVar[int] = 2

    kind: Literal["stars"]
    count: Annotated[int, Field(ge=0, le=3000)] = 700
    """How many there are over a screen twice as wide as high."""
    brightness_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """How bright they are at night."""
    twinkle_ratio: Annotated[Value, Range(0, 1)] = 0.3
    """How much they flicker."""
    turn_deg_h: Annotated[float, Field(ge=0.0, le=120.0)] = 15.0
    """How fast the sky turns, degrees an hour; the real one does 15."""
    dusk_ratio: Annotated[float, Field(ge=0.0, le=1.0)] = 1.0
    """How much of that is left while the sky still glows: 0 hides them until dusk is over."""
