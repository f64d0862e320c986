"""The `dunes` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Dunes(LayerModel):
    """Dunes with sharp, winding crests, rippled by the wind; sand streams off them, and a hand draws grooves."""

    answers: ClassVar[frozenset[str]] = frozenset({"draw"})
    most: ClassVar[int] = 1

    kind: Literal["dunes"]
    tall_ratio: Annotated[float, Field(ge=0.4, le=1.4)] = 1.0
    """How high they are: at 1 the nearer ones stand ten to thirty metres over the plain."""
    ripple_ratio: Ratio = 0.5
    """How deep the ripples are on the sand nearby."""
    stream_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much sand the wind blows off the crests."""
    shadow_ratio: Annotated[Value, Range(0, 1)] = 1.0
    """How dark the shadows are that sun and moon cast."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.8
    """How much air lies before the farthest."""
    groove_s: Annotated[float, Field(ge=5.0, le=600.0)] = 120.0
    """How long a groove takes to drift shut; half of it is gone after half that time."""
    near_ratio: Ratio = 0.4
    """How near they are: how far they shift when the visitor leans."""
    sand: Colour = "#e6b478"
    """Colour of the sand in plain daylight."""
