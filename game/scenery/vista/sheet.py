"""The sheet a view is painted on: what each point is made of, kept apart from the light that falls on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from game.scenery.vista.noise import Array

MARGIN = 0.04
"""How far the painting reaches past the screen on every side, in heights of the picture."""


@dataclass(frozen=True)
class Patch:
    """A rectangle of the sheet, with the coordinates of its points: x 0 in the middle, y 0 at the bottom."""

    rows: slice
    columns: slice
    x: Array
    """(1, columns), in heights of the picture."""
    y: Array
    """(rows, 1)."""


class Sheet:
    """Colour, cover, haze and lamplight of a view, painted back to front.

    `colour` (rows, columns, 3) is what the light of the sky is multiplied with, premultiplied by `cover`; where
    cover is below 1 the sky shows, and below the horizon its mirror image. `haze` is how much rain hangs between
    the eye and the thing (premultiplied). `glow` is lamplight that reaches the point, shown by night.
    """

    def __init__(self, aspect: float, rows: int) -> None:
        self.half_width = aspect / 2
        columns = round((aspect + 2 * MARGIN) / (1 + 2 * MARGIN) * rows)
        self.x = np.linspace(-self.half_width - MARGIN, self.half_width + MARGIN, columns, dtype=np.float32)
        self.y = np.linspace(-MARGIN, 1 + MARGIN, rows, dtype=np.float32)
        self.colour: Array = np.zeros((rows, columns, 3), np.float32)
        self.cover: Array = np.zeros((rows, columns), np.float32)
        self.haze: Array = np.zeros((rows, columns), np.float32)
        self.glow: Array = np.zeros((rows, columns, 3), np.float32)

    def patch(self, x0: float, y0: float, x1: float, y1: float) -> Patch:
        """The part of the sheet inside a rectangle (possibly empty)."""
        columns = slice(*np.searchsorted(self.x, (x0, x1)).tolist())
        rows = slice(*np.searchsorted(self.y, (y0, y1)).tolist())
        return Patch(rows, columns, self.x[None, columns], self.y[rows, None])

    def paint(self, on: Patch, mask: Array, colour: ArrayLike, haze: float = 0.0, solid: float = 1.0) -> None:
        """Lay a colour over what is there. `solid` below 1 lets the sky through: wet ground, water, glass."""
        at = on.rows, on.columns
        clear = 1 - mask
        self.colour[at] = (
            self.colour[at] * clear[..., None] + np.asarray(colour, np.float32) * (mask * solid)[..., None]
        )
        self.cover[at] = self.cover[at] * clear + mask * solid
        self.haze[at] = self.haze[at] * clear + mask * haze
        self.glow[at] *= clear[..., None]

    def shine(self, on: Patch, mask: Array, colour: ArrayLike) -> None:
        """Add lamplight."""
        self.glow[on.rows, on.columns] += np.asarray(colour, np.float32) * mask[..., None]

    def mirror(self, on: Patch, source_y: Array, strength: Array, lamps: float = 1.0) -> None:
        """Add what stands at the heights `source_y` (rows, columns), smeared downwards as wet ground does.

        `lamps` is how much of the lamplight comes along: on rough ground it is scattered.
        """
        step = float(self.y[1] - self.y[0])
        rows = np.clip(np.rint((source_y - self.y[0]) / step), 0, len(self.y) - 1).astype(np.int64)
        columns = np.arange(len(self.x))[None, on.columns]
        at = on.rows, on.columns
        for field, share in ((self.colour, 1.0), (self.glow, lamps)):
            field[at] += smeared(field)[rows, columns] * (share * strength)[..., None]
        self.cover[at] = np.minimum(self.cover[at] + smeared(self.cover)[rows, columns] * strength, 1.0)

    def defocus(self, radius: float) -> Iterator[None]:
        """Spread every point over a disc, as a lens focused on the pane does. Radius in heights of the picture."""
        step = float(self.y[1] - self.y[0])
        for field in (self.colour, self.cover, self.haze, self.glow):
            field[...] = disc_blurred(field, radius / step)
            yield


def smeared(field: Array, reach: int = 9) -> Array:
    """A running mean over rows."""
    return _box(field, reach, 0)


def disc_blurred(field: Array, radius: float) -> Array:
    """A field (rows, columns, ...) averaged over a disc of that many cells; edges are repeated."""
    reach = max(round(radius), 1)
    halves = {dy: round(max(radius * radius - dy * dy, 0.0) ** 0.5) for dy in range(-reach, reach + 1)}
    lines = {half: _box(field, half, 1) * np.float32(2 * half + 1) for half in set(halves.values())}
    rows, total = np.arange(field.shape[0]), np.zeros_like(field)
    for dy, half in halves.items():
        total += lines[half][np.clip(rows + dy, 0, len(rows) - 1)]
    return total / np.float32(sum(2 * half + 1 for half in halves.values()))


def _box(field: Array, half: int, axis: int) -> Array:
    """The mean over 2 half + 1 neighbours along one axis."""
    if half == 0:
        return field
    pad = [(half + 1, half) if i == axis else (0, 0) for i in range(field.ndim)]
    sums = np.cumsum(np.pad(field, pad, mode="edge"), axis=axis)
    window, last = 2 * half + 1, sums.shape[axis]
    if axis == 0:
        return np.asarray((sums[window:] - sums[: last - window]) / np.float32(window))
    return np.asarray((sums[:, window:] - sums[:, : last - window]) / np.float32(window))
