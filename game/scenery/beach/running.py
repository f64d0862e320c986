"""How far waves run up a beach, at most: `layers/beach_swash.frag` says at each place how far."""

from __future__ import annotations

from collections.abc import Sequence

RUN = 0.53
"""How far up a beach waves run, in ground units."""
STRAY_S = 1.7
"""How much sooner or later than in the middle a wave may come anywhere along the shore."""
HIGHEST_LOBE = 0.55 + 0.8 * 0.95


def reach(waves: Sequence[float], high: float, swash_s: tuple[float, float, float]) -> float:
    """How far up the beach, in ground units, the water of these waves is now. Four numbers a wave: seconds since it
    arrived, height, and two more; `high`: height of all; `swash_s`: how long a wave runs up, and how long back."""
    running = zip(waves[0::4], waves[1::4], strict=True)
    farthest = max((0.30 + 0.42 * tall) * _risen(since_s, *swash_s[:2]) for since_s, tall in running)
    return RUN * high * HIGHEST_LOBE * farthest


def _risen(since_s: float, up_s: float, down_s: float) -> float:
    """How far up its way a wave is where it is farthest, 0..1: it comes sooner here than there."""
    turned = min(max(up_s, since_s - STRAY_S), since_s + STRAY_S)
    a = (up_s - turned) / up_s if turned < up_s else (turned - up_s) / down_s
    return max(1.0 - a * a, 0.0)
