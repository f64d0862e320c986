"""The `outlook` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour
from worlds.format.layer import LayerModel
from worlds.format.season import SeasonChoice


class Outlook(LayerModel):
    """What lies outside a window, out of focus: a garden, roofs or a waterfront, with lamps from dusk to dawn.

    Sky, rain haze and the light on everything come from `[light]`; the seed composes the place. It leaves its
    picture for a `glass` layer in front, which refracts it.
    """

    most: ClassVar[int] = 1

    kind: Literal["outlook"]
    place: Literal["any", "canal", "garden", "rooftops", "street", "waterfront"] = "any"
    """What is out there; "any" lets the seed choose. A canal and a street run away from the eye."""
    weather: Literal["any", "slate", "gold", "rose", "jade"] = "any"
    """The colour of the rainy sky: blue-grey, with a golden gap in the cloud, rosy, or green before the storm."""
    season: SeasonChoice = "seed"
    """The colour of the leaves out there; "seed" lets the seed choose, for every layer alike."""
    focus_blur_ratio: float = Field(default=0.012, ge=0.004, le=0.03)
    """Radius of the disc a point of light becomes, as a share of the picture's height."""
    accent: Colour = "#d8808c"
    """The colour of some of the flowers, and of some of the lamps."""
    lamp_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """How bright the lamps are once they are on; 1 is as they were lit."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much rain hangs in the air before far things."""
    sway_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How far leaves and strings of lights move in the wind."""
    rain_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much rain is seen falling."""
    behind_glass: bool = False
    """True when a `glass` layer covers it: it is then not painted by itself, which saves time."""
