"""What a finger leaves on a misted pane: the wiped strokes, and the water that gathers at their lower edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.scenery.pane.runs import Array, Moment, Paths
from game.scenery.touches import TouchEvent

STEP = 0.012
"""Moments of a stroke closer together than this (heights of the picture) count as one."""
MOST = 420
"""Moments kept; the oldest go first. A stroke across a wide screen has about 150."""
GATHER_S = 2.5


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


def clearness(age_s: Array, back_s: float) -> Array:
    """1 for the first quarter of the time, then eased to 0."""
    left = np.clip((1.0 - age_s / back_s) / 0.75, 0.0, 1.0)
    return np.asarray(np.where(age_s < 0, 0.0, left * left * (3 - 2 * left)))


def wipes_from(touches: Sequence[TouchEvent], aspect: float, radius: float) -> Wipes:
    """All strokes in a list of touches. Pure: the same touches leave the same water."""
    kept = _kept(touches, aspect)
    before = np.roll(kept, 1, axis=0)
    joined = (kept[:, 3] == before[:, 3]) & (np.arange(len(kept)) > 0)
    start = np.where(joined[:, None], before, kept)
    drops = _edge_drops(kept, radius)
    runs, starts = _edge_runs(drops)
    return Wipes(start[:, 0], start[:, 1], kept[:, 0], kept[:, 1], start[:, 2], kept[:, 2], drops, runs, starts)


def _kept(touches: Sequence[TouchEvent], aspect: float) -> Array:
    """(moments, 4) x, y, t, stroke of presses and moves, thinned to one every STEP."""
    kept: list[tuple[float, float, float, float]] = []
    for touch in touches:
        if touch.phase == "release":
            continue
        now = (touch.x * aspect, touch.y, touch.t_s, float(touch.stroke))
        last = kept[-1] if kept else None
        same = last is not None and last[3] == now[3] and touch.phase == "move"
        if last is None or not same or (last[0] - now[0]) ** 2 + (last[1] - now[1]) ** 2 >= STEP * STEP:
            kept.append(now)
    return np.array(kept[-MOST:], np.float64).reshape(-1, 4)


def _edge_drops(kept: Array, radius: float) -> Array:
    """Drops where the wiped area ends below: nothing was wiped underneath them."""
    x, y, t = kept[:, 0], kept[:, 1], kept[:, 2]
    near = np.abs(x[:, None] - x[None]) < radius * 1.05
    under = y[:, None] - y[None]
    edge = ~np.any(near & (under > radius * 0.35) & (under < radius * 3.0), axis=1)
    keys = _chance_of(x * 7.1 + y * 3.3), _chance_of(x * 2.7 - y * 9.1 + 4.0), _chance_of(y * 5.9 - x)
    take = edge & (keys[0] < 0.62)
    drops = np.stack(
        [
            x + (keys[1] - 0.5) * radius * 0.8,
            y - radius * (0.80 + 0.16 * keys[2]),
            0.0028 + 0.0062 * keys[1] ** 2.0,
            keys[2],
            t,
        ],
        axis=1,
    )
    return np.asarray(drops[take])


def _edge_runs(drops: Array) -> tuple[Paths, Array]:
    """The fullest of the drops let go, one in about five, and run a little way."""
    some = drops[(drops[:, 2] > 0.0058) & (_chance_of(drops[:, 0] * 31.0) < 0.55)] if len(drops) else drops
    u, v = _chance_of(some[:, 0] * 13.7), _chance_of(some[:, 1] * 17.3)
    shape = np.stack([_chance_of(some[:, 0] * k + some[:, 1]) for k in (3.0, 5.0, 7.0, 11.0, 19.0, 23.0)], axis=1)
    length = np.minimum(0.07 + 0.26 * u * v, some[:, 1] + 0.05)
    still = np.full(len(some), GATHER_S) + 3.0 * v
    paths = Paths(
        some[:, 0],
        some[:, 1],
        some[:, 2] * 1.12,
        length,
        still,
        length / (0.022 + 0.03 * u),
        still * 0 + 22.0,
        shape,
    )
    return paths, some[:, 4]


def _chance_of(key: Array) -> Array:
    """A number 0..1 that is the same for the same place."""
    return np.asarray(np.modf(np.abs(np.sin(key * 127.1 + 11.7) * 43758.5453))[0])
