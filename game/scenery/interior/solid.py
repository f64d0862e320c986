"""What stands in a room, in triangles: metres, x right, y up, z to the visitor, the back wall at z = 0."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from game.scenery.interior.nets import Distance, in_pieces, normals, surface

Array = NDArray[np.floating[Any]]
Rgb = tuple[float, float, float]
FORMAT = "3f 3f 3f 3f 2f"
NAMES = ["in_place", "in_normal", "in_local", "in_tone", "in_kind"]
ROW, KIND_COLUMN = 14, 12
LONGEST_M = 0.22
"""The longest edge of a flat side."""


Toned = Callable[[Array, Array], Array]
"""Colours (n, 3) at places (n, 3) with outward directions (n, 3)."""


class Kind(IntEnum):
    """How a surface is drawn; the same numbers stand in `room_form.frag`."""

    PLAIN = 0
    WOOD = 1
    STONES = 2
    BRICKS = 3
    PLASTER = 4
    CLOTH = 5
    FUR = 6
    BOARDS = 7
    RUG = 8
    BARK = 9
    CUT_WOOD = 10
    SOOT = 11
    CHAR = 12
    SLAB = 13


FAMILIES: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("", (Kind.PLAIN, Kind.PLASTER)),
    ("WOODEN", (Kind.WOOD, Kind.BOARDS)),
    ("LOGS", (Kind.BARK, Kind.CUT_WOOD, Kind.CHAR)),
    ("LAID", (Kind.STONES, Kind.BRICKS, Kind.SOOT, Kind.SLAB)),
    ("SOFT", (Kind.CLOTH, Kind.FUR, Kind.RUG)),
)
"""Kinds that one program of `room_form.frag` draws, with what it asks for."""
LAID = (Kind.STONES, Kind.BRICKS, Kind.PLASTER, Kind.SLAB)
"""What is laid in place: its pattern runs on from one side to the next."""


@dataclass(frozen=True)
class Stuff:
    """What a surface is made of."""

    kind: Kind
    tone: Rgb
    """Its colour, linear."""
    sheen: float = 0.0
    """Up to 0.5 gloss, from there on down that shines when lit from behind: fur, cloth. Of char, how much glows."""


class Solid:
    """Triangles of many things."""

    def __init__(self) -> None:
        self._parts: list[Array] = []

    def rows(self) -> Array:
        """(corners, ROW) for the shaders, three to a triangle."""
        return np.concatenate(self._parts)

    def sheet(
        self,
        places: ArrayLike,
        stuff: Stuff,
        local: ArrayLike | None = None,
        facing: ArrayLike = (0, 0, 1),
        tones: ArrayLike | None = None,
    ) -> None:
        """A bent sheet over a grid of corners (m, n, 3); `facing` says which of its sides is seen, roughly.

        `local` (m, n, 3) are the places in the surface's own pattern, metres; without it those in the room;
        `tones` (m, n, 3) are colours of its own.
        """
        at = np.asarray(places, np.float64)
        across = np.cross(np.gradient(at, axis=0), np.gradient(at, axis=1))
        across /= np.maximum(np.linalg.norm(across, axis=-1, keepdims=True), 1e-12)
        if (across @ np.asarray(facing, float)).sum() < 0:
            across = -across
        self.corners(at, across, stuff, at if local is None else np.asarray(local), tones)

    def corners(self, at: Array, facing: Array, stuff: Stuff, local: Array, tones: ArrayLike | None = None) -> None:
        """A grid whose normals (m, n, 3) are known."""
        m, n = at.shape[:2]
        row = np.empty((m, n, ROW), np.float32)
        row[..., 0:3], row[..., 3:6], row[..., 6:9] = at, facing, local
        row[..., 9:14] = *stuff.tone, float(stuff.kind), stuff.sheen
        if tones is not None:
            row[..., 9:12] = tones
        a, b, c, d = row[:-1, :-1], row[1:, :-1], row[:-1, 1:], row[1:, 1:]
        self._parts.append(np.stack([a, b, c, c, b, d], axis=2).reshape(-1, ROW))

    def flat(self, origin: ArrayLike, u: ArrayLike, v: ArrayLike, stuff: Stuff, cell_m: float = 0.25) -> None:
        """A plane piece from a corner along two edges, in cells (shadow maps bend long edges)."""
        o, a, b = (np.asarray(x, float) for x in (origin, u, v))
        s = np.linspace(0, 1, max(int(np.ceil(np.linalg.norm(a) / cell_m)), 1) + 1)
        t = np.linspace(0, 1, max(int(np.ceil(np.linalg.norm(b) / cell_m)), 1) + 1)
        at = o + s[:, None, None] * a + t[None, :, None] * b
        facing = np.cross(a, b)
        self.corners(at, np.broadcast_to(facing / np.linalg.norm(facing), at.shape), stuff, at)

    def box(
        self, middle: ArrayLike, half: ArrayLike, stuff: Stuff, round_m: float = 0.008, turn_rad: float = 0.0
    ) -> None:
        """A box with rounded edges, turned about the upright; its grain runs along its longest side."""
        centre, size = np.asarray(middle, float), np.asarray(half, float)
        r = min(round_m, float(size.min()) * 0.98)
        order = np.argsort(-size)
        c, s = np.cos(turn_rad), np.sin(turn_rad)
        spin = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
        shift = np.round(centre.sum() * 37.0) * 0.731
        for axis in range(3):
            for side in (-1.0, 1.0):
                core, out = _face(size - r, axis, side)
                at = core + r * out
                local = at + centre if stuff.kind in LAID else at[..., order] + shift
                self.corners(at @ spin.T + centre, out @ spin.T, stuff, local)

    def tube(self, line: ArrayLike, radius: ArrayLike, stuff: Stuff, around: int = 14) -> None:
        """A round stem along a line (n, 3)."""
        points = np.asarray(line, float)
        along = np.gradient(points, axis=0)
        along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-12)
        most = np.abs(along).max(axis=0)
        across = next((axis for axis in (1, 0, 2) if most[axis] < 0.9), int(most.argmin()))
        aside = np.cross(along, np.eye(3)[across] + (0.0, 0.0, 0.02 if across < 2 else 0.0))
        aside /= np.maximum(np.linalg.norm(aside, axis=1, keepdims=True), 1e-12)
        up = np.cross(along, aside)
        turn = np.linspace(0, 2 * np.pi, around + 1)[None, :, None]
        out = aside[:, None] * np.cos(turn) + up[:, None] * np.sin(turn)
        thick = np.broadcast_to(np.asarray(radius, float), (len(points),))[:, None, None]
        way = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
        local = np.zeros(out.shape)
        local[..., 0], local[..., 1] = way[:, None] + points[0].sum() * 7, turn[0, :, 0] * 0.08
        self.corners(points[:, None] + out * thick, out, stuff, local)

    def turned(self, middle: ArrayLike, profile: ArrayLike, stuff: Stuff, around: int = 28) -> None:
        """A pot or plate: radius and height (n, 2) from its foot on, turned about the upright."""
        r, h = np.asarray(profile, float).T
        turn = np.linspace(0, 2 * np.pi, around + 1)
        at = np.stack(
            [np.outer(r, np.cos(turn)), np.outer(h, np.ones(around + 1)), np.outer(r, np.sin(turn))], axis=-1
        )
        dr, dh = np.gradient(r), np.gradient(h)
        size = np.maximum(np.hypot(dr, dh), 1e-9)
        nr, nh = dh / size, -dr / size
        out = np.stack(
            [np.outer(nr, np.cos(turn)), np.outer(nh, np.ones(around + 1)), np.outer(nr, np.sin(turn))], axis=-1
        )
        self.corners(at + np.asarray(middle, float), out, stuff, at)

    def disc(self, middle: ArrayLike, u: ArrayLike, v: ArrayLike, stuff: Stuff, around: int = 28) -> None:
        """A round or oval face spanned by two radii; its pattern's own places are 0 in the middle."""
        turn, rings = np.linspace(0, 2 * np.pi, around + 1), np.linspace(0, 1, 5)
        a, b = np.asarray(u, float), np.asarray(v, float)
        x, y = np.outer(rings, np.cos(turn))[..., None], np.outer(rings, np.sin(turn))[..., None]
        facing = np.cross(a, b) / np.linalg.norm(np.cross(a, b))
        local = np.concatenate([x * np.linalg.norm(a), y * np.linalg.norm(b), np.zeros_like(x)], axis=-1)
        at = np.asarray(middle, float) + x * a + y * b
        self.corners(at, np.broadcast_to(facing, at.shape), stuff, local)

    def blob(
        self, distance: Distance, low: ArrayLike, high: ArrayLike, cell_m: float, stuff: Stuff, place: Place,
        toned: Toned | None = None,
    ) -> Generator[None, None, tuple[Array, Array]]:  # fmt: skip
        """A solid told by distance within a box of its own space, put into the room in slices; `toned` gives its
        colours. Returns the corners of its net and their outward directions (n, 3)."""
        at, faces = yield from surface(distance, np.asarray(low, float), np.asarray(high, float), cell_m)
        out = yield from in_pieces(partial(normals, distance), at)
        row = np.empty((len(at), ROW), np.float32)
        row[:, 0:3], row[:, 3:6], row[:, 6:9] = place.put(at), place.turn(out), at
        row[:, 9:14] = *stuff.tone, float(stuff.kind), stuff.sheen
        if toned is not None:
            row[:, 9:12] = yield from in_pieces(toned, at, out)
        self._parts.append(row[faces.reshape(-1)])
        return at, out

    def add(self, rows: Array) -> None:
        """Triangles (corners, ROW) as they are."""
        self._parts.append(rows)


