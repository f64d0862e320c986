"""Every larger drop on the pane at one moment: resting, gathering, running, and beads left on trails."""

from __future__ import annotations

import numpy as np

from game.scenery.pane.runs import Array, Moment
from game.scenery.pane.wipes import Wipes

BEADS = 20
"""Beads a run can leave behind."""
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
        self._joins = np.concatenate([np.zeros(len(mains)), chance.random(n) < 0.5]).astype(bool)
        self._partner = np.concatenate([np.arange(len(mains)), partner])
        self._period_s = 26.0 + 60.0 * chance.random(len(self.place))
        self._phase = chance.random(len(self.place))

    def at(self, t_s: float) -> Array:
        """(drops, 3) x, y, radius. A joining drop grows, then slips into its neighbour within half a second."""
        now = self.place.copy()
        left_s = (1.0 - (t_s / self._period_s + self._phase) % 1.0) * self._period_s
        grown = np.clip((self._period_s - left_s) / (self._period_s * 0.7), 0.0, 1.0) ** 0.6
        slip = np.clip(1.0 - (left_s - 0.25) / 0.45, 0.0, 1.0)
        slip = np.where(self._joins, slip * slip * (3 - 2 * slip), 0.0)[:, None]
        now[:, :2] += (self.place[self._partner, :2] - self.place[:, :2]) * slip
        gone = np.clip(left_s / 0.25, 0.0, 1.0)
        now[:, 2] *= np.where(
            self._joins, grown * gone, 0.94 + 0.06 * np.sin(self._phase * 40 + t_s / self._period_s * 2 * np.pi)
        )
        return now


def _scattered(aspect: float, chance: np.random.Generator) -> Array:
    """Places and sizes: few large, many small, in loose drifts, never quite on each other."""
    wanted, kept = round(74 * aspect), np.zeros((0, 3))
    sizes = np.sort(0.0046 + 0.0205 * chance.random(wanted) ** 3.0)[::-1]
    turns = chance.random(4) * 2 * np.pi
    for size in sizes:
        for _ in range(8):
            x, y = chance.random() * aspect, 0.04 + 0.97 * chance.random()
            drift = 0.5 + 0.5 * np.sin(x * 4.1 + 2.2 * np.sin(y * 3.3 + turns[0]) + turns[1]) * np.sin(
                y * 5.3 + 1.7 * np.sin(x * 2.9 + turns[2]) + turns[3]
            )
            if chance.random() > 0.15 + 1.2 * drift**1.4:
                continue
            if np.all(np.hypot(kept[:, 0] - x, kept[:, 1] - y) > (kept[:, 2] + size) * 1.25):
                kept = np.vstack([kept, (x, y, size)])
                break
    return kept


def swallowed(drops: Array, runs: Moment, presence: Array) -> Array:
    """How much of each resting drop is left, 0..1, after the runs that passed over it; it grows back."""
    if not len(runs.share) or not len(drops):
        return np.ones(len(drops))
    depth = runs.paths.y[:, None] - drops[None, :, 1]
    head = runs.paths.radius[:, None]
    on_way = (depth > -0.01) & (
        np.abs(runs.x_at(depth) - drops[None, :, 0]) < head * 0.85 + drops[None, :, 2] * 0.85
    )
    age_s = runs.age_s(depth - head * 0.5)
    left = np.where(age_s > 0.0, np.maximum(1.0 - age_s / 0.22, np.clip((age_s - 5.0) / 16.0, 0.0, 1.0)), 1.0)
    left = 1.0 - (1.0 - left) * presence[:, None]
    return np.asarray(np.min(np.where(on_way & (runs.share[:, None] > 0.0), left, 1.0), axis=0))


class Wiped:
    """Which resting drops were wiped away, and when."""

    def __init__(self, drops: Array, radius: float) -> None:
        self._drops, self._radius = drops, radius
        self._which = np.zeros(0, np.int64)
        self._when_s = np.zeros(0)

    def add(self, x: Array, y: Array, t_s: Array) -> None:
        """A finger was at these places at these times."""
        away = np.hypot(self._drops[:, 0, None] - x[None], self._drops[:, 1, None] - y[None])
        which, moment = np.nonzero(away < self._radius * 0.9 + self._drops[:, 2, None] * 0.5)
        self._which = np.concatenate([self._which, which])
        self._when_s = np.concatenate([self._when_s, t_s[moment]])

    def left(self, t_s: float) -> Array:
        """How much of each drop is there, 0..1; it grows back within a minute."""
        left, age_s = np.ones(len(self._drops)), t_s - self._when_s
        share = np.maximum(1.0 - age_s / 0.12, np.clip((age_s - 14.0) / 26.0, 0.0, 1.0))
        np.minimum.at(left, self._which, np.where(age_s >= 0.0, share, 1.0))
        return left


