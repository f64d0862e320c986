"""A stretch of meadow in slabs: each a strip of blades between two lines along the slope, all on one sheet."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass

import numpy as np

from game.scenery.meadow.blades import blades, ears
from game.scenery.meadow.lie import Lie
from game.scenery.noise import Array

COLUMN = 0.046
"""Width of a cell of the mesh, in screen heights."""
ROWS = 3
CHUNK = 1500
"""Blades made in a slice."""
ROOM = 0.006
"""Clear room between slabs on the sheet, in screen heights."""
THINNEST = 0.0011
DEEPEST_STEP = 1.35
"""A slab is about so many blades deep."""
RAISED = 0.10
"""How far the ground of the next slab reaches up before it, in blades: what it hides need not be drawn."""
TALLEST = 1.2
"""Height of ears on their stalks, beside the length of blades."""


@dataclass(frozen=True)
class Slab:
    """From u0 to u1 on the slope; its picture stands `height` tall from `bottom` on the sheet (screen heights)."""

    u0: float
    u1: float
    bottom: float
    height: float


def slabs(lie: Lie, first: float, last: float, blade: float) -> list[Slab]:
    """Slabs from far to near; each is as deep as its blades are long."""
    x = np.linspace(0, lie.width, 60)
    found, u, bottom = [], first, ROOM
    while u < last - 1e-6:
        step = 0.02
        while u + step < last and _depth(lie, x, u, u + step) < DEEPEST_STEP * blade * float(lie.size(u + step)):
            step += 0.004
        end = last if last - u - step < 0.02 else u + step
        height = _depth(lie, x, u, end) + TALLEST * blade * float(lie.size(end)) + 0.004
        found.append(Slab(u, end, bottom, height))
        u, bottom = end, bottom + height + ROOM
    return found


def _depth(lie: Lie, x: Array, u0: float, u1: float) -> float:
    return float((lie.foot(x, u0) - lie.foot(x, u1)).max())


def sheet_height(found: list[Slab]) -> float:
    """Of all slabs, in screen heights."""
    return found[-1].bottom + found[-1].height + ROOM


def meshes(lie: Lie, found: list[Slab], tall: float, blade: float) -> Array:
    """Points of each slab's mesh, shape (slabs, rows + 1, columns, 7): place on the sheet (0..1), place on the
    screen (screen heights), how free, u, size. What the next slab hides is left out."""
    columns = max(round(lie.width / COLUMN), 8)
    x = np.linspace(0, lie.width, columns + 1)
    points = np.zeros((len(found), ROWS + 1, columns + 1, 7))
    for k, slab in enumerate(found):
        base, end = lie.foot(x, slab.u1), float(lie.size(slab.u1))
        hidden = 0.7 * RAISED * blade * end / slab.height if k + 1 < len(found) else 0.0
        for row in range(ROWS + 1):
            up = hidden + (1 - hidden) * row / ROWS
            u = slab.u1 + (slab.u0 - slab.u1) * min(up * 1.5, 1.0)
            points[k, row, :, 0] = x / lie.width
            points[k, row, :, 1] = (slab.bottom + up * slab.height) / tall
            points[k, row, :, 2] = x
            points[k, row, :, 3] = base + up * slab.height
            points[k, row, :, 4:] = up, u, end
    return points


def sown(
    lie: Lie, slab: Slab, blade: float, thick: float, straw: float, chance: np.random.Generator
) -> Generator[None, None, list[Array]]:
    """All triangles of a slab, x from the left margin and y on the sheet, in slices."""
    parts = [_ground(lie, slab, blade), _undergrowth(lie, slab, blade, chance)]
    end = float(lie.size(slab.u1))
    wide = max(0.055 * blade * end, THINNEST)
    area = lie.width * _depth(lie, np.linspace(0, lie.width, 9), slab.u0, slab.u1)
    count = int(min((0.9 + 3.2 * thick) * area / (blade * end * wide) * 1.15 + 300, 12000))
    deep = np.sort(chance.random(count))
    marks = [chance.random(64) for _ in range(2)]
    for start in range(0, count, CHUNK):
        parts.extend(_some(lie, slab, deep[start : start + CHUNK], blade, straw, marks, chance))
        yield
    for part in parts:  # nothing may reach into another slab's room
        np.clip(part[..., 1], slab.bottom - 0.5 * ROOM, slab.bottom + slab.height, out=part[..., 1])
    return parts


def _some(
    lie: Lie, slab: Slab, deep: Array, blade: float, straw: float, marks: list[Array], chance: np.random.Generator
) -> Iterator[Array]:
    count = len(deep)
    x = chance.random(count) * lie.width
    u = slab.u0 + (slab.u1 - slab.u0) * deep
    base = lie.foot(x, slab.u1)
    y = lie.foot(x, u) - base + slab.bottom
    size = blade * lie.size(u)
    tuft_cell = 0.5 * blade * float(lie.size(slab.u1)) + 0.01
    patch, tuft = _patch(marks[0], x, 0.34), _patch(marks[1], x, tuft_cell)
    length = size * (0.42 + 0.42 * tuft + 0.36 * chance.random(count) ** 2)
    tone = np.clip(0.34 + 0.42 * patch + 0.30 * tuft + chance.normal(0, 0.15, count), 0.08, 1)
    dry = (chance.random(count) < 0.22 * straw + 0.3 * straw * patch**2) * chance.uniform(0.3, 0.9, count)
    width = np.maximum(0.055 * size * chance.uniform(0.6, 1.3, count), THINNEST)
    yield blades(chance, np.stack([x, y - 0.1 * size], axis=1), length, width, tone, dry)
    stalk = chance.random(count) < 0.05 + 0.09 * straw
    tips = np.stack([x, y], axis=1)[stalk] + np.stack([0.14 * size, 1.02 * size], axis=1)[stalk]
    root = np.stack([x, y], axis=1)[stalk]
    yield _stalks(root, tips, np.maximum(0.016 * size[stalk], 0.8 * THINNEST))
    yield ears(chance, tips, 0.20 * size[stalk])


def _patch(mark: Array, x: Array, cell: float) -> Array:
    places = x / cell % (len(mark) - 1)
    base = places.astype(int)
    f = places - base
    f = f * f * (3 - 2 * f)
    return np.asarray(mark[base] * (1 - f) + mark[base + 1] * f)


def _stalks(root: Array, tips: Array, width: Array) -> Array:
    found = np.zeros((len(root), 3, 5))
    found[:, 0, :2], found[:, 1, :2], found[:, 2, :2] = root, root, tips
    found[:, 0, 0] -= width
    found[:, 1, 0] += width
    found[:, :, 3] = (0.7, 0.7, 0.35)
    found[:, :, 4] = (0.3, 0.3, 0.65)
    return found


def _undergrowth(lie: Lie, slab: Slab, blade: float, chance: np.random.Generator) -> Array:
    """Short blades close together along the far line, so that the ground never ends in an edge."""
    size = blade * float(lie.size(slab.u0))
    wide = max(0.09 * size, THINNEST)
    count = round(lie.width / wide * 1.6)
    x = chance.random(count) * lie.width
    y = lie.foot(x, slab.u0) - lie.foot(x, slab.u1) + slab.bottom - chance.uniform(0.0, 0.16, count) * size
    order = np.argsort(-y)
    length = size * chance.uniform(0.22, 0.58, count)
    return blades(
        chance,
        np.stack([x, y], axis=1)[order],
        length,
        wide * chance.uniform(0.7, 1.4, count),
        chance.uniform(0.3, 0.75, count),
        np.zeros(count),
    )


def _ground(lie: Lie, slab: Slab, blade: float) -> Array:
    """The deep between the blades, from the slab's far line to under its near one."""
    x = np.linspace(0, lie.width, 80)
    over = RAISED * blade * float(lie.size(slab.u0)) + 0.002
    top = lie.foot(x, slab.u0) - lie.foot(x, slab.u1) + slab.bottom + over
    low = np.full_like(x, slab.bottom - 0.5 * ROOM)
    corner = np.zeros((2, len(x), 5))
    corner[0, :, 0], corner[0, :, 1] = x, low
    corner[1, :, 0], corner[1, :, 1] = x, top
    corner[0, :, 2:], corner[1, :, 2:] = (0.16, 0.84, 0.0), (0.44, 0.56, 0.0)
    a = np.stack([corner[0, :-1], corner[0, 1:], corner[1, :-1]], axis=1)
    b = np.stack([corner[0, 1:], corner[1, 1:], corner[1, :-1]], axis=1)
    return np.concatenate([a, b])
