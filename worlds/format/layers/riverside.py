"""The `riverside` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel
from worlds.format.season import SeasonChoice


class Riverside(LayerModel):
    """A town along a river that runs away from the eye: timber houses and quays on both banks, a bridge, boats, a
    pagoda for most seeds, trees.

    Put it in front of a `water` layer, which then mirrors it. It leaves the line where the water ends as "shore".
    """

    most: ClassVar[int] = 1

    kind: Literal["riverside"]
    lamp_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """How bright windows and lanterns are; 0 by day, when the paper is plain."""
    glow: Colour = "#8a5636"
    """Colour of the air over the far town while the lamps are lit."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.7
    """How much air lies before the far end of the river."""
    season: SeasonChoice = "seed"
    """The colour of the trees; "seed" lets the seed choose, for every layer alike."""
    near_ratio: Ratio = 0.4
    """How near it is: how far it shifts when the visitor leans."""
