"""The `pond` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Pond(LayerModel):
    """A clear pond seen from above: stones on its bed, nets of light, koi, rain rings, the sky mirrored.

    It fills the picture. It answers a touch with the look "ripple", a ring, and with "feed": koi come to the place.
    """

    answers: ClassVar[frozenset[str]] = frozenset({"ripple", "feed"})
    most: ClassVar[int] = 1

    kind: Literal["pond"]
    koi: Annotated[int, Field(ge=0, le=16)] = 9
    """How many koi there are on a screen twice as wide as high."""
    koi_size_ratio: Annotated[float, Field(ge=0.08, le=0.45)] = 0.25
    """Length of a middling koi, in screen heights."""
    net_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """Strength of the nets of light on the bed."""
    clear_ratio: Annotated[Value, Range(0, 1)] = 0.6
    """How clear the water is: 0 green and murky, 1 like glass."""
    ripple_ratio: Annotated[Value, Range(0, 1)] = 0.35
    """How much the surface moves of itself."""
    rain_ratio: Annotated[Value, Range(0, 1)] = 0.0
    """How much rain falls on it: below 0.4 none, 1 many rings at a time."""
    mirror_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """How strongly sky and trees are mirrored."""
    mist_ratio: Annotated[Value, Range(0, 1)] = 0.0
    """Mist that lies on the water at any hour."""
    dawn_mist_ratio: Annotated[Value, Range(0, 1)] = 0.0
    """Mist about sunrise, besides; it is gone once the sun is well up."""
    boulders_ratio: Ratio = 0.5
    """How many large stones lie on the bed."""
    stone: Colour = "#a39a86"
    """Colour of most stones in plain daylight."""
    warm_stone: Colour = "#c09a6a"
    """Colour of the warmest ones."""
    moss: Colour = "#4f6a34"
    """Colour of what grows on them."""
    water: Colour = "#1f6f68"
    """What the water takes on where it is deep."""
