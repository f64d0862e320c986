"""A pattern meter: how much of the screen regular stripes of light and dark take, moving and still.

What provokes is many pairs of stripes over much of the sight, more so where they move, reverse or flicker (Wilkins,
Emmett and Harding, Characterizing the patterned images that precipitate seizures, Epilepsia 46, 2005; Ofcom's
guidance on flashing images and regular patterns). Light and dark are as far apart as for a flash, a tenth of the
greatest luminance, the darker below 0.8.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.comfort.stripes import CELLS, WINDOW, Floats, Look, Striped, coefficients, halved, look, striped
from game.comfort.turns import CHANGE, LINEAR, Grid, Mask, cells, luminance

MOVING_PAIRS, STILL_PAIRS = 5, 8
MOVING_RATIO, STILL_RATIO = 0.25, 0.40
"""So many pairs may not take more of the screen than this."""
TOLERANCE_PAIRS = 0.5
MOVED = 0.75
"""A wave that changed by so much of its strength, within a second, moves: an eighth of a pair further, or faded."""
MEMORY_S = 1.0
LOOKS = (4, 5)
"""Frames between looks at 30 a second, by turns: no steady drift can hide between them."""
TALLEST_PX = 360


@dataclass(frozen=True)
class Widest:
    """The most of the screen, 0..1, that so many pairs or more took so far, and when."""

    area_ratio: float = 0.0
    pairs: float = 0.0
    at_s: float = 0.0


class PatternMeter:
    """Give it every frame in turn with `see`; then ask `moving` and `still`. Memory: a second of small pictures.

    It finds stripes from five pairs across the screen down to a hundred or so in frames 320 pixels wide.
    """

    def __init__(self, frames_per_s: float) -> None:
        self._frames_per_s = frames_per_s
        self._seen, self._next, self._looks = 0, 0.0, 0
        self._recent: deque[tuple[float, Look]] = deque()
        self.moving, self.still = Widest(), Widest()

    @property
    def calm(self) -> bool:
        """Whether both limits are kept."""
        return self.moving.area_ratio <= MOVING_RATIO and self.still.area_ratio <= STILL_RATIO

    def see(self, frame: NDArray[np.uint8]) -> None:
        """Take the next frame, (height, width, 3) sRGB, at least 36 x 64; better 180 x 320."""
        if self._seen >= self._next:
            self._next += LOOKS[self._looks % 2] * max(self._frames_per_s / 30, 1 / 3)
            self._looks += 1
            self._look(frame, self._seen / self._frames_per_s)
        self._seen += 1

    def _look(self, frame: NDArray[np.uint8], at_s: float) -> None:
        sharp = luminance(LINEAR[frame])
        while sharp.shape[0] > TALLEST_PX:
            sharp = halved(sharp)
        now = look(sharp, luminance(cells(frame)))
        while self._recent and self._recent[0][0] < at_s - MEMORY_S:
            self._recent.popleft()
        found = list(striped(now))
        every = _taken(now, found, [np.ones(len(one.contrast), bool) for one in found])
        self.still = _wider(self.still, every, STILL_PAIRS, at_s)
        if every[0] > self.moving.area_ratio:
            moved = [self._moved(now, one) for one in found]
            self.moving = _wider(self.moving, _taken(now, found, moved), MOVING_PAIRS, at_s)
        self._recent.append((at_s, now))

    def _moved(self, now: Look, found: Striped) -> Mask:
        """Which of the windows found changed within the last second."""
        wave = coefficients(now.levels[found.level], found)
        moved: Mask = np.zeros(len(wave), bool)
        for _, then in self._recent:
            before = coefficients(then.levels[found.level], found)
            moved |= np.abs(wave - before) >= MOVED * np.maximum(np.abs(wave), np.abs(before))
        return moved


def _wider(known: Widest, taken: tuple[float, float], least_pairs: int, at_s: float) -> Widest:
    area_ratio, pairs = taken
    enough = pairs >= least_pairs - TOLERANCE_PAIRS and area_ratio > known.area_ratio
    return Widest(area_ratio, pairs, at_s) if enough else known


def _taken(seen: Look, found: list[Striped], kept: list[Mask]) -> tuple[float, float]:
    """How much of the screen the stripes take, and how many pairs one crosses from corner to corner."""
    strongest, pairs = np.zeros(CELLS), np.zeros((2, *CELLS))
    lively = spread(seen.sharp)
    for one, keep in zip(found, kept, strict=True):
        contrast, waves = _laid(one, keep)
        shape = seen.levels[one.level].shape
        own = lively if shape[0] >= 2 * WINDOW else widened(lively)  # there a pair is as wide as a cell
        where = (contrast > strongest) & (own >= CHANGE)
        strongest[where] = contrast[where]
        size = np.array(shape) / CELLS
        pairs[:, where] = np.abs(waves[:, where]) * size[:, None]
    down, across = pairs[0].sum(0).max(), pairs[1].sum(1).max()
    return float((strongest > 0).mean()), float(down + across)


def _laid(found: Striped, keep: Mask) -> tuple[Floats, Floats]:
    """Contrast and waves of what was found, at its cells of the grid."""
    contrast, waves = np.zeros(CELLS), np.zeros((2, *CELLS))
    if not len(found.cells):
        contrast[...] = found.contrast[keep].max(initial=0.0)
        waves += found.waves[keep].sum(0)[:, None, None]  # there is one window at most
        return contrast, waves
    down, across = found.cells[keep].T
    contrast[down, across] = found.contrast[keep]
    waves[:, down, across] = found.waves[keep].T
    return contrast, waves


def spread(picture: Grid) -> Grid:
    """How far light and dark are apart within each cell."""
    rows, columns = CELLS
    height, width = picture.shape[0] // rows, picture.shape[1] // columns
    blocks = picture[: height * rows, : width * columns].reshape(rows, height, columns, width)
    apart: Grid = blocks.max((1, 3)) - blocks.min((1, 3))
    return apart


def widened(grid: Grid) -> Grid:
    """The greatest of each cell and those around it."""
    rows, columns = grid.shape
    wide = np.pad(grid, 1)
    around = [wide[y : y + rows, x : x + columns] for y in range(3) for x in range(3)]
    greatest: Grid = np.max(around, axis=0)
    return greatest
