"""The `sill` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour
from worlds.format.layer import LayerModel


class Sill(LayerModel):
    """The window itself from inside: frame, glazing bars, the sill, and a few quiet things standing on it.

    Everything is lit by the hour from outside and by a warm lamp in the room. The seed chooses what is "any".
    """

    most: ClassVar[int] = 2

    kind: Literal["sill"]
    height_ratio: float = Field(default=0.10, ge=0.05, le=0.3)
    """Height of the sill and the rail above it, as a share of the picture's height."""
    bars: Literal["any", "none", "one", "cross", "panes"] = "any"
    """Glazing bars that divide the pane; panes: into many small ones."""
    plant: Literal["any", "none", "trailing", "fern", "broad", "flowers", "ivy"] = "any"
    """A pot plant with trailing shoots, arching fronds or broad leaves; a jug of cut flowers; ivy from above."""
    curtain: Literal["any", "none", "left", "right"] = "any"
    """A linen curtain at one side."""
    cup: Literal["any", "none", "mug", "teacup"] = "any"
    """What stands there steaming."""
    wood: Colour = "#75604c"
    """The colour of the wood."""
    lamp: Colour = "#ffc088"
    """The colour of the lamp in the room."""
    lamp_ratio: Annotated[Value, Range(0, 1)] = 0.6
    """How bright that lamp is by night; by day it is turned down."""
    steam_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much the cup steams."""
    sway_ratio: Annotated[Value, Range(0, 1)] = 0.25
    """How far the plant's leaves stir."""
