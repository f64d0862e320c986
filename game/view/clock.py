"""World time: it only ever moves forward, at most a little at once, and can rest."""

from __future__ import annotations

from collections.abc import Callable

LONGEST_STEP_S = 0.25
SOFT_START_S = 1.5


class Clock:
    """World time in seconds, moved by `advance` and by nothing else.

    `now_s` may be any steadily rising time (`time.perf_counter`, the position of the sound). A jump of it,
    forwards or backwards (a machine that slept, a clock that was set), moves the world by one short step at most.
    """

    def __init__(self, now_s: Callable[[], float]) -> None:
        self._now_s = now_s
        self._before_s = now_s()
        self._pace_ratio = 1.0
        self.t_s = 0.0
        self.dt_s = 0.0
        self.resting = False

    def advance(self) -> float:
        """Move to now; returns and keeps the step in seconds, 0 to `LONGEST_STEP_S`."""
        now_s = self._now_s()
        step_s = min(max(now_s - self._before_s, 0.0), LONGEST_STEP_S)
        self._before_s = now_s
        if self.resting:
            step_s = 0.0
        self._pace_ratio = min(self._pace_ratio + step_s / SOFT_START_S, 1.0)
        self.dt_s = step_s * self._pace_ratio
        self.t_s += self.dt_s
        return self.dt_s

    def rest(self) -> None:
        """Stand still until `wake`."""
        self.resting = True

    def wake(self) -> None:
        """Go on from where it rested, gathering pace over `SOFT_START_S`."""
        if self.resting:
            self.resting = False
            self._pace_ratio = 0.1
            self._before_s = self._now_s()
