"""Lanterns released by touch, out of the list of touches: no state, so any moment can be drawn again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.scenery.touches import TouchEvent

LIFE_S = 56.0
"""How long one is seen; `lanterns.vert` knows the same number."""
MOST = 24
APART_S = 0.9
"""Touches that come faster release no more: each lantern is folded open in its own time."""
WHILE_HELD_S = 3.0
"""A drag releases another this often."""


def releases(touches: Sequence[TouchEvent], t_s: float) -> NDArray[np.float32]:
    """Lanterns under way at a time: rows of x, y (screen, where released), age in seconds, chance 0..1. At most
    `MOST`, the oldest first."""
    found: list[tuple[float, float, float, float]] = []
    last_s = -1e9
    start = _first_of_interest(touches, t_s)
    for touch in touches[start:]:
        wait_s = APART_S if touch.phase == "press" else WHILE_HELD_S
        if touch.phase == "release" or touch.t_s > t_s or touch.t_s - last_s < wait_s:
            continue
        last_s = touch.t_s
        if t_s - touch.t_s < LIFE_S:
            chance = (touch.t_s * 0.6180339 + touch.x * 7.31 + touch.y * 3.17) % 1.0
            found.append((touch.x, touch.y, t_s - touch.t_s, chance))
    return np.array(found[-MOST:], np.float32).reshape(-1, 4)


def _first_of_interest(touches: Sequence[TouchEvent], t_s: float) -> int:
    """The first touch after a pause, or the very first, from before any lantern under way: what came earlier can
    change nothing."""
    index = len(touches)
    while index > 0:
        index -= 1
        pause_s = touches[index].t_s - touches[index - 1].t_s if index else WHILE_HELD_S
        if touches[index].t_s < t_s - LIFE_S and pause_s >= WHILE_HELD_S:
            return index
    return 0
