"""The `seabed` layer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Seabed(LayerModel):
    """A bed of sand under water, from the eye into the blue. Before `depths`, its net of light plays over it."""

    kind: Literal["seabed"]
    net_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """Strength of the net of light."""
    ripple_ratio: Ratio = 0.5
    """How deep the waves in the sand are."""
    clear_ratio: Annotated[float, Field(ge=0.1, le=1.0)] = 0.5
    """How far out it can be seen before the blue takes it."""
    sand: Colour = "#b8b49a"
    """Colour of the sand in plain daylight."""
