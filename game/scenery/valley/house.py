"""A log house as faces seen in perspective, in painter's order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.scenery.valley.banked import bank, bank_line
from game.scenery.valley.lie import Array, Valley

LONG_M, DEEP_M, WALL_M, RIDGE_M = 8.6, 6.2, 2.7, 5.3
EAVE_M, THICK_M = 0.75, 0.55
"""How far the roof reaches out, and how deep the snow lies on it."""
LOGS, SNOW, WINDOW, STONE, DOOR, BANK = 0.0, 1.0, 2.0, 3.0, 4.0, 5.0
"""What a face is made of; `cabin_bake.frag` knows the same numbers."""
FRONT_WINDOWS, DOOR_AT, SIDE_WINDOW = (-2.7, 2.5), -0.1, 0.2
WINDOW_M, SILL_M = 1.15, 0.95


@dataclass(frozen=True)
class Window:
    """One lit window: where it is and where it looks, in metres of the valley."""

    at: Array
    facing: Array


class House:
    """One house where the valley has its yard. Its own axes: along its front, up, and back from the eye."""

    def __init__(self, valley: Valley, size: float) -> None:
        self._valley, self._size = valley, size
        yard = valley.yard
        self._turn = np.array([[np.cos(yard.turn), np.sin(yard.turn)], [-np.sin(yard.turn), np.cos(yard.turn)]])
        ground = float(valley.height(np.array(yard.x_m), np.array(yard.z_m)))
        self._foot = np.array([yard.x_m, ground - 0.25, yard.z_m])
        self.end = 1.0 if yard.turn > 0 else -1.0
        """Which gable is seen."""

    def placed(self, points: Array) -> Array:
        """Points of the house's own axes in the valley."""
        flat = points[..., [0, 2]] @ self._turn.T
        return np.asarray(np.stack([flat[..., 0], points[..., 1], flat[..., 1]], axis=-1) * self._size + self._foot)

    def turned(self, way: Array) -> Array:
        """A direction of the house's own axes in the valley."""
        flat = way[..., [0, 2]] @ self._turn.T
        return np.stack([flat[..., 0], way[..., 1], flat[..., 1]], axis=-1)

    def windows(self) -> list[Window]:
        """Those that are seen."""
        front = [
            self._window(np.array([x, SILL_M, -DEEP_M / 2]), np.array([0.0, 0.0, -1.0])) for x in FRONT_WINDOWS
        ]
        gable = self._window(np.array([self.end * LONG_M / 2, SILL_M, SIDE_WINDOW]), np.array([self.end, 0.0, 0.0]))
        return [*front, gable]

    def _window(self, at: Array, facing: Array) -> Window:
        return Window(self.placed(at), self.turned(facing))

    def chimney_top(self) -> Array:
        """Where the smoke leaves it, in the valley."""
        return np.asarray(self.placed(np.array([1.9, RIDGE_M + 1.35, 0.7])))

    def faces(self) -> NDArray[np.float32]:
        """Corners (n, 3, 8): place on the screen, normal to the right and up, what it is, where on it in metres."""
        return np.concatenate(list(self._parts())).astype(np.float32)

    def _parts(self) -> Iterator[Array]:
        x, z = LONG_M / 2, DEEP_M / 2
        yield self._panel((self.end * x, 0, self.end * -z), (self.end * x, 0, self.end * z), WALL_M, LOGS)
        yield self._gable(self.end * x)
        yield self._panel((-x, 0, -z), (x, 0, -z), WALL_M, LOGS)
        for at in FRONT_WINDOWS:
            yield self._opening((at, -z - 0.06), True, WINDOW_M, SILL_M, WINDOW_M, WINDOW)
        yield self._opening((DOOR_AT, -z - 0.06), True, 1.05, 0.05, 2.05, DOOR)
        yield self._opening((SIDE_WINDOW, self.end * (x + 0.06)), False, WINDOW_M, SILL_M, WINDOW_M, WINDOW)
        yield self._bank()
        far, near, cap = self._roof()
        yield far
        yield from self._chimney()
        yield near
        yield cap

    def _bank(self) -> Array:
        """The snow along its foot; where on it tells how much it covers, in its second number."""
        line = bank_line(LONG_M / 2, DEEP_M / 2, self.end, DOOR_AT)
        points, cover = bank(line, self._valley, self._foot, self._turn, self._size)
        along, out = np.gradient(points, axis=1), np.gradient(points, axis=0)
        normal = np.cross(along, out)
        normal *= np.sign(normal[..., 1:2]) / np.linalg.norm(normal, axis=-1, keepdims=True)
        return self._cells(points, normal, BANK, np.stack([points[..., 0] + points[..., 2], cover], axis=-1))

    def _panel(self, a: tuple[float, ...], b: tuple[float, ...], high: float, what: float) -> Array:
        """An upright wall from one foot to another."""
        low = np.array([a, b], float)
        points = np.stack([low, low + np.array([0.0, high, 0.0])])
        way = low[1] - low[0]
        normal = np.array([way[2], 0.0, -way[0]]) / np.hypot(way[0], way[2])
        length = float(np.hypot(way[0], way[2]))
        where = np.array(
            [[[0, low[0, 1]], [length, low[0, 1]]], [[0, low[0, 1] + high], [length, low[0, 1] + high]]]
        )
        return self._cells(points, np.broadcast_to(normal, points.shape), what, where)

    def _gable(self, x: float) -> Array:
        corners = np.array(
            [[[x, WALL_M, -DEEP_M / 2], [x, WALL_M, DEEP_M / 2]], [[x, RIDGE_M, 0.0], [x, RIDGE_M, 0.0]]]
        )
        where = np.stack([corners[..., 2], corners[..., 1]], axis=-1)
        normal = np.broadcast_to(np.array([np.sign(x), 0.0, 0.0]), corners.shape)
        return self._cells(corners, normal, LOGS, where)

    def _opening(
        self, at: tuple[float, float], front: bool, wide: float, low: float, high: float, what: float
    ) -> Array:
        """A window or door; where on it runs from -1 to 1 both ways."""
        side = np.array([-wide / 2, wide / 2])
        x, z = (
            (at[0] + side, np.full(2, at[1])) if front else (np.full(2, at[1]), at[0] + side * -np.sign(at[1]) * -1)
        )
        points = np.stack([np.stack([x, np.full(2, y), z], axis=-1) for y in (low, low + high)])
        where = np.array([[[-1.0, -1.0], [1.0, -1.0]], [[-1.0, 1.0], [1.0, 1.0]]])
        normal = np.array([0.0, 0.0, -1.0]) if front else np.array([np.sign(at[1]), 0.0, 0.0])
        return self._cells(points, np.broadcast_to(normal, points.shape), what, where)

    def _roof(self) -> tuple[Array, Array, Array]:
        """The snow on the far slope, on the near one, and its edge over the gable that is seen."""
        steps = np.linspace(0, 1, 9)
        slope = (RIDGE_M - WALL_M) / (DEEP_M / 2)
        out = DEEP_M / 2 + EAVE_M
        z = -out * (1 - steps)
        under = RIDGE_M + 0.05 + z * slope
        thick = THICK_M * np.minimum(1.0, np.sqrt(np.clip(steps * 5.0, 0, 1)) * 0.9 + 0.1 * steps)
        soft = np.exp(-(((1 - steps) / 0.18) ** 2)) * 0.22  # the ridge is rounded by the wind
        top = under + thick * 1.15 - soft
        z_top = z - 0.10 * np.sin(np.pi * np.clip(steps * 3, 0, 1))
        near = self._slab(z_top, top)
        near_edge = self._lip(z_top, under, top)
        far = self._slab(-z_top[::-1], top[::-1])
        x = self.end * (LONG_M / 2 + EAVE_M * 0.8)
        cap = self._cap(
            x,
            np.concatenate([z_top, -z_top[::-1]]),
            np.concatenate([under, under[::-1]]),
            np.concatenate([top, top[::-1]]),
        )
        return far, np.concatenate([near, near_edge]), cap

    def _slab(self, z: Array, y: Array) -> Array:
        across = np.linspace(-1, 1, 9) * (LONG_M / 2 + EAVE_M * 0.8)
        sag = 0.10 * np.cos(across * 1.1 + self.end) - 0.10 * (np.abs(across) / across.max()) ** 4
        points = np.stack(
            [
                np.broadcast_to(across, (len(z), 9)),
                y[:, None] + sag,
                np.broadcast_to(z[:, None], (len(z), 9)),
            ],
            axis=-1,
        )
        rise, run = np.gradient(y), np.gradient(z)
        length = np.hypot(rise, run)
        normal = np.stack([np.zeros_like(z), np.abs(run) / length, -rise * np.sign(run) / length], axis=-1)
        return self._cells(points, np.broadcast_to(normal[:, None], points.shape), SNOW, points[..., [0, 2]])

    def _lip(self, z: Array, under: Array, top: Array) -> Array:
        """The edge of the snow over the front eave."""
        x = np.linspace(-1, 1, 9) * (LONG_M / 2 + EAVE_M * 0.8)
        points = np.stack(
            [
                np.stack([x, np.full(9, y), np.full(9, z[0] - 0.02)], axis=-1)
                for y in (under[0] - 0.16, top[0] + 0.12)
            ]
        )
        normal = np.broadcast_to(np.array([0.0, 0.25, -0.97]), points.shape)
        return self._cells(points, normal, SNOW, points[..., [0, 1]])

    def _cap(self, x: float, z: Array, under: Array, top: Array) -> Array:
        points = np.stack([np.stack([np.full(len(z), x), y, z], axis=-1) for y in (under - 0.14, top)])
        normal = np.broadcast_to(np.array([self.end * 0.95, 0.3, 0.0]), points.shape)
        return self._cells(points, normal, SNOW, points[..., [2, 1]])

    def _chimney(self) -> Iterator[Array]:
        x, z, half = 1.9, 0.7, 0.42
        low, high = RIDGE_M - 0.6, RIDGE_M + 1.15
        side = self.end * half
        yield self._panel(
            (x + side, low, z - self.end * half), (x + side, low, z + self.end * half), high - low, STONE
        )
        yield self._panel((x - half, low, z - half), (x + half, low, z - half), high - low, STONE)
        yield self._panel(
            (x - half - 0.05, high - 0.02, z - half - 0.05),
            (x + half + 0.05, high - 0.02, z - half - 0.05),
            0.26,
            SNOW,
        )

    def _cells(self, points: Array, normals: Array, what: float, where: Array) -> Array:
        """A grid of points (rows, columns, 3) as triangles (n, 3, 8)."""
        placed, ways = self.placed(points), self.turned(np.asarray(normals))
        x, y = self._valley.on_screen(placed[..., 0], placed[..., 1], placed[..., 2])
        flat = np.full(x.shape, what)
        rows = np.stack([x, y, ways[..., 0], ways[..., 1], flat, where[..., 0], where[..., 1], flat], axis=-1)
        a, b, c, d = rows[:-1, :-1], rows[:-1, 1:], rows[1:, :-1], rows[1:, 1:]
        return np.stack([np.stack([a, b, c], axis=2), np.stack([b, d, c], axis=2)], axis=2).reshape(-1, 3, 8)
