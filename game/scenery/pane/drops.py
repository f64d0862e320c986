"""The drops that stay where they are, at one moment: those the rain left, and those under a wiped place."""

from __future__ import annotations

import numpy as np

from game.scenery.pane.runs import Array, held
from game.scenery.pane.traces import Instances
from game.scenery.pane.wipes import REGROWN_S, Wipes

GONE_S = 14.0
"""So long a drop that was wiped away stays away; then it grows back."""
RESTING_PER_HEIGHT = 185
SMALLEST = 0.0011
"""Drops smaller than this (radius in heights of the picture) are not drawn."""


class Resting:
    """Drops that stay: main ones, and small ones beside them that grow and then join them."""

    def __init__(self, aspect: float, chance: np.random.Generator) -> None:
        mains = _scattered(aspect, chance)
        partner = np.repeat(np.arange(len(mains)), chance.choice(3, len(mains), p=(0.5, 0.34, 0.16)))
        n = len(partner)
        turn, main = np.pi * (chance.integers(0, 2, n) + 0.5 + chance.normal(0, 0.22, n)), mains[partner]
        size = main[:, 2] * (0.42 + 0.42 * chance.random(n))
        gap = main[:, 2] * 0.62 + size * (0.30 + 0.40 * chance.random(n))
        beside = np.stack([main[:, 0] + np.cos(turn) * gap, main[:, 1] + np.sin(turn) * gap, size], axis=1)
        self.place = np.concatenate([mains, beside])
        self.key = chance.random(len(self.place))
        joins = np.flatnonzero(chance.random(n) < 0.5)
        self._joining = len(mains) + joins
        """Those of the small ones that join."""
        self._way = mains[partner[joins], :2] - beside[joins, :2]
        self._period_s = 26.0 + 60.0 * chance.random(len(self.place))
        self._phase = chance.random(len(self.place))

    def at(self, t_s: float) -> Array:
        """(drops, 3) x, y, radius. A joining drop grows, then slips into its neighbour within half a second."""
        now = self.place.copy()
        turn = t_s / self._period_s
        now[:, 2] *= 0.94 + 0.06 * np.sin(self._phase * 40 + turn * 2 * np.pi)
        joins, period_s = self._joining, self._period_s[self._joining]
        done = (turn[joins] + self._phase[joins]) % 1.0
        left_s = (1.0 - done) * period_s
        slip = held(1.0 - (left_s - 0.25) / 0.45)
        now[joins, :2] += self._way * (slip * slip * (3 - 2 * slip))[:, None]
        now[joins, 2] = self.place[joins, 2] * np.minimum(done / 0.7, 1.0) ** 0.6 * np.minimum(left_s / 0.25, 1.0)
        return now


def _scattered(aspect: float, chance: np.random.Generator) -> Array:
    """Places and sizes: few large, many small, in loose drifts, never quite on each other."""
    wanted, kept = round(RESTING_PER_HEIGHT * aspect), np.zeros((0, 3))
    sizes = np.sort(0.0034 + 0.0215 * chance.random(wanted) ** 3.3)[::-1]
    turns = chance.random(4) * 2 * np.pi
    for size in sizes:
        for _ in range(8):
            x, y = chance.random() * aspect, 0.04 + 0.97 * chance.random()
            drift = 0.5 + 0.5 * np.sin(x * 4.1 + 2.2 * np.sin(y * 3.3 + turns[0]) + turns[1]) * np.sin(
                y * 5.3 + 1.7 * np.sin(x * 2.9 + turns[2]) + turns[3]
            )
            if chance.random() > 0.05 + 1.3 * drift**2.2:
                continue
            if np.all(np.hypot(kept[:, 0] - x, kept[:, 1] - y) > (kept[:, 2] + size) * 1.25):
                kept = np.vstack([kept, (x, y, size)])
                break
    return kept


class Wiped:
    """Which resting drops were wiped away of late, and when."""

    def __init__(self, drops: Array, radius: float) -> None:
        self._drops, self._radius = drops, radius
        self._which = np.zeros(0, np.int64)
        self._when_s = np.zeros(0)

    def add(self, x: Array, y: Array, t_s: Array) -> None:
        """A finger was at these places at these times; what has grown back by then is forgotten."""
        away = np.hypot(self._drops[:, 0, None] - x[None], self._drops[:, 1, None] - y[None])
        which, moment = np.nonzero(away < self._radius * 0.9 + self._drops[:, 2, None] * 0.5)
        recent = self._when_s > t_s.max(initial=-np.inf) - REGROWN_S
        self._which = np.concatenate([self._which[recent], which])
        self._when_s = np.concatenate([self._when_s[recent], t_s[moment]])

    def left(self, t_s: float) -> Array:
        """How much of each drop is there, 0..1; it grows back within `REGROWN_S`."""
        left = np.ones(len(self._drops))
        if not len(self._which):
            return left
        age_s = t_s - self._when_s
        share = np.maximum(1.0 - age_s / 0.12, np.clip((age_s - GONE_S) / (REGROWN_S - GONE_S), 0.0, 1.0))
        np.minimum.at(left, self._which, np.where(age_s >= 0.0, share, 1.0))
        return left


class RestingRows:
    """Resting drops for the shader: nearly round when small, sagging when large."""

    def __init__(self, key: Array) -> None:
        self._rows = np.empty((len(key), 6), np.float32)
        self._rows[:, 3] = key
        self._stretch, self._pinch = 0.20 * (0.4 + key), 0.20 * np.modf(key * 7.3)[0]

    def rows(self, place: Array) -> Instances:
        """(drops, 6) of drops at (drops, 3) places."""
        rows, sag = self._rows, np.minimum(place[:, 2] / 0.016, 1.2)
        rows[:, :3] = place
        rows[:, 4] = 1.0 + self._stretch * sag
        rows[:, 5] = 0.08 + self._pinch * sag
        return rows


def edge_rows(wipes: Wipes, t_s: float, back_s: float, gone: Array) -> Instances:
    """(drops, 6): the water gathering along the lower borders of wipes."""
    age_s = t_s - wipes.beads[:, 4]
    size = wipes.beads[:, 2] * np.clip(age_s / 2.5, 0.0, 1.0) ** 0.6 * np.clip(1.4 - 1.3 * age_s / back_s, 0.0, 1.0)
    size = np.where(age_s > 0, size * gone, 0.0)
    blank = np.ones(len(size))
    rows = np.column_stack([wipes.beads[:, :2], size, wipes.beads[:, 3], 1.12 * blank, 0.12 * blank])
    return rows.astype(np.float32)