def heads(runs: Moment, presence: Array) -> Array:
    """(runs, 6) for the shader: the drop at the front of each run."""
    paths, speed = runs.paths, runs.speed()
    grown = np.clip(runs.local_s / np.maximum(paths.hold_s, 0.1), 0.0, 1.0) ** 0.6
    size = (
        paths.radius * (0.30 + 0.70 * grown) * (1 - 0.20 * runs.share) * np.where(runs.local_s > 0, presence, 0.0)
    )
    x = runs.x_at(runs.depth[:, None])[:, 0]
    stretch = 1.08 + np.clip(speed * 4.0, 0.0, 0.55)
    pinch = np.clip(0.12 + speed * 3.2, 0.12, 0.72)
    return np.stack([x, paths.y - runs.depth, size, paths.shape[:, 5], stretch, pinch], axis=1)


def beads(runs: Moment, presence: Array) -> Array:
    """(beads, 6): what is left along the trails, shrinking as the pane mists over again."""
    paths = runs.paths
    number = np.arange(BEADS)[None]
    chance = np.modf(
        np.abs(np.sin(number * 12.9898 + paths.shape[:, :1] * 411.7 + paths.shape[:, 1:2] * 97.0) * 43758.5)
    )[0]
    other = np.modf(chance * 57.7)[0]
    depth = 0.02 + (number + 0.85 * chance) * (paths.length[:, None] / BEADS)
    age_s = runs.age_s(depth)
    behind = (depth < runs.depth[:, None] - paths.radius[:, None] * 0.7) & (age_s > 0)
    late = np.clip(1.0 - age_s / (paths.fade_s[:, None] * 1.25), 0.0, 1.0) ** 0.5
    size = (
        paths.radius[:, None] * (0.12 + 0.40 * other**2.4) * late * np.clip(age_s / 0.2, 0, 1) * presence[:, None]
    )
    size = np.where(behind, size, 0.0)
    x = runs.x_at(depth) + (other - 0.5) * paths.radius[:, None] * 0.7
    stretch = 1.06 + 0.45 * chance * np.exp(-age_s.clip(0) * 0.7)
    fields = [x, paths.y[:, None] - depth, size, chance, stretch, np.full_like(x, 0.15)]
    return np.stack(fields, axis=-1).reshape(-1, 6)


def resting_rows(place: Array, key: Array) -> Array:
    """(drops, 6) of drops that stay: nearly round when small, sagging when large."""
    sag = np.minimum(place[:, 2] / 0.016, 1.2)
    return np.column_stack([place, key, 1.0 + 0.20 * sag * (0.4 + key), 0.08 + 0.20 * sag * np.modf(key * 7.3)[0]])


def edge_rows(wipes: Wipes, t_s: float, back_s: float, gone: Array) -> Array:
    """(drops, 6): the water gathering along the lower borders of wipes."""
    age_s = t_s - wipes.beads[:, 4]
    size = wipes.beads[:, 2] * np.clip(age_s / 2.5, 0.0, 1.0) ** 0.6 * np.clip(1.4 - 1.3 * age_s / back_s, 0.0, 1.0)
    size = np.where(age_s > 0, size * gone, 0.0)
    blank = np.ones(len(size))
    return np.column_stack([wipes.beads[:, :2], size, wipes.beads[:, 3], 1.12 * blank, 0.12 * blank])


def trails(runs: Moment, presence: Array, pieces: int = 24) -> Array:
    """(pieces, 6) of wiped track: x and y of the upper end, x and y of the lower, and how clear each end is.

    Width is with the run; pieces share their ends, so nothing overlaps.
    """
    paths = runs.paths
    depth = np.linspace(0, 1, pieces + 1)[None] * runs.depth[:, None]
    x, y = runs.x_at(depth), paths.y[:, None] - depth
    left = np.clip(1.0 - runs.age_s(depth).clip(0) / paths.fade_s[:, None], 0.0, 1.0) ** 1.2
    clear = left * np.clip(depth / (paths.radius[:, None] * 3), 0.0, 1.0) * presence[:, None]
    taper = 0.55 + 0.45 * np.linspace(0, 1, pieces)[None] ** 0.7
    width = (paths.radius * 1.05)[:, None] * taper
    rows = np.stack([x[:, :-1], y[:, :-1], x[:, 1:], y[:, 1:], clear[:, :-1], clear[:, 1:], width], axis=-1)
    return rows[(runs.share > 0) & (presence > 0.01)].reshape(-1, 7)
