"""How koi go about a pond: two schools or more on ways of their own, each fish a little later than the one before.

Everything is a function of time and of where visitors feed, so any moment can be drawn again. The ways are closed
loops whose shape, middle and lean wander at paces that share no period.
"""

from __future__ import annotations

import numpy as np

from game.scenery.noise import Array
from game.scenery.pool.feeding import drawn, turned

SPEED = 0.028
"""How fast a school goes, in screen heights a second: a pale fish that crossed a spot quicker would flash there."""
CROSS = 0.42
"""How far in and out ways swing, as a share of their size: enough to lead across the middle of the pond."""
BETWEEN_S = 7.0
"""How much later each fish of a school is than the one before."""
PUSH, PUSH_REACH = 0.80, 0.19
"""How koi make room for each other: smooth even where two meet, so that none ever jumps."""
FEED_REACH = 0.95
"""How far away koi notice food."""


class School:
    """The koi of one pond. `aspect` is the width in heights; `length` the size of a middling one."""

    def __init__(self, chance: np.random.Generator, count: int, aspect: float, length: float) -> None:
        groups = max(2, round(aspect * 1.05))
        self.count, self._aspect = count, aspect
        self.length = length * chance.uniform(0.74, 1.22, count) * min(1.0, 0.58 + 0.26 * aspect)
        self.depth = np.linspace(0.60, 0.06, count)
        self.length *= 0.92 + 0.34 * np.clip((0.30 - self.depth) / 0.24, 0.0, 1.0)
        self._fish = chance.random((count, 8, 1))
        group = np.minimum((chance.random(count) ** 1.25 * groups).astype(int), groups - 1)
        rank = np.array([np.sum(group[:i] == group[i]) for i in range(count)])
        self._lag_s = (rank * BETWEEN_S * (0.8 + 0.4 * self._fish[:, 0, 0]))[:, None]
        way = chance.random((groups, 8))[group][..., None]
        x, y = _middles(chance, groups, aspect)
        self._middle = np.stack([x[group], y[group]], axis=-1)[:, None]
        self._axes = np.array([min(0.27 * aspect, 0.48), 0.27])
        self._rate = np.where(way[:, 0] < 0.5, 1, -1) * SPEED / self._axes.mean() * (0.85 + 0.3 * way[:, 1])
        self._way = way
        self._seat = (np.arange(count) * 2.399963)[:, None]
        self._leans = 1.0 if aspect >= 1 else 0.45

    def positions(self, times_s: Array, fed: Array) -> Array:
        """Where all are: shape (count, times, 2), x and y in screen heights. `fed` as `feeds` gives it."""
        way, fish, t_s = self._way, self._fish, times_s[None] - self._lag_s
        phase = self._rate * t_s + way[:, 2] * 6.28 + 0.5 * np.sin(t_s / (31 + 9 * way[:, 3]) + way[:, 4] * 6.28)
        pull, place, turn = self._felt(times_s, fed)
        swing = CROSS * np.sin(1.38 * phase + way[:, 5] * 6.28 + t_s / 83)
        radius = 0.70 + swing + 0.07 * np.sin(3 * phase - t_s / 47)
        radius = radius + 0.40 * (fish[:, 1] - 0.55) + 0.10 * np.sin(times_s / 19 + fish[:, 2] * 6.28)
        lean = self._leans * ((way[:, 6] - 0.5) * 1.4 + 0.35 * np.sin(t_s / 71 + way[:, 7] * 6.28))
        x, y = radius * np.cos(phase) * self._axes[0], radius * np.sin(phase) * self._axes[1]
        orbit = np.stack([x * np.cos(lean) - y * np.sin(lean), x * np.sin(lean) + y * np.cos(lean)], axis=-1)
        round_food = self._seat + np.sign(self._rate) * (turn + 0.15 * np.sin(times_s / 5 + fish[:, 5] * 6.28))
        seat = (0.13 + 0.11 * fish[:, 3])[..., None] * np.stack([np.cos(round_food), np.sin(round_food)], axis=-1)
        at = (self._middle + orbit) * (1 - pull) + (place + seat + 0.06 * orbit) * pull
        return self._apart(at)

    def _felt(self, times_s: Array, fed: Array) -> tuple[Array, Array, Array]:
        """How strongly each fish is drawn at each time, whereto, and how far it went round the food."""
        if not len(fed):
            return np.zeros((1, 1, 1)), np.zeros((1, 1, 2)), np.zeros((1, 1))
        late_s = 0.2 + 1.6 * self._fish[:, 4, :, None]
        age_s = times_s[None, :, None] - fed[:, 2] - late_s
        home = self._middle * 0.5 + np.array([self._aspect, 1.0]) * 0.25
        places = fed[:, :2] * [self._aspect, 1.0]
        away = np.linalg.norm(places[None, None] - home[:, :, None], axis=-1)
        strength = drawn(age_s) * np.exp(-((away / FEED_REACH) ** 2)) * 0.96
        pull = 1 - np.prod(1 - strength, axis=-1)
        weight = strength + 1e-9
        place = (weight[..., None] * places).sum(axis=2) / weight.sum(axis=2)[..., None]
        turn = (turned(age_s) * fed[:, 3]).sum(axis=-1)
        return pull[..., None], place, turn

    def _apart(self, at: Array) -> Array:
        """Each a little away from those beside it."""
        for _ in range(2):
            between = at[:, None] - at[None]
            near = np.exp(-(between**2).sum(axis=-1) / PUSH_REACH**2) * PUSH
            crowd = near.sum(axis=1, keepdims=True)
            at = at + (between * (near / (1 + crowd))[..., None]).sum(axis=1)
        return at


def _middles(chance: np.random.Generator, groups: int, aspect: float) -> tuple[Array, Array]:
    """About what each school goes: spread along the longer side of the screen."""
    spread = ((np.arange(groups) + 0.5) / groups - 0.5) * 0.60 + chance.normal(0, 0.03, groups)
    aside = chance.uniform(-0.09, 0.09, groups)
    spread = spread[chance.permutation(groups)]
    if aspect >= 1:
        return aspect * (0.5 + spread), 0.5 + aside
    return aspect * (0.5 + aside), 0.5 + spread
