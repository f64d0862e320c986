"""Small things for a sill: a few books, a few pebbles, fruit."""

from __future__ import annotations

import numpy as np

from game.scenery.still_life.mesh import Array, Mesh, Rgb, Stuff
from game.scenery.still_life.pottery import Spot

COVERS: tuple[Rgb, ...] = (
    (0.19, 0.075, 0.06),
    (0.075, 0.11, 0.14),
    (0.16, 0.135, 0.075),
    (0.09, 0.12, 0.085),
    (0.17, 0.12, 0.13),
)
PAPER: Rgb = (0.46, 0.40, 0.30)
GILT = Stuff((0.30, 0.21, 0.10), gloss=0.5)
STONES: tuple[Rgb, ...] = ((0.21, 0.20, 0.19), (0.13, 0.14, 0.15), (0.28, 0.25, 0.21))

FRUIT: tuple[tuple[Rgb, Rgb], ...] = (
    ((0.52, 0.20, 0.030), (0.56, 0.25, 0.035)),
    ((0.34, 0.045, 0.035), (0.30, 0.22, 0.050)),
    ((0.34, 0.30, 0.060), (0.24, 0.26, 0.070)),
)
"""Oranges, apples, pears or quinces: two tones of each."""


def books(mesh: Mesh, spot: Spot, chance: np.random.Generator) -> float:
    """Two or three books lying on each other, the widest lowest. Returns half the width."""
    halves = np.sort(chance.uniform(0.054, 0.078, int(chance.integers(2, 4))))[::-1] * spot.scale
    y = spot.y
    for half in halves:
        thick = chance.uniform(0.014, 0.021) * spot.scale
        x = spot.x + chance.uniform(-0.009, 0.009) * spot.scale
        cover = COVERS[chance.integers(len(COVERS))]
        _lid(mesh, x, y + thick, half, cover)
        front = _leaves if chance.random() < 0.5 else _spine
        front(mesh, np.array([x - half, x + half]), y + thick * np.linspace(0, 1, 7), cover)
        y += thick
    return float(halves[0])


def _lid(mesh: Mesh, x: float, y: float, half: float, cover: Rgb) -> None:
    """The upper board, seen from above; its far edge lies a little aside."""
    aside, deep = 0.03 * half, 0.20 * half
    near, far = (
        [(x - half, y), (x + half, y)],
        [(x - half * 0.94 + aside, y + deep), (x + half * 0.94 + aside, y + deep)],
    )
    facing = np.broadcast_to(np.array([0.0, 0.96, 0.28]), (2, 2, 3))
    mesh.sheet(np.array([near, far]), facing, Stuff(cover, 0.2), np.array([[0.95, 0.95], [0.6, 0.6]]))


def _spine(mesh: Mesh, across: Array, up: Array, cover: Rgb) -> None:
    """A rounded back with a title on a dark label between two gilt bands."""
    middle, half = across.mean(), np.ptp(across) / 2
    _upright(mesh, across, up, Stuff(cover, 0.25), 0.75)
    _upright(mesh, middle + half * np.array([-0.34, 0.26]), up, Stuff((0.050, 0.034, 0.028), 0.25), 0.75)
    for at, wide in ((-0.80, 0.03), (-0.37, 0.03), (0.26, 0.03), (0.76, 0.03)):
        _upright(mesh, middle + half * np.array([at, at + wide]), up, GILT, 0.75)
    _upright(mesh, middle + half * np.array([-0.22, 0.14]), up[2:5], GILT, 0.15)


def _leaves(mesh: Mesh, across: Array, up: Array, cover: Rgb) -> None:
    """The open side: paper between two boards that stand out a little."""
    middle, half = across.mean(), np.ptp(across) / 2
    paper = np.linspace(up[0], up[-1], 9)[1:-1]
    inside = middle + half * np.array([-0.96, 0.96])
    _upright(mesh, across, up, Stuff(cover, 0.2), 0.3)
    _upright(mesh, inside, paper, Stuff(PAPER), 0.2, np.array([0.92, 1.0, 0.90, 1.0, 0.94, 0.86, 0.62])[:, None])


def _upright(
    mesh: Mesh, across: Array, up: Array, stuff: Stuff, round_ratio: float, tone: Array | float = 1.0
) -> None:
    """A strip that faces the eye, bowed by `round_ratio` from its lower to its upper edge."""
    levels = np.linspace(-1, 1, len(up))
    places = np.stack(np.broadcast_arrays(across[None], up[:, None]), axis=-1)
    normals = np.zeros((len(up), 2, 3))
    bow = levels * round_ratio
    normals[..., 1], normals[..., 2] = bow[:, None], np.sqrt(1 - bow**2)[:, None]
    free = np.clip(0.78 + 0.26 * levels, 0, 1)[:, None] * np.ones(2)[None]
    mesh.sheet(places, normals, stuff, free, tone * np.ones((len(up), 2)))


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
