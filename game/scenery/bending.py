"""Where hands draw what hangs in the sky: out of the list of touches, without state."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.scenery.touches import TouchEvent

COLUMNS = 64
RISE_S, FALL_S, LIFE_S = 1.4, 6.5, 22.0
"""How slowly it follows, how slowly it lets go, and when a touch is forgotten."""
MOST = 48
"""How many moments of touches are looked at; the oldest give way."""
REACH = 0.22
"""How far to each side a hand is felt, in screen heights."""
EVERY_S = 0.12
"""A drag counts once in so long."""


def bend(touches: Sequence[TouchEvent], t_s: float, aspect: float) -> NDArray[np.float32]:
    """How strongly each of `COLUMNS` upright strips is drawn (0..1), and to which height of the screen.

    Shape (COLUMNS, 2). Many hands draw no harder than one: it saturates, and so never jumps.
    """
    felt = _felt(touches, t_s)
    if not len(felt):
        return np.zeros((COLUMNS, 2), np.float32)
    x, y, age = felt.T
    strength = (1 - np.exp(-((age / RISE_S) ** 2))) * np.exp(-age / FALL_S) * np.clip((LIFE_S - age) / 4, 0, 1)
    away = (np.linspace(0, 1, COLUMNS)[:, None] - x) * aspect / REACH
    weight = strength * np.exp(-(away**2))
    total = weight.sum(axis=1)
    towards = (weight * y).sum(axis=1) / np.maximum(total, 1e-6)
    return np.stack([total / (0.30 + total), towards], axis=1).astype(np.float32)


def _felt(touches: Sequence[TouchEvent], t_s: float) -> NDArray[np.float64]:
    """x, y and age of the last moments of touches, at most one in `EVERY_S` of each stroke."""
    found: list[tuple[float, float, float]] = []
    seen: set[tuple[int, int]] = set()
    for touch in reversed(touches):
        if touch.t_s < t_s - LIFE_S or len(found) >= MOST:
            break
        key = touch.stroke, int(touch.t_s / EVERY_S)
        if touch.t_s <= t_s and touch.phase != "release" and key not in seen:
            seen.add(key)
            found.append((touch.x, touch.y, t_s - touch.t_s))
    return np.array(found, np.float64).reshape(-1, 3)
