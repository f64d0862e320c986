"""The `camp` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value, following
from worlds.format.base import Colour, Ratio
from worlds.format.layer import LayerModel


class Camp(LayerModel):
    """A small camp among `dunes`: tents lit from within, a fire's glow and smoke, footprints that lead
    away. Put it after the dunes; `flames` after it burn in its fireplace."""

    most: ClassVar[int] = 1

    kind: Literal["camp"]
    tents: Annotated[int, Field(ge=1, le=3)] = 2
    """How many tents stand there at the most; some seeds have one fewer."""
    size_ratio: Annotated[float, Field(ge=0.5, le=2.5)] = 1.0
    """How large they are: at 1 the larger tent stands 2.7 m high."""
    lamp_ratio: Annotated[Value, Range(0, 1)] = following("daylight", 1.0, 0.0, 20.0)
    """How brightly they are lit from within; by default once the day goes."""
    fire_ratio: Annotated[Value, Range(0, 1)] = following("daylight", 1.0, 0.0, 20.0)
    """How much light the fire throws on the sand."""
    smoke_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How thick the fire's smoke is; it goes with the wind that blows over the dunes."""
    prints_ratio: Annotated[Value, Range(0, 1)] = 0.8
    """How clearly footprints are seen."""
    near_ratio: Ratio = 0.4
    """How near it is: how far it shifts when the visitor leans; as the dunes it stands in."""
    cloth: Colour = "#dcc9a4"
    """Colour of the tents in plain daylight."""
    lamp: Colour = "#ffae58"
    """Colour of the light within and of the fire's."""
