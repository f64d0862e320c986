"""The `sky` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from worlds.follow import Range, Value
from worlds.format.layer import LayerModel


class Sky(LayerModel):
    """A sky lit by the world's light, with thin high cloud, banks of cumulus, and the sun. Put it first."""

    most: ClassVar[int] = 1

    kind: Literal["sky"]
    cloud_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much of the sky thin high cloud covers."""
    bank_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How much heaped cloud stands over the horizon."""
    glow_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """Strength of the glow round sun and moon; lovely when it follows the breath."""
    sun_radius_ratio: Annotated[Value, Range(0, 0.2)] = 0.034
    """Radius of the sun's disc, in screen heights; 0 for none."""
    sun_haze_ratio: Annotated[Value, Range(0, 1)] = 0.0
    """How far a low sun melts into the haze over the horizon."""
    silver_ratio: Annotated[Value, Range(0, 1)] = 0.0
    """How far sun or moon shines through the thin edges of clouds near it."""
    ring_ratio: Annotated[Value, Range(0, 1)] = 0.0
    """Strength of a wide faint ring about the moon, as thin high cloud makes."""
    bright_ratio: Annotated[Value, Range(0.5, 1.6)] = 1.0
    """How much brighter than the light's own colours all of it is: over 1 for a sky that dazzles a little."""
