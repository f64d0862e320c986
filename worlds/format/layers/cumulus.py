"""The `cumulus` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Ratio
from worlds.format.layer import LayerModel


class Cumulus(LayerModel):
    """Heaped clouds that sail across the sky, with a lit side and a flat grey base: small and many over the
    horizon, few and great overhead."""

    most: ClassVar[int] = 2

    kind: Literal["cumulus"]
    count: Annotated[int, Field(ge=1, le=60)] = 12
    """How many there are on a screen twice as wide as high."""
    amount_ratio: Annotated[Value, Range(0, 1)] = 1.0
    """How many of them there are now; they come and go softly."""
    size_ratio: Annotated[float, Field(ge=0.05, le=1.2)] = 0.5
    """Width of the greatest, in screen heights."""
    low_ratio: Annotated[float, Field(ge=0.0, le=1.0)] = 0.12
    """Where the farthest stand: 0 the horizon, 1 the top edge of the screen."""
    high_ratio: Annotated[float, Field(ge=0.0, le=1.2)] = 0.9
    """Where the nearest sail, in the same measure."""
    speed_per_min: Annotated[float, Field(ge=0.0, le=0.5)] = 0.14
    """How far the nearest sail in a minute, in screen heights."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much air lies before the farthest."""
    dark_ratio: Ratio = 0.4
    """How dark their bases are."""
    near_ratio: Ratio = 0.05
    """How near they are: how far they shift when the visitor leans."""
