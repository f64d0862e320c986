"""The `bank` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Bank(LayerModel):
    """The edge of a pond seen from above: mossy stones in a corner of the picture, a stone lantern among them."""

    most: ClassVar[int] = 2

    kind: Literal["bank"]
    side: Literal["seed", "left", "right"] = "seed"
    """In which lower corner it lies; a seed puts it on the side where what stands nearest is heavy."""
    reach_ratio: Annotated[float, Field(ge=0.05, le=0.6)] = 0.26
    """How far it comes in from the edges, in screen heights; seeds vary it."""
    moss_ratio: Ratio = 0.6
    """How much of the stones is grown over."""
    lantern_ratio: Ratio = 0.6
    """How many seeds have a lantern."""
    lamp_ratio: Annotated[Value, Range(0, 1)] = 0.0
    """How brightly the lantern shines."""
    stone: Colour = "#9c958a"
    """Colour of the stones in plain daylight."""
    moss: Colour = "#5c7a30"
    """Colour of the moss."""
    lamp: Colour = "#ffb45c"
    """Colour of the lantern's light."""
