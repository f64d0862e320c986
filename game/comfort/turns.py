"""Where light turns: cell by cell, the changes that flashes are made of.

A flash is a pair of opposing changes of relative luminance by 0.1 or more, the darker side below 0.8; a red flash
is a way into and out of saturated red, R / (R + G + B) >= 0.8, over more than 0.2 in CIE 1976 u'v'
(WCAG 2.2, success criterion 2.3.1, general flash and red flash thresholds).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Grid = NDArray[np.float32]
Mask = NDArray[np.bool_]
Cells = tuple[NDArray[np.intp], ...]
"""Rows and columns of some cells."""

ROWS, COLUMNS = 36, 64
CHANGE = 0.10
DARK_BELOW = 0.80
RED_SHARE = 0.80
RED_DISTANCE = 0.20
VISIBLE_RED = 0.02
"""Linear red below which a colour is black to the eye, whatever its share."""

_CODE = np.arange(256) / 255
LINEAR = np.where(_CODE <= 0.04045, _CODE / 12.92, ((_CODE + 0.055) / 1.055) ** 2.4).astype(np.float32)
"""Linear light of each of the 256 sRGB codes."""
LUMINANCE = np.array([0.2126, 0.7152, 0.0722], np.float32)
EVERY = np.ones(3, np.float32)
"""For sums over the channels: a product is far quicker than `sum` along so short an axis."""
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], np.float32)
UV = (np.array([[4, 0, 0], [0, 9, 0], [1, 15, 3]], np.float32) @ XYZ).T.astype(np.float32)
"""From linear sRGB to 4 X, 9 Y and X + 15 Y + 3 Z, of which the chromaticity is made."""


def cells(frame: NDArray[np.uint8]) -> Grid:
    """Mean linear light of each cell of the grid, (36, 64, 3)."""
    height, width = (frame.shape[0] // ROWS, frame.shape[1] // COLUMNS)
    cropped = LINEAR[frame[: height * ROWS, : width * COLUMNS]]
    means: Grid = cropped.reshape(ROWS, height, COLUMNS, width, 3).mean((1, 3))
    return means


def luminance(colour: Grid) -> Grid:
    """Relative luminance of each cell of linear sRGB; one product of two flat arrays, the quickest there is."""
    flat: Grid = colour.reshape(-1, 3) @ LUMINANCE
    return flat.reshape(colour.shape[:2])


class LuminanceTurns:
    """Finds each cell's turns: changes by `CHANGE` or more from its last extreme, each opposing the one before.

    Kept as the luminance at which each cell will have turned: it costs every frame of every world.
    """

    def __init__(self, first: Grid, change: float = CHANGE) -> None:
        self._change = change
        self._up_at, self._down_at = first + change, first - change
        """Where a way up or down from the last extreme is long enough."""
        self._up_step = np.full(first.shape, change, np.float32)
        self._down_step = self._up_step.copy()
        """`change` where the next turn may go that way; infinite where the last one did."""

    def changed(self, now: Grid) -> Mask:
        """The cells in which a change was completed with this frame."""
        np.minimum(self._up_at, now + self._up_step, out=self._up_at)
        np.maximum(self._down_at, now - self._down_step, out=self._down_at)
        up: Mask = now >= self._up_at
        down: Mask = now <= self._down_at
        turned: Mask = up | down
        if turned.any():
            up &= self._up_at - self._change < DARK_BELOW
            down &= now < DARK_BELOW
            self._turn(np.nonzero(up), np.nonzero(down), now)
            turned = up | down
        return turned

    def _turn(self, up: Cells, down: Cells, now: Grid) -> None:
        """From here those that went up may next go down, and the other way round."""
        self._up_at[up], self._up_step[up], self._down_step[up] = np.inf, np.inf, self._change
        self._down_at[up] = now[up] - self._change
        self._down_at[down], self._down_step[down], self._up_step[down] = -np.inf, np.inf, self._change
        self._up_at[down] = now[down] + self._change


class RedTurns:
    """Finds the ways into and out of saturated red."""

    def __init__(self, first: Grid, distance: float = RED_DISTANCE, share: float = RED_SHARE) -> None:
        self._distance, self._share = distance, share
        self._uv, self._is_red = chromaticity(first), saturated_red(first, share)

    def changed(self, now: Grid) -> Mask:
        """The cells that came to or left red with this frame."""
        is_red = saturated_red(now, self._share)
        turned: Mask = is_red != self._is_red
        if not turned.any():
            return turned
        cells = np.nonzero(turned)  # few: what slowly comes to red may stand here for minutes
        uv = chromaticity(now[cells])
        way = uv - self._uv[cells]
        far = (way * way) @ EVERY[:2] > self._distance**2
        turned[cells] = far
        if far.any():
            self._uv[turned], self._is_red[turned] = uv[far], is_red[turned]
        return turned


def chromaticity(colour: Grid) -> Grid:
    """CIE 1976 (u', v') of linear sRGB (..., 3), shape (..., 2)."""
    parts: Grid = colour @ UV
    parts[..., :2] /= parts[..., 2:] + np.float32(1e-6)
    return parts[..., :2]


def saturated_red(colour: Grid, share: float = RED_SHARE) -> Mask:
    """Where red is nearly all there is."""
    red: Grid = colour[..., 0]
    mask: Mask = (red >= share * (colour @ EVERY)) & (red >= VISIBLE_RED)
    return mask
