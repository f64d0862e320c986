"""The `branch` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Branch(LayerModel):
    """A leafy branch that hangs into the picture from above, or a whole tree that leans into it, mostly on the side
    away from the setting sun."""

    most: ClassVar[int] = 4

    kind: Literal["branch"]
    likely_ratio: Ratio = 1.0
    """How many seeds have the branch at all."""
    trunk_ratio: Ratio = 0.0
    """How many of those seeds see a tree from its foot up, leaning in from the side, instead of a branch alone."""
    length_ratio: Annotated[float, Field(ge=0.1, le=1.5)] = 0.62
    """How far it reaches in, in screen heights; narrow screens shorten it."""
    leafy_ratio: Ratio = 0.5
    """How many leaves it has."""
    sway_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How far it moves in the wind."""
    near_ratio: Ratio = 1.0
    """How near it is: how far it shifts when the visitor leans."""
    bark: Colour = "#2a2624"
    """Colour of its wood in plain daylight."""
    leaf: Colour = "#73913f"
    """Colour of its leaves."""
