"""Values that glide instead of jumping."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

NEAR = 5e-4
"""So near, -66 dB, a gain may end its way within a block, unheard."""


class Ramp:
    """A gain that reaches each new value in a straight line over one block: no step, no zipper noise.

    A change of 6 dB over a block leaves less than −100 dB above 4 kHz.
    """

    def __init__(self, value: float, block: int) -> None:
        self.value = value
        self._rise = np.arange(1, block + 1, dtype=np.float32) / np.float32(block)
        self._gain = np.empty(block, np.float32)

    def apply(self, samples: NDArray[np.float32], goal: float) -> None:
        """Multiply `samples`, shape (..., block), in place; a gain that stands costs one multiplication or none."""
        if goal != self.value or goal != 1.0:
            self.carry(samples, goal, samples)

    def carry(self, samples: NDArray[np.float32], goal: float, out: NDArray[np.float32]) -> None:
        """The same written to another array."""
        if goal == self.value:
            np.multiply(samples, np.float32(goal), out=out)
            return
        np.multiply(self._rise, np.float32(goal - self.value), out=self._gain)
        self._gain += np.float32(self.value)
        np.multiply(samples, self._gain, out=out)
        self.value = goal


class Slew:
    """A number that moves to its goal along a raised cosine in a set time, and knows when it is there."""

    def __init__(self, value: float) -> None:
        self.value = value
        self._from = self.goal = value
        self._done_ratio, self._time_s = 1.0, 1.0

    @property
    def arrived(self) -> bool:
        """Whether the goal is reached."""
        return self._done_ratio >= 1.0

    def head_for(self, goal: float, time_s: float) -> None:
        """Start from the present value towards a goal; a time of 0 arrives with the next step."""
        self._from, self.goal = self.value, goal
        self._time_s, self._done_ratio = max(time_s, 1e-6), 0.0

    def step(self, dt_s: float) -> float:
        """Move on by `dt_s` and return the value."""
        if self._done_ratio >= 1.0:
            return self.value
        self._done_ratio, self.value = self._done_after(dt_s), self.ahead(dt_s)
        return self.value

    def ahead(self, dt_s: float) -> float:
        """What it will be in `dt_s`."""
        if self._done_ratio >= 1.0:
            return self.value
        eased = 0.5 - 0.5 * math.cos(math.pi * self._done_after(dt_s))
        return self._from + (self.goal - self._from) * eased

    def _done_after(self, dt_s: float) -> float:
        return min(1.0, self._done_ratio + dt_s / self._time_s)


class Fading:
    """A number that comes nearer to its goal by the same part in every step; it begins at its first goal."""

    def __init__(self, time_s: float, step_s: float) -> None:
        """`time_s`: time constant, after which 37 % of the way is left."""
        self._part = -math.expm1(-step_s / time_s)
        self._value: float | None = None

    def step(self, goal: float) -> float:
        """Move on by one step and return the value."""
        before = goal if self._value is None else self._value
        self._value = before + self._part * (goal - before)
        return self._value


class Pursuit:
    """A number that pursues its goal however often that moves, like a critically damped spring: without overshoot,
    and without losing speed each time the goal moves on, as an eased move begun anew would. What moves steadily it
    follows a quarter of `time_s` behind; what jumped it has reached to 0.3 % after `time_s`."""

    def __init__(self, value: float, time_s: float) -> None:
        self.value = self.goal = value
        self._rate_hz = 8.0 / time_s
        self._speed = 0.0

    @property
    def arrived(self) -> bool:
        """Whether the goal is reached."""
        return self.value == self.goal and self._speed == 0.0

    def jump(self, goal: float) -> None:
        """Be there at once."""
        self.value, self.goal, self._speed = goal, goal, 0.0

    def step(self, dt_s: float) -> float:
        """Move on by `dt_s` and return the value; exact for any step."""
        if self.arrived:
            return self.value
        off, rate_hz = self.value - self.goal, self._rate_hz
        drive, left = (self._speed + rate_hz * off) * dt_s, math.exp(-rate_hz * dt_s)
        self._speed = (self._speed - rate_hz * drive) * left
        off = (off + drive) * left
        if abs(off) < NEAR and abs(self._speed) < NEAR * rate_hz:
            off = self._speed = 0.0
        self.value = self.goal + off
        return self.value
