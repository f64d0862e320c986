"""A mesh drawn flat on the picture, every corner with the way it faces and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.floating[Any]]
Rgb = tuple[float, float, float]
FORMAT = "2f 3f 3f 4f"
NAMES = ["in_place", "in_normal", "in_tone", "in_kind"]


@dataclass(frozen=True)
class Stuff:
    """What a surface is made of."""

    tone: Rgb
    """Its colour, linear."""
    gloss: float = 0.0
    """0 dull, 1 glazed."""
    through: float = 0.0
    """How much light comes through it from behind: leaves."""
    grain: float = 0.0
    """Wood: 1 with the grain lying, -1 standing; 0 anything else."""


class Mesh:
    """Triangles in painter's order. Places are in heights of the picture, x from its left edge."""

    def __init__(self) -> None:
        self._parts: list[Array] = []

    def sheet(
        self,
        places: ArrayLike,
        normals: ArrayLike,
        stuff: Stuff,
        open_ratio: ArrayLike = 1.0,
        tone: ArrayLike = 1.0,
    ) -> None:
        """A grid of corners (m, n, 2) with normals (m, n, 3), as triangles.

        `open_ratio` is how freely light reaches each corner (0..1); `tone` multiplies the colour; both (m, n).
        """
        at = np.asarray(places, np.float32)
        m, n = at.shape[:2]
        corner = np.zeros((m, n, 12), np.float32)
        corner[..., 0:2] = at
        corner[..., 2:5] = normals
        corner[..., 5:8] = np.asarray(stuff.tone, np.float32) * np.broadcast_to(np.asarray(tone), (m, n))[..., None]
        corner[..., 8] = open_ratio
        corner[..., 9:12] = stuff.gloss, stuff.through, stuff.grain
        a, b, c, d = corner[:-1, :-1], corner[1:, :-1], corner[:-1, 1:], corner[1:, 1:]
        self._parts.append(np.stack([a, b, c, c, b, d], axis=2).reshape(-1, 12))

    def tube(self, line: ArrayLike, radius: ArrayLike, stuff: Stuff, open_ratio: float = 1.0) -> None:
        """A round stem along a line (n, 2) of points; `radius` one or n numbers."""
        points = np.asarray(line, np.float64)
        along = np.gradient(points, axis=0)
        along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
        across = np.stack([-along[:, 1], along[:, 0]], axis=1)
        turn = np.linspace(-1, 1, 7)
        thick = np.broadcast_to(np.asarray(radius, np.float64), (len(points),))
        places = points[:, None] + across[:, None] * (turn[None] * thick[:, None])[..., None]
        normals = np.zeros((len(points), 7, 3))
        normals[..., :2] = across[:, None] * turn[None, :, None]
        normals[..., 2] = np.sqrt(1 - turn**2)
        self.sheet(places, normals, stuff, open_ratio)

    def add(self, other: Mesh) -> None:
        """All of another mesh, in front of what is here."""
        self._parts.extend(other._parts)

    def rows(self) -> Array:
        """(corners, 12) for the shader."""
        return np.concatenate(self._parts) if self._parts else np.zeros((0, 12), np.float32)

    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of all corners."""
        rows = self.rows()
        return tuple((*rows[:, :2].min(0).tolist(), *rows[:, :2].max(0).tolist()))
