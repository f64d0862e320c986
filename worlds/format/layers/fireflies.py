"""The `fireflies` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value, following
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Fireflies(LayerModel):
    """Fireflies: each swells and fades in its own time, until one after the other falls in with a shared pulse.

    They light what is painted behind them, and gather round a hand.
    """

    answers: ClassVar[frozenset[str]] = frozenset({"gather"})
    most: ClassVar[int] = 3

    kind: Literal["fireflies"]
    count: Annotated[int, Field(ge=0, le=240)] = 60
    """How many there are over a screen twice as wide as high."""
    amount_ratio: Annotated[Value, Range(0, 1)] = following("daylight", 1.0, 0.0, 20.0)
    """How many are awake; by default they come out at night."""
    together_ratio: Annotated[Value, Range(0, 1)] = following("settle", 0.3, 0.95, 10.0)
    """How many have fallen in with the shared pulse; by default more and more in the course of a visit."""
    pulse_ratio: Annotated[Value, Range(0, 1)] = following("breath", 0.0, 1.0, 0.6)
    """The pulse they share; by default the breath."""
    glow_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """How bright they are."""
    light_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """How much of their light falls on what is behind them."""
    near_ratio: Ratio = 0.5
    """How near they are: how large, how low over the ground, and how far they shift when the visitor leans."""
    low_ratio: Annotated[float, Field(ge=-0.2, le=1.0)] = 0.0
    """Where their air begins over the ground, in screen heights."""
    high_ratio: Annotated[float, Field(ge=0.02, le=1.0)] = 0.32
    """Where it ends."""
    size_ratio: Annotated[float, Field(ge=0.001, le=0.06)] = 0.02
    """Radius of the glow of the nearest, in screen heights."""
    colour: Colour = "#ffd25c"
    """Colour of some."""
    other_colour: Colour = "#d4f06a"
    """Colour of the others; between the two all mixtures."""
