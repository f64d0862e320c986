"""Grooves a hand has drawn in the sand, out of the list of touches: no state, so any moment can be drawn again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.scenery.touches import TouchEvent

MOST = 360
SHORTEST = 0.006
"""Pieces shorter than this, in screen heights, are joined with the next."""


def pieces(touches: Sequence[TouchEvent], t_s: float, life_s: float, aspect: float) -> NDArray[np.float32]:
    """Straight pieces of grooves, oldest first: rows of x and y at both ends (screen), and when each was drawn.

    A press alone leaves a dimple: a piece of no length.
    """
    found: list[tuple[float, ...]] = []
    last: TouchEvent | None = None
    for touch in touches:
        if touch.t_s > t_s or touch.t_s < t_s - life_s or touch.phase == "release":
            continue
        if last is None or touch.stroke != last.stroke or touch.phase == "press":
            found.append((touch.x, touch.y, touch.x, touch.y, touch.t_s, touch.t_s))
            last = touch
        elif np.hypot((touch.x - last.x) * aspect, touch.y - last.y) >= SHORTEST:
            found.append((last.x, last.y, touch.x, touch.y, last.t_s, touch.t_s))
            last = touch
    return np.array(found[-MOST:], np.float32).reshape(-1, 6)
