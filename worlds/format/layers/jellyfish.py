"""The `jellyfish` layer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value, following
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Jellyfish(LayerModel):
    """Jellyfish adrift: clear bells that open and close, arms and threads trailing after them."""

    kind: Literal["jellyfish"]
    count: Annotated[int, Field(ge=1, le=12)] = 6
    """How many there may be; a seed has from half of them to all."""
    size_ratio: Annotated[float, Field(ge=0.01, le=0.3)] = 0.10
    """Radius of the bell of the nearest, in screen heights; the others are farther off."""
    pulse_ratio: Annotated[Value, Range(0, 1)] = following("breath", 0.0, 1.0)
    """How wide the bells are open. By default they open as the visitor breathes in."""
    glow_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """How much light they give of their own."""
    low_ratio: Ratio = 0.32
    """How low in the picture they may be, in screen heights from the bottom edge."""
    high_ratio: Ratio = 0.8
    """How high they may be."""
    colour: Colour = "#f08a96"
    """Colour of the nearest."""
    other_colour: Colour = "#8f8cf0"
    """Colour of the others; some are between."""
