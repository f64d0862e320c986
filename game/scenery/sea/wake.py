"""Where hands went through the water lately, out of the list of touches: no state, any moment can be drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from game.scenery.touches import TouchEvent

LIFE_S = 8.0
"""How long what was stirred shines; `plankton_wake.vert` knows the same number."""
MOST = 64
"""How many places at once; the oldest give way."""
EVERY_S = 0.12
"""A moving hand leaves one place in each of these."""
HOLD_EVERY_S = 1.5
LONGEST_HOLD_S = 60.0
PRESS, MOVE, HOLD = 1.0, 0.7, 0.6


def wake(touches: Sequence[TouchEvent], t_s: float) -> NDArray[np.float32]:
    """Places stirred, newest first: rows of x, y (screen), age in seconds, strength. At most `MOST`."""
    found = [(x, y, t_s - at_s, strength) for x, y, at_s, strength in _stirred(touches, t_s) if t_s - at_s < LIFE_S]
    found.sort(key=lambda place: place[2])
    return np.array(found[:MOST], np.float32).reshape(-1, 4)


def _stirred(touches: Sequence[TouchEvent], t_s: float) -> Iterator[tuple[float, float, float, float]]:
    later: TouchEvent | None = None
    for index in range(len(touches) - 1, -1, -1):
        touch = touches[index]
        if touch.t_s < t_s - LONGEST_HOLD_S:
            return
        if touch.t_s <= t_s:
            if strength := _strength(touches, index):
                yield touch.x, touch.y, touch.t_s, strength
            if touch.phase != "release":
                until_s = min(later.t_s if later and later.stroke == touch.stroke else t_s, t_s)
                for again in range(1, int((until_s - touch.t_s) / HOLD_EVERY_S) + 1):
                    yield touch.x, touch.y, touch.t_s + again * HOLD_EVERY_S, HOLD
        later = touch


def _strength(touches: Sequence[TouchEvent], index: int) -> float:
    touch = touches[index]
    if touch.phase == "press":
        return PRESS
    if touch.phase != "move" or index == 0 or touches[index - 1].stroke != touch.stroke:
        return 0.0
    return MOVE if touch.t_s // EVERY_S != touches[index - 1].t_s // EVERY_S else 0.0
