"""Small things for a sill: a few books, a few pebbles."""

from __future__ import annotations

import numpy as np

from game.scenery.still_life.mesh import Mesh, Rgb, Stuff
from game.scenery.still_life.pottery import Spot

COVERS: tuple[Rgb, ...] = (
    (0.19, 0.075, 0.06),
    (0.075, 0.11, 0.14),
    (0.16, 0.135, 0.075),
    (0.09, 0.12, 0.085),
    (0.17, 0.12, 0.13),
)
STONES: tuple[Rgb, ...] = ((0.21, 0.20, 0.19), (0.13, 0.14, 0.15), (0.28, 0.25, 0.21))


def books(mesh: Mesh, spot: Spot, chance: np.random.Generator) -> float:
    """Two or three books lying on each other. Returns half the width."""
    y, widest = spot.y, 0.0
    for _ in range(int(chance.integers(2, 4))):
        half, thick = chance.uniform(0.058, 0.076) * spot.scale, chance.uniform(0.013, 0.020) * spot.scale
        _book(
            mesh,
            spot.x + chance.uniform(-0.008, 0.008) * spot.scale,
            y,
            half,
            thick,
            COVERS[chance.integers(len(COVERS))],
        )
        y, widest = y + thick, max(widest, half)
    return widest


def _book(mesh: Mesh, x: float, y: float, half: float, thick: float, cover: Rgb) -> None:
    """Its spine to the eye, its upper board seen from above."""
    deep = 0.30 * half * 0.6
    top = np.array(
        [
            [(x - half, y + thick), (x + half, y + thick)],
            [(x - half * 0.95, y + thick + deep), (x + half * 0.95, y + thick + deep)],
        ]
    )
    mesh.sheet(
        top,
        np.broadcast_to(np.array([0.0, 0.96, 0.28]), (2, 2, 3)),
        Stuff(cover, 0.2),
        np.array([[0.9, 0.9], [0.5, 0.5]]),
    )
    levels = np.linspace(-1, 1, 7)
    places = np.stack(
        np.broadcast_arrays(np.array([x - half, x + half])[None], (y + thick * (0.5 + 0.5 * levels))[:, None]),
        axis=-1,
    )
    normals = np.zeros((7, 2, 3))
    normals[..., 1], normals[..., 2] = (levels * 0.75)[:, None], np.sqrt(1 - (levels * 0.75) ** 2)[:, None]
    free = np.clip(0.75 + 0.3 * levels, 0, 1)[:, None] * np.ones(2)[None]
    mesh.sheet(places, normals, Stuff(cover, 0.25), free)
    for at in (-0.72, 0.66):
        gold = places.copy()
        gold[..., 0] = x + half * np.array([at, at + 0.05])
        mesh.sheet(gold, normals, Stuff((0.30, 0.21, 0.10), 0.5), free)


def pebbles(mesh: Mesh, spot: Spot, chance: np.random.Generator) -> float:
    """Three stones from some beach. Returns half the width."""
    for offset, size in ((-0.030, 0.016), (0.026, 0.020), (0.0, 0.013)):
        r = size * spot.scale * chance.uniform(0.85, 1.15)
        x = spot.x + offset * spot.scale
        y = spot.y + r * 0.5 - (0.008 * spot.scale if offset == 0.0 else 0.0)
        ring, turn = np.linspace(0, 1, 7)[:, None], np.linspace(0, 2 * np.pi, 25)[None]
        bump = 1 + 0.07 * np.sin(2 * turn + chance.uniform(0, 6)) + 0.04 * np.sin(3 * turn + chance.uniform(0, 6))
        places = np.stack(
            [x + r * 1.25 * ring * bump * np.cos(turn), y + r * 0.72 * ring * bump * np.sin(turn)], axis=-1
        )
        normals = np.stack(
            [ring * np.cos(turn), ring * np.sin(turn) * 0.9 + 0.25, np.sqrt(1.05 - ring**2) + 0 * turn], axis=-1
        )
        free = np.clip(0.72 + 0.45 * ring * np.sin(turn), 0.15, 1.0)
        mesh.sheet(places, normals, Stuff(STONES[chance.integers(len(STONES))], 0.1), free)
    return 0.05 * spot.scale
