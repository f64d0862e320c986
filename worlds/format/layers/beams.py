"""The `beams` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.layer import LayerModel


class Beams(LayerModel):
    """Shafts of sunlight or moonlight that fall through gaps overhead into hazy air."""

    most: ClassVar[int] = 3

    kind: Literal["beams"]
    count: Annotated[int, Field(ge=0, le=24)] = 9
    """How many there are over a screen twice as wide as high."""
    bright_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """How bright they are; lovely when it follows the breath a little."""
    wide_ratio: Annotated[float, Field(ge=0.005, le=0.2)] = 0.05
    """Width of a middling one, in screen heights."""
    top_ratio: Annotated[float, Field(ge=0.3, le=1.2)] = 0.86
    """Where they come through, as a height of the screen."""
    fade_s: Annotated[float, Field(ge=8.0, le=120.0)] = 31.0
    """How long one takes to come and go as leaves move above it."""
