"""The `water` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from worlds.follow import Range, Value
from worlds.format.base import Colour
from worlds.format.layer import LayerModel


class Water(LayerModel):
    """Still water from the shore to the eye: it mirrors every layer before it, and a touch makes rings."""

    answers: ClassVar[frozenset[str]] = frozenset({"ripple"})
    most: ClassVar[int] = 2

    kind: Literal["water"]
    ripple_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How much it moves: 0 a mirror, 1 a fresh breeze. The wind's gusts come on top."""
    clear_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much of its bed shows close by."""
    glitter_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """Strength of the glitter under sun and moon."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """Haze over its far end."""
    deep: Colour = "#1d5560"
    """Colour of deep water in plain daylight."""
    shallow: Colour = "#4f9488"
    """Colour of the shallows."""
