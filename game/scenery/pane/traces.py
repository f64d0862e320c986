"""What runs leave on the pane: a cleared track that mists over again, beads on it, and drops they have swallowed.

Where and when each of these comes about is known as soon as a run begins, and worked out then, once; a frame
only asks how long ago it was.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.scenery.pane.runs import Array, Moment, Paths, Rows, held

BEADS = 20
"""Beads a run can leave behind."""
PIECES = 28
"""Pieces each track is drawn in."""
NEVER_S = 1e9
FAINT = 0.004
"""Track as good as misted over again is not drawn."""
Instances = NDArray[np.float32]


class Beads:
    """Drops left along the tracks, shrinking as the pane mists over again."""

    def __init__(self, paths: Paths) -> None:
        count = len(paths.x)
        self._paths = paths
        self._depth, self._passed_s, self._size, self._stretch = (np.zeros((count, BEADS)) for _ in range(4))
        self._rows = np.zeros((count, BEADS, 6), np.float32)
        self._rows[..., 5] = 0.15
        self.begin(np.arange(count))

    def begin(self, runs: Rows) -> None:
        """Scatter the beads of runs that begin anew."""
        paths, number = self._paths, np.arange(BEADS)[None]
        shape, radius = paths.shape[runs], paths.radius[runs, None]
        chance = np.modf(np.abs(np.sin(number * 12.9898 + shape[:, :1] * 411.7 + shape[:, 1:2] * 97.0) * 43758.5))[
            0
        ]
        other = np.modf(chance * 57.7)[0]
        depth = 0.02 + (number + 0.85 * chance) * (paths.length[runs, None] / BEADS)
        self._depth[runs], self._passed_s[runs] = depth, paths.passed_s(runs, depth)
        self._size[runs], self._stretch[runs] = radius * (0.12 + 0.40 * other**2.4), 0.45 * chance
        self._rows[runs, :, 0] = paths.x_at(runs, depth) + (other - 0.5) * radius * 0.7
        self._rows[runs, :, 1] = paths.y[runs, None] - depth
        self._rows[runs, :, 3] = chance

    def rows(self, now: Moment, presence: Array) -> Instances:
        """(beads, 6) for the shader."""
        paths = self._paths
        age_s = np.maximum(now.local_s[:, None] - self._passed_s, 0.0)
        behind = self._depth < (now.depth - paths.radius * 0.7)[:, None]
        late = np.sqrt(np.maximum(1.0 - age_s / (paths.fade_s * 1.25)[:, None], 0.0))
        self._rows[..., 2] = self._size * late * np.minimum(age_s * 5.0, behind) * presence[:, None]
        self._rows[..., 4] = 1.06 + self._stretch / (1.0 + age_s)
        return self._rows.reshape(-1, 6)


class Trails:
    """The tracks the runs have cleared."""

    def __init__(self, paths: Paths) -> None:
        count = len(paths.x)
        self._paths = paths
        self._passed_s = np.zeros((count, PIECES + 1))
        self._depth = np.zeros((count, PIECES + 1))
        self._grown = np.zeros((count, PIECES + 1))
        self._rows = np.zeros((count, PIECES, 7), np.float32)
        self.begin(np.arange(count))

    def begin(self, runs: Rows) -> None:
        """Lay the tracks of runs that begin anew."""
        paths = self._paths
        depth = np.linspace(0, 1, PIECES + 1)[None] * paths.length[runs, None]
        x, y = paths.x_at(runs, depth), paths.y[runs, None] - depth
        self._depth[runs], self._passed_s[runs] = depth, paths.passed_s(runs, depth)
        self._grown[runs] = np.minimum(depth / (paths.radius[runs, None] * 3), 1.0)
        places = np.stack([x[:, :-1], y[:, :-1], x[:, 1:], y[:, 1:]], axis=-1)
        self._rows[runs, :, :4] = places

    def rows(self, now: Moment, presence: Array) -> Instances:
        """(pieces, 7): x and y of the upper end, of the lower, how clear each end is, and half the width.

        Pieces share their ends, so nothing overlaps; the newest ends where its drop is.
        """
        paths = self._paths
        left = held(1.0 - (now.local_s[:, None] - self._passed_s) / paths.fade_s[:, None])
        clear = left * np.sqrt(left) * self._grown * presence[:, None]
        rows = self._rows.copy()
        rows[..., 4], rows[..., 5] = clear[:, :-1], clear[:, 1:]
        along = self._depth[:, 1:] / np.maximum(now.depth, 1e-3)[:, None]
        rows[..., 6] = (paths.radius * 1.05)[:, None] * (0.25 + 0.75 * np.minimum(along, 1.0))
        newest = np.minimum((now.depth / paths.length * PIECES).astype(np.int64), PIECES - 1)
        every = np.arange(len(newest))
        rows[every, newest, 2], rows[every, newest, 3] = now.x, paths.y - now.depth
        rows[every, newest, 5] = presence * np.minimum(now.depth / (paths.radius * 3), 1.0)
        out = (now.share > 0.0) & (presence > 0.01)
        seen = (self._depth[:, :-1] < now.depth[:, None]) & (rows[..., 5] > FAINT)
        return rows[seen & out[:, None]]


class Swallowed:
    """Which of some drops at rest each run passes over, and when."""

    def __init__(self, paths: Paths, drops: Array) -> None:
        self._paths, self._drops = paths, drops
        self._passed_s = np.full((len(paths.x), len(drops)), NEVER_S)
        self.begin(np.arange(len(paths.x)))

    def begin(self, runs: Rows) -> None:
        """Find the drops on the ways of runs that begin anew."""
        paths, drops = self._paths, self._drops
        head = paths.radius[runs, None]
        depth = paths.y[runs, None] - drops[None, :, 1]
        on_way = (depth > -0.01) & (
            np.abs(paths.x_at(runs, depth) - drops[None, :, 0]) < head * 0.85 + drops[None, :, 2] * 0.85
        )
        self._passed_s[runs] = np.where(on_way, paths.passed_s(runs, depth - head * 0.5), NEVER_S)
        self._run, self._drop = np.nonzero(self._passed_s < NEVER_S)  # few: most runs pass most drops by
        self._when_s = self._passed_s[self._run, self._drop]

    def left(self, now: Moment, presence: Array) -> Array:
        """How much of each drop is left, 0..1; it grows back."""
        left = np.ones(len(self._drops))
        age_s = now.local_s[self._run] - self._when_s
        share = np.maximum(1.0 - age_s * (1 / 0.22), np.minimum((age_s - 5.0) / 16.0, 1.0))
        share[age_s <= 0.0] = 1.0
        gone = (1.0 - share) * (presence * (now.share > 0.0))[self._run]
        np.minimum.at(left, self._drop, 1.0 - gone)
        return left
