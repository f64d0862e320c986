"""The `snowfall` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour
from worlds.format.layer import LayerModel


class Snowfall(LayerModel):
    """Snow that falls slowly, drifting with the gusts; it whirls about a hand."""

    answers: ClassVar[frozenset[str]] = frozenset({"bend"})
    most: ClassVar[int] = 2

    kind: Literal["snowfall"]
    count: Annotated[int, Field(ge=0, le=3000)] = 700
    """How many flakes are in the air over a screen twice as wide as high."""
    amount_ratio: Annotated[Value, Range(0, 1)] = 0.6
    """How many of them fall; at 0 the air is clear."""
    size_ratio: Annotated[float, Field(ge=0.001, le=0.02)] = 0.0055
    """Radius of the nearest, in screen heights."""
    fall_s: Annotated[float, Field(ge=8.0, le=120.0)] = 22.0
    """How long the nearest take from the top of the screen to its foot; the far ones take longer."""
    drift_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How far wind carries them."""
    bright_ratio: Annotated[Value, Range(0, 1)] = 0.8
    """How clearly they show."""
    colour: Colour = "#f4f8ff"
    """Their colour in plain daylight."""
