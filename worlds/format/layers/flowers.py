"""The `flowers` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel

Species = Literal["daisy", "poppy", "gentian", "buttercup", "bell", "clover", "clock"]


class Flowers(LayerModel):
    """Wild flowers in drifts on the slope that `grass` covers, each in a pose of its own; they sway with the grass
    and bend to a hand with it."""

    answers: ClassVar[frozenset[str]] = frozenset({"brush"})
    most: ClassVar[int] = 5

    kind: Literal["flowers"]
    species: Annotated[list[Species], Field(min_length=1, max_length=7)] = ["daisy", "buttercup", "bell", "clover"]
    """Which grow here, the commonest first. A clock is a dandelion in seed."""
    count: Annotated[int, Field(ge=0, le=3000)] = 500
    """How many there are on a screen twice as wide as high, where every place has its drift."""
    drift_ratio: Ratio = 0.6
    """How much they keep together in drifts: 0 sprinkled evenly, 1 in islands of one kind."""
    from_ratio: Ratio = 0.0
    """Where they begin: 0 the crest of the slope, 1 at the visitor's feet."""
    to_ratio: Ratio = 1.0
    """Where they end, in the same measure; more than `from_ratio`."""
    size_ratio: Annotated[float, Field(ge=0.02, le=0.6)] = 0.22
    """Height of the nearest of the whole meadow, stem and all, in screen heights."""
    sway_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How far they bend in the wind."""
    shadow_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How dark the shadows of clouds are that drift over them."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.14
    """How much air lies over the farthest."""
    near_ratio: Ratio = 0.5
    """How near they are: how far they shift when the visitor leans."""
    stem: Colour = "#6f9040"
    """Colour of stems and leaves in plain daylight."""
    daisy: Colour = "#f7f4ea"
    """Colour of daisies."""
    poppy: Colour = "#ee5a3c"
    """Colour of poppies."""
    gentian: Colour = "#3f58d8"
    """Colour of gentians."""
    buttercup: Colour = "#f8d22e"
    """Colour of buttercups."""
    bell: Colour = "#8f78dc"
    """Colour of bellflowers."""
    clover: Colour = "#dc7fae"
    """Colour of clover."""
    clock: Colour = "#e9ebe6"
    """Colour of dandelion clocks."""
