"""Rings on water, out of the list of touches: no state, so any moment can be drawn again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.scenery.touches import TouchEvent

LIFE_S = 7.0
"""How long a ring is seen; `rings.vert` knows the same number."""
MOST = 40
"""How many rings at once; the oldest give way."""
PRESS_STRENGTH, WAKE_STRENGTH = 1.0, 0.6
WAKE_EVERY_S = 0.16


def rings(touches: Sequence[TouchEvent], t_s: float, horizon_ratio: float) -> NDArray[np.float32]:
    """Rings alive at a time: rows of x, y (screen), age in seconds, strength. At most `MOST`.

    A press makes one; a drag leaves one in each `WAKE_EVERY_S` it moves in. A touch above the water makes its
    ring where the water mirrors it.
    """
    found: list[tuple[float, float, float, float]] = []
    for index in range(len(touches) - 1, -1, -1):
        touch = touches[index]
        age = t_s - touch.t_s
        if age > LIFE_S or len(found) >= MOST:
            break
        strength = _strength(touches, index)
        if age >= 0.0 and strength:
            found.append((touch.x, on_water(touch.y, horizon_ratio), age, strength))
    return np.array(found, np.float32).reshape(-1, 4)


def on_water(y: float, horizon_ratio: float) -> float:
    """Height on the screen where the water answers a touch: there, or where it mirrors the place."""
    mirrored = 2 * horizon_ratio - y if y > horizon_ratio else y
    return min(max(mirrored, 0.02), horizon_ratio - 0.02)


def _strength(touches: Sequence[TouchEvent], index: int) -> float:
    touch = touches[index]
    if touch.phase == "press":
        return PRESS_STRENGTH
    if touch.phase != "move" or index == 0 or touches[index - 1].stroke != touch.stroke:
        return 0.0
    return WAKE_STRENGTH if touch.t_s // WAKE_EVERY_S != touches[index - 1].t_s // WAKE_EVERY_S else 0.0
