"""The `lanterns` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Lanterns(LayerModel):
    """Paper lanterns that rise and drift off in the air, or float away on water. A touch releases one more, which
    rises. Water behind them mirrors them; those afloat keep to the water that `riverside` leaves open."""

    answers: ClassVar[frozenset[str]] = frozenset({"release"})
    most: ClassVar[int] = 4

    kind: Literal["lanterns"]
    where: Literal["air", "water"] = "air"
    """Whether they rise in the air or float on water."""
    count: Annotated[int, Field(ge=0, le=400)] = 60
    """How many there are over a screen twice as wide as high."""
    amount_ratio: Annotated[Value, Range(0, 1)] = 1.0
    """How many of them are under way."""
    size_ratio: Annotated[float, Field(ge=0.005, le=0.1)] = 0.035
    """Half the height of the nearest, in screen heights."""
    far_ratio: Ratio = 0.8
    """How many of those in the air are far off, small and low."""
    life_s: Annotated[float, Field(ge=60, le=600)] = 170.0
    """How long one is under way, from its rising until it is gone from sight."""
    glow_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """How bright their flames are; at 0 they are plain paper in the light of the world."""
    colour: Colour = "#ffb45a"
    """Colour of the light of most."""
    other_colour: Colour = "#ff7a58"
    """Colour of the light of a few."""
    paper: Colour = "#e8d8b4"
    """Colour of the paper in plain daylight."""
    released: bool = True
    """Whether a touch releases one from here; with several such layers, let one do it."""
