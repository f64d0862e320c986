"""An alpine hut seen from a corner: wood over a stone foot, under a wide roof."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from game.scenery.alp.paint import ellipse, polygon
from game.scenery.light import Rgb
from game.scenery.noise import Array

STONE: Rgb = (0.42, 0.40, 0.37)
WOOD: Rgb = (0.20, 0.115, 0.065)
PALE: Rgb = (0.62, 0.58, 0.50)
PANE: Rgb = (0.05, 0.06, 0.08)
UNDER: Rgb = (0.05, 0.09, 0.035)
DARK: Rgb = (0.05, 0.03, 0.02)
DOOR: Rgb = (0.10, 0.055, 0.03)

Place = Callable[[float, float, float], tuple[float, float]]


Corners = Sequence[tuple[float, float, float]]
Facing = tuple[float, float]
WIDE, DEEP, WALL, RIDGE, STONY = 1.0, 1.25, 0.62, 1.0, 0.20
"""Width, length, height of the long walls, of the ridge, and of the stone foot, beside the ridge's height."""
WINDOWS = (0.13, 0.34), (0.70, 0.34), (0.42, 0.64)
PANE_WIDE, PANE_TALL = 0.16, 0.15


def hut(at: tuple[float, float], tall: float, roof: Rgb, turned: float, haze: float) -> tuple[list[Array], Array]:
    """Its surfaces, and its windows as rows of left, bottom, width, height. `turned`: -1 or 1, the side its gable
    looks to."""
    place = _eye(at, tall, turned)
    front, side = (0.55 * turned, 0.55), (-0.60 * turned, 0.5)

    def face(corners: Corners, colour: Rgb, facing: Facing) -> Array:
        return polygon([place(*corner) for corner in corners], colour, facing, haze)

    under = ellipse((at[0] - 0.1 * tall * turned, at[1]), (1.5 * tall, 0.16 * tall), UNDER, haze)
    panes = [_pane(left, bottom) for left, bottom in WINDOWS]
    parts = [under, *(face(*wall) for wall in _walls(front, side)), *(face(*part) for part in _top(roof, turned))]
    parts += [face(corners, PANE, front) for corners in panes]
    points = np.array([[place(*corner) for corner in corners] for corners in panes])
    low, high = points.min(axis=1), points.max(axis=1)
    return parts, np.concatenate([low, high - low], axis=1)


def _walls(front: Facing, side: Facing) -> list[tuple[Corners, Rgb, Facing]]:
    gable = [(0, STONY, 0), (WIDE, STONY, 0), (WIDE, WALL, 0), (WIDE / 2, RIDGE, 0), (0, WALL, 0)]
    eaves = [(0, WALL - 0.12, 0.02), (0, WALL, 0.02), (0, WALL, DEEP), (0, WALL - 0.12, DEEP)]
    return [
        ([(0, 0, 0), (WIDE, 0, 0), (WIDE, STONY, 0), (0, STONY, 0)], STONE, front),
        (gable, WOOD, front),
        ([(0, 0, 0), (0, STONY, 0), (0, STONY, DEEP), (0, 0, DEEP)], STONE, side),
        ([(0, STONY, 0), (0, WALL, 0), (0, WALL, DEEP), (0, STONY, DEEP)], WOOD, side),
        (eaves, DARK, side),
        ([(0.40, 0, 0), (0.60, 0, 0), (0.60, 0.36, 0), (0.40, 0.36, 0)], DOOR, front),
    ]


def _top(roof: Rgb, turned: float) -> list[tuple[Corners, Rgb, Facing]]:
    """The roof with its pale barge boards, and the chimney."""
    out, over, front = 0.16, 0.20, (0.55 * turned, 0.55)
    low = WALL - (RIDGE - WALL) / (WIDE / 2) * out
    middle, top, end = WIDE / 2, RIDGE + 0.03, DEEP + over
    board = [(middle, RIDGE - 0.03, -over), (middle, RIDGE + 0.04, -over)]
    return [
        (
            [(-out, low, -over), (middle, top, -over), (middle, top, end), (-out, low, end)],
            roof,
            (-0.45 * turned, 0.92),
        ),
        ([(-out, low - 0.05, -over), *board, (-out, low + 0.02, -over)], PALE, front),
        ([(WIDE + out, low - 0.05, -over), *board, (WIDE + out, low + 0.02, -over)], PALE, front),
        ([(0.30, 0.88, 0.6), (0.42, 0.88, 0.6), (0.42, 1.18, 0.6), (0.30, 1.18, 0.6)], STONE, front),
    ]


def _pane(left: float, bottom: float) -> Corners:
    right, top = left + PANE_WIDE, bottom + PANE_TALL
    return [(left, bottom, 0), (right, bottom, 0), (right, top, 0), (left, top, 0)]


def _eye(at: tuple[float, float], tall: float, turned: float) -> Place:
    """The corner nearest to the eye stands at `at`; the gable goes to one side, the long wall to the other."""

    def place(x: float, y: float, z: float) -> tuple[float, float]:
        across = (x * 0.86 - z * 0.62) * turned
        return at[0] + across * tall, at[1] + (y + (0.06 * x + 0.10 * z)) * tall

    return place
