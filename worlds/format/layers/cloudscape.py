"""The `cloudscape` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Cloudscape(LayerModel):
    """A sea of cloud seen from above, from the horizon to the foot of the picture, with crags that stand out of
    it. It surges against them; a hand parts it. Put it over the sky."""

    answers: ClassVar[frozenset[str]] = frozenset({"part"})
    most: ClassVar[int] = 1

    kind: Literal["cloudscape"]
    crags: Annotated[int, Field(ge=0, le=7)] = 6
    """How many crags stand out of it; a seed groups them."""
    height_ratio: Annotated[float, Field(ge=0.02, le=1.0)] = 0.5
    """Height of the greatest crag over the horizon: 0 the horizon, 1 the top edge of the screen."""
    ledge: bool = True
    """Whether a ledge of rock stands in the nearest corner."""
    heap_ratio: Ratio = 0.6
    """How high the cloud is heaped."""
    surge_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How far it heaves, and surges against the crags."""
    speed_per_min: Annotated[float, Field(ge=0.0, le=0.5)] = 0.12
    """How far the nearest cloud drifts in a minute, in screen heights; the far ones drift slower."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much air lies before the farthest."""
    rock: Colour = "#8d8794"
    """Colour of the crags in plain daylight."""
    forest: Colour = "#4c6148"
    """Colour of the trees on them."""
    near_ratio: Ratio = 0.6
    """How near the nearest cloud is: how far it shifts when the visitor leans."""
