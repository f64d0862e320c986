"""The `milky_way` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour
from worlds.format.layer import LayerModel


class MilkyWay(LayerModel):
    """The Milky Way: a band of unresolved stars with its bright heart and lanes of dust, slowly turning; put it
    behind the `stars`. It comes out as daylight goes, and pales under the moon."""

    most: ClassVar[int] = 1

    kind: Literal["milky_way"]
    bright_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """How bright it is at night."""
    dust_ratio: Annotated[float, Field(ge=0.0, le=1.0)] = 0.7
    """How much dark dust lies in it."""
    width_ratio: Annotated[float, Field(ge=0.3, le=2.0)] = 1.0
    """How wide the band is."""
    turn_deg_h: Annotated[float, Field(ge=0.0, le=120.0)] = 15.0
    """How fast it turns at most, degrees an hour: it swings to and fro, so that it never leaves the picture."""
    heart: Colour = "#ffd2a0"
    """Colour of its heart."""
    arms: Colour = "#9db8ee"
    """Colour of its arms."""
