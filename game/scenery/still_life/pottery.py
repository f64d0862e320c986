"""Turned things: cups, saucers, pots. Surfaces of revolution seen a little from above."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.scenery.still_life.mesh import Array, Mesh, Rgb, Stuff

TILT = 0.17
"""Height over width of a level circle, as the eye sees it."""
GLAZES: tuple[Rgb, ...] = (
    (0.50, 0.43, 0.34), (0.22, 0.30, 0.33), (0.46, 0.24, 0.17), (0.27, 0.31, 0.24),
    (0.42, 0.36, 0.36), (0.16, 0.19, 0.26),
)  # fmt: skip
CLAY: tuple[Rgb, ...] = ((0.325, 0.205, 0.155), (0.34, 0.30, 0.26), (0.20, 0.25, 0.26), (0.44, 0.37, 0.28))


@dataclass(frozen=True)
class Spot:
    """Where a thing stands, and how large it is drawn (1 as in a wide picture)."""

    x: float
    y: float
    scale: float


def turned(mesh: Mesh, spot: Spot, profile: list[tuple[float, float]], stuff: Stuff, band: float = 0.0) -> None:
    """The near half of a surface of revolution; `profile` is (radius, height) from foot to rim.

    `band` darkens a ring about two thirds up, as a glaze that has run.
    """
    r, h = _smooth(profile)
    r, h = r * spot.scale, h * spot.scale
    turn = np.linspace(np.pi, 2 * np.pi, 25)
    places, normals = _around(spot, r, h, turn)
    up = np.linspace(0, 1, len(r))[:, None]
    free = np.clip(0.45 + 1.6 * up, 0, 1) * np.ones_like(turn)[None]
    tone = 1 - band * np.exp(-(((up - 0.62) / 0.13) ** 6)) * np.ones_like(turn)[None]
    mesh.sheet(places, normals, stuff, free, tone)


def opening(
    mesh: Mesh, spot: Spot, radius: float, height: float, fill: float, inside: Stuff, filling: Stuff
) -> None:
    """What is seen into a vessel: its far inner wall, and a level filling `fill` below the rim."""
    r, rim, low = radius * spot.scale, height * spot.scale, (height - fill) * spot.scale
    turn = np.linspace(0, np.pi, 21)
    places, normals = _around(spot, np.array([r, r * 0.97]), np.array([rim, low - 0.006 * spot.scale]), turn)
    mesh.sheet(places, normals * np.array([-1, 1, 1]), inside, np.array([[0.8], [0.35]]) * np.ones(21)[None])
    full, ring = np.linspace(0, 2 * np.pi, 49), np.linspace(0.0, 1.0, 13)
    disc = np.stack([np.outer(ring, np.cos(full)), np.outer(ring, np.sin(full)) * TILT], axis=-1)
    facing = np.broadcast_to(np.array([0.0, 0.96, 0.28]), (13, 49, 3))
    aside, away = np.outer(ring, np.cos(full)) + 0.15, np.outer(ring, np.sin(full)) - 0.20
    window = np.exp(-((aside / 0.46) ** 4) - (away / 0.34) ** 4)  # it lies mirrored in what is in a cup
    tone = 1.0 + 5.0 * filling.gloss * window
    mesh.sheet(disc * r * 0.97 + (spot.x, spot.y + low), facing, filling, 0.75, tone)


def rim(mesh: Mesh, spot: Spot, radius: float, height: float, thick: float, stuff: Stuff) -> None:
    """The lip all round, which catches light."""
    turn = np.linspace(0, 2 * np.pi, 97)
    ring = np.stack([np.cos(turn) * radius, np.sin(turn) * radius * TILT + height], axis=1) * spot.scale
    mesh.tube(ring + np.array([spot.x, spot.y]), thick * spot.scale, stuff)


def cup(mesh: Mesh, spot: Spot, shape: str, glaze: Rgb, chance: np.random.Generator) -> tuple[float, float]:
    """A mug or a teacup of something hot. Returns the middle of its opening, where the steam rises."""
    stuff = Stuff(glaze, gloss=0.75)
    dark = Stuff((glaze[0] * 0.5, glaze[1] * 0.45, glaze[2] * 0.4), 0.2)
    tea = Stuff((0.12, 0.055, 0.022), gloss=0.9)
    hand = 1 if chance.random() < 0.5 else -1
    if shape == "teacup":
        saucer = [(0.020, 0.0), (0.034, 0.002), (0.052, 0.007), (0.060, 0.011)]
        _shadowed_plate(mesh, spot, saucer, stuff)
        top, high = 0.040, 0.054
        body = [(0.018, 0.006), (0.022, 0.009), (0.031, 0.022), (0.037, 0.038), (top, high)]
    else:
        top, high = 0.034, 0.076
        body = [(0.029, 0.0), (0.032, 0.003), (0.034, 0.02), (0.0345, 0.05), (top, high)]
    middle = high * 0.55
    turn = np.linspace(-1.25, 1.25, 15)
    reach = 0.019 if shape == "teacup" else 0.022
    handle = np.stack(
        [hand * (top * 0.92 - 0.008 + np.cos(turn) * reach * 1.25), middle + np.sin(turn) * reach], axis=1
    )
    mesh.tube(handle * spot.scale + (spot.x, spot.y), 0.0042 * spot.scale, stuff, 0.85)
    opening(mesh, spot, top, high, 0.0045, dark, tea)
    turned(mesh, spot, body, stuff, band=0.28 if shape == "mug" else 0.0)
    rim(mesh, spot, top, high, 0.0024, stuff)
    return spot.x, spot.y + high * spot.scale


def pot(mesh: Mesh, spot: Spot, clay: Rgb, part: str) -> float:
    """A flower pot in two goes, so that stems can stand in it: "back", then "front". Returns its height."""
    wide, high = 0.055, 0.098
    stuff, earth = Stuff(clay, gloss=0.12), Stuff((0.052, 0.036, 0.026))
    if part == "back":
        opening(mesh, spot, wide, high, 0.005, stuff, earth)
        rim(mesh, spot, wide, high, 0.003, stuff)
    else:
        body = [(0.036, 0.0), (0.039, 0.003), (0.049, 0.066), (0.050, 0.070)]
        turned(mesh, spot, body, stuff)
        turned(mesh, spot, [(0.0545, 0.070), (0.056, 0.073), (0.0575, 0.094), (wide, high)], stuff)
    return high * spot.scale


def _shadowed_plate(mesh: Mesh, spot: Spot, profile: list[tuple[float, float]], stuff: Stuff) -> None:
    radius, high = profile[-1]
    turned(mesh, spot, profile, stuff)
    full = np.linspace(0, 2 * np.pi, 41)
    ring = np.array([0.0, 0.45, 0.8, 1.0])
    disc = np.stack([np.outer(ring, np.cos(full)), np.outer(ring, np.sin(full)) * TILT], axis=-1) * radius
    facing = np.broadcast_to(np.array([0.0, 0.94, 0.34]), (4, 41, 3))
    free = np.array([0.3, 0.45, 0.85, 1.0])[:, None] * np.ones(41)[None]
    mesh.sheet(disc * spot.scale + (spot.x, spot.y + high * spot.scale), facing, stuff, free)


def _around(spot: Spot, r: Array, h: Array, turn: Array) -> tuple[Array, Array]:
    """Corners (rings, turns, 2) and outward normals of rings of radius r at heights h."""
    slope = np.gradient(r, np.arange(len(r))) / np.maximum(np.abs(np.gradient(h, np.arange(len(r)))), 1e-5)
    lean = np.clip(-slope * np.sign(np.gradient(h)), -2.5, 2.5)
    x = spot.x + np.outer(r, np.cos(turn))
    y = spot.y + h[:, None] + np.outer(r, np.sin(turn)) * TILT
    size = np.sqrt(1 + lean**2)
    normals = np.stack(
        [
            np.outer(1 / size, np.cos(turn)),
            np.outer(lean / size, np.ones_like(turn)),
            np.outer(1 / size, -np.sin(turn)),
        ],
        axis=-1,
    )
    return np.stack([x, y], axis=-1), normals


def _smooth(profile: list[tuple[float, float]]) -> tuple[Array, Array]:
    """A profile with more points, rounded once."""
    points = np.array(profile, np.float64)
    fine = np.linspace(0, len(points) - 1, (len(points) - 1) * 6 + 1)
    r, h = (np.interp(fine, np.arange(len(points)), points[:, i]) for i in (0, 1))
    for _ in range(2):
        r[1:-1] = 0.25 * r[:-2] + 0.5 * r[1:-1] + 0.25 * r[2:]
    return r, h
