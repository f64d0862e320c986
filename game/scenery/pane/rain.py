"""The rain's own runs: each drop gathers somewhere, lets go, runs off the pane and begins again elsewhere."""

from __future__ import annotations

import numpy as np

from game.scenery.pane.runs import Array, Moment, Paths, Rows, held

RUNS_PER_HEIGHT = 21
FADE_S = 22.0


class Rain:
    """Endless runs over a pane `aspect` heights wide. Which are out depends on the density (0..1)."""

    def __init__(self, aspect: float, seed: int) -> None:
        self.aspect, self._seed = aspect, seed
        self.count = max(round(RUNS_PER_HEIGHT * aspect), 6)
        chance = np.random.default_rng([seed, 1])
        self._phase = chance.random(self.count)
        self._order = chance.permutation(self.count) / self.count
        """A run is out while the density is above this."""
        self._lane = chance.permutation(self.count)
        self._cycle = np.full(self.count, -1, np.int64)
        self.begun: Rows = np.zeros(0, np.int64)
        """The runs that have begun anew since the time asked for before."""
        n = self.count
        self.period_s = 34.0 + 46.0 * chance.random(n)
        x, y, radius, length, hold_s, run_s, fade_s = (np.ones(n) for _ in range(7))
        self.paths = Paths(x, y, radius, length, hold_s, run_s, fade_s * FADE_S, np.zeros((n, 6)))

    def at(self, t_s: float) -> Moment:
        """All runs at a time."""
        turn = t_s / self.period_s + self._phase
        cycle = np.floor(turn).astype(np.int64)
        self.begun = np.flatnonzero(cycle != self._cycle)
        for i in self.begun:
            self._begin(int(i), int(cycle[i]))
        if len(self.begun):
            self.paths.tables(self.begun)
            self._cycle = cycle
        return self.paths.at((turn - cycle) * self.period_s)

    def presence(self, density: float, moment: Moment) -> Array:
        """How much of each run is there, 0..1: thinned out by density, gone by the end of its turn."""
        wanted = held((density - self._order) * 8.0 + 0.5)
        local_s = moment.local_s
        return np.asarray(wanted * np.minimum(np.minimum((self.period_s - local_s) / 3.0, local_s / 0.8), 1.0))

    def _begin(self, i: int, cycle: int) -> None:
        """Draw where run `i` starts in one of its turns, and how it will go."""
        chance = np.random.default_rng([self._seed, 2, i, cycle])
        a, b, c, d, e = chance.random(5)
        paths = self.paths
        lane = (self._lane[i] + cycle * 7) % self.count
        paths.x[i] = (lane + a) / self.count * self.aspect
        paths.y[i] = 0.42 + 0.66 * b
        paths.radius[i] = 0.0105 + 0.0115 * c * c
        paths.length[i] = paths.y[i] + 0.12
        paths.hold_s[i] = 2.0 + 5.0 * d
        paths.run_s[i] = min(paths.length[i] / (0.050 + 0.11 * e), self.period_s[i] - paths.hold_s[i] - 8.0)
        paths.shape[i] = chance.random(6)
