"""The `mist` layer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Ratio
from worlds.format.layer import LayerModel


class Mist(LayerModel):
    """A bank of mist that lies along a height of the screen and drifts."""

    kind: Literal["mist"]
    thick_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How thick it is; lovely when it follows the breath or the hour."""
    burns_off_ratio: Ratio = 0.5
    """How much of it a high sun burns away."""
    height_ratio: Annotated[float, Field(ge=-0.5, le=0.5)] = 0.0
    """Height of its middle over the horizon, in screen heights."""
    depth_ratio: Annotated[float, Field(ge=0.02, le=1.0)] = 0.22
    """Height of the whole bank, in screen heights."""
    drift_per_min: Annotated[float, Field(ge=-2.0, le=2.0)] = 0.5
    """How far it drifts in a minute, in screen heights; negative to the left."""
    near_ratio: Ratio = 0.3
    """How near it is: how far it shifts when the visitor leans."""
