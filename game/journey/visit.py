"""A visit of some minutes: arrive, settle, deepen, return; a pure function of the time since it began."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

FADE_S = 30.0
LENGTHS_MIN = (3, 5, 10, 20)
LEAST_MIN, MOST_MIN = 0.5, 180.0


class Stage(Enum):
    """Where in a visit somebody is."""

    ARRIVE = "arrive"
    SETTLE = "settle"
    DEEPEN = "deepen"
    RETURN = "return"
    FADE = "fade"
    OVER = "over"


STARTS = ((0.0, Stage.ARRIVE), (0.15, Stage.SETTLE), (0.4, Stage.DEEPEN), (0.82, Stage.RETURN))
"""Share of the visit at which each stage begins."""
SETTLE_KNOTS = ((0.0, 0.0), (0.15, 0.2), (0.4, 0.7), (0.65, 1.0), (0.82, 1.0), (1.0, 0.25))
"""The signal `settle` at shares of the visit, with soft steps between."""


@dataclass(frozen=True)
class Bell:
    """A bell of the visit."""

    at_s: float
    strength: float


@dataclass(frozen=True)
class Visit:
    """A visit of `minutes`, followed by a fade of `FADE_S` seconds. Times are seconds since its start."""

    minutes: float

    def __post_init__(self) -> None:
        if not LEAST_MIN <= self.minutes <= MOST_MIN:
            raise ValueError(f"A visit lasts {LEAST_MIN:g} to {MOST_MIN:g} minutes.")

    @property
    def length_s(self) -> float:
        """Until the end bell."""
        return self.minutes * 60.0

    @property
    def end_s(self) -> float:
        """Until all has faded."""
        return self.length_s + FADE_S

    def progress(self, t_s: float) -> float:
        """How far along, 0..1."""
        return min(max(t_s / self.length_s, 0.0), 1.0)

    def stage(self, t_s: float) -> Stage:
        """The stage at a time."""
        if t_s >= self.end_s:
            return Stage.OVER
        if t_s >= self.length_s:
            return Stage.FADE
        return [stage for start, stage in STARTS if start <= self.progress(t_s)][-1]

    def settle(self, t_s: float) -> float:
        """The signal `settle`, 0..1: slowly up, a rest at the top, most of the way back; gone with the fade."""
        if t_s >= self.length_s:
            return SETTLE_KNOTS[-1][1] * self.light(t_s)
        p = self.progress(t_s)
        for (p0, level0), (p1, level1) in pairwise(SETTLE_KNOTS):
            if p < p1:
                x = (p - p0) / (p1 - p0)
                return level0 + (level1 - level0) * x * x * (3 - 2 * x)
        return SETTLE_KNOTS[-1][1]

    def light(self, t_s: float) -> float:
        """Picture and sound: 1 until the end bell, then a soft way to 0 over the fade."""
        x = min(max((t_s - self.length_s) / FADE_S, 0.0), 1.0)
        return 1.0 - x * x * (3 - 2 * x)

    def bells(self) -> tuple[Bell, ...]:
        """One to begin with, one to end with."""
        return Bell(0.0, 0.4), Bell(self.length_s, 0.6)

    def bells_between(self, after_s: float, until_s: float) -> Iterator[Bell]:
        """Bells that fall after one time and not after another; begin with a negative `after_s`."""
        return (bell for bell in self.bells() if after_s < bell.at_s <= until_s)
