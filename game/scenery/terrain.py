"""Raising a mountain range: a field of heights in front of a skyline, and what its slopes face."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.scenery.noise import Array, line, ridged, smooth, value_noise

DEPTH = 0.62
"""From the foot to the far side of a range, in screen heights."""
CREST = 0.72
"""Where along the depth the skyline stands; behind it the ground falls away, unseen."""
NARROW = 1.4
"""Ranges narrower than this keep the breadth of their leading peak: it must not become a spike."""
LEAD = (0.17, 0.58)
"""How far from the gap the leading peak stands, as shares of the width: on its shoulder or far off."""


@dataclass(frozen=True)
class RangeShape:
    """What kind of range to raise. Lengths in screen heights."""

    width: float
    """Width of the range as it is laid out."""
    height: float
    peaks: int
    rough: float
    gap: float
    gap_x: float
    """Where the range lies low, 0..width."""


def skyline(shape: RangeShape, across: Array, chance: np.random.Generator) -> Array:
    """Height of the summits along the range, 0..1: one leading peak on the far side of the gap."""
    count = max(round(shape.peaks * shape.width / 1.9), 2)
    places = (np.arange(count) + chance.uniform(0.15, 0.85, count)) / count * shape.width
    tall = chance.uniform(0.34, 0.72, count)
    side = 1.0 if shape.gap_x < shape.width / 2 else -1.0
    lead = float(np.clip(shape.gap_x / shape.width + side * chance.uniform(*LEAD), 0.14, 0.86)) * shape.width
    places[np.argmin(np.abs(places - lead))] = lead
    tall[np.argmin(np.abs(places - lead))] = 1.0
    breadth = shape.width / count * chance.uniform(0.55, 1.15, count)
    breadth[np.argmax(tall)] = max(shape.width, NARROW) * chance.uniform(0.17, 0.44)
    away = np.hypot((across[:, None] - places) / breadth, 0.13)  # a summit, no needle
    line_up = (tall / (1.0 + (away * 1.35) ** 1.7)).max(axis=1)
    away_gap = (across - shape.gap_x) / (0.17 * min(shape.width, 2.0))
    return np.asarray((0.16 + 0.84 * line_up) * (1 - shape.gap * np.exp(-(away_gap**2))))


def raise_range(shape: RangeShape, rows: int, columns: int, chance: np.random.Generator) -> tuple[Array, Array]:
    """Heights in screen heights, shape (rows, columns), near to far; and distances of the rows, 0..DEPTH."""
    across, down = np.linspace(0, shape.width, columns), np.linspace(0, DEPTH, rows)
    bent = across + 0.06 * (line(chance, across * 3) - 0.5)
    crest = skyline(shape, bent, chance)
    rise = np.clip(down / (DEPTH * CREST), 0, 1)[:, None]
    fall = 1 - smooth(CREST, 1.0, down / DEPTH)[:, None]
    broken = ridged(chance, down * 5.2 + 0.3, across * 5.2, 7)
    broad = ridged(chance, down * 1.9, across * 1.9, 3)
    soft = value_noise(chance, down * 4, across * 4)
    wander = value_noise(chance, down * 9, across * 4) + 0.5 * value_noise(chance, down * 21, across * 9) - 0.75
    broken, broad = (_bent(field, across, 0.11 * wander) for field in (broken, broad))
    relief = (1 - shape.rough) * (0.70 + 0.30 * soft) + shape.rough * (0.42 + 0.34 * broad + 0.50 * broken)
    profile = rise ** (0.85 + 0.55 * shape.rough)
    return shape.height * crest * profile * fall * relief, down


def _bent(field: Array, across: Array, shift: Array) -> Array:
    """A field whose rows are pushed sideways, so that gullies wander and join and never run straight down."""
    rows = [np.interp(across + by, across, row) for row, by in zip(field, shift, strict=True)]
    return np.stack(rows)


def facing(heights: Array, width: float) -> tuple[Array, Array]:
    """Normals of the field: x to the right and y upward, each -1..1; the rest looks at the viewer."""
    rows, columns = heights.shape
    slope_z, slope_x = np.gradient(heights, DEPTH / (rows - 1), width / (columns - 1))
    length = np.sqrt(slope_x**2 + slope_z**2 + 1.0)
    return -slope_x / length, 1.0 / length


def range_mesh(shape: RangeShape, rows: int, columns: int, chance: np.random.Generator) -> NDArray[np.float32]:
    """Points of the surface, far to near so that painting in order hides what is hidden.

    Shape (rows, columns, 6): x 0..1 of the width, y in screen heights over the horizon, normal x and y,
    height as a share of the highest, and a grain of chance that breaks the edges of snow and woods.
    """
    heights, down = raise_range(shape, rows, columns, chance)
    normal_x, normal_y = facing(heights, shape.width)
    x = np.broadcast_to(np.linspace(0, 1, columns), heights.shape)
    grain = value_noise(chance, down * 70, np.linspace(0, shape.width * 70, columns))
    share = heights / max(float(heights.max()), 1e-6)
    sunk = heights * (1.0 - 0.25 * (down[:, None] - DEPTH * CREST)) - 0.004
    points = np.stack([x, sunk, normal_x, normal_y, share, grain], axis=-1)
    return points[::-1].astype(np.float32)


def unhidden(mesh: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Cells of a range mesh, far to near, that no nearer row hides; shape (rows - 1, columns - 1)."""
    y = mesh[::-1, :, 1]
    before = np.maximum.accumulate(y, axis=0)
    over = y[1:] >= before[:-1] - 1e-4
    return (over[:, 1:] | over[:, :-1])[::-1]
