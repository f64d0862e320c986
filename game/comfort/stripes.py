"""Where a picture has regular stripes of light and dark: how much of it, how many pairs, how fine.

A window is laid about each cell of a grid, at some sizes, and one over the whole picture. Its spectrum tells the
strongest wave of five pairs and more in it, and how like itself the window is, moved on by one such pair, whether
what stands there is regular: blinds, bars, rows of small things are alike then; trunks, grass and a single bright
edge are not, nor is what narrows so fast (furrows to the horizon) that no five pairs are of one width.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from game.comfort.turns import CHANGE, DARK_BELOW, Grid

Floats = NDArray[np.float64]
Spectra = NDArray[np.complexfloating]

CELLS = (9, 16)
"""Rows and columns of the grid; the picture is this wide too, so its cells are squares."""
WINDOW = 32
"""Pixels; in the picture, and in the picture halved and halved again for as long as the window fits."""
LEAST_PAIRS = 4.5
"""In one window: five, and half a pair of tolerance."""
FINEST_PX = 2.8
"""A pair of stripes narrower than this is no longer drawn, only guessed."""
REGULAR = 0.6
"""Likeness with itself, one pair further, from which stripes are regular."""
WIDER_RATIO = 0.3
"""Waves as much longer are shades that lie over stripes. Of hard edges three times as wide the third overtone is
no stripe of its own: those are asked."""
WIDEST_PX = 5.6
"""Over the whole picture, 64 wide, only pairs wider than this are asked for: the windows find the others."""


@dataclass(frozen=True)
class Look:
    """A picture's luminance, at every size a window looks at: (height, width), the finest first; (36, 64) last."""

    levels: Sequence[Grid]

    @property
    def sharp(self) -> Grid:
        """The finest of them."""
        return self.levels[0]


@dataclass(frozen=True)
class Striped:
    """What one size of window found. All arrays have one entry a window."""

    level: int
    corners: NDArray[np.intp]
    """(n, 2): the window's upper left pixel."""
    cells: NDArray[np.intp]
    """(n, 2): row and column of the cell it stands for; empty for the window over everything."""
    waves: Floats
    """(n, 2): cycles a pixel of its level, down and across."""
    contrast: Floats
    """Luminance of light less dark."""


def look(luminance: Grid, whole: Grid) -> Look:
    """Make the sizes ready of a luminance (height, width) and the same on the grid of (36, 64)."""
    levels = [luminance]
    while min(levels[-1].shape) >= 2 * WINDOW:
        levels.append(halved(levels[-1]))
    return Look([*levels, whole])


