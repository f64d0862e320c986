"""A flash meter: counts the flashes in a stream of frames, by area.

Two opposing changes make a flash; `game.comfort.turns` says what a change is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.comfort.areas import fullest_field, largest_area
from game.comfort.turns import LuminanceTurns, Mask, RedTurns, cells, luminance

FIELD_RATIO = 0.25
AREA_RATIO = 0.01
"""Ours: nobody knows how close a visitor sits, so a hundredth of the screen already counts."""
MOST_WCAG, MOST_OURS = 3, 1
"""Flashes allowed in any one second: over a quarter of a field (WCAG), over a connected hundredth (ours)."""


@dataclass(frozen=True)
class Worst:
    """The worst second so far."""

    ours: int = 0
    """Most flashes in one second that a connected hundredth of the screen reached."""
    wcag: int = 0
    """The same for a quarter of any ten-degree field."""
    at_s: float = 0.0
    """When `ours` was reached."""

    @property
    def calm(self) -> bool:
        """Whether both limits are kept."""
        return self.ours <= MOST_OURS and self.wcag <= MOST_WCAG


class FlashMeter:
    """Give it every frame in turn with `see`; then ask `general` and `red`. Memory: one second of small masks."""

    def __init__(self, frames_per_s: float) -> None:
        self._frames_per_s = frames_per_s
        self._seen = 0
        self._luminance: LuminanceTurns | None = None
        self._red: RedTurns | None = None
        self._recent = (_Second(frames_per_s), _Second(frames_per_s))
        self.general = Worst()
        self.red = Worst()

    @property
    def calm(self) -> bool:
        """Whether neither kind of flash went over a limit so far."""
        return self.general.calm and self.red.calm

    def see(self, frame: NDArray[np.uint8]) -> None:
        """Take the next frame, (height, width, 3) sRGB, at least 36 x 64."""
        colour = cells(frame)
        if self._luminance is None or self._red is None:
            self._luminance, self._red = LuminanceTurns(luminance(colour)), RedTurns(colour)
        at_s = self._seen / self._frames_per_s
        self.general = self._recent[0].add(self._luminance.changed(luminance(colour)), at_s, self.general)
        self.red = self._recent[1].add(self._red.changed(colour), at_s, self.red)
        self._seen += 1


class _Second:
    """The changes of the last second, and how many flashes they make over an area."""

    def __init__(self, frames_per_s: float) -> None:
        self._masks: deque[Mask] = deque(maxlen=max(round(frames_per_s), 1))

    def add(self, changes: Mask, at_s: float, worst: Worst) -> Worst:
        """Take the newest changes; returns the worst of before and now."""
        self._masks.append(changes)
        if not changes.any():
            return worst
        flashes = np.stack(self._masks).sum(axis=0) // 2
        ours = _most(flashes, worst.ours, lambda mask: largest_area(mask) > AREA_RATIO * mask.size)
        wcag = _most(flashes, worst.wcag, lambda mask: fullest_field(mask) >= FIELD_RATIO)
        return Worst(ours, wcag, at_s if ours > worst.ours else worst.at_s)


def _most(flashes: NDArray[np.intp], known: int, reached: Callable[[Mask], bool]) -> int:
    """The highest number of flashes whose cells fill the area asked for; at least what is known."""
    for count in range(int(flashes.max()), known, -1):
        if reached(flashes >= count):
            return count
    return known
