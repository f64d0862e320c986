"""Many small things side by side on one sheet."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def packed(sizes: Sequence[tuple[float, float]], room: float) -> tuple[NDArray[np.float64], tuple[float, float]]:
    """Left and bottom of each thing on a sheet, in rows of about its own width, and the sheet's width and height.

    `sizes` are widths and heights, `room` is left all round each of them. The highest come first, so that rows are
    of a height.
    """
    across = np.array([width + room for width, _ in sizes])
    widest = max(float(across.max()), float(np.sqrt(sum((w + room) * (h + room) for w, h in sizes)))) + room
    places = np.zeros((len(sizes), 2))
    left, bottom, row = room, room, 0.0
    for index in sorted(range(len(sizes)), key=lambda i: -sizes[i][1]):
        if left + across[index] > widest + 1e-9:
            left, bottom, row = room, bottom + row, 0.0
        places[index] = left, bottom
        left, row = left + across[index], max(row, sizes[index][1] + room)
    return places, (widest, bottom + row)
