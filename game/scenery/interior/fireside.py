"""The fireplace: its chimney breast with the opening, the mantel, the slab before it and the wood in it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.scenery.interior.embers import laid_fire
from game.scenery.interior.plan import SLAB_M, Fireplace, Plan
from game.scenery.interior.solid import Kind, Solid, Stuff

BACK_M = 0.06
"""Where the fireback stands, before the room's wall."""
KINDS = {"stone": Kind.STONES, "brick": Kind.BRICKS, "plaster": Kind.PLASTER}
TONES = {"stone": (0.40, 0.345, 0.29), "brick": (0.30, 0.125, 0.080), "plaster": (0.52, 0.46, 0.38)}


def fireside(solid: Solid, plan: Plan, chance: np.random.Generator) -> None:
    """All of it."""
    f, wood = plan.fireplace, Stuff(Kind.WOOD, plan.wood, 0.18)
    stone = Stuff(KINDS[f.masonry], TONES[f.masonry], 0.04)
    slab = Stuff(Kind.SLAB, (0.27, 0.235, 0.205), 0.06)
    _breast(solid, f, stone, plan.ceiling_m)
    solid.box(
        (f.x, SLAB_M / 2, f.deep * 0.5 + 0.24), (f.half_w + 0.14, SLAB_M / 2, f.deep * 0.5 + 0.20), slab, 0.02
    )
    solid.box((f.x, f.mantel_y, f.deep + 0.07), (f.half_w + 0.12, 0.055, 0.17), wood, 0.016)
    for side in (-1, 1):
        solid.box(
            (f.x + side * f.half_w * 0.72, f.mantel_y - 0.12, f.deep + 0.06), (0.055, 0.07, 0.10), wood, 0.014
        )
    laid_fire(solid, f, chance)


def fire_box(plan: Plan) -> tuple[float, float, float]:
    """Where on the screen something may stand before the fire: left, right and top, 0..1."""
    f, eye = plan.fireplace, plan.eye
    left, _ = eye.on_screen(f.x - f.half_w, 0.0, f.deep)
    right, top = eye.on_screen(f.x + f.half_w, f.mantel_y, f.deep)
    return left, right, top


def outline(f: Fireplace, count: int = 28) -> NDArray[np.floating[Any]]:
    """The opening's edge (n, 2) from its left foot round to its right one."""
    turn = np.linspace(np.pi, 0, count)
    top = np.stack([f.opening * np.cos(turn), f.spring + f.arch * np.sin(turn)], axis=1)
    if f.arch == 0:
        top = np.stack([np.linspace(-f.opening, f.opening, count), np.full(count, f.spring)], axis=1)
    side = np.linspace(0, 1, 8)[:-1, None]
    left, right = np.array([-f.opening, SLAB_M]), np.array([f.opening, SLAB_M])
    return np.concatenate([left + side * (top[0] - left), top, right + side[::-1] * (top[-1] - right)])


def _breast(solid: Solid, f: Fireplace, stone: Stuff, high: float) -> None:
    edge = outline(f)
    z, n = f.deep, len(edge)
    outer = np.empty_like(edge)
    outer[:, 0] = np.clip(
        edge[:, 0] / f.opening * f.half_w * np.where(edge[:, 1] > f.spring - 1e-6, 1.7, 1.0), -f.half_w, f.half_w
    )
    outer[:, 1] = np.where(
        edge[:, 1] > f.spring - 1e-6, np.maximum(edge[:, 1], f.mantel_y), edge[:, 1] * f.mantel_y / f.spring
    )
    outer[[0, -1], 1] = 0.0
    way = np.linspace(0, 1, 9)[None, :, None]
    flat = edge[:, None] * (1 - way) + outer[:, None] * way
    at = np.concatenate([flat + np.array([f.x, 0.0]), np.full((n, 9, 1), z)], axis=-1)
    solid.sheet(at, stone)
    top = high - f.mantel_y
    solid.flat((f.x - f.half_w, f.mantel_y, z), (2 * f.half_w, 0, 0), (0, top, 0), stone)
    for side in (-1, 1):
        x = f.x + side * f.half_w
        grid_z, grid_y = np.meshgrid(np.linspace(0, z, 5), np.linspace(0, high, 14), indexing="ij")
        side_at = np.stack([np.full_like(grid_z, x), grid_y, grid_z], axis=-1)
        local = np.stack([grid_z * side + 7.0, grid_y, np.zeros_like(grid_z)], axis=-1)
        solid.sheet(side_at, stone, local, (side, 0, 0))
    _firebox(solid, f, edge)


def _firebox(solid: Solid, f: Fireplace, edge: NDArray[np.floating[Any]]) -> None:
    """Sooty bricks round the fire: the edge drawn in towards a narrower back."""
    soot, way = Stuff(Kind.SOOT, (0.105, 0.066, 0.048)), np.linspace(0, 1, 7)[None, :, None]
    back = edge * (0.80, 0.96)
    flat = edge[:, None] * (1 - way) + back[:, None] * way
    z = f.deep + (BACK_M - f.deep) * way * np.ones((len(edge), 1, 1))
    at = np.concatenate([flat + np.array([f.x, 0.0]), z], axis=-1)
    length = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(edge, axis=0), axis=1))])
    local = np.concatenate([z, np.broadcast_to(length[:, None, None], z.shape), np.zeros_like(z)], axis=-1)
    middle = np.array([f.x, 0.4, f.deep / 2])
    facing = middle - at
    across = np.cross(np.gradient(at, axis=0), np.gradient(at, axis=1))
    across *= np.sign((across * facing).sum(-1, keepdims=True))
    across /= np.maximum(np.linalg.norm(across, axis=-1, keepdims=True), 1e-9)
    solid.corners(at, across, soot, local)
    solid.flat((f.x - f.opening, 0, BACK_M), (2 * f.opening, 0, 0), (0, f.spring + f.arch, 0), soot)
