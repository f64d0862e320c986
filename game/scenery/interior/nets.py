"""Surfaces of solids that are told by distance (S. F. Gibson, "Constrained elastic surface nets", 1998)."""

from __future__ import annotations

from collections.abc import Callable, Generator
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]
Distance = Callable[[Array], Array]
"""Signed distances (n,) of places (n, 3) from a surface, metres; negative inside."""
STEP_M = 1e-3
PIECE = 3000
"""As many places are worked out at a time."""
COARSE = 4
"""Cells to a side of the rough grid that tells where the surface may be."""
REACH = 1.6
"""How near it is looked for, in sides of a rough cell (half a diagonal, and more: distances are guesses)."""


def surface(
    distance: Distance, low: Array, high: Array, cell_m: float
) -> Generator[None, None, tuple[Array, Array]]:
    """Corners (n, 3) and the three corners of each triangle (m, 3) of a closed surface inside a box, in slices."""
    counts = np.ceil((high - low) / cell_m).astype(int) + 1
    values = yield from _sampled(distance, low, counts, cell_m)
    inside = values < 0
    yield
    places, number = yield from _corners(values, inside)
    yield
    faces = []
    for axis in range(3):
        faces.append(_faces(inside, number, axis))
        yield
    return low + cell_m * places, np.concatenate(faces)


def in_pieces(work: Callable[..., Array], *rows: Array) -> Generator[None, None, Array]:
    """What `work` makes of rows that belong together, a few of them at a time."""
    done = []
    for start in range(0, len(rows[0]), PIECE):
        done.append(work(*(part[start : start + PIECE] for part in rows)))
        yield
    return np.concatenate(done)


def _sampled(
    distance: Distance, low: Array, counts: NDArray[np.int64], cell_m: float
) -> Generator[None, None, Array]:
    """Distances on the grid; far from the surface, where they are not needed, those of the next coarse point."""
    rough = -(-counts // COARSE)
    far = (yield from in_pieces(distance, low + cell_m * COARSE * (_indices(rough) + 0.5))).reshape(rough)
    values = far
    for axis in range(3):
        values = np.repeat(values, COARSE, axis=axis)
    values = values[tuple(slice(n) for n in counts)].copy()
    near = np.argwhere(np.abs(values) < COARSE * cell_m * REACH)
    values[tuple(near.T)] = yield from in_pieces(distance, low + cell_m * near)
    return values


def _indices(counts: NDArray[np.int64]) -> Array:
    grid = np.meshgrid(*(np.arange(n) for n in counts), indexing="ij")
    return np.stack(grid, axis=-1).reshape(-1, 3).astype(float)


def normals(distance: Distance, places: Array) -> Array:
    """Outward directions (n, 3) of the surface at places (n, 3)."""
    slopes = [distance(places + step) - distance(places - step) for step in np.eye(3) * STEP_M]
    slope = np.stack(slopes, axis=-1)
    return np.asarray(slope / np.maximum(np.linalg.norm(slope, axis=-1, keepdims=True), 1e-12))


def _corners(values: Array, inside: NDArray[np.bool_]) -> Generator[None, None, tuple[Array, NDArray[np.int64]]]:
    """One corner in each cell the surface goes through: the mean of where it cuts the cell's edges, in cells."""
    shape = tuple(n - 1 for n in values.shape)
    total, count = np.zeros((*shape, 3)), np.zeros(shape)
    for axis, ends in product(range(3), product((0, 1), repeat=2)):
        first = list(ends)
        first.insert(axis, 0)
        a = tuple(slice(o, o + n) for o, n in zip(first, shape, strict=True))
        first[axis] = 1
        b = tuple(slice(o, o + n) for o, n in zip(first, shape, strict=True))
        cut = inside[a] != inside[b]
        way = np.where(cut, values[a] / np.where(cut, values[a] - values[b], 1.0), 0.0)
        first[axis] = 0
        at = np.broadcast_to(np.array(first, float), (*shape, 3)).copy()
        at[..., axis] += way
        total += at * cut[..., None]
        count += cut
        yield
    used = count > 0
    number = np.full(shape, -1)
    number[used] = np.arange(used.sum())
    return np.argwhere(used) + total[used] / count[used][:, None], number


def _faces(inside: NDArray[np.bool_], number: NDArray[np.int64], axis: int) -> NDArray[np.int64]:
    """Two triangles across each edge along an axis that the surface cuts."""
    a, b = np.moveaxis(inside, axis, 0)[:-1], np.moveaxis(inside, axis, 0)[1:]
    cells = np.moveaxis(number, axis, 0)
    cut = (a != b)[:, 1:-1, 1:-1]
    corners = [
        cells[:, i : i + cut.shape[1], j : j + cut.shape[2]][cut] for i, j in ((0, 0), (1, 0), (0, 1), (1, 1))
    ]
    p, q, r, s = corners
    return np.concatenate([np.stack([p, q, r], axis=1), np.stack([r, q, s], axis=1)])