def by_family(rows: Array) -> tuple[Array, list[int]]:
    """The same triangles, one family of kinds after the other, and how many corners each has."""
    kinds = rows[:, KIND_COLUMN].astype(int)
    parts = [rows[np.isin(kinds, [int(kind) for kind in family])] for _, family in FAMILIES]
    return np.concatenate(parts), [len(part) for part in parts]


@dataclass(frozen=True)
class Place:
    """Where a thing stands: its foot, the way it is turned about the upright, its size."""

    x: float
    y: float
    z: float
    turn_rad: float = 0.0
    scale: float = 1.0
    mirrored: bool = False

    def turn(self, directions: Array) -> Array:
        """Directions of its own space, in the room."""
        c, s = np.cos(self.turn_rad), np.sin(self.turn_rad)
        d = directions * (-1.0 if self.mirrored else 1.0, 1.0, 1.0)
        return np.stack([c * d[..., 0] + s * d[..., 2], d[..., 1], c * d[..., 2] - s * d[..., 0]], axis=-1)

    def put(self, places: Array) -> Array:
        """Places of its own space, in the room."""
        return np.asarray(self.turn(places * self.scale) + np.array([self.x, self.y, self.z]))


def _face(core: Array, axis: int, side: float) -> tuple[Array, Array]:
    """Corners (m, n, 3) of a box's face without its rounding, and which way each of them looks."""
    i, j = (axis + 1) % 3, (axis + 2) % 3
    (across, out_i), (up, out_j) = _cut(float(core[i])), _cut(float(core[j]))
    at, out = np.empty((len(across), len(up), 3)), np.empty((len(across), len(up), 3))
    at[..., axis], out[..., axis] = side * core[axis], side
    at[..., i], out[..., i] = across[:, None], out_i[:, None]
    at[..., j], out[..., j] = up[None, :], out_j[None, :]
    return at, out / np.linalg.norm(out, axis=-1, keepdims=True)


def _cut(half: float) -> tuple[Array, Array]:
    """Where the edge of a face is cut (shadow maps bend long edges), and which way it looks there."""
    between = np.linspace(-half, half, int(np.ceil(2 * half / LONGEST_M)) + 1)
    out = np.zeros(len(between) + 2)
    out[[0, -1]] = -1.0, 1.0
    return np.concatenate([[-half], between, [half]]), out
