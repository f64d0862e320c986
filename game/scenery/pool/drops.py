"""Rings on a pond: those of rain, as many as it rains, and those of touches."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.scenery.noise import Array
from game.scenery.touches import TouchEvent
from game.scenery.traces import Traces

TOUCHED = Traces(life_s=7.0, most=40, every_s=0.16, hold_every_s=2.5)
DROPS = 56
"""How many rings of rain there are at most."""
PERIOD_S = 4.2
DRY = 0.4
"""So much of the weather's rain is only a grey sky."""
TOUCH = 1.5
"""How much steeper the ring of a touch is than a middling one of rain; less where there are many at a time."""
MOST = TOUCHED.most + DROPS


def rings(touches: Sequence[TouchEvent], t_s: float, aspect: float) -> Array:
    """Rings of touches: rows of x, y (screen heights), age in seconds, strength."""
    found = TOUCHED.alive(touches, t_s).astype(np.float64)
    found[:, 0] *= aspect
    crowd = (found[:, 3] * np.clip(found[:, 2] / 0.6, 0, 1) * np.exp(-0.45 * found[:, 2])).sum()
    found[:, 3] *= TOUCH / (1 + 3.0 * max(crowd - 1.0, 0.0))
    return found


def rain(home: Array, rain_ratio: float, t_s: float, aspect: float) -> Array:
    """Rings of rain in the same form. `home` are `DROPS` rows of four numbers 0..1, a seed's own."""
    falling = (rain_ratio - DRY) / (1.0 - DRY)
    if falling <= 0.0:
        return np.zeros((0, 4))
    count = t_s / (PERIOD_S * (0.8 + 0.4 * home[:, 0])) + home[:, 1]
    number = np.floor(count)
    age_s = (count - number) * PERIOD_S * (0.8 + 0.4 * home[:, 0])
    x = (home[:, 2] + number * 0.7548776662) % 1.0
    y = (home[:, 3] + number * 0.5698402910) % 1.0
    strength = np.clip((falling * 1.15 - home[:, 1]) / 0.15, 0, 1) * (0.55 + 0.45 * home[:, 0])
    return np.stack([x * aspect, y, age_s, strength], axis=1)[strength > 0.01]
