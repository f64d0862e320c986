"""Rings on water, out of the list of touches: no state, so any moment can be drawn again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from game.scenery.touches import TouchEvent

LIFE_S = 7.0
"""How long a ring is seen; `rings.vert` knows the same number."""
MOST = 40
"""How many rings at once; the oldest give way."""
PRESS_STRENGTH, WAKE_STRENGTH = 1.0, 0.6
WAKE_EVERY_S = 0.16
HOLD_EVERY_S = 2.5
LONGEST_HOLD_S = 60.0
"""A pointer left lying is forgotten after this long."""


def rings(touches: Sequence[TouchEvent], t_s: float, horizon_ratio: float) -> NDArray[np.float32]:
    """Rings alive at a time: rows of x, y (screen), age in seconds, strength. At most `MOST`.

    A press makes one, and held still one more every `HOLD_EVERY_S`; a drag leaves one in each `WAKE_EVERY_S` it
    moves in. A touch above the water makes its ring where the water mirrors it.
    """
    found = [(x, y, t_s - at_s, strength) for x, y, at_s, strength in _made(touches, t_s) if t_s - at_s <= LIFE_S]
    found.sort(key=lambda ring: ring[2])
    alive = [(x, on_water(y, horizon_ratio), age, strength) for x, y, age, strength in found[:MOST]]
    return np.array(alive, np.float32).reshape(-1, 4)


def _made(touches: Sequence[TouchEvent], t_s: float) -> Iterator[tuple[float, float, float, float]]:
    """Every ring made lately: x, y, when, strength."""
    later: TouchEvent | None = None
    for index in range(len(touches) - 1, -1, -1):
        touch = touches[index]
        if touch.t_s < t_s - LONGEST_HOLD_S:
            return
        if touch.t_s <= t_s:
            if strength := _strength(touches, index):
                yield touch.x, touch.y, touch.t_s, strength
            if touch.phase != "release":
                until_s = later.t_s if later and later.stroke == touch.stroke else t_s
                for again in range(1, int((min(until_s, t_s) - touch.t_s) / HOLD_EVERY_S) + 1):
                    yield touch.x, touch.y, touch.t_s + again * HOLD_EVERY_S, WAKE_STRENGTH
        later = touch


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
