"""From a seed to a painted view."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator

import numpy as np

from game.scenery.vista.brush import Brush
from game.scenery.vista.garden import garden
from game.scenery.vista.lamps import Rgb
from game.scenery.vista.sheet import Sheet
from game.scenery.vista.towns import rooftops, waterfront

PLACES: dict[str, Callable[[Brush], Iterator[None]]] = {
    "garden": garden,
    "rooftops": rooftops,
    "waterfront": waterfront,
}
ROWS = 288
SHEET_FOCUS = 0.55
"""Things are spread less than lamps are: the eye forgives it, and a wiped place shows more."""


def place_for(wish: str, chance: np.random.Generator) -> str:
    """The place a pack wishes for, or one the seed chooses."""
    names = sorted(PLACES)
    drawn = names[chance.integers(len(names))]
    return drawn if wish == "any" else wish


def painted(
    place: str, aspect: float, horizon: float, focus: float, blur: float, accent: Rgb, chance: np.random.Generator
) -> Generator[None, None, Brush]:
    """Paint a place in slices: its sheet, out of focus by `blur` heights of the picture, and its lamps.

    `focus` is where its main light stands, 0 left to 1 right.
    """
    brush = Brush(Sheet(aspect, ROWS), chance, horizon, accent, (focus - 0.5) * aspect)
    yield
    yield from PLACES[place](brush)
    yield from brush.sheet.defocus(blur * SHEET_FOCUS)
    return brush
