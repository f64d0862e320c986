"""The `treeline` layer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Treeline(LayerModel):
    """A wooded shore: land on the horizon, its trees grown one by one, and the line where water begins."""

    kind: Literal["treeline"]
    shore: Literal["far", "headland"] = "far"
    """"far": a low bank all along the horizon; "headland": land that reaches out from the sides."""
    tree_ratio: Annotated[float, Field(ge=0.005, le=0.5)] = 0.07
    """Height of a grown tree, in screen heights."""
    trees: Annotated[int, Field(ge=0, le=600)] = 170
    """How many trees a screen twice as wide as high shows."""
    reach_ratio: Annotated[float, Field(ge=0.0, le=0.3)] = 0.006
    """How far below the horizon the land comes, in screen heights; nearer land reaches lower."""
    open_ratio: Ratio = 0.6
    """How open the shore is where the sun sets."""
    pine_ratio: Ratio = 0.15
    """How many of the trees are pines, on average; each seed has a mixture of its own."""
    birch_ratio: Ratio = 0.1
    """How many are birches."""
    dead_ratio: Ratio = 0.06
    """How many are dead or have lost their tops."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.2
    """How much air lies between."""
    near_ratio: Ratio = 0.3
    """How near it is: how far it shifts when the visitor leans."""
    needle: Colour = "#3d6050"
    """Colour of needles in plain daylight."""
    leaf: Colour = "#84974e"
    """Colour of leaves and grass."""
