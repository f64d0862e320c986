"""A flash meter: counts the flashes in a stream of frames, by area.

A flash is a pair of opposing changes of relative luminance by 0.1 or more, the darker side below 0.8; a red flash
is a way into and out of saturated red, R / (R + G + B) >= 0.8, over more than 0.2 in CIE 1976 u'v'
(WCAG 2.2, success criterion 2.3.1, general flash and red flash thresholds).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Grid = NDArray[np.float32]
Mask = NDArray[np.bool_]

ROWS, COLUMNS = 36, 64
CHANGE = 0.10
DARK_BELOW = 0.80
RED_SHARE = 0.80
RED_DISTANCE = 0.20
VISIBLE_RED = 0.02
"""Linear red below which a colour is black to the eye, whatever its share."""
FIELD = (ROWS // 3, COLUMNS // 3)
"""Ten degrees of sight at a usual distance: a third of the screen each way."""
FIELD_RATIO = 0.25
AREA_RATIO = 0.01
"""Ours: nobody knows how close a visitor sits, so a hundredth of the screen already counts."""
MOST_WCAG, MOST_OURS = 3, 1
"""Flashes allowed in any one second: over a quarter of a field (WCAG), over a connected hundredth (ours)."""

_CODE = np.arange(256) / 255
LINEAR = np.where(_CODE <= 0.04045, _CODE / 12.92, ((_CODE + 0.055) / 1.055) ** 2.4).astype(np.float32)
LUMINANCE = np.array([0.2126, 0.7152, 0.0722], np.float32)
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], np.float32)


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
        self._luminance: _Luminance | None = None
        self._red: _Red | None = None
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
            self._luminance, self._red = _Luminance(colour @ LUMINANCE), _Red(colour)
        at_s = self._seen / self._frames_per_s
        self.general = self._recent[0].add(self._luminance.changed(colour @ LUMINANCE), at_s, self.general)
        self.red = self._recent[1].add(self._red.changed(colour), at_s, self.red)
        self._seen += 1


def cells(frame: NDArray[np.uint8]) -> Grid:
    """Mean linear light of each cell of the grid, (36, 64, 3)."""
    height, width = (frame.shape[0] // ROWS, frame.shape[1] // COLUMNS)
    cropped = LINEAR[frame[: height * ROWS, : width * COLUMNS]]
    means: Grid = cropped.reshape(ROWS, height, COLUMNS, width, 3).mean((1, 3))
    return means


class _Luminance:
    """Finds each cell's turns: changes by `CHANGE` or more from its last extreme, each opposing the one before."""

    def __init__(self, first: Grid) -> None:
        self._low, self._high = first.copy(), first.copy()
        self._way = np.zeros(first.shape, np.int8)
        """1 after a change up, -1 after one down, 0 before any."""

    def changed(self, now: Grid) -> Mask:
        """The cells in which a change was completed with this frame."""
        np.minimum(self._low, now, out=self._low)
        np.maximum(self._high, now, out=self._high)
        up: Mask = (self._way <= 0) & (now - self._low >= CHANGE) & (self._low < DARK_BELOW)
        down: Mask = (self._way >= 0) & (self._high - now >= CHANGE) & (now < DARK_BELOW)
        self._way[up], self._way[down] = 1, -1
        self._high[up], self._low[down] = now[up], now[down]
        return up | down


class _Red:
    """Finds the ways into and out of saturated red."""

    def __init__(self, first: Grid) -> None:
        self._uv, self._is_red = chromaticity(first), saturated_red(first)

    def changed(self, now: Grid) -> Mask:
        """The cells that came to or left red with this frame."""
        uv, is_red = chromaticity(now), saturated_red(now)
        turned: Mask = (np.hypot(*(uv - self._uv)) > RED_DISTANCE) & (is_red != self._is_red)
        self._uv = np.where(turned, uv, self._uv)
        self._is_red = np.where(turned, is_red, self._is_red)
        return turned


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


def largest_area(mask: Mask) -> int:
    """Cells of the largest connected area (corners connect)."""
    left = {(int(y), int(x)) for y, x in np.argwhere(mask)}
    largest = 0
    while left:
        edge, size = [left.pop()], 0
        while edge:
            y, x = edge.pop()
            size += 1
            near = {(y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)} & left
            left -= near
            edge.extend(near)
        largest = max(largest, size)
    return largest


def fullest_field(mask: Mask) -> float:
    """The largest share that any ten-degree field has of the mask."""
    rows, columns = FIELD
    total = np.zeros((ROWS + 1, COLUMNS + 1))
    total[1:, 1:] = mask.cumsum(0).cumsum(1)
    fields = total[rows:, columns:] - total[:-rows, columns:] - total[rows:, :-columns] + total[:-rows, :-columns]
    return float(fields.max()) / (rows * columns)


def chromaticity(colour: Grid) -> Grid:
    """CIE 1976 (u', v') of linear sRGB, shape (2, rows, columns)."""
    x, y, z = np.moveaxis(colour @ XYZ.T, -1, 0)
    below = x + 15 * y + 3 * z + 1e-6
    return np.stack([4 * x / below, 9 * y / below])


def saturated_red(colour: Grid) -> Mask:
    """Where red is nearly all there is."""
    red: Grid = colour[..., 0]
    mask: Mask = (red >= RED_SHARE * colour.sum(-1)) & (red >= VISIBLE_RED)
    return mask
