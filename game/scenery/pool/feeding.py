"""Where visitors feed, out of the list of touches: no state, so any moment can be drawn again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.scenery.noise import Array
from game.scenery.touches import TouchEvent

LIFE_S = 16.0
"""How long koi keep to a place where they were fed."""
COME_S, LEAVE_S = 5.5, 7.0
"""How slowly they come, and how slowly they go again."""
EVERY_S = 1.5
"""Touches that come faster feed no more."""
TURN_EVERY_S = 15.0
"""One turn round the food for the first touch in each of these."""
_AGES = np.linspace(0.0, LIFE_S, 121)


def _soft(x: Array) -> Array:
    x = np.clip(x, 0.0, 1.0)
    return np.asarray(x * x * x * (x * (x * 6 - 15) + 10))


def drawn(age_s: Array) -> Array:
    """How strongly a place draws koi (0..1), so long after the touch; 0 before it and once it is forgotten."""
    return _soft(age_s / COME_S) * (1.0 - _soft((age_s - (LIFE_S - LEAVE_S)) / LEAVE_S))


_TURNED = np.cumsum(drawn(_AGES))
_TURNED = 2 * np.pi * _TURNED / _TURNED[-1]


def turned(age_s: Array) -> Array:
    """How far koi have gone round the food, in radians: one whole turn in the end, so that nothing is left."""
    return np.interp(age_s, _AGES, _TURNED)


def feeds(touches: Sequence[TouchEvent], t_s: float, back_s: float) -> Array:
    """Places fed that koi may still feel, or felt until `back_s` ago: rows of x, y (screen), when, and 1 where koi
    turn round it once."""
    slots: dict[int, TouchEvent] = {}
    for touch in reversed(touches):
        if touch.t_s < t_s - back_s - LIFE_S - TURN_EVERY_S:
            break
        if touch.t_s <= t_s and touch.phase != "release":
            slots[int(touch.t_s // EVERY_S)] = touch
    rows, turns = [], set()
    for slot in sorted(slots):
        touch = slots[slot]
        turn = int(touch.t_s // TURN_EVERY_S)
        rows.append((touch.x, touch.y, touch.t_s, float(turn not in turns)))
        turns.add(turn)
    found = np.array(rows, np.float64).reshape(-1, 4)
    return found[found[:, 2] >= t_s - back_s - LIFE_S]
