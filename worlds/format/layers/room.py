"""The `room` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour
from worlds.format.layer import LayerModel


class Room(LayerModel):
    """A room with a fireplace, windows on a snowfall, an armchair, shelves, and a cat asleep on the rug.

    It fills the screen. The fire itself is a `flames` layer in front of it, which finds the fireplace by itself.
    """

    answers: ClassVar[frozenset[str]] = frozenset({"stroke", "poke"})
    most: ClassVar[int] = 1

    kind: Literal["room"]
    masonry: Literal["seed", "stone", "brick", "plaster"] = "seed"
    """What the chimney is built of."""
    coat: Literal["seed", "ginger", "grey", "tabby", "cream", "black"] = "seed"
    """The cat's fur."""
    fire_colour: Colour = "#ffb05c"
    """The light the fire sheds."""
    fire_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """How strongly it lights the room."""
    candle_colour: Colour = "#ffc078"
    """The light of the candle on the mantel; it burns from dusk to dawn."""
    candle_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """How brightly it does."""
    daylight_ratio: Annotated[Value, Range(0, 2)] = 1.0
    """How much of the sky's light the windows let in."""
    snow_ratio: Annotated[Value, Range(0, 1)] = 0.6
    """How thickly it snows beyond the windows; at 0 the air is clear."""
    drift_ratio: Annotated[Value, Range(0, 1)] = 0.4
    """How much the wind carries the flakes aside."""
    breath_rate_per_min: Annotated[float, Field(ge=4.0, le=24.0)] = 11.5
    """How often the cat breathes."""
