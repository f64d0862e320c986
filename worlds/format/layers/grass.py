"""The `grass` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Grass(LayerModel):
    """A stretch of meadow on a rolling slope: tall grass in waves that run with the gusts, and bends to a hand.
    Several stretches after each other, with flowers between them, make a meadow."""

    answers: ClassVar[frozenset[str]] = frozenset({"brush"})
    most: ClassVar[int] = 5

    kind: Literal["grass"]
    from_ratio: Ratio = 0.0
    """Where the stretch begins: 0 the crest of the slope, 1 at the visitor's feet."""
    to_ratio: Ratio = 1.0
    """Where it ends, in the same measure; more than `from_ratio`."""
    blade_ratio: Annotated[float, Field(ge=0.02, le=0.6)] = 0.2
    """Length of the nearest blades of the whole meadow, in screen heights."""
    thick_ratio: Ratio = 0.5
    """How closely blades stand."""
    straw_ratio: Ratio = 0.3
    """How many have ears, or are dry."""
    sway_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How far it bends in the wind."""
    sheen_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much a gust brightens it as it passes."""
    shadow_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How dark the shadows of clouds are that drift over it."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.14
    """How much air lies over its farthest part."""
    near_ratio: Ratio = 0.5
    """How near it is: how far it shifts when the visitor leans."""
    blade: Colour = "#98ba44"
    """Colour of blades in plain daylight."""
    root: Colour = "#38581f"
    """Colour of the deep between them."""
    straw: Colour = "#d6c98a"
    """Colour of ears and dry blades."""
