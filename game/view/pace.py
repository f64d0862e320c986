"""Holding the frame rate: how finely a scene can be painted on this machine."""

from __future__ import annotations

import math
from statistics import quantiles

SCALES = (1.0, 0.9, 0.8, 0.667, 0.57, 0.5, 0.4, 0.333, 0.25)
SMALLEST_HEIGHT_PX = 280
"""Coarser than this a picture is soft to the eye; then rather fewer frames."""
WINDOW = 14
"""Frames looked at together."""
FIXED_RATIO = 0.15
"""Share of a frame's cost that does not shrink with the scale (Python, calls, the last pass)."""
TOO_SLOW_RATIO = 1.12
FAR_TOO_SLOW_RATIO = 1.6
"""So slow that one look is enough, unless the scene is slow to make again."""
MOST_LOOKS = 8
ROOMY_RATIO = 0.78
PATIENCE = 9
LONGEST_PATIENCE = 600


class Pace:
    """Chooses the internal scale from what frames cost; changes seldom, and by one jump.

    Cost of a frame is about `fixed + area * k`, so the scale that meets a budget is
    `scale * sqrt((budget - fixed) / (cost - fixed))`. A step up that proved wrong makes the next one wait
    twice as long, so it never swings to and fro.
    """

    def __init__(self, budget_ms: float, height_px: int = 720) -> None:
        self.budget_ms = budget_ms
        self.scale = 1.0
        self.reluctance = 1.0
        """How much more than usual it takes to change: for scenes that are slow to make again."""
        self._costs_ms: list[float] = []
        self._slow_windows = 0
        self._roomy_windows = 0
        self._patience = PATIENCE
        self._came_up = False
        self.fit(height_px)

    def fit(self, height_px: int) -> None:
        """The output has this height."""
        self._scales = [s for s in SCALES if s * height_px >= SMALLEST_HEIGHT_PX or s == 1.0]
        self.settle(max(self.scale, self._scales[-1]))

    def frame(self, cost_ms: float) -> float | None:
        """Take one frame's cost; returns a new scale when it pays to change."""
        self._costs_ms.append(cost_ms)
        if len(self._costs_ms) < WINDOW:
            return None
        typical_ms = quantiles(self._costs_ms, n=10)[3]
        self._costs_ms.clear()
        wanted = self.fitting(typical_ms)
        if typical_ms > self.budget_ms * TOO_SLOW_RATIO:
            return self._too_slow(typical_ms, wanted)
        return self._maybe_roomy(self.fitting(typical_ms / ROOMY_RATIO))

    def fitting(self, cost_ms: float) -> float:
        """The finest scale whose predicted cost stays inside the budget, given a cost at the present one."""
        fixed_ms = FIXED_RATIO * cost_ms
        room_ms = max(self.budget_ms - fixed_ms, 0.05 * self.budget_ms)
        ideal = self.scale * math.sqrt(room_ms / max(cost_ms - fixed_ms, 1e-3))
        return next((s for s in self._scales if s <= ideal), self._scales[-1])

    def best(self, cost_ms: float) -> float:
        """The scale to begin with, given a cost at the present one: finer only where there is room to spare."""
        fitting = self.fitting(cost_ms)
        return fitting if fitting < self.scale else max(self.scale, self.fitting(cost_ms / ROOMY_RATIO))

    def settle(self, scale: float) -> None:
        """Begin anew at a scale (another world, another size)."""
        self.scale = scale
        self._costs_ms.clear()
        self._slow_windows = self._roomy_windows = 0

    def forget(self) -> None:
        """Drop the costs gathered so far; they were of an unusual moment."""
        self._costs_ms.clear()

    def _too_slow(self, typical_ms: float, wanted: float) -> float | None:
        self._roomy_windows = 0
        self._slow_windows += 1
        far = typical_ms > self.budget_ms * FAR_TOO_SLOW_RATIO
        looks = min(round(self.reluctance) + (0 if far else 1), MOST_LOOKS)
        if self._slow_windows < looks or self.scale <= self._scales[-1]:
            return None
        if self._came_up:
            self._patience = min(self._patience * 2, LONGEST_PATIENCE)
        self._came_up = False
        finer = [s for s in self._scales if s < self.scale]
        self.settle(min(wanted, finer[0]))
        return self.scale

    def _maybe_roomy(self, roomy: float) -> float | None:
        self._slow_windows = 0
        self._roomy_windows = self._roomy_windows + 1 if roomy > self.scale else 0
        if self._roomy_windows < self._patience * self.reluctance:
            return None
        self._came_up = True
        self.settle(roomy)
        return self.scale
