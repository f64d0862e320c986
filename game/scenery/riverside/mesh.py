"""Surfaces of a town in metres: x to the right, y up from the water, z away from the eye."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float, float]
Uv = tuple[float, float]
FLOATS = 12
"""Of one corner: place, normal, place on the surface (u, v), two dimensions, chance, lamp light."""
SQUARE: tuple[Uv, Uv, Uv, Uv] = ((-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0))


class Mesh:
    """Quads by the material they are made of; every face looks towards the eye."""

    def __init__(self, eye_m: float) -> None:
        self._eye = np.array([0.0, eye_m, 0.0])
        self._faces: dict[str, list[list[float]]] = defaultdict(list)

    def quad(
        self,
        material: str,
        corners: Sequence[Point],
        uv: Sequence[Uv],
        size: Uv = (1.0, 1.0),
        chance: float = 0.0,
        lamp: float = 0.0,
        normal: Point | None = None,
    ) -> None:
        """One quad, corners in turn round it; `size` is for the material to know what it covers."""
        out = self._facing(corners) if normal is None else np.array(normal)
        rows = [[*at, *out, *on, *size, chance, lamp] for at, on in zip(corners, uv, strict=True)]
        self._faces[material] += [rows[i] for i in (0, 1, 2, 0, 2, 3)]

    def plain(self, material: str, corners: Sequence[Point], chance: float = 0.0, lamp: float = 0.0) -> None:
        """A quad whose surface is measured in metres along its first two sides."""
        a, b, _, d = (np.array(corner) for corner in corners)
        long, high = float(np.linalg.norm(b - a)), float(np.linalg.norm(d - a))
        uv = ((0.0, 0.0), (long, 0.0), (long, high), (0.0, high))
        self.quad(material, corners, uv, (long, high), chance, lamp)

    def box(self, material: str, low: Point, high: Point, chance: float = 0.0, lamp: float = 0.0) -> None:
        """A box, without its back and its underside."""
        (x0, y0, z0), (x1, y1, z1) = low, high
        self.plain(material, ((x0, y0, z0), (x1, y0, z0), (x1, y1, z0), (x0, y1, z0)), chance, lamp)
        self.plain(material, ((x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1)), chance, lamp)
        for x in (x0, x1):
            self.plain(material, ((x, y0, z0), (x, y0, z1), (x, y1, z1), (x, y1, z0)), chance, lamp)

    def facing(self, material: str, at: Point, half: Uv, chance: float, lamp: float = 0.0) -> None:
        """An upright quad that faces the eye, u and v from -1 to 1."""
        x, y, z = at
        w, h = half
        corners = ((x - w, y - h, z), (x + w, y - h, z), (x + w, y + h, z), (x - w, y + h, z))
        self.quad(material, corners, SQUARE, half, chance, lamp, normal=(0.0, 0.0, -1.0))

    @property
    def materials(self) -> list[str]:
        """Of all that has been built."""
        return sorted(self._faces)

    def surface(self, material: str) -> NDArray[np.float32]:
        """Corners of all triangles of a material, shape (corners, `FLOATS`)."""
        return np.array(self._faces[material], np.float32)

    def _facing(self, corners: Sequence[Point]) -> NDArray[np.float64]:
        a, b, c, d = (np.array(corner) for corner in corners)
        out = np.cross(c - a, d - b)
        out /= max(float(np.linalg.norm(out)), 1e-9)
        return np.asarray(-out if out @ ((a + b + c + d) / 4 - self._eye) > 0 else out)
