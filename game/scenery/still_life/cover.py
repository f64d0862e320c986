"""Where a baked still life covers the picture, so that nothing is drawn where there is nothing."""

from __future__ import annotations

import math

import numpy as np

from game.scenery.still_life.arrangement import Arrangement
from game.scenery.still_life.bars import Box
from game.scenery.still_life.joinery import MARGIN, POST, RAIL
from game.scenery.still_life.mesh import Mesh

SILL = "sill"
"""Name of the line a sill leaves: up to it, it hides the foot of the picture."""
EDGE = 0.004
"""How far from its border a board counts as solid; the border itself is smoothed."""
CELL = 1 / 44
"""Size of the cells things are looked for in, in heights of the picture."""


def solid_boxes(aspect: float, height: float) -> list[Box]:
    """Boxes of joinery that let nothing through."""
    low, high, post = height - EDGE, 1 + MARGIN, POST - EDGE
    return [
        (-MARGIN, -MARGIN, aspect + MARGIN, low),
        (-MARGIN, low, post, high),
        (aspect - post, low, aspect + MARGIN, high),
        (post, 1 - RAIL + EDGE, aspect - post, high),
    ]


def border_boxes(made: Arrangement, aspect: float, height: float) -> list[Box]:
    """The borders of the joinery, and its bars: boxes that overlap neither each other nor the solid ones."""
    low, high, post, top = height - EDGE, height + EDGE, POST - EDGE, 1 - RAIL + EDGE
    boxes = [
        (post, low, aspect - post, high),
        (post, high, POST, top),
        (aspect - POST, high, aspect - post, top),
        (POST, 1 - RAIL, aspect - POST, top),
    ]
    opening = POST, high, aspect - POST, 1 - RAIL
    return boxes + [bar.within(opening) for bar in made.bars]


def covered_boxes(mesh: Mesh) -> list[Box]:
    """Boxes, row by row, over the cells in which a mesh has anything."""
    rows = mesh.rows()
    if not len(rows):
        return []
    x0, y0, x1, y1 = mesh.box()
    size = math.ceil((y1 - y0) / CELL) + 1, math.ceil((x1 - x0) / CELL) + 1
    cells = ((rows[:, :2] - (x0, y0)) / CELL + 0.5).reshape(-1, 3, 2)
    low = np.floor(cells.min(axis=1) - 0.1).astype(int).clip(0)
    high = np.floor(cells.max(axis=1) + 0.1).astype(int) + 1
    wide = size[1] + 2
    marks = np.zeros((size[0] + 2) * wide)
    for x, y, sign in ((low, low, 1), (high, high, 1), (low, high, -1), (high, low, -1)):
        place = y[:, 1].clip(0, size[0]) * wide + x[:, 0].clip(0, size[1])
        marks += sign * np.bincount(place, minlength=len(marks))
    filled = marks.reshape(-1, wide).cumsum(axis=0).cumsum(axis=1)[: size[0], : size[1]] > 0.5
    left, bottom = x0 - CELL / 2, y0 - CELL / 2
    return [
        (left + start * CELL, bottom + row * CELL, left + stop * CELL, bottom + (row + 1) * CELL)
        for row, line in enumerate(filled)
        for start, stop in _stretches(line)
    ]


def _stretches(line: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> list[tuple[int, int]]:
    """Where runs of True begin and end."""
    steps = np.flatnonzero(np.diff(np.concatenate([[0], line.astype(np.int8), [0]])))
    return list(zip(steps[::2].tolist(), steps[1::2].tolist(), strict=True))
