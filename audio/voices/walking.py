"""When somebody who walks slowly sets down a foot."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

_DRIFT, _KEPT = 0.04, 0.93
"""Deviation of the pace itself, and how much of it is left a step later."""
_BOUT_STEPS = (12.0, 60.0)
"""How many steps are walked without a stop."""
_SHORTEST_STOP_S, _LONGEST_STOP_S = 1.2, 90.0
_LOOK_S = 1.0
"""Who stands is asked again so much later, for the share of walking asked for may have changed meanwhile."""
_NEVER, _ALWAYS = 0.01, 0.99
"""Shares of walking below and above which they do not set out, or do not stop."""
_SLOWING = (1.5, 1.2)
"""The last steps before a stop, and the first after it, take this much longer."""


@dataclass(frozen=True, slots=True)
class Step:
    """One footfall."""

    after_s: float
    """From the footfall before it, or from the last time they were asked and stood."""
    left: bool
    firmness: float
    """About 1; less at the first and last steps of a bout."""


class Walk:
    """Steps one after another: never even, with a pace that wanders, and a stop now and then.

    The time of a step varies by some 3 percent about a mean that wanders over dozens of steps, each remembering
    those long before it (Hausdorff and others, "Is walking a random walk?", Journal of Applied Physiology 78,
    1995); on loose ground a little more.
    """

    def __init__(self, chance: np.random.Generator, uneven: float) -> None:
        """`uneven` is the deviation of single steps from the pace, as a part of it."""
        self._chance, self._uneven = chance, uneven
        self._left_to_go = 0
        self._walked_s, self._stood_s = 0.0, 0.0
        self._stop_share = 0.0
        self._in_bout = 0
        self._is_left = False
        self._pace = float(chance.standard_normal())
        self.rest_s = 0.0
        """How long to wait where there is no step."""

    def next(self, pace_per_min: float, walking_ratio: float) -> Step | None:
        """The next step; None while they stand, to be asked again after `rest_s`."""
        if walking_ratio < _NEVER:
            self._left_to_go = 0
        if self._left_to_go == 0:
            return None if self._stands(walking_ratio) else self._set_out(pace_per_min)
        self._left_to_go -= 1
        self._in_bout += 1
        first, last = self._in_bout <= 1, self._left_to_go
        slower = _SLOWING[last] if last < len(_SLOWING) else (_SLOWING[1] if first else 1.0)
        if walking_ratio > _ALWAYS:
            slower = 1.0
        after_s = self._stride_s(pace_per_min) * slower
        self._walked_s += after_s
        return self._step(after_s, 1.0 / slower**1.5)

    def _stands(self, walking_ratio: float) -> bool:
        """Whether the stop is too short yet, for the right share of time to be walked in the mean."""
        if walking_ratio < _NEVER:
            left_s = _LOOK_S
        elif walking_ratio > _ALWAYS or not self._stop_share:
            left_s = 0.0
        else:
            stop_s = self._walked_s * (1.0 / walking_ratio - 1.0) * self._stop_share
            left_s = min(max(stop_s, _SHORTEST_STOP_S), _LONGEST_STOP_S) - self._stood_s
        self.rest_s = min(left_s, _LOOK_S)
        self._stood_s += max(self.rest_s, 0.0)
        return left_s > 0.0

    def _set_out(self, pace_per_min: float) -> Step:
        """The first step after a stop; how long the next bout and stop will be."""
        low, high = _BOUT_STEPS
        self._left_to_go = int(low * (high / low) ** self._chance.random())
        self._stop_share = float(self._chance.uniform(0.6, 1.4))
        firmness = 0.8 if self._stood_s else 1.0
        self._in_bout, self._walked_s, self._stood_s = 0, 0.0, 0.0
        return self._step(self._stride_s(pace_per_min), firmness)

    def _stride_s(self, pace_per_min: float) -> float:
        chance = self._chance
        self._pace = _KEPT * self._pace + math.sqrt(1.0 - _KEPT**2) * float(chance.standard_normal())
        return 60.0 / pace_per_min * math.exp(_DRIFT * self._pace + self._uneven * float(chance.standard_normal()))

    def _step(self, after_s: float, firmness: float) -> Step:
        self._is_left = not self._is_left
        return Step(after_s, self._is_left, firmness * math.exp(0.12 * float(self._chance.standard_normal())))
