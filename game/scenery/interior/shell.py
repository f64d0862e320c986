"""Floor, walls, ceiling, and the windows in the back wall."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from game.scenery.interior.plan import Plan, Window
from game.scenery.interior.solid import Kind, Solid, Stuff

SIDE_M = 1.3
"""How far the side walls stand outside what is seen of the back wall."""
FRONT_M = 4.2
"""How far the room reaches towards the visitor."""
SILL_M = 0.14
"""How thick the wall is at a window."""


def shell(solid: Solid, plan: Plan) -> None:
    """The room itself."""
    wide, high = plan.eye.half_width_m + SIDE_M, plan.ceiling_m
    wall, wood = Stuff(Kind.PLASTER, plan.wall), Stuff(Kind.WOOD, plan.wood, 0.12)
    solid.flat((-wide, 0, 0), (0, 0, FRONT_M), (2 * wide, 0, 0), Stuff(Kind.BOARDS, plan.wood, 0.34), 0.3)
    solid.flat((-wide, high, 0), (2 * wide, 0, 0), (0, 0, FRONT_M), Stuff(Kind.PLASTER, (0.36, 0.32, 0.27)), 0.4)
    for side in (-1, 1):
        solid.flat((side * wide, 0, max(side, 0) * FRONT_M), (0, 0, side * -FRONT_M), (0, high, 0), wall, 0.4)
    _back_wall(solid, plan, wide, wall)
    solid.box((0, 0.07, 0.012), (wide, 0.07, 0.022), wood)
    if plan.beams:
        _beams(solid, plan, wide)
    for window in plan.windows:
        _framed(solid, window, wall, wood)
        if window.curtains:
            _curtained(solid, window, plan)


def _back_wall(solid: Solid, plan: Plan, wide: float, wall: Stuff) -> None:
    """Pieces between and around the windows; its lower part may be panelled."""
    low, (r, g, b) = 0.0, plan.wood
    panel = Stuff(Kind.WOOD, (0.72 * r, 0.72 * g, 0.72 * b), 0.10)
    if plan.panelled:
        low = 0.66
        for x in np.arange(-wide, wide, 0.22):
            solid.box((x + 0.11, low / 2, 0.0), (0.107, low / 2, 0.014), panel, 0.006)
        solid.box((0, low, 0.016), (wide, 0.022, 0.03), panel)
    xs = sorted({-wide, wide, *(w.x - w.half_w for w in plan.windows), *(w.x + w.half_w for w in plan.windows)})
    for left, right in pairwise(xs):
        hole = next((w for w in plan.windows if abs(w.x - (left + right) / 2) < w.half_w), None)
        spans = (
            [(low, plan.ceiling_m)]
            if hole is None
            else [(low, hole.y - hole.half_h), (hole.y + hole.half_h, plan.ceiling_m)]
        )
        for bottom, top in spans:
            solid.flat((left, bottom, 0), (right - left, 0, 0), (0, top - bottom, 0), wall, 0.2)


def _beams(solid: Solid, plan: Plan, wide: float) -> None:
    dark = Stuff(Kind.WOOD, (plan.wood[0] * 0.55, plan.wood[1] * 0.55, plan.wood[2] * 0.55), 0.05)
    solid.box((0, plan.ceiling_m - 0.10, 0.10), (wide, 0.10, 0.11), dark, 0.02)
    for x in np.arange(-wide + 0.5, wide, 1.35):
        solid.box((x, plan.ceiling_m - 0.06, FRONT_M / 2), (0.08, 0.09, FRONT_M / 2), dark, 0.02)


def _framed(solid: Solid, w: Window, wall: Stuff, wood: Stuff) -> None:
    """The reveal, the frame with its bars, and the board beneath."""
    left, right, low, top = w.x - w.half_w, w.x + w.half_w, w.y - w.half_h, w.y + w.half_h
    solid.flat((left, low, -SILL_M), (0, 2 * w.half_h, 0), (0, 0, SILL_M), wall, 0.2)
    solid.flat((right, low, -SILL_M), (0, 0, SILL_M), (0, 2 * w.half_h, 0), wall, 0.2)
    solid.flat((left, top, -SILL_M), (0, 0, SILL_M), (2 * w.half_w, 0, 0), wall, 0.2)
    solid.flat((left, low, -SILL_M), (2 * w.half_w, 0, 0), (0, 0, SILL_M), wood, 0.2)
    edge, z = 0.030, -SILL_M + 0.02
    for x in (left + edge, right - edge):
        solid.box((x, w.y, z), (edge, w.half_h, 0.032), wood)
    for y in (low + edge, top - edge):
        solid.box((w.x, y, z), (w.half_w, edge, 0.032), wood)
    for i in range(1, w.columns):
        solid.box((left + 2 * w.half_w * i / w.columns, w.y, z), (0.013, w.half_h, 0.022), wood, 0.006)
    for i in range(1, w.rows):
        solid.box((w.x, low + 2 * w.half_h * i / w.rows, z), (w.half_w, 0.012, 0.022), wood, 0.006)
    solid.box((w.x, low - 0.022, 0.05), (w.half_w + 0.07, 0.024, 0.10), wood, 0.012)


def _curtained(solid: Solid, w: Window, plan: Plan) -> None:
    """Two curtains, held back, on a rod."""
    rod_y, cloth = w.y + w.half_h + 0.15, Stuff(Kind.CLOTH, plan.curtain, 0.62)
    solid.tube(
        [(w.x - w.half_w - 0.34, rod_y, 0.10), (w.x + w.half_w + 0.34, rod_y, 0.10)],
        0.014,
        Stuff(Kind.PLAIN, (0.05, 0.04, 0.035), 0.3),
    )
    down, across = np.linspace(0, 1, 40)[:, None], np.linspace(0, 1, 90)[None]
    length = rod_y - 0.22
    for side in (-1, 1):
        held = np.exp(-(((down - 0.58) / 0.10) ** 2)) * 0.45 + 0.16 * np.exp(-(((down - 0.5) / 0.28) ** 2))
        width = 0.33 * (1.0 - held)
        outer = w.x + side * (w.half_w + 0.29)
        x = outer - side * across * width
        folds = np.sin(across * 31 + 0.9 * np.sin(down * 5 + side)) + 0.45 * np.sin(
            across * 17 + 2 * down + side * 2
        )
        z = 0.10 + 0.026 * folds * (0.7 + 0.5 * down) + 0.03 * held
        at = np.stack(np.broadcast_arrays(x, rod_y - 0.005 - down * length, z), axis=-1)
        solid.sheet(at, cloth)
        row = int(0.58 * 40)
        r, g, b = plan.curtain
        band = at[row, ::6] + (0.0, 0.0, 0.022)
        solid.tube(band, 0.016, Stuff(Kind.CLOTH, (1.5 * r + 0.02, 1.5 * g + 0.02, 1.5 * b + 0.02), 0.62), 10)
