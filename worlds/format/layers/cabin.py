"""The `cabin` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value, following
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Cabin(LayerModel):
    """A log cabin under a thick roof of snow, in the clearing a `snowfield` keeps for it, its windows lit."""

    most: ClassVar[int] = 1

    kind: Literal["cabin"]
    size_ratio: Annotated[float, Field(ge=0.5, le=2.0)] = 1.0
    """How large it is: at 1 the house is nine metres long."""
    lamp_ratio: Annotated[Value, Range(0, 1)] = following("sun_height", 1.0, 0.15, 20.0)
    """How brightly its windows shine; by default once the sun is low."""
    smoke_ratio: Annotated[Value, Range(0, 1)] = 0.7
    """How much smoke rises from the chimney."""
    near_ratio: Ratio = 0.45
    """How near it is: how far it shifts when the visitor leans; as the `snowfield` it stands in."""
    log: Colour = "#7d5a42"
    """Colour of its logs in plain daylight."""
    lamp: Colour = "#ffb45a"
    """Colour of the light within."""
    snow: Colour = "#eef3fb"
    """Colour of the snow on its roof."""
