"""From a seed to a painted view."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

import numpy as np

from game.scenery.vista.avenue import canal, street
from game.scenery.vista.brush import Brush
from game.scenery.vista.foliage import Foliage
from game.scenery.vista.garden import garden
from game.scenery.vista.lamps import Rgb
from game.scenery.vista.sheet import Sheet
from game.scenery.vista.towns import rooftops, waterfront

PLACES: dict[str, Callable[[Brush], Iterator[None]]] = {
    "waterfront": waterfront,
    "canal": canal,
    "garden": garden,
    "street": street,
    "rooftops": rooftops,
}
"""With four weathers, all of them come round together only after 20 seeds, each in its own season."""
ROWS = 288
SHEET_FOCUS = 0.55
"""Things are spread less than lamps are: the eye forgives it, and a wiped place shows more."""


@dataclass(frozen=True)
class View:
    """What a place is composed for."""

    aspect: float
    horizon: float
    """Height of the horizon in the picture."""
    focus: float
    """Where the main light stands, 0 left to 1 right."""
    accent: Rgb
    foliage: Foliage


def place_for(wish: str, seed: int) -> str:
    """The place a pack wishes for, or the seed's: seeds that follow each other look out on different ones."""
    return tuple(PLACES)[seed % len(PLACES)] if wish == "any" else wish


def painted(place: str, view: View, blur: float, chance: np.random.Generator) -> Generator[None, None, Brush]:
    """Paint a place in slices: its sheet, out of focus by `blur` heights of the picture, and its lamps."""
    brush = Brush(
        Sheet(view.aspect, ROWS), chance, view.horizon, view.accent, (view.focus - 0.5) * view.aspect, view.foliage
    )
    yield
    yield from PLACES[place](brush)
    yield from brush.sheet.defocus(blur * SHEET_FOCUS)
    return brush
