"""The `motes` layer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Motes(LayerModel):
    """Small things adrift in the air: fireflies, pollen, seeds, embers, dust in the light."""

    kind: Literal["motes"]
    count: Annotated[int, Field(ge=0, le=1500)] = 160
    """How many there are over a screen twice as wide as high."""
    amount_ratio: Annotated[Value, Range(0, 1)] = 1.0
    """How many of them are awake; at 0 nothing is drawn."""
    size_ratio: Annotated[float, Field(ge=0.001, le=0.08)] = 0.034
    """Radius of the glow of the nearest, in screen heights."""
    colour: Colour = "#ffd062"
    """Colour of some."""
    other_colour: Colour = "#c8ff6a"
    """Colour of the others; between the two all mixtures."""
    glow_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """How bright they are. At 0 they only catch the light of the world."""
    lit_ratio: Ratio = 0.0
    """How much their colour is the world's light instead of their own: 1 for pollen, 0 for fireflies."""
    fade_s: Annotated[float, Field(ge=3.0, le=60.0)] = 9.0
    """How long one takes to brighten and fade; 3 s at least, so that nothing ever flashes."""
    wander_ratio: Annotated[float, Field(ge=0.0, le=1.0)] = 0.3
    """How widely each one roams."""
    rise_per_min: Annotated[float, Field(ge=-4.0, le=4.0)] = 0.0
    """How far they climb in a minute, in screen heights; negative to fall."""
    low_ratio: Annotated[float, Field(ge=-0.5, le=1.0)] = 0.0
    """Where their air begins over the ground they hover on, in screen heights."""
    high_ratio: Annotated[float, Field(ge=0.0, le=1.0)] = 0.42
    """Where it ends for the nearest; farther ones keep lower."""
    mirrored: bool = False
    """Draw them a second time as water mirrors them; put the layer in front of the water."""
