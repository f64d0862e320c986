"""The window frame, its glazing bars and the sill."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.scenery.still_life.bars import Bar
from game.scenery.still_life.mesh import Mesh, Stuff

POST, RAIL = 0.021, 0.017
"""How far the frame reaches in from the edges."""
MARGIN = 0.06
"""The joinery is drawn this far past the screen, for the lean."""


def joinery(mesh: Mesh, aspect: float, height: float, wood: Stuff, bars: Sequence[Bar]) -> None:
    """Bars first, then frame, then sill."""
    lying = Stuff(wood.tone, wood.gloss, 0.0, 1.0)
    standing = Stuff(wood.tone, wood.gloss, 0.0, -1.0)
    for bar in bars:
        x0, y0, x1, y1 = bar.within((-MARGIN, height * 0.6, aspect + MARGIN, 1 + MARGIN))
        _board(mesh, x0, y0, x1, y1, standing if y1 - y0 > x1 - x0 else lying)
    _board(mesh, -MARGIN, 1 - RAIL, aspect + MARGIN, 1 + MARGIN, lying)
    _board(mesh, -MARGIN, height * 0.6, POST, 1 + MARGIN, standing)
    _board(mesh, aspect - POST, height * 0.6, aspect + MARGIN, 1 + MARGIN, standing)
    _board(mesh, -MARGIN, height * 0.66, aspect + MARGIN, height, lying)
    _sill(mesh, aspect, height * 0.70, lying)


def _board(mesh: Mesh, x0: float, y0: float, x1: float, y1: float, stuff: Stuff) -> None:
    """A board with a narrow bevel all along its long sides, which catches the light."""
    upright = y1 - y0 > x1 - x0
    wide = (x1 - x0) if upright else (y1 - y0)
    bevel = min(0.0045, wide * 0.3)
    across = np.array([0.0, bevel, bevel, wide - bevel, wide - bevel, wide])
    tilt = np.array([-0.85, -0.85, -0.04, 0.04, 0.85, 0.85])
    n = len(across)
    places, normals = np.zeros((n, 2, 2)), np.zeros((n, 2, 3))
    normals[..., 2] = np.sqrt(1 - tilt**2)[:, None]
    if upright:
        places[..., 0], places[..., 1] = (x0 + across)[:, None], np.array([y0, y1])[None]
        normals[..., 0] = tilt[:, None]
    else:
        places[..., 0], places[..., 1] = np.array([x0, x1])[None], (y0 + across)[:, None]
        normals[..., 1] = tilt[:, None]
    mesh.sheet(places, normals, stuff)


def _sill(mesh: Mesh, aspect: float, back: float, stuff: Stuff) -> None:
    """The board things stand on, seen a little from above; its front edge is just in the picture."""
    levels = np.array([-MARGIN, 0.010, 0.0101, 0.016, back * 0.5, back - 0.006, back])
    facing = np.array(
        [
            (0, 0.02, 1.0),
            (0, 0.05, 1.0),
            (0, 0.6, 0.8),
            (0, 0.97, 0.25),
            (0, 0.98, 0.2),
            (0, 0.98, 0.2),
            (0, 0.98, 0.2),
        ]
    )
    free = np.array([0.45, 0.6, 0.9, 1.0, 1.0, 0.75, 0.40])
    wide = np.linspace(-MARGIN, aspect + MARGIN, 9)
    places = np.stack(np.broadcast_arrays(wide[None, :], levels[:, None]), axis=-1)
    normals = np.broadcast_to(facing[:, None], (*places.shape[:2], 3))
    mesh.sheet(places, normals, stuff, np.broadcast_to(free[:, None], places.shape[:2]))
