"""Where weed stands and how its blades grow, as one mesh for each bed of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
STALK_STEPS = 16
STALK_HALF_WIDTH = 0.0022
CLUMP = 3
"""How many stalks stand close together, on average."""
TIP_BLADES = 2
MARGIN, INSIDE = 0.04, 0.05
"""How far beyond the screen's sides they would stand, and how far from there they do, in its widths: no leaf
comes in of a plant that is not seen."""


@dataclass(frozen=True)
class Bed:
    """What a bed of weed is planned by; lengths in screen heights."""

    stalks: int
    height: float
    blade: float
    thick_ratio: float
    open_ratio: float


def places(chance: np.random.Generator, count: int, open_ratio: float, heavy: int) -> Array:
    """Where stalks stand, 0..1 across the screen: in clumps from both sides, more on the heavy one (-1 or 1)."""
    reach = (1 - open_ratio) / 2 + MARGIN
    middle = 0.0
    found = np.empty(count)
    side = heavy
    for i in range(count):
        if i % CLUMP == 0:
            side = heavy if chance.random() < 0.62 or i == 0 else -heavy
            middle = chance.random() ** 1.25 * reach * (1.1 if side == heavy else 0.8)
        inward = min(INSIDE + abs(middle + chance.normal(0, 0.022) - INSIDE), reach) - MARGIN
        found[i] = inward if side < 0 else 1 - inward
    return found


def weed(chance: np.random.Generator, bed: Bed, aspect: float, heavy: int, steps: int) -> tuple[Array, Array]:
    """Vertices (n, 10) and triangles (m, 3): along and across, root (x, height, phase, size), blade (angle, length,
    half width, chance); a blade's length is 0 for its stalk. Stalks come one after the other, far to near."""
    count = max(round(bed.stalks * min(aspect / 2, 2.0)), 2)
    across = places(chance, count, bed.open_ratio, heavy)
    parts = [_stalk(chance, bed, float(x) * aspect, float(x), steps) for x in across]
    vertices = [vertices for vertices, _ in parts]
    first = np.cumsum([0, *(len(part) for part in vertices[:-1])])
    return np.concatenate(vertices), np.concatenate(
        [index + at for (_, index), at in zip(parts, first, strict=True)]
    )


def _stalk(chance: np.random.Generator, bed: Bed, x: float, across: float, steps: int) -> tuple[Array, Array]:
    outer = min(abs(across - 0.5) * 2, 1.0)
    height = bed.height * chance.uniform(0.62, 1.15) * (0.72 + 0.28 * outer)
    size = bed.height * 0.9
    root = np.array([x, height, chance.random() * 6.3 + across * 5, size])
    width = STALK_HALF_WIDTH * (0.5 + bed.blade * 4)
    stalk = _strips(root[None], np.array([[0.0, 0.0, width, chance.random()]]), STALK_STEPS)
    blades = _strips(*_blades(chance, bed, root), steps)
    return np.concatenate([stalk[0], blades[0]]), np.concatenate([stalk[1], blades[1] + len(stalk[0])])


def _blades(chance: np.random.Generator, bed: Bed, root: Array) -> tuple[Array, Array]:
    """Roots and blades up one stalk, to and fro, and a tuft at its tip."""
    count = max(round(root[1] / bed.blade * (1.8 + 2.6 * bed.thick_ratio)), 3)
    up = np.concatenate([(np.arange(count) + 0.9 * chance.random(count)) / count, np.full(TIP_BLADES, 1.0)])
    side = np.where((np.arange(count) + (chance.random(count) < 0.18)) % 2 == 0, 1, -1)
    out = chance.uniform(0.35, 1.2, count)
    angle = np.concatenate([np.where(side > 0, out, np.pi - out), np.pi / 2 + chance.normal(0, 0.55, TIP_BLADES)])
    length = bed.blade * chance.uniform(0.8, 1.55, len(up)) * (1.12 - 0.30 * up)
    roots = np.tile(root, (len(up), 1))
    roots[:, 1] *= 0.06 + 0.94 * up
    own = chance.random(len(up))
    half = length * 0.033 * (0.75 + 0.6 * own * 7 % 1)
    return roots, np.stack([angle, length, half, own], axis=1)


def _strips(roots: Array, blades: Array, steps: int) -> tuple[Array, Array]:
    """A strip of so many steps for each row."""
    along = np.repeat(np.linspace(0, 1, steps + 1), 2)
    strip = np.stack([along, np.tile([-1.0, 1.0], steps + 1)], axis=1)
    each = len(strip)
    vertices = np.hstack([np.tile(strip, (len(roots), 1)), np.repeat(np.hstack([roots, blades]), each, axis=0)])
    cell = 2 * np.arange(steps)[:, None] + [0, 1, 2, 1, 3, 2]
    index = (each * np.arange(len(roots))[:, None] + cell.reshape(1, -1)).reshape(-1, 3)
    return vertices, index
