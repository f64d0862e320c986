"""A level that glides to where it is sent."""

from __future__ import annotations


class Fade:
    """A level 0..1 that eases in and out (smoothstep) from wherever it is to a goal; never jumps."""

    def __init__(self, level: float = 0.0) -> None:
        self._from = self._goal = level
        self._seconds = 0.0
        self._passed_s = 0.0
        self.level = level

    @property
    def done(self) -> bool:
        """Whether the goal is reached."""
        return self.level == self._goal

    @property
    def goal(self) -> float:
        """Where it is going, or stands."""
        return self._goal

    def send(self, goal: float, seconds: float) -> None:
        """Set out for a goal, to be reached in `seconds` from now."""
        self._from, self._goal = self.level, goal
        self._seconds, self._passed_s = seconds, 0.0
        if seconds <= 0.0:
            self.level = goal

    def jump(self, level: float) -> None:
        """Stand at a level at once: where something else has already brought the eye there."""
        self.level = self._from = self._goal = level

    def step(self, dt_s: float) -> float:
        """Move on by a time step; returns the level."""
        if not self.done:
            self._passed_s += dt_s
            x = min(self._passed_s / self._seconds, 1.0)
            self.level = self._goal if x >= 1.0 else self._from + (self._goal - self._from) * x * x * (3 - 2 * x)
        return self.level
