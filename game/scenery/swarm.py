"""A swarm of fireflies at one instant: where each is, how bright, and how hands draw it. No state is kept."""

from __future__ import annotations

from math import tau

import numpy as np
from numpy.typing import NDArray

from game.scenery.traces import Traces

Floats = NDArray[np.float64]
ROAM_PERIODS_S = (47.0, 83.0, 59.0, 101.0, 7.9, 6.1)
"""Of the slow waves each roams on, and of two quick small ones; each goes a whole number of times as fast."""
OWN_PERIOD_S = 5.4, 10.5
"""How long one takes to swell and fade while it keeps its own time."""
JOINS = 0.16
"""How gradually one gives up its own time, as a share of the whole course."""
TOUCHES = Traces(life_s=13.0, most=320, every_s=0.35, hold_every_s=0.8)
COMES_S, GOES_S = 3.0, 5.2
REACH = 0.34
"""How far off a hand is felt, in screen heights."""
RING = 0.018, 0.075
"""How far from the hand they hover, in screen heights."""


class Swarm:
    """So many fireflies; every array has one row for each. Lengths in screen heights, x from the left edge."""

    def __init__(self, chance: np.random.Generator, count: int) -> None:
        self._home = chance.random((count, 2))
        self._phase = chance.uniform(0, tau, (count, 6))
        self._pace = chance.integers(1, 4, (count, 6)).astype(np.float64)
        self._own = chance.uniform(*OWN_PERIOD_S, count)
        self._joins = chance.permutation(count) / max(count, 1)
        self._ring = chance.uniform(*RING, count), chance.uniform(0, tau, count)
        self.depth: Floats = chance.random(count) ** 1.6
        """0 the farthest, 1 the nearest of them."""
        self.hue: Floats = chance.random(count)

    def places(self, t_s: float, aspect: float) -> tuple[Floats, Floats]:
        """x in screen heights, and how high in their air, about 0..1."""
        turn = np.array([tau * (t_s / period % 1.0) for period in ROAM_PERIODS_S])
        wave = np.sin(turn * self._pace + self._phase)
        x = (self._home[:, 0] * 1.1 - 0.05) * aspect + (
            0.085 * wave[:, 0] + 0.055 * wave[:, 1] + 0.010 * wave[:, 4]
        )
        return x, self._home[:, 1] ** 1.4 + 0.13 * wave[:, 2] + 0.09 * wave[:, 3] + 0.03 * wave[:, 5]

    def brightness(self, t_s: float, together: float, pulse: float) -> Floats:
        """0..1: each by its own time, or once it has joined by the pulse that all share (0..1)."""
        own = 0.5 + 0.5 * np.sin(tau * (t_s / self._own % 1.0) + self._phase[:, 3])
        joined = np.clip((together * (1 + JOINS) - self._joins) / JOINS, 0, 1)
        joined = joined * joined * (3 - 2 * joined)
        bright = (0.10 + 0.90 * own * own) * (1 - joined) + joined * (0.15 + 0.85 * pulse)
        return np.asarray(0.03 + 0.97 * bright)

    def drawn(
        self, x: Floats, y: Floats, t_s: float, traces: NDArray[np.float32], aspect: float
    ) -> tuple[Floats, Floats, Floats]:
        """Places where hands have drawn them (traces as `TOUCHES.alive` has them), and how strongly, 0..1.

        Many hands draw no harder than one; who is drawn hovers in a ring of its own.
        """
        if not len(traces):
            return x, y, np.zeros_like(x)
        at_x, at_y, age, strength = traces.astype(np.float64).T
        at_x = at_x * aspect
        comes = 1 - np.exp(-((age / COMES_S) ** 2))
        pull = strength * comes * np.exp(-age / GOES_S) * np.clip((TOUCHES.life_s - age) / 3, 0, 1)
        away = ((x[:, None] - at_x) ** 2 + (y[:, None] - at_y) ** 2) / REACH**2
        weight = pull * np.exp(-away)
        total = weight.sum(axis=1)
        felt = 0.9 * total / (0.45 + total)
        ring, turn = self._ring
        turn = turn + tau * (t_s / 23.0 % 1.0) * self._pace[:, 0]
        to_x = (weight * at_x).sum(axis=1) / np.maximum(total, 1e-9) + ring * np.cos(turn)
        to_y = (weight * at_y).sum(axis=1) / np.maximum(total, 1e-9) + ring * 0.7 * np.sin(turn)
        return x + (to_x - x) * felt, y + (to_y - y) * felt, felt
