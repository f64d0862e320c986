"""Some runs together with all they leave behind them."""

from __future__ import annotations

import numpy as np

from game.scenery.pane.runs import Array, Moment, Paths, Rows, held
from game.scenery.pane.traces import Beads, Instances, Swallowed, Trails


class Flow:
    """Runs over a pane where `resting` drops (drops, 3: x, y, radius) stand in their way."""

    def __init__(self, paths: Paths, resting: Array) -> None:
        self.paths = paths
        self._beads, self._trails, self._swallowed = Beads(paths), Trails(paths), Swallowed(paths, resting)

    def begin(self, runs: Rows) -> None:
        """These runs have begun anew."""
        for part in (self._beads, self._trails, self._swallowed):
            part.begin(runs)

    def drops(self, now: Moment, presence: Array) -> list[Instances]:
        """Rows (drops, 6) of the heads and of the beads behind them."""
        return [heads(now, presence), self._beads.rows(now, presence)]

    def trails(self, now: Moment, presence: Array) -> Instances:
        """Rows (pieces, 7) of cleared track."""
        return self._trails.rows(now, presence)

    def left(self, now: Moment, presence: Array) -> Array:
        """How much of each resting drop is left."""
        return self._swallowed.left(now, presence)


def heads(now: Moment, presence: Array) -> Instances:
    """(runs, 6) for the shader: the drop at the front of each run."""
    paths, rows = now.paths, np.empty((len(now.x), 6), np.float32)
    grown = held(now.local_s / paths.hold_s) ** 0.6
    rows[:, 0], rows[:, 1] = now.x, paths.y - now.depth
    rows[:, 2] = paths.radius * (0.30 + 0.70 * grown) * (1 - 0.20 * now.share) * presence * (now.local_s > 0)
    rows[:, 3] = paths.shape[:, 5]
    rows[:, 4] = 1.08 + np.minimum(now.speed * 4.0, 0.55)
    rows[:, 5] = np.minimum(np.maximum(now.speed * 3.2, 0.12), 0.72)
    return rows
