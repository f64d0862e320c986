"""The `aurora` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour
from worlds.format.layer import LayerModel


class Aurora(LayerModel):
    """Northern lights: curtains that fold and drift over the dark sky, and bend to a hand. Put it over the sky."""

    answers: ClassVar[frozenset[str]] = frozenset({"bend"})
    most: ClassVar[int] = 1

    kind: Literal["aurora"]
    curtains: Annotated[int, Field(ge=1, le=4)] = 3
    """How many curtains hang one behind the other."""
    bright_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """How bright they are in full night; by day and while the sky glows there are none."""
    height_ratio: Annotated[float, Field(ge=0.1, le=0.9)] = 0.34
    """Where their lower edge hangs: 0 the horizon, 1 the top edge of the screen."""
    tall_ratio: Annotated[float, Field(ge=0.15, le=1.2)] = 0.62
    """How far they reach up from there, in heights of the sky."""
    fold_ratio: Annotated[float, Field(ge=0.0, le=1.0)] = 0.6
    """How deeply they are folded: 0 a plain arc."""
    drift_ratio: Annotated[float, Field(ge=0.0, le=2.0)] = 1.0
    """How fast they drift and fold."""
    bend_ratio: Annotated[float, Field(ge=0.0, le=1.0)] = 0.85
    """How far they follow a hand."""
    low: Colour = "#4dffa0"
    """Colour of their bright lower part."""
    high: Colour = "#9a5cff"
    """Colour they fade to above."""
    hem: Colour = "#ff6fb4"
    """Colour of the thin lowest edge."""
