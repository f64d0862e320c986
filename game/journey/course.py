"""A visit under way: what it asks of picture and sound now."""

from __future__ import annotations

import math

from game.journey.visit import Bell, Stage, Visit

GLIDE_S = 4.0
"""Settle glides to where the visit has it, so that beginning again or ending early never jumps."""


class Course:
    """At most one visit under way, in world time."""

    def __init__(self) -> None:
        self.visit: Visit | None = None
        self.settle = 0.0
        self._start_s = 0.0
        self._before_s = 0.0
        self._elapsed_s = 0.0

    @property
    def stage(self) -> Stage | None:
        """The stage of the visit; None while there is no visit."""
        return self.visit.stage(self._elapsed_s) if self.visit else None

    @property
    def light(self) -> float:
        """Of picture and sound: 1 while nothing fades."""
        return self.visit.light(self._elapsed_s) if self.visit else 1.0

    def begin(self, visit: Visit, t_s: float) -> None:
        """Set out, whatever was before."""
        self.visit = visit
        self._start_s = t_s
        self._before_s = -1.0
        self._elapsed_s = 0.0

    def end(self) -> None:
        """No visit any more."""
        self.visit = None

    def step(self, t_s: float, dt_s: float) -> list[Bell]:
        """Move on to a world time; returns the bells to ring now."""
        bells: list[Bell] = []
        goal = 0.0
        if self.visit is not None:
            self._elapsed_s = t_s - self._start_s
            bells = list(self.visit.bells_between(self._before_s, self._elapsed_s))
            self._before_s = self._elapsed_s
            goal = self.visit.settle(self._elapsed_s)
        self.settle += (goal - self.settle) * (1 - math.exp(-dt_s / GLIDE_S))
        return bells
