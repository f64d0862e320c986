"""The tongues of a fire: where each stands and how high it reaches at an instant, without state."""

from __future__ import annotations

import math

COUNT = 11
"""As many are worked out at each pixel; the shader is told by `define`."""
GOLDEN = 0.6180339887


def tongues(t_s: float) -> list[float]:
    """For each its place across (the fire's middle is 0), height (about 1 in the middle), half width and lean."""
    found: list[float] = []
    for k in range(COUNT):
        across = (k + 0.5) / COUNT * 2.0 - 1.0
        own = k * GOLDEN % 1.0
        middle = 1.0 - 0.58 * abs(across) ** 1.5
        stands = across * 0.64 + 0.05 * _wave(t_s, 7.3 + 2.0 * own, own)
        high = middle * (0.62 + 0.38 * own) * (1.0 + 0.20 * _wave(t_s, 2.9 + 1.9 * own, 3.1 * own))
        high *= 1.0 + 0.12 * _wave(t_s, 5.9 + 2.3 * own, 7.7 * own)
        broad = (0.150 + 0.075 * (7.0 * own % 1.0)) * (0.70 + 0.45 * middle)
        found += [stands, high, broad, 0.10 * _wave(t_s, 4.3 + 1.7 * own, 5.3 * own) - 0.06 * across]
    return found


def _wave(t_s: float, period_s: float, start: float) -> float:
    return math.sin(math.tau * (t_s / period_s % 1.0 + start))
