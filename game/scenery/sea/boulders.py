"""Rocks on the bed of the sea: piles of boulders with a lit relief, sunk in the sand. Sketches in screen heights.

What has no light in such a sketch is not there (see `reef.frag`): so stones fade into a soft shade where sand
begins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.scenery.growing.sketch import Sketch
from game.scenery.noise import line, smooth, value_noise

Array = NDArray[np.float64]
CELL = 0.0056
"""Size of a cell of a stone's skin, in screen heights."""
MOST_ACROSS, MOST_UP = 68, 22
SHADE = 0.060
"""Light of the shade on the sand at a stone's foot: less than half of it covers."""
PEBBLES = 3.0
"""On average about one pile."""


@dataclass(frozen=True)
class Pile:
    """Stones that lie together."""

    shades: list[Sketch]
    """On the sand: to be drawn before any stone."""
    stones: list[Sketch]
    top: Callable[[float], float]
    """Height of their skyline at a place."""


def pile(chance: np.random.Generator, x: float, broad: float, height: float, foot: float) -> Pile:
    """Boulders about a place, so broad to each side, from behind forwards."""
    shades, stones, skylines = [_shade(x, broad * 1.12, height * 0.30, foot)], [], []
    for at, half, tall, down in _plan(chance, broad, height):
        stone, skyline = boulder(chance, x + at, half, tall, foot - down)
        stones.append(stone)
        skylines.append(skyline)
        shades.append(_shade(x + at, half * 1.15, tall * 0.25, foot - down))
    for _ in range(int(chance.poisson(PEBBLES))):
        half = height * float(np.clip(chance.lognormal(-2.2, 0.5), 0.05, 0.24))
        at, down = chance.normal(0, 0.8) * broad, height * chance.uniform(0.2, 0.75)
        shades.append(_shade(x + at, half * 1.5, half * 0.5, foot - down))
        stones.append(boulder(chance, x + at, half, half * chance.uniform(0.5, 0.9), foot - down)[0])
    places = np.linspace(x - broad, x + broad, 160)
    top = np.max([np.interp(places, *skyline, left=foot, right=foot) for skyline in skylines], axis=0)
    return Pile(shades, stones, lambda place: float(np.interp(place, places, top)))


def _plan(chance: np.random.Generator, broad: float, height: float) -> list[tuple[float, float, float, float]]:
    """Place, half width, height and how far in front, of each boulder of a pile, from behind forwards."""
    lead = broad * chance.uniform(-0.35, 0.35)
    found = [(lead, broad * chance.uniform(0.42, 0.58), height, 0.0)]
    count = int(chance.integers(3, 7))
    for i in range(count):
        side = -1.0 if i % 2 else 1.0
        out = chance.uniform(0.25, 0.72)
        tall = height * (1.02 - out) * chance.uniform(0.7, 1.1)
        half = min(tall * chance.uniform(1.3, 2.6), broad * (1 - out))
        found.append((side * out * broad + 0.25 * lead, half, tall, height * (0.08 + 0.20 * (i + 1) / count)))
    return found


def boulder(
    chance: np.random.Generator, x: float, half: float, height: float, foot: float, *, in_sand: bool = True
) -> tuple[Sketch, tuple[Array, Array]]:
    """One stone, and its skyline: places and heights. Not `in_sand`, it has grown from another."""
    across = int(np.clip(2 * half / CELL, 14, MOST_ACROSS))
    rows = int(np.clip(height / CELL * 1.2, 6, MOST_UP))
    u, up = np.linspace(-1, 1, across), np.linspace(0, 1, rows)[:, None]
    lean = chance.uniform(-0.3, 0.3)
    round_ = np.clip(1 - np.abs(u) ** chance.uniform(2.0, 3.2), 0, 1) ** 0.55
    top = height * round_ * (0.60 + 0.55 * line(chance, (u + 1) * 1.7 + 0.2, 5) + 0.22 * lean * u)
    base = -0.10 * height * np.sqrt(np.clip(1 - u * u, 0, 1)) * (0.6 + 0.8 * line(chance, (u + 1) * 3, 3))
    at_x = x + half * (u + 0.05 * (line(chance, (u + 1) * 4, 3) - 0.5))
    at_y = foot + base + (top - base) * up
    relief = _relief(chance, half / max(height, 1e-6), across, rows)
    side, light = _lit(top, at_x, up, relief, across)
    if in_sand:
        light *= _out_of_the_sand(chance, u, up)
    turf = smooth(0.50, 0.72, _noise(chance, rows, across, 3.0, 2.0)) * 0.22 * up
    corners = np.stack(np.broadcast_arrays(at_x[None, :], at_y, side, light, turf), axis=-1)
    return skin(corners), (at_x, foot + top)


def _relief(chance: np.random.Generator, slender: float, across: int, rows: int) -> Array:
    """How far a stone's skin stands out, about 0..1: hollows and ledges, coarse and fine."""
    wide = 2.2 * min(max(slender, 0.7), 3.0)
    coarse = _noise(chance, rows, across, 2.3, wide)
    middle = _noise(chance, rows, across, 5.0, wide * 2.3)
    fine = _noise(chance, rows, across, 11.0, wide * 5.0)
    return np.asarray(0.55 * np.abs(2 * coarse - 1) + 0.30 * middle + 0.15 * fine)


def _noise(chance: np.random.Generator, rows: int, across: int, up: float, aside: float) -> Array:
    return value_noise(chance, np.linspace(0, up, rows), np.linspace(0, aside, across))


def _lit(top: Array, at_x: Array, up: Array, relief: Array, across: int) -> tuple[Array, Array]:
    """How far each place is turned aside, and how much light from above it gets."""
    along_up, along_x = np.gradient(relief)
    rows = len(relief)
    slope = np.gradient(top, at_x)
    side = np.clip(-slope * (0.35 + 0.75 * up) - along_x * across * 0.16, -1, 1)
    turned_up = 0.55 * smooth(0.10, 1.0, up) - along_up * rows * 0.20
    light = 0.28 + 0.86 * turned_up + 0.26 * (relief - 0.45) - 0.08 * np.abs(side)
    return side, np.clip(light, 0.16, 0.95)


def _out_of_the_sand(chance: np.random.Generator, u: Array, up: Array) -> Array:
    """0 where sand lies against a stone, in an uneven line, to 1."""
    drift = 0.22 * line(chance, (u + 1) * 3.5, 4) + 0.10 * (1 - np.sqrt(np.clip(1 - u * u, 0, 1)))
    return np.asarray(smooth(0.0, 0.30, up - drift[None, :]))


def _shade(x: float, half: float, tall: float, foot: float) -> Sketch:
    """A soft shade on the sand, thickest in its middle."""
    turn, out = np.linspace(0, 2 * np.pi, 25)[None, :], np.linspace(0, 1, 6)[:, None]
    light = SHADE * (1 - out**1.5) + 0 * turn
    zero = np.zeros_like(light)
    return skin(
        np.stack(
            [x + half * out * np.cos(turn), foot - 0.75 * tall + tall * out * np.sin(turn), zero, light, zero],
            axis=-1,
        )
    )


def skin(points: Array) -> Sketch:
    """Two triangles for each cell of a grid (rows, columns, 5)."""
    a, b, c, d = points[:-1, :-1], points[:-1, 1:], points[1:, :-1], points[1:, 1:]
    return np.concatenate([np.stack(t, axis=2).reshape(-1, 3, 5) for t in ((a, b, c), (b, d, c))])
