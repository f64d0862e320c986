"""Sand that the wind moves: snakes of it up the backs of dunes, and veils of it behind their crests."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray

from game.scenery.desert.lie import Desert
from game.scenery.desert.sand import HALF, HEIGHT, WIND_X, WIND_Z, Array, X, Z, crest_height, crest_line

POINTS = 96
DOWN_WIND = (-1.0, -0.66, -0.36, -0.14, 0.0, 0.18, 0.5, 1.0)
"""Where the rows of the net lie: before the crest, in reaches of its snakes; behind, in lengths of its veil."""
SNAKES = 3.4
"""How much farther snakes are seen than the veil."""
NEAREST_M, FARTHEST_M = 12.0, 620.0
FLOATS = 6
"""Of a corner: x and y (screen heights), place along the crest in lengths of the veil, place down the wind as
above, strength, chance."""


def veils(desert: Desert) -> Generator[None, None, NDArray[np.float32]]:
    """Corners of triangles, three rows each: shape (n, FLOATS). In slices."""
    found = [np.zeros((0, FLOATS), np.float32)]
    for index, dune in enumerate(desert.dunes):
        found.append((yield from _net(desert, dune, index)))
    return np.concatenate(found)


def _net(desert: Desert, dune: Array, index: int) -> Generator[None, None, NDArray[np.float32]]:
    along = np.linspace(-0.97, 0.97, POINTS) * dune[HALF]
    top = crest_height(dune, along)
    crest = _at(desert, dune, along, crest_line(dune, along))
    near = np.maximum(crest[1], 2.0)
    long = np.clip(1.7 + near * 0.092, 3.0, 28.0)
    there = (crest[1] > NEAREST_M) & (crest[1] < FARTHEST_M) & (top > 2.5)
    yield
    if not there.any():
        return np.zeros((0, FLOATS), np.float32)
    there &= desert.seen(crest[0], near) & (np.abs(_over_ground(desert, crest) - top) < 0.15 * top + 1.0)
    yield
    strength = np.convolve(there, np.ones(7) / 7, "same") ** 2 * there
    strength = strength * np.clip(top / (0.62 * dune[HEIGHT]), 0, 1) * np.exp(-near / 560)
    rows = []
    for place in DOWN_WIND:
        rows.append(_row(desert, dune, along, long, place, strength, index))
        yield
    return _quads(np.stack(rows))


def _row(
    desert: Desert, dune: Array, along: Array, long: Array, place: float, strength: Array, index: int
) -> NDArray[np.float64]:
    """One line of the net, along the crest: shape (POINTS, FLOATS)."""
    away = place * long * (SNAKES if place < 0 else 1.0)
    x, z = _at(desert, dune, along, crest_line(dune, along) + away)
    z = np.maximum(z, 2.0)
    crest_x, crest_z = _at(desert, dune, along, crest_line(dune, along))
    over = 0.03 * long + (0.17 * place - 0.09 * place * place) * long if place > 0 else 0.01 * long
    y = (desert.height(crest_x, np.maximum(crest_z, 2.0)) if place > 0 else desert.height(x, z)) + over
    seen = strength if place >= 0 else strength * desert.seen(x, z, 0.6)
    across, up = desert.on_screen(x, y, z)
    ones = np.ones_like(along)
    return np.stack([across, up, along / long, ones * place, seen, ones * (index * 7.3 % 31)], axis=-1)


def _at(desert: Desert, dune: Array, along: Array, down: Array) -> tuple[Array, Array]:
    """X and Z of places so far along a dune and down its wind."""
    x = dune[X] + dune[WIND_X] * down - dune[WIND_Z] * along
    return x * desert.lee, dune[Z] + dune[WIND_Z] * down + dune[WIND_X] * along


def _over_ground(desert: Desert, at: tuple[Array, Array]) -> Array:
    return desert.height(*at) - desert.ground(*at)


def _quads(net: NDArray[np.float64]) -> NDArray[np.float32]:
    a, b, c, d = net[:-1, :-1], net[:-1, 1:], net[1:, :-1], net[1:, 1:]
    felt = np.max([corner[..., 4] for corner in (a, b, c, d)], axis=0) > 0.02
    quads = np.stack([a, b, c, b, d, c], axis=2)[felt]
    return np.asarray(quads.reshape(-1, FLOATS), np.float32)
