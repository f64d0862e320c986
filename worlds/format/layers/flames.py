"""The `flames` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Flames(LayerModel):
    """A quiet wood fire: flames, embers, sparks, and their glow. It burns in the fireplace of a `room` behind it;
    where there is none, in the open at `x_ratio` and `y_ratio`."""

    answers: ClassVar[frozenset[str]] = frozenset({"poke"})
    most: ClassVar[int] = 3

    kind: Literal["flames"]
    x_ratio: Ratio = 0.5
    """Where it burns in the open, 0 the left edge of the screen, 1 the right."""
    y_ratio: Ratio = 0.2
    """The height of its foot there."""
    width_ratio: Annotated[float, Field(ge=0.01, le=1.0)] = 0.2
    """How wide it is there, in screen heights."""
    height_ratio: Annotated[Value, Range(0, 1)] = 0.6
    """How high the flames stand: 0 embers, 1 a blaze."""
    colour: Colour = "#ff8a2a"
    """The body of the flames."""
    heart_colour: Colour = "#ffd27a"
    """Where they are hottest."""
    glow_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much the air around them shines."""
    spark_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How many sparks rise of themselves; a poke sends up more."""
