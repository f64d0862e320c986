"""How much of the sight an event fills: connected areas and ten-degree fields of the grid of cells."""

from __future__ import annotations

import numpy as np

from game.comfort.turns import COLUMNS, ROWS, Mask

FIELD = (ROWS // 3, COLUMNS // 3)
"""Ten degrees of sight at a usual distance: a third of the screen each way."""


def largest_area(mask: Mask) -> int:
    """Cells of the largest connected area (corners connect)."""
    left = {(int(y), int(x)) for y, x in np.argwhere(mask)}
    largest = 0
    while left:
        edge, size = [left.pop()], 0
        while edge:
            y, x = edge.pop()
            size += 1
            near = {(y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)} & left
            left -= near
            edge.extend(near)
        largest = max(largest, size)
    return largest


def fullest_field(mask: Mask) -> float:
    """The largest share that any ten-degree field has of the mask."""
    rows, columns = FIELD
    total = np.zeros((ROWS + 1, COLUMNS + 1))
    total[1:, 1:] = mask.cumsum(0).cumsum(1)
    fields = total[rows:, columns:] - total[:-rows, columns:] - total[rows:, :-columns] + total[:-rows, :-columns]
    return float(fields.max()) / (rows * columns)
