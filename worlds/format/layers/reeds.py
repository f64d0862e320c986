"""The `reeds` layer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Reeds(LayerModel):
    """Reeds and cattails, or the grass of dunes, at the foot of the picture, leaning with the wind."""

    kind: Literal["reeds"]
    plant: Literal["reeds", "dune_grass"] = "reeds"
    """What grows there: "reeds" of the waterside, or tufts of fine "dune_grass" with ears for cattails."""
    height_ratio: Annotated[float, Field(ge=0.05, le=0.9)] = 0.32
    """Height of the tallest, in screen heights."""
    thick_ratio: Ratio = 0.5
    """How thickly they stand."""
    cattail_ratio: Ratio = 0.5
    """How many carry cattails."""
    open_ratio: Annotated[float, Field(ge=0.1, le=1.0)] = 0.5
    """How much of the middle of the screen they leave free."""
    sway_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How far they lean in the wind."""
    near_ratio: Ratio = 0.9
    """How near they are: how far they shift when the visitor leans."""
    stem: Colour = "#2e3d30"
    """Colour of the older stems in plain daylight."""
    blade: Colour = "#829a52"
    """Colour of the young blades."""
