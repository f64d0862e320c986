"""How the light shown on a garden goes after the hour, when its maps take longer to make than the hour to pass."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

FADE_S = 1.5
"""From one step's light to the next at the fastest; by the clock alone it takes minutes."""
Pair = tuple[int, int]


@dataclass
class LightWalk:
    """Two steps of the day and how far the light shown is from the first to the second; it never leaps.

    Where the hour has gone far away (a laptop woke up, a clock was set) the walk first comes to rest on one of its
    two steps, then fades to one near the hour as soon as there is a map of that.
    """

    steps: int
    """In a day."""
    pair: Pair
    mix: float
    _onward: bool = False

    def step(self, place: float, ready: Iterable[int], dt_s: float) -> None:
        """Go on towards a place of the day (0..steps) over the steps that are ready."""
        goal = self._goal(place)
        if self.pair == goal:
            self._move(place - int(place), dt_s)
            return
        end = self._end(goal)
        self._move(float(end), dt_s)
        if self.mix != end:
            return
        self._onward = False
        here = self.pair[end]
        if here in goal and set(goal) <= set(ready):
            self.pair, self.mix = goal, float(goal.index(here))
        elif here not in goal and (there := self._nearest(place, ready)) != here:
            self.pair, self.mix, self._onward = (here, there), 0.0, True

    def wanted(self, place: float, begun: int | None, ready: Container[int]) -> int | None:
        """The step to make a map of next; one begun is carried through while it is nearer than what is shown."""
        goal = self._goal(place)
        if self.pair == goal:
            after = (goal[1] + 1) % self.steps
            return None if after in ready else after
        here = self.pair[self._end(goal)]
        if here in goal:
            other = goal[1 - goal.index(here)]
            return None if other in ready else other
        if begun is not None and self._away(place, begun) < self._away(place, here):
            return begun
        return None if goal[0] in ready else goal[0]

    def _goal(self, place: float) -> Pair:
        now = int(place) % self.steps
        return now, (now + 1) % self.steps

    def _end(self, goal: Pair) -> int:
        """Which of the two to come to rest on."""
        if self._onward or self.pair[1] == goal[0]:
            return 1
        if self.pair[0] in goal:
            return 0
        return int(self.pair[1] in goal or self.mix > 0.5)

    def _move(self, to: float, dt_s: float) -> None:
        most = dt_s / FADE_S
        self.mix += min(max(to - self.mix, -most), most)

    def _nearest(self, place: float, ready: Iterable[int]) -> int:
        return min(ready, key=lambda step: self._away(place, step))

    def _away(self, place: float, step: int) -> float:
        return abs((step - place + self.steps / 2) % self.steps - self.steps / 2)
