"""Sheets that repeat without a seam: slopes of ripples, and the walls between bubbles that foam is drawn from."""

from __future__ import annotations

from collections.abc import Callable, Generator

import numpy as np
from numpy.typing import NDArray

from game.scenery.bakes import Arrays, Work

Sheet = NDArray[np.float32]
SIDE = 512
"""Pixels of a sheet each way."""
COARSE, FINE = 13, 34
"""Cells of foam across a sheet."""
WALL = 0.85
"""How far from the wall between two cells its thickness is still felt, in cells."""
NUMBER = np.fft.fftfreq(SIDE, 1 / SIDE).astype(np.float32)
"""Waves across a sheet, for each column of a spectrum."""
Spectrum = NDArray[np.complex64]
Bias = Callable[[Sheet, Sheet], Sheet]


def sheets(chance: np.random.Generator) -> Work:
    """Two sheets of four bytes a pixel. "ripples": slope across, slope away, relief of sand, slow noise. "foam":
    coarse walls, fine walls, slow noise, grains."""
    waves = yield from _field(chance, 1.9, 5, 70, _combed)
    across = yield from _real(waves * 1j * NUMBER[None])
    away = yield from _real(waves * 1j * NUMBER[:, None])
    grain = yield from _field(chance, 1.55, 2, 120)
    relief = yield from _real(grain * 1j * NUMBER[:, None])
    clouds = yield from _field(chance, 1.35, 2, 90)
    slow = yield from _real(clouds)
    slow /= slow.std()
    grains = chance.random((SIDE, SIDE), dtype=np.float32)
    yield
    scale = 0.16 / float(away.std())
    sand = -relief * (0.13 / float(relief.std())) + 0.16 * (grains - 0.5)
    ripples = [0.5 + across * scale * 1.5, 0.5 + away * scale, 0.5 + sand, 0.5 + slow * 0.17]
    yield
    coarse = yield from _walls(chance, COARSE, 0.22)
    fine = yield from _walls(chance, FINE, 0.25)
    foam = _bytes(foam=[coarse, fine, 0.5 + slow * 0.17, 0.35 + 0.65 * grains])
    yield
    return {**_bytes(ripples=ripples), **foam}


def plain() -> Arrays:
    """Sheets of one pixel, until the others are made: calm water, smooth sand, no foam."""
    return _bytes(ripples=[np.full((1, 1), 0.5, np.float32)] * 4, foam=[np.zeros((1, 1), np.float32)] * 4)


def _bytes(**channels: list[Sheet]) -> Arrays:
    return {
        name: np.round(np.clip(np.stack(parts, axis=-1), 0, 1) * 255).astype(np.uint8)
        for name, parts in channels.items()
    }


def _field(
    chance: np.random.Generator, power: float, low: float, high: float, bias: Bias | None = None
) -> Generator[None, None, Spectrum]:
    """The spectrum of noise that falls with a power of the wavenumber, between two of them."""
    across, up = np.meshgrid(NUMBER, NUMBER)
    number = np.maximum(np.hypot(across, up), 1.0)
    size = number**-power * (number >= low) * np.exp(-((number / high) ** 2))
    size[0, 0] = 0.0
    yield
    if bias is not None:
        size *= bias(across, up)
    white = np.fft.fft(chance.standard_normal((SIDE, SIDE), dtype=np.float32), axis=1)
    yield
    white = np.fft.fft(white, axis=0)
    yield
    return np.asarray(white * size, np.complex64)


def _real(spectrum: Spectrum) -> Generator[None, None, Sheet]:
    """What a spectrum stands for."""
    half = np.fft.ifft(spectrum, axis=0)
    yield
    found = np.fft.ifft(half, axis=1).real.astype(np.float32)
    yield
    return found


def _combed(across: Sheet, up: Sheet) -> Sheet:
    """Ripples that run towards the beach: long across, short away."""
    return np.asarray(np.exp(-((across / (np.abs(up) + 4)) ** 2) * 0.55))


def _walls(chance: np.random.Generator, cells: int, warp: float) -> Generator[None, None, Sheet]:
    """1 on the walls between cells, 0 in their middles: how much farther the second nearest of scattered points is
    than the nearest (Worley 1996), over a bent plane so that no wall is straight."""
    points = chance.random((2, cells, cells), dtype=np.float32)
    bent = []
    for _ in range(2):
        spectrum = yield from _field(chance, 1.7, 1, 22)
        noise = yield from _real(spectrum)
        bent.append(noise / noise.std() * warp)
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32) / SIDE * cells
    x, y = x + bent[0], y + bent[1]
    cell_x, cell_y = np.floor(x).astype(np.int32), np.floor(y).astype(np.int32)
    first, second = np.full_like(x, 9.0), np.full_like(x, 9.0)
    for step in range(9):
        near_x, near_y = cell_x + step % 3 - 1, cell_y + step // 3 - 1
        at = points[:, near_y % cells, near_x % cells]
        far = np.hypot(near_x + at[0] - x, near_y + at[1] - y)
        second = np.minimum(second, np.maximum(first, far))
        first = np.minimum(first, far)
        yield
    return np.asarray(1.0 - np.clip((second - first) / WALL, 0.0, 1.0), np.float32)