def halved(picture: Grid) -> Grid:
    """Half as many pixels each way, each the mean of four."""
    height, width = (side // 2 * 2 for side in picture.shape)
    quarters = picture[:height, :width].reshape(height // 2, 2, width // 2, 2)
    mean: Grid = quarters.mean((1, 3))
    return mean


def striped(seen: Look) -> Iterator[Striped]:
    """The windows that show stripes, size by size."""
    for level in range(len(seen.levels) - 1):
        yield _found(seen, level, WINDOW, WINDOW)
    yield _found(seen, len(seen.levels) - 1, *seen.levels[-1].shape)


def coefficients(picture: Grid, found: Striped) -> Spectra:
    """How strong the wave of each window found is in this picture, and in which phase."""
    if not len(found.corners):
        return np.zeros(0, complex)
    height, width = window_of(found, picture)
    windows = _cut(picture, found.corners, height, width)
    down = np.exp(-2j * np.pi * found.waves[:, :1] * np.arange(height))
    across = np.exp(-2j * np.pi * found.waves[:, 1:] * np.arange(width))
    tapered = (windows - windows.mean((1, 2), keepdims=True)) * taper(height, width)
    strength: Spectra = np.einsum("nhw,nh,nw->n", tapered, down, across, optimize=True)
    return strength


def window_of(found: Striped, picture: Grid) -> tuple[int, int]:
    """Height and width of the windows of what was found."""
    return (WINDOW, WINDOW) if len(found.cells) else (picture.shape[0], picture.shape[1])


@cache
def taper(height: int, width: int) -> Grid:
    """A Hann window, (height, width)."""
    sides = (0.5 - 0.5 * np.cos(2 * np.pi * (np.arange(side) + 0.5) / side) for side in (height, width))
    both: Grid = np.outer(*sides).astype(np.float32)
    return both


def _found(seen: Look, level: int, height: int, width: int) -> Striped:
    picture, whole = seen.levels[level], level == len(seen.levels) - 1
    cells = np.argwhere(np.ones((1, 1) if whole else CELLS))
    corners = _corners(cells, picture.shape, height, width) if not whole else np.zeros((1, 2), np.intp)
    windows = _cut(picture, corners, height, width)
    lively = windows.var((1, 2)) >= (CHANGE / 4) ** 2
    windows, corners, cells = windows[lively], corners[lively], cells[lively]
    power = _power(windows)
    waves, swing = _strongest(power, _asked(height, width))
    clear = (2 * swing >= CHANGE) & (windows.mean((1, 2)) - swing < DARK_BELOW)
    waves, contrast = waves[clear], 2 * swing[clear]
    regular = _likeness(power[clear], waves) >= REGULAR
    corners, cells = corners[clear][regular], cells[clear][regular]
    return Striped(level, corners, cells[: 0 if whole else None], waves[regular], contrast[regular])


def _corners(cells: NDArray[np.intp], shape: tuple[int, ...], height: int, width: int) -> NDArray[np.intp]:
    """Upper left pixels of windows about the cells, all inside the picture."""
    middles = (cells + 0.5) * np.array(shape) / np.array(CELLS)
    most = np.array(shape) - (height, width)
    corners: NDArray[np.intp] = np.clip(np.round(middles - (height / 2, width / 2)), 0, most).astype(np.intp)
    return corners


def _cut(picture: Grid, corners: NDArray[np.intp], height: int, width: int) -> Grid:
    every = np.lib.stride_tricks.sliding_window_view(picture, (height, width))
    windows: Grid = every[corners[:, 0], corners[:, 1]]
    return windows


def _strongest(power: Grid, asked: Grid) -> tuple[Floats, Floats]:
    """Of each window's spectrum the strongest wave asked for: cycles a pixel, and its amplitude."""
    count, height, width = power.shape
    if not count:
        return np.zeros((0, 2)), np.zeros(0)
    down, across = _frequencies(height, width)
    at = np.argmax((power * asked).reshape(count, -1), axis=1)
    row, column = np.unravel_index(at, (height, width))
    near = np.arange(-1, 2)
    rows, columns = (row[:, None] + near) % height, (column[:, None] + near) % width
    lobe = power[np.arange(count)[:, None, None], rows[:, :, None], columns[:, None, :]]
    energy = lobe.sum((1, 2)) + 1e-12
    shift = np.stack([(lobe.sum(2) * near).sum(1), (lobe.sum(1) * near).sum(1)], axis=1) / energy[:, None]
    middle = np.stack([down[row, column], across[row, column]], axis=1)
    return middle + shift / (height, width), 2 * np.sqrt(energy) / (1.5 * taper(height, width).sum())


@cache
def _asked(height: int, width: int) -> Grid:
    """1 for the waves that are asked for in a window or over the whole picture, 0 for the others."""
    down, across = _frequencies(height, width)
    fine = np.hypot(down, across)
    if (height, width) == (WINDOW, WINDOW):
        asked = (fine * WINDOW >= LEAST_PAIRS) & (fine <= 1 / FINEST_PX)
    else:
        asked = (np.abs(down) * height + np.abs(across) * width >= LEAST_PAIRS) & (fine <= 1 / WIDEST_PX)
    return asked.astype(np.float32)


def _likeness(power: Grid, waves: Floats) -> Floats:
    """How like itself each window is one pair of stripes further, -1..1; what is much wider is left out."""
    _, height, width = power.shape
    down, across = _frequencies(height, width)
    square = (waves**2).sum(1)
    step = (waves / square[:, None]).astype(np.float32)  # pixels from one pair to the next
    fine = np.hypot(down, across) >= WIDER_RATIO * np.sqrt(square)[:, None, None]
    turned = np.cos(2 * np.pi * (step[:, 0, None, None] * down + step[:, 1, None, None] * across))
    power = power * fine
    overlap = _overlap(np.abs(step[:, 0]) / height) * _overlap(np.abs(step[:, 1]) / width)
    alike: Floats = (power * turned).sum((1, 2)) / (power.sum((1, 2)) + 1e-12) / overlap
    return alike


def _overlap(lag_ratio: Grid) -> Grid:
    """How much of a Hann window's energy is left when it is laid over itself, moved on by a part of its width."""
    turn = 2 * np.pi * lag_ratio
    some: Grid = ((1 - lag_ratio) * (2 + np.cos(turn)) + 3 / (2 * np.pi) * np.sin(turn)) / 3
    return np.maximum(some, np.float32(0.05))


def _power(windows: Grid) -> Grid:
    tapered = (windows - windows.mean((1, 2), keepdims=True)) * taper(*windows.shape[1:])
    spectrum = np.fft.fft2(tapered)
    return (spectrum.real**2 + spectrum.imag**2).astype(np.float32, copy=False)


@cache
def _frequencies(height: int, width: int) -> tuple[Grid, Grid]:
    """Cycles a pixel of each bin, down and across."""
    down, across = np.meshgrid(np.fft.fftfreq(height), np.fft.fftfreq(width), indexing="ij")
    return down.astype(np.float32), across.astype(np.float32)
