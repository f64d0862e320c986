"""`Walks`: slow random movements that always come home (Ornstein-Uhlenbeck processes)."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

AHEAD = 32
"""Steps drawn at once: a call to the generator costs as much as the numbers it gives."""


class Walks:
    """A set of independent Ornstein-Uhlenbeck processes of zero mean and unit variance, advanced once a block.

    `tau_s`: time constant of each, any shape; the exact discrete form, so any step is stable.
    Source: Uhlenbeck and Ornstein, Physical Review 36 (1930) 823.
    """

    def __init__(self, chance: np.random.Generator, tau_s: ArrayLike, step_s: float) -> None:
        tau = np.asarray(tau_s, np.float64)
        self._chance = chance
        self._keep = np.exp(-step_s / tau)
        self._fresh = np.sqrt(1.0 - self._keep**2)
        self._draws = np.empty((AHEAD, *tau.shape))
        self._next = AHEAD
        self.now: NDArray[np.float64] = chance.standard_normal(tau.shape)

    def step(self) -> NDArray[np.float64]:
        """Advance by one step and return the present values (the same array every time)."""
        if self._next == AHEAD:
            self._chance.standard_normal(out=self._draws)
            self._draws *= self._fresh
            self._next = 0
        self.now *= self._keep
        self.now += self._draws[self._next]
        self._next += 1
        return self.now
