"""Pot plants: trailing shoots, arching fronds, broad leaves."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from game.scenery.still_life.mesh import Array, Mesh, Rgb, Stuff

GREENS: tuple[Rgb, ...] = (
    (0.060, 0.115, 0.048),
    (0.085, 0.130, 0.040),
    (0.050, 0.098, 0.062),
    (0.075, 0.120, 0.062),
)


def leaf(
    mesh: Mesh, foot: Array, way: float, length: float, width: float, curl: float, stuff: Stuff, face: float = 0.3
) -> None:
    """One leaf: `way` is its direction in radians, `curl` how far it bends, `face` how it turns to the eye."""
    u = np.linspace(0, 1, 9)
    heading = way - curl * u * u
    step = np.stack([np.cos(heading), np.sin(heading)], axis=1) * (length / 8)
    spine = foot + np.concatenate([np.zeros((1, 2)), np.cumsum(step[:-1], axis=0)])
    across = np.stack([-np.sin(heading), np.cos(heading)], axis=1)
    half = width * length * np.sin(np.pi * np.minimum(u**0.62, 1.0)) ** 0.85 * (1 - 0.25 * u)
    sides = np.array([-1.0, -0.5, 0.0, 0.5, 1.0])
    places = spine[:, None] + across[:, None] * (sides[None] * half[:, None])[..., None]
    normals = np.zeros((9, 5, 3))
    fold = np.array([-0.55, -0.45, 0.0, 0.45, 0.55])
    normals[..., :2] = across[:, None] * fold[None, :, None]
    normals[..., 1] += face * math.cos(way)
    normals[..., 2] = 0.8
    normals /= np.linalg.norm(normals, axis=-1, keepdims=True)
    vein = np.array([1.0, 1.0, 0.72, 1.0, 1.0])[None] * (0.85 + 0.3 * u[:, None])
    mesh.sheet(places, normals, stuff, 1.0, vein)


def stem(
    foot: Array, way: float, length: float, bend: float, chance: np.random.Generator, count: int = 14
) -> Array:
    """Points of a shoot; `bend` turns it, radians over its length."""
    turn = way + bend * np.linspace(0, 1, count) ** 1.4 + np.cumsum(chance.normal(0, 0.045, count))
    step = np.stack([np.cos(turn), np.sin(turn)], axis=1) * (length / count)
    return np.asarray(foot + np.cumsum(step, axis=0))


def _leaf_stuff(green: Rgb, chance: np.random.Generator, spread: float = 0.22) -> Stuff:
    k = math.exp(chance.normal(0, spread))
    warm = math.exp(chance.normal(0, 0.12))
    return Stuff((green[0] * k * warm, green[1] * k, green[2] * k / warm), gloss=0.30, through=0.55)


def trailing(mesh: Mesh, top: Array, scale: float, green: Rgb, chance: np.random.Generator) -> Iterator[None]:
    """Shoots that rise a little and then hang, with many small leaves."""
    for _ in range(15):
        aside = chance.normal(0, 0.75)
        length = scale * chance.uniform(0.15, 0.36)
        line = stem(
            top + np.array([chance.normal(0, 0.014) * scale, 0.0]),
            math.pi / 2 - aside,
            length,
            -aside * 1.25,
            chance,
        )
        mesh.tube(line, 0.0014 * scale, Stuff((0.05, 0.06, 0.028), through=0.1))
        for i in range(2, len(line)):
            way = math.atan2(*(line[i] - line[i - 1])[::-1])
            side = (1 if i % 2 else -1) * chance.uniform(0.5, 1.1) if i < len(line) - 1 else 0.0
            size = scale * chance.uniform(0.030, 0.056) * (1.15 - 0.4 * i / len(line))
            leaf(
                mesh,
                line[i],
                way + side,
                size,
                chance.uniform(0.24, 0.34),
                chance.normal(0.1, 0.4),
                _leaf_stuff(green, chance),
            )
        yield


def fern(mesh: Mesh, top: Array, scale: float, green: Rgb, chance: np.random.Generator) -> Iterator[None]:
    """Fronds that arch outwards, feathered to their tips."""
    for aside in np.sort(chance.uniform(-1.25, 1.25, 17))[np.argsort(chance.random(17))]:
        length = scale * chance.uniform(0.22, 0.36)
        line = stem(top, math.pi / 2 - aside * 0.8, length, -aside * 1.15, chance, 24)
        stuff = _leaf_stuff(green, chance, 0.16)
        mesh.tube(line, 0.0011 * scale, stuff)
        for i in range(3, len(line)):
            way = math.atan2(*(line[i] - line[i - 1])[::-1])
            u = i / len(line)
            size = scale * 0.048 * math.sin(math.pi * min(u * 1.02, 1.0)) ** 0.7 * (1.25 - u) + 0.004
            for side in (-1, 1):
                leaf(mesh, line[i], way + side * (1.15 - 0.45 * u), size, 0.17, side * 0.35, stuff)
        yield


def ivy(mesh: Mesh, top: Array, scale: float, green: Rgb, chance: np.random.Generator) -> Iterator[None]:
    """Shoots that hang down from above the window, some long and some short, their leaves facing the light."""
    for aside in np.sort(chance.uniform(-1.0, 1.0, 19))[np.argsort(chance.random(19))]:
        length = scale * chance.uniform(0.14, 0.34) * (1.25 - 0.6 * abs(aside))
        foot = top + np.array([aside * 0.15 * scale, chance.uniform(-0.01, 0.03)])
        line = stem(foot, -math.pi / 2 + 0.30 * aside, length, -0.30 * aside + chance.normal(0, 0.3), chance, 16)
        mesh.tube(line, 0.0013 * scale, Stuff((0.05, 0.06, 0.028), through=0.1))
        for i in range(1, len(line)):
            way = math.atan2(*(line[i] - line[i - 1])[::-1]) + (1 if i % 2 else -1) * chance.uniform(0.35, 0.95)
            size = scale * chance.uniform(0.030, 0.052) * (1.1 - 0.5 * i / len(line))
            stuff = _leaf_stuff(green, chance)
            leaf(mesh, line[i], way, size, chance.uniform(0.30, 0.42), chance.normal(0, 0.35), stuff)
        yield


def hanging(mesh: Mesh, top: Array, scale: float, green: Rgb, chance: np.random.Generator) -> None:
    """A few shoots that fall over the rim of the pot."""
    for _ in range(4):
        line = stem(top, math.pi / 2 - chance.choice([-1, 1]) * 1.0, 0.16 * scale, chance.normal(0, 2.2), chance)
        mesh.tube(line, 0.0013 * scale, Stuff((0.05, 0.06, 0.028)))
        for i in range(3, len(line)):
            way = math.atan2(*(line[i] - line[i - 1])[::-1]) + (0.8 if i % 2 else -0.8)
            leaf(mesh, line[i], way, 0.036 * scale, 0.3, 0.2, _leaf_stuff(green, chance))


def nothing(mesh: Mesh, top: Array, scale: float, green: Rgb, chance: np.random.Generator) -> None:
    """What plants have before their pot that do not hang."""
