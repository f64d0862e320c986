"""Nets of light under rippled water: rays through a surface, counted where they arrive, on tiles that repeat."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray

from game.scenery.bakes import Work

Tile = NDArray[np.float32]
SIZE = 512
SPREAD_PX = 11.0
"""How far the slope of the water throws a ray aside, in pixels of the tile (standard deviation)."""
BETWEEN = (0.0, 0.5)
"""Rays start at each pixel and half-way between."""
SOFT = 6.5
"""How much of its finest detail a net loses."""
BRIGHTEST, COMPRESSED = 3.4, 0.62
"""So many times the mean is full brightness; the rest is compressed, so that no crossing glares."""


def nets(chance: np.random.Generator) -> Work:
    """Pixels (size, size, 4): two nets of light that are laid over each other, grain, waves of sand."""
    first = yield from _net(chance, 13)
    second = yield from _net(chance, 15)
    grain = 0.5 + 0.18 * _noise(chance, 1.4, 1, 60)
    yield
    waves = yield from _sand_waves(chance)
    pixels = np.empty((SIZE, SIZE, 4), np.uint8)
    for i, part in enumerate((first, second, grain, waves)):
        pixels[..., i] = np.clip(part, 0, 1) * 255
        yield
    return {"net": pixels}


def _wavenumbers() -> tuple[Tile, Tile, Tile]:
    """Down and across, in waves a tile, and their length (never 0)."""
    down = np.fft.fftfreq(SIZE, 1 / SIZE)[:, None].astype(np.float32)
    across = np.fft.rfftfreq(SIZE, 1 / SIZE)[None, :].astype(np.float32)
    return down, across, np.maximum(np.hypot(down, across), 1e-3)


def _spectrum(chance: np.random.Generator, power: float, low: float, high: float) -> NDArray[np.complex64]:
    """Of noise whose amplitude falls with the wavenumber to a power, between two of them."""
    _, _, length = _wavenumbers()
    shape = length**-power * (length >= low) * np.exp(-((length / high) ** 2))
    white = np.fft.rfft2(chance.standard_normal((SIZE, SIZE), dtype=np.float32))
    return np.asarray(white * shape, np.complex64)


def _noise(chance: np.random.Generator, power: float, low: float, high: float) -> Tile:
    field = np.fft.irfft2(_spectrum(chance, power, low, high))
    return np.asarray(field / field.std(), np.float32)


def _net(chance: np.random.Generator, finest: float) -> Generator[None, None, Tile]:
    """One net, 0..1, in slices."""
    down, across, _ = _wavenumbers()
    water = _spectrum(chance, 2.0, 2, finest)
    yield
    slopes = [2j * np.pi * water * down, 2j * np.pi * water * across]
    steep = []
    for slope in slopes:
        steep.append(np.fft.irfft2(slope).std())
        yield
    scale = SPREAD_PX / np.hypot(*steep)
    counted = np.zeros(SIZE * SIZE)
    place = np.arange(SIZE, dtype=np.float32)
    for up in BETWEEN:
        for aside in BETWEEN:
            turn = np.exp(2j * np.pi * (down * up + across * aside) / SIZE)
            thrown = []
            for slope in slopes:
                thrown.append(np.fft.irfft2(slope * turn) * scale)
                yield
            row = np.floor(place[:, None] + up + thrown[0]).astype(np.int32) % SIZE
            column = np.floor(place[None, :] + aside + thrown[1]).astype(np.int32) % SIZE
            yield
            counted += np.bincount((row * SIZE + column).ravel(), minlength=SIZE * SIZE)
            yield
    smooth = np.exp(-((np.hypot(down, across) / SIZE * SOFT) ** 2))
    light = np.fft.irfft2(np.fft.rfft2(counted.reshape(SIZE, SIZE)) * smooth) / len(BETWEEN) ** 2
    return np.asarray((np.clip(light, 0, None) / BRIGHTEST).clip(0, 1) ** COMPRESSED, np.float32)


def _sand_waves(chance: np.random.Generator) -> Generator[None, None, Tile]:
    """Crests that run together and part again, as swell leaves them in sand; 0..1."""
    place = np.arange(SIZE, dtype=np.float32) / SIZE
    bent = _noise(chance, 1.8, 1, 9)
    yield
    broken = _noise(chance, 1.6, 3, 24)
    yield
    crest = np.sin(2 * np.pi * (place[:, None] * 20 + place[None, :] * 6 + bent * 0.9 + broken * 0.22))
    return np.asarray(0.5 + 0.5 * crest * np.clip(0.6 + 0.5 * broken, 0, 1), np.float32)
