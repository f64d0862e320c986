"""The `lighthouse` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Lighthouse(LayerModel):
    """A small island on the horizon with a lighthouse, whose lamp swells and sinks; it keeps away from the moon's
    path. Put it before the water."""

    most: ClassVar[int] = 2

    kind: Literal["lighthouse"]
    height_ratio: Annotated[float, Field(ge=0.01, le=0.25)] = 0.05
    """Height of its top over the horizon, in screen heights; a seed makes it a little more or less."""
    likely_ratio: Ratio = 1.0
    """How many seeds have one."""
    turn_s: Annotated[float, Field(ge=6, le=60)] = 14.0
    """How long its lamp takes to swell and sink."""
    lamp_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """Strength of its lamp."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How much air lies between."""
    near_ratio: Ratio = 0.08
    """How near it is: how far it shifts when the visitor leans."""
    lamp: Colour = "#ffbe6e"
    """Colour of the lamp."""
    wall: Colour = "#ded8cc"
    """Colour of the tower."""
    rock: Colour = "#57544e"
    """Colour of the island."""
