"""The `depths` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.layer import LayerModel


class Depths(LayerModel):
    """Clear water seen from within: light falling in shafts, the surface from below. Put it first.

    Its colours are those of the sky, read downwards: `sky_top` just under the surface, `horizon` far off.
    """

    most: ClassVar[int] = 1

    kind: Literal["depths"]
    surface_ratio: Annotated[float, Field(ge=0.0, le=0.5)] = 0.27
    """How much of the screen the underside of the surface takes, from the top; 0 for none."""
    wave_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How strongly the net of light shows on the surface."""
    ray_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """Strength of the shafts of light; lovely when it follows the breath."""
    glow_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """Strength of the glow where the light comes in."""
    cloud_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How uneven the water is: slow clouds of finer and coarser."""
