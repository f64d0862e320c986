"""What a finger leaves on a misted pane: the wiped strokes, and the water that gathers at their lower edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.scenery.pane.runs import Array, Moment, Paths
from game.scenery.touches import TouchEvent

STEP = 0.018
"""Moments of a stroke closer together than this (heights of the picture) count as one."""
MOST = 1200
"""Moments kept, enough to wipe a whole wide pane; then the oldest go first."""
TOGETHER_S = 20.0
"""Strokes further apart in time than this do not share their water."""
REGROWN_S = 40.0
"""A drop that was wiped away has grown back after this long; moments are kept for it at least."""
GATHER_S = 2.5
X, Y, T, STROKE, EDGE = range(5)


@dataclass
class Wipes:
    """Strokes as pieces from one kept moment to the next, and the drops along their lower borders."""

    x0: Array
    y0: Array
    x1: Array
    y1: Array
    t0_s: Array
    t1_s: Array
    beads: Array
    """(beads, 5): x, y, radius, a number 0..1, the moment it begins."""
    runs: Paths
    run_start_s: Array

    def strength(self, t_s: float, back_s: float) -> tuple[Array, Array]:
        """How clear both ends of each piece still are: 1 just wiped, 0 misted over after `back_s`."""
        return clearness(t_s - self.t0_s, back_s), clearness(t_s - self.t1_s, back_s)

    def running(self, t_s: float) -> Moment:
        """The drops that run down from the lower borders."""
        return self.runs.at(t_s - self.run_start_s)


class Finger:
    """Follows a growing list of touches, a moment at a time, so that a long stroke costs no more than a short one.

    The outcome depends on the touches alone, not on when they were looked at.
    """

    def __init__(self, aspect: float, radius: float, back_s: float) -> None:
        self._aspect, self._radius = aspect, radius
        self._keep_s = max(back_s * 1.1, REGROWN_S)
        self._forget()

    def _forget(self) -> None:
        self._read = 0
        self._first: TouchEvent | None = None
        self._last: TouchEvent | None = None
        self.kept: Array = np.zeros((0, 5))
        """(moments, 5): x, y, t, stroke, and 1 where nothing was wiped underneath."""

    def follow(self, touches: Sequence[TouchEvent]) -> Array:
        """Read what is new. Returns the moments kept since, (new, 5); all of them if the list was another one."""
        first, before = (touches[0] if touches else None), self._read - 1
        if len(touches) < self._read or first != self._first or (before >= 0 and touches[before] != self._last):
            self._forget()
        start_s, known = self._newest_s(), len(touches) == self._read
        for touch in touches[self._read :]:
            self._take(touch)
        self._read, self._first, self._last = len(touches), first, touches[-1] if touches else None
        return self.kept[:0] if known else self.kept[self.kept[:, T] >= start_s]

    def _newest_s(self) -> float:
        return float(self.kept[-1, T]) if len(self.kept) else -np.inf

    def _take(self, touch: TouchEvent) -> None:
        if touch.phase == "release":
            return
        x, y, stroke, kept = touch.x * self._aspect, touch.y, float(touch.stroke), self.kept
        last = kept[-1] if len(kept) else None
        goes_on = last is not None and last[STROKE] == stroke and touch.phase == "move"
        if last is not None and goes_on and np.hypot(last[X] - x, last[Y] - y) < STEP:
            return
        beside = (np.abs(kept[:, X] - x) < self._radius * 1.05) & (touch.t_s - kept[:, T] < TOGETHER_S)
        above = kept[:, Y] - y
        near, far = self._radius * 0.35, self._radius * 3.0
        kept[beside & (above > near) & (above < far), EDGE] = 0.0
        edge = 0.0 if np.any(beside & (above < -near) & (above > -far)) else 1.0
        fresh = kept[:, T] > touch.t_s - self._keep_s
        self.kept = np.vstack([kept[fresh], (x, y, touch.t_s, stroke, edge)])[-MOST:]

    def wipes(self) -> Wipes:
        """The strokes as they are now."""
        kept = self.kept
        before = np.roll(kept, 1, axis=0)
        joined = (kept[:, STROKE] == before[:, STROKE]) & (np.arange(len(kept)) > 0)
        start = np.where(joined[:, None], before, kept)
        drops = _edge_drops(kept[kept[:, EDGE] > 0], self._radius)
        runs, starts = _edge_runs(drops)
        return Wipes(start[:, X], start[:, Y], kept[:, X], kept[:, Y], start[:, T], kept[:, T], drops, runs, starts)


def clearness(age_s: Array, back_s: float) -> Array:
    """1 for the first quarter of the time, then eased to 0."""
    left = np.clip((1.0 - age_s / back_s) / 0.75, 0.0, 1.0)
    return np.asarray(np.where(age_s < 0, 0.0, left * left * (3 - 2 * left)))


def _edge_drops(edge: Array, radius: float) -> Array:
    """Drops where the wiped area ends below, at two of three moments."""
    x, y, t = edge[:, X], edge[:, Y], edge[:, T]
    keys = _chance_of(x * 7.1 + y * 3.3), _chance_of(x * 2.7 - y * 9.1 + 4.0), _chance_of(y * 5.9 - x)
    sizes = 0.0028 + 0.0062 * keys[1] ** 2.0
    under = y - radius * (0.80 + 0.16 * keys[2])
    drops = np.stack([x + (keys[1] - 0.5) * radius * 0.8, under, sizes, keys[2], t], axis=1)
    return np.asarray(drops[keys[0] < 0.75])


def _edge_runs(drops: Array) -> tuple[Paths, Array]:
    """The fullest of the drops let go, one in about five, and run a little way."""
    some = drops[(drops[:, 2] > 0.0058) & (_chance_of(drops[:, 0] * 31.0) < 0.6)]
    u, v = _chance_of(some[:, 0] * 13.7), _chance_of(some[:, 1] * 17.3)
    shape = np.stack([_chance_of(some[:, 0] * k + some[:, 1]) for k in (3.0, 5.0, 7.0, 11.0, 19.0, 23.0)], axis=1)
    length = np.minimum(0.07 + 0.26 * u * v, some[:, 1] + 0.05)
    hold_s, run_s = GATHER_S + 3.0 * v, length / (0.022 + 0.03 * u)
    paths = Paths(some[:, 0], some[:, 1], some[:, 2] * 1.12, length, hold_s, run_s, np.full(len(some), 22.0), shape)
    return paths, some[:, 4]


def _chance_of(key: Array) -> Array:
    """A number 0..1 that is the same for the same place."""
    return np.asarray(np.modf(np.abs(np.sin(key * 127.1 + 11.7) * 43758.5453))[0])
