"""Rings on water, out of the list of touches."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.scenery.touches import TouchEvent
from game.scenery.traces import Traces

LIFE_S = 7.0
"""How long a ring is seen; `rings.vert` knows the same number."""
MOST = 40
RINGS = Traces(LIFE_S, MOST, every_s=0.16, hold_every_s=2.5)


def rings(touches: Sequence[TouchEvent], t_s: float, horizon_ratio: float) -> NDArray[np.float32]:
    """Rings alive at a time: rows of x, y (screen), age in seconds, strength. At most `MOST`.

    A touch above the water makes its ring where the water mirrors it.
    """
    alive = RINGS.alive(touches, t_s)
    if len(alive):
        alive[:, 1] = [on_water(float(y), horizon_ratio) for y in alive[:, 1]]
    return alive


def on_water(y: float, horizon_ratio: float) -> float:
    """Height on the screen where the water answers a touch: there, or where it mirrors the place."""
    mirrored = 2 * horizon_ratio - y if y > horizon_ratio else y
    return min(max(mirrored, 0.02), horizon_ratio - 0.02)
