"""The `bough` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Ratio
from worlds.format.layer import LayerModel
from worlds.format.season import SeasonChoice


class Bough(LayerModel):
    """A bough of a garden tree across the top of the picture, and what falls from it now and then."""

    most: ClassVar[int] = 3

    kind: Literal["bough"]
    tree: Literal["season", "maple", "cherry", "pine"] = "season"
    """What tree; "season" takes a cherry in spring, a pine or a green maple in summer, a red
    maple in autumn, a pine in winter."""
    season: SeasonChoice = "seed"
    """The time of year."""
    side: Literal["seed", "left", "right"] = "seed"
    """From which side it reaches in; a seed puts it opposite what stands near, such as a garden's post."""
    length_ratio: Annotated[float, Field(ge=0.1, le=1.5)] = 0.78
    """How far it reaches in, in screen heights; narrow screens shorten it."""
    leafy_ratio: Ratio = 0.6
    """How many leaves or flowers it has."""
    falling: Annotated[int, Field(ge=0, le=40)] = 6
    """How many leaves or petals are in the air at a time."""
    sway_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How far it moves in the wind."""
    near_ratio: Ratio = 1.0
    """How near it is: how far it shifts when the visitor leans."""
