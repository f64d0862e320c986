"""Small things for a sill: a few books, a few pebbles, fruit."""

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

FRUIT: tuple[tuple[Rgb, Rgb], ...] = (
    ((0.52, 0.20, 0.030), (0.56, 0.25, 0.035)),
    ((0.34, 0.045, 0.035), (0.30, 0.22, 0.050)),
    ((0.34, 0.30, 0.060), (0.24, 0.26, 0.070)),
)
"""Oranges, apples, pears or quinces: two tones of each."""


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


def fruit(mesh: Mesh, spot: Spot, chance: np.random.Generator) -> float:
    """Two or three fruits. Returns half the width."""
    tones = FRUIT[chance.integers(len(FRUIT))]
    ring, turn = np.linspace(0, 1, 10)[:, None], np.linspace(0, 2 * np.pi, 33)[None]
    for offset, low in ((-0.036, 0.0), (0.034, 0.0), (0.002, -0.010))[: int(chance.integers(2, 4))]:
        r = 0.031 * spot.scale * chance.uniform(0.92, 1.08)
        x, y = spot.x + offset * spot.scale, spot.y + r * 0.88 + low * spot.scale
        across, up = ring * np.cos(turn), ring * np.sin(turn)
        places = np.stack([x + r * across, y + r * 0.94 * up], axis=-1)
        normals = np.stack([across, up, np.sqrt(np.maximum(1.02 - ring**2, 0.0)) + 0 * turn], axis=-1)
        free = np.clip(0.62 + 0.55 * up, 0.10, 1.0)
        tone = 0.86 + 0.22 * up + 0.06 * np.sin(9 * across + chance.uniform(0, 6))
        mesh.sheet(places, normals, Stuff(tones[chance.integers(2)], 0.35), free, tone)
        stalk = np.array([(x, y + 0.70 * r), (x + 0.10 * r, y + 1.02 * r), (x + 0.22 * r, y + 1.16 * r)])
        mesh.tube(stalk, 0.0016 * spot.scale, Stuff((0.07, 0.055, 0.030)))
    return 0.062 * spot.scale
