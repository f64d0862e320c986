"""What stands in a garden, and how it reaches the shaders: one row of a texture each."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

PLANES = 12
"""Faces of a stone; the same number stands in `garden_things.glsl`."""
COLUMNS = 3 + PLANES
MOST_THINGS = 48
"""More than any garden has (15 stones in groups, 15 bushes, 8 steps, 5 things about a basin, a lantern): all may
matter at one place. The same number stands in `garden_things.glsl`."""
Planes = NDArray[np.float32]


class Form(IntEnum):
    """The shapes `garden_things.glsl` knows, by its numbers."""

    STONE = 0
    BUSH = 1
    BASIN = 2
    SPOUT = 3
    LANTERN = 4
    BRIDGE = 5
    PAD = 6
    TRUNK = 7
    STEP = 8


PLAIN = frozenset({Form.STONE, Form.BUSH})
"""Most things by far: PLAIN in `garden_things.glsl` knows no others."""


@dataclass(frozen=True)
class Thing:
    """One thing on the ground. Metres and radians; `size` are half widths and the height."""

    form: Form
    x: float
    z: float
    yaw_rad: float
    grain: float
    """Where in the noise its surface lies, 0..50."""
    size: tuple[float, float, float]
    planes: Planes = field(default_factory=lambda: np.tile(np.array([0, 1, 0, 1], np.float32), (PLANES, 1)))
    """(PLANES, 4). For stones outward unit normals and distances, in units of `size`; for cushions of a tree first
    of all their height; for trunks points and radii, metres."""

    def ball(self) -> tuple[float, float, float, float]:
        """A sphere that holds all of it: centre and radius."""
        width, height, depth = self.size
        if self.form is Form.SPOUT:
            aside = 0.28
            x, z = self.x - aside * math.cos(self.yaw_rad), self.z + aside * math.sin(self.yaw_rad)
            return x, 0.52, z, 0.70
        if self.form is Form.TRUNK:
            return self.x, height * 0.5, self.z, height * 0.68
        if self.form is Form.PAD:
            return self.x, float(self.planes[0, 0]) + height * 0.2, self.z, max(width, depth) * 1.12 + 0.08
        if self.form is Form.BRIDGE:
            return self.x, height, self.z, max(width, depth) * 1.05 + 0.1
        if self.form is Form.LANTERN:
            return self.x, 0.66 * height, self.z, 0.82 * height
        if self.form is Form.BASIN:
            return self.x, height * 0.5, self.z, max(width, height * 0.5) * 1.45
        lift = 0.35 if self.form is Form.STONE else 0.30
        return self.x, height * lift, self.z, max(width, height * 0.95, depth) * 1.16 + 0.06


def texels(things: list[Thing]) -> NDArray[np.float32]:
    """(things, COLUMNS, 4) float32 for the texture `u_things`."""
    rows = np.zeros((max(len(things), 1), COLUMNS, 4), np.float32)
    for row, thing in zip(rows, things, strict=False):
        row[0] = thing.x, thing.z, thing.yaw_rad, thing.grain
        row[1] = *thing.size, float(thing.form)
        row[2] = thing.ball()
        row[3:] = thing.planes
    return rows


BROAD_RATIO = 0.72
"""How much nearer to a stone's middle its three broad faces are cut."""


def stone_planes(chance: np.random.Generator, *, upright: bool, lean_rad: float) -> Planes:
    """Faces of one stone: ten round it, three of them broad, and two on top. No stone is wider than its foot:
    upright ones taper, low ones are broad and flat."""
    turn = np.arange(10) / 10 * math.tau + chance.normal(0, 0.25, 10)
    rise = np.where(
        np.arange(10) % 2, chance.uniform(0.10, 0.36 if upright else 0.72, 10), chance.uniform(0.05, 0.22, 10)
    )
    sides = np.stack([np.cos(turn) * np.cos(rise), np.sin(rise), np.sin(turn) * np.cos(rise)], 1)
    tops = np.stack([chance.normal(0, 0.30 if upright else 0.2, 2), np.ones(2), chance.normal(0, 0.3, 2)], 1)
    tops /= np.linalg.norm(tops, axis=1, keepdims=True)
    normals = np.concatenate([sides, tops])
    reach = np.concatenate([chance.uniform(0.78, 0.96, 10), chance.uniform(0.76, 0.95, 2)])
    reach[(int(turn[0] * 1e3) + np.array([0, 3, 6])) % 10] *= BROAD_RATIO
    c, s = math.cos(lean_rad), math.sin(lean_rad)
    leaning = normals @ np.array([[c, s, 0], [-s, c, 0], [0, 0, 1]])
    return np.concatenate([leaning, reach[:, None]], 1).astype(np.float32)
