"""The `beach` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Beach(LayerModel):
    """The sea from the horizon to a sandy beach: waves break, run up with lacy foam, and leave the sand a mirror.

    A touch leaves a circle of foam. A `surf` voice with the same `period_s` and `set_ratio` breaks with it.
    """

    answers: ClassVar[frozenset[str]] = frozenset({"foam"})
    most: ClassVar[int] = 1

    kind: Literal["beach"]
    period_s: Annotated[float, Field(ge=5, le=16)] = 9.0
    """Mean time from one wave to the next."""
    set_ratio: Ratio = 0.5
    """How much higher waves come in sets, a few together with lesser ones between."""
    height_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How high the waves are and how far they run up."""
    sand_ratio: Annotated[float, Field(ge=0.3, le=0.75)] = 0.52
    """How much of the ground below the horizon is beach, in the middle of the screen, as a share of its height."""
    slant_ratio: Ratio = 0.6
    """How far a seed may slant the shore and bend it into bays."""
    foam_ratio: Annotated[Value, Range(0, 1)] = 0.6
    """How much foam the waves make."""
    ripple_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much the wind ruffles the water."""
    glitter_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """Strength of the path of light under sun and moon."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """Haze over the far sea."""
    sand: Colour = "#cdb894"
    """Colour of dry sand in plain daylight."""
    deep: Colour = "#0f5a80"
    """Colour of deep water."""
    shallow: Colour = "#4fc4b8"
    """Colour of the shallows, and of light through a wave."""
    foam: Colour = "#e6eeee"
    """Colour of foam."""
    moonlight: Colour = "#fff2d6"
    """Colour of the moon's path on the water."""
