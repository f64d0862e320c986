"""The `moon` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from worlds.follow import Range, Value
from worlds.format.base import Colour
from worlds.format.layer import LayerModel


class Moon(LayerModel):
    """The moon, where the world's light has it, with its halo."""

    most: ClassVar[int] = 1

    kind: Literal["moon"]
    radius_ratio: Annotated[Value, Range(0, 0.2)] = 0.03
    """Radius of its disc, in screen heights."""
    full_ratio: Annotated[Value, Range(0, 1)] = 0.93
    """How full it is: 0 a new moon, 0.5 half, 1 full. A visitor sees tonight's, unless `moon` in
    `[light]` is "full"."""
    colour: Colour = "#f1ecda"
    """Colour of its lit face."""
    halo_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """Strength of the light in the air around it."""
