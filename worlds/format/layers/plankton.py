"""The `plankton` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour
from worlds.format.layer import LayerModel


class Plankton(LayerModel):
    """Fine specks afloat in the water: they catch its light, and shine with their own where a hand goes by."""

    answers: ClassVar[frozenset[str]] = frozenset({"glow"})
    most: ClassVar[int] = 2

    kind: Literal["plankton"]
    count: Annotated[int, Field(ge=0, le=3000)] = 900
    """How many there are over a screen twice as wide as high; most are seen only where they shine."""
    amount_ratio: Annotated[Value, Range(0, 1)] = 0.25
    """How many of them catch the light of the water."""
    shine_ratio: Annotated[Value, Range(0, 1)] = 0.0
    """How many shine of themselves, untouched; tie it to the night."""
    touch_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """How brightly they answer a hand."""
    size_ratio: Annotated[float, Field(ge=0.001, le=0.02)] = 0.005
    """Radius of the glow of a shining one, in screen heights."""
    colour: Colour = "#7fe8e0"
    """Colour of some."""
    other_colour: Colour = "#8aa8ff"
    """Colour of the others; between the two all mixtures."""
