"""What a clapper does that hangs among tubes and is swung by the wind."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

_REBOUND_S = 0.08
"""It needs so long, at the least, from one tube to the next."""
_SWING_S, _SWING_RATIO = 0.42, 0.35
"""Having crossed to one tube it comes back after about so long, as often as this."""
_NEIGHBOUR_RATIO = 0.6


class Clapper:
    """Strokes at random moments, one after another, and which of the tubes each of them meets."""

    def __init__(self, chance: np.random.Generator, tubes: int) -> None:
        self._chance, self._tubes = chance, tubes
        self._at = int(chance.integers(tubes))
        self._rest_s = 0.0
        self._due = float(chance.exponential())
        self._swings_in_s = -1.0

    def step(self, rate_per_s: float, time_s: float) -> Iterator[tuple[float, int]]:
        """The strokes of the next moment as (seconds from its start, tube), at this mean rate.

        A Poisson process of first strokes, each followed by a return as often as `_SWING_RATIO`.
        """
        firsts = rate_per_s / (1.0 + _SWING_RATIO)
        at_s = 0.0
        while True:
            wait_s = self._due / firsts if firsts > 0.0 else np.inf
            returns = 0.0 <= self._swings_in_s < wait_s
            step_s = max(self._swings_in_s if returns else wait_s, self._rest_s)
            if at_s + step_s >= time_s:
                self._wait(time_s - at_s, firsts)
                return
            self._wait(step_s, firsts)
            at_s += step_s
            yield at_s, self._struck(returns)

    def _wait(self, step_s: float, firsts: float) -> None:
        self._rest_s = max(self._rest_s - step_s, 0.0)
        self._due = max(self._due - step_s * firsts, 0.0)
        if self._swings_in_s >= 0.0:
            self._swings_in_s = max(self._swings_in_s - step_s, 0.0)

    def _struck(self, returned: bool) -> int:
        """The tube that is met now; and when the next ones will be."""
        chance = self._chance
        if chance.random() < _NEIGHBOUR_RATIO:
            self._at += 1 if chance.random() < 0.5 else -1
        else:
            self._at += int(chance.integers(2, max(self._tubes - 1, 3)))
        self._at %= self._tubes
        self._rest_s = _REBOUND_S
        self._swings_in_s = -1.0
        if not returned:
            self._due = float(chance.exponential())
            if chance.random() < _SWING_RATIO:
                self._swings_in_s = _SWING_S * float(np.exp(0.25 * chance.standard_normal()))
        return self._at
