"""The `glass` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Ratio
from worlds.format.layer import LayerModel


class Glass(LayerModel):
    """A wet window pane over everything behind it: mist, droplets, drops that gather, merge and run.

    It answers a touch with the look "wipe": a finger clears the mist, which slowly comes back.
    """

    answers: ClassVar[frozenset[str]] = frozenset({"wipe"})
    most: ClassVar[int] = 1

    kind: Literal["glass"]
    mist_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much of the pane is misted."""
    breath_ratio: Annotated[Value, Range(0, 1)] = 0.0
    """Mist in the middle of the pane, as if somebody breathed on it."""
    drop_ratio: Annotated[Value, Range(0, 1)] = 0.6
    """How many drops run down: 0 none, 1 a downpour."""
    droplet_ratio: Ratio = 0.8
    """How densely fine droplets stand on the mist; they are made once."""
    clear_s: float = Field(default=65.0, ge=10.0, le=300.0)
    """How long a wiped place takes to mist over again."""
    wipe_width_ratio: float = Field(default=0.062, ge=0.01, le=0.2)
    """Width of a finger's stroke, as a share of the picture's height."""
    lamp_x_ratio: Ratio = 0.8
    """Where the lamp in the room is reflected: 0 left edge, 1 right edge."""
    lamp_y_ratio: Ratio = 0.8
    """And how high: 0 bottom, 1 top."""
    lamp_ratio: Annotated[Value, Range(0, 1)] = 0.3
    """How strongly the lamp in the room is reflected in the pane and in every drop."""
