"""`Walks`: slow random movements that always come home (Ornstein-Uhlenbeck processes)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

AHEAD = 64
"""Steps made at once: a call to numpy costs as much as hundreds of the numbers it gives."""

Path = NDArray[np.float64]
"""Values of many steps, shape (steps, ...)."""


class Walks:
    """A set of independent Ornstein-Uhlenbeck processes of zero mean and unit variance, advanced once a block.

    `tau_s`: time constant of each, any shape; the exact discrete form, so any step is stable. `bend` makes of a
    path, shape (steps, *shape of tau), what a step shall give, shape (steps, ...).
    Source: Uhlenbeck and Ornstein, Physical Review 36 (1930) 823.
    """

    def __init__(
        self,
        chance: np.random.Generator,
        tau_s: ArrayLike,
        step_s: float,
        bend: Callable[[Path], Path] | None = None,
    ) -> None:
        tau = np.asarray(tau_s, np.float64)
        self._chance, self._bend = chance, bend
        self._keep = np.exp(-step_s / tau)
        self._fresh = np.sqrt(1.0 - self._keep**2)
        self._last: NDArray[np.float64] = chance.standard_normal(tau.shape)
        self._path = np.empty((AHEAD, *tau.shape))
        self._given: Path = self._path
        self._next = AHEAD

    def step(self) -> NDArray[np.float64]:
        """Advance by one step and return the present values; they hold until the next step."""
        if self._next == AHEAD:
            self._go_on()
        self._next += 1
        now: NDArray[np.float64] = self._given[self._next - 1]
        return now

    def _go_on(self) -> None:
        """Make the next steps, as running sums in ever longer strides (Hillis and Steele, CACM 29, 1986)."""
        path = self._path
        self._chance.standard_normal(out=path)
        path *= self._fresh
        path[0] += self._keep * self._last
        stride, keep = 1, self._keep
        while stride < AHEAD:
            path[stride:] += keep * path[:-stride]
            stride, keep = 2 * stride, keep * keep
        self._last[...] = path[-1]
        if self._bend:
            bent = self._bend(path)
            # Kept in one place, so that what is held never changes.
            if self._given is path:
                self._given = bent
            else:
                self._given[...] = bent
        self._next = 0
