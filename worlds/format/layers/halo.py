"""The `halo` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value, following
from worlds.format.base import Colour
from worlds.format.layer import LayerModel


class Halo(LayerModel):
    """A soft round light to breathe with: it widens as one breathes in and draws together as one breathes out."""

    most: ClassVar[int] = 3

    kind: Literal["halo"]
    x_ratio: Annotated[float, Field(ge=0.0, le=1.0)] = 0.5
    """Where its middle stands: 0 the left edge of the screen, 1 the right."""
    y_ratio: Annotated[float, Field(ge=0.0, le=1.0)] = 0.55
    """And how high: 0 the lower edge, 1 the upper."""
    radius_ratio: Annotated[Value, Range(0.02, 0.6)] = following("breath", 0.13, 0.22)
    """Its radius, in screen heights; by default it goes with the breath."""
    ring_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much of it is a ring: 0 a disc of light, 1 a ring alone."""
    strength_ratio: Annotated[Value, Range(0, 1)] = 0.35
    """How bright it is."""
    colour: Colour = "#cfe0ff"
    """Colour of its light."""
    near_ratio: Annotated[float, Field(ge=0.0, le=1.0)] = 0.1
    """How near it is: how far it shifts when the visitor leans."""
