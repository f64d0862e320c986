"""The `pasture` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Pasture(LayerModel):
    """Rolling green hills one behind the other, with woods of spruce and larch, a path, and a hut with its trees;
    shadows of clouds drift over them."""

    most: ClassVar[int] = 2

    kind: Literal["pasture"]
    hills: Annotated[int, Field(ge=1, le=5)] = 3
    """How many lie behind each other."""
    height_ratio: Annotated[float, Field(ge=0.02, le=0.5)] = 0.1
    """How far the farthest rise over the horizon, in screen heights."""
    reach_ratio: Annotated[float, Field(ge=0.02, le=0.5)] = 0.19
    """How far below the horizon the nearest comes, in screen heights; put what covers its foot in front."""
    trees: Annotated[int, Field(ge=0, le=600)] = 220
    """How many stand on a screen twice as wide as high."""
    tree_ratio: Annotated[float, Field(ge=0.01, le=0.3)] = 0.075
    """Height of the nearest grown tree, in screen heights."""
    larch_ratio: Ratio = 0.25
    """How many of them are larches."""
    hut_ratio: Annotated[float, Field(ge=0.0, le=0.3)] = 0.06
    """Height of the hut, in screen heights; 0 for none."""
    window_ratio: Annotated[Value, Range(0, 1)] = 0.0
    """How much light is in its windows."""
    shadow_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How dark the shadows of clouds are that drift over it."""
    haze_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much air lies over the farthest hill."""
    near_ratio: Ratio = 0.3
    """How near it is: how far it shifts when the visitor leans."""
    grass: Colour = "#7f9c44"
    """Colour of the hills in plain daylight."""
    dry: Colour = "#b3ab62"
    """Colour of mown and dry places."""
    needle: Colour = "#2e4a34"
    """Colour of spruces."""
    larch: Colour = "#6f8b40"
    """Colour of larches."""
    roof: Colour = "#6d5a4e"
    """Colour of the hut's roof; its walls are wood over a stone foot."""
    path: Colour = "#cdbb92"
    """Colour of the path."""
