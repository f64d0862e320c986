"""A jug of cut flowers: tulips, or daisies, in two tones."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import numpy as np

from game.scenery.still_life.mesh import Array, Mesh, Rgb, Stuff
from game.scenery.still_life.plants import leaf, stem
from game.scenery.still_life.pottery import GLAZES, Spot, opening, rim, turned

Bloom = Callable[[Mesh, Array, float, float, Rgb, np.random.Generator], None]
PETALS: tuple[tuple[Rgb, Rgb], ...] = (
    ((0.62, 0.17, 0.14), (0.72, 0.36, 0.26)),
    ((0.74, 0.44, 0.08), (0.78, 0.62, 0.26)),
    ((0.60, 0.26, 0.36), (0.76, 0.62, 0.62)),
    ((0.34, 0.22, 0.52), (0.70, 0.66, 0.74)),
)
"""The tones of the blooms in one jug."""
STALK = Stuff((0.080, 0.130, 0.045), gloss=0.15, through=0.25)
BODY = [
    (0.030, 0.0),
    (0.034, 0.003),
    (0.050, 0.030),
    (0.052, 0.052),
    (0.036, 0.090),
    (0.030, 0.108),
    (0.036, 0.122),
]
MOUTH, HIGH = 0.036, 0.122


def jug_of_flowers(mesh: Mesh, spot: Spot, chance: np.random.Generator) -> Iterator[None]:
    """The jug's inside, the flowers from the tallest to the nearest, and the jug before them."""
    glaze = GLAZES[chance.integers(len(GLAZES))]
    stuff = Stuff(glaze, gloss=0.6)
    opening(mesh, spot, MOUTH, HIGH, 0.02, Stuff((glaze[0] * 0.4, glaze[1] * 0.4, glaze[2] * 0.4)), STALK)
    tones, bloom = PETALS[chance.integers(len(PETALS))], (tulip, daisy)[chance.integers(2)]
    top = np.array([spot.x, spot.y + (HIGH - 0.012) * spot.scale])
    count = int(chance.integers(9, 13))
    sides = np.linspace(-0.82, 0.82, count)[np.argsort(chance.random(count))]
    lengths = np.sort(chance.uniform(0.10, 0.25, count) * (1.15 - 0.4 * np.abs(sides)))[::-1]
    for aside, length in zip(sides, lengths, strict=True):
        line = stem(top, math.pi / 2 - aside * 0.75, spot.scale * float(length), -aside * 0.55, chance)
        mesh.tube(line, 0.0019 * spot.scale, STALK)
        _leaves(mesh, line, spot.scale, chance)
        way = math.atan2(*(line[-1] - line[-2])[::-1])
        bloom(mesh, line[-1], way, spot.scale * chance.uniform(0.85, 1.12), tones[chance.integers(2)], chance)
        yield
    turned(mesh, spot, BODY, stuff, band=0.2)
    rim(mesh, spot, MOUTH, HIGH, 0.0022, stuff)


def _leaves(mesh: Mesh, line: Array, scale: float, chance: np.random.Generator) -> None:
    for at in (3, 7):
        way = math.atan2(*(line[at] - line[at - 1])[::-1]) + chance.choice([-1, 1]) * chance.uniform(0.35, 0.7)
        stuff = Stuff((0.070, 0.125, 0.045), gloss=0.25, through=0.55)
        leaf(mesh, line[at], way, scale * chance.uniform(0.07, 0.11), 0.16, chance.normal(0.0, 0.5), stuff)


def tulip(mesh: Mesh, foot: Array, way: float, scale: float, tone: Rgb, chance: np.random.Generator) -> None:
    """A cup of petals, the hindmost first, the darker the further inside."""
    for turn, shade, wide in ((0.0, 0.62, 0.46), (0.30, 0.78, 0.40), (-0.30, 0.82, 0.40), (0.10, 1.05, 0.44)):
        k = shade * math.exp(chance.normal(0, 0.06))
        stuff = Stuff((tone[0] * k, tone[1] * k, tone[2] * k), gloss=0.15, through=0.45)
        leaf(mesh, foot, way + turn, 0.052 * scale, wide, -turn * 1.1, stuff, 0.2)


def daisy(mesh: Mesh, foot: Array, way: float, scale: float, tone: Rgb, chance: np.random.Generator) -> None:
    """A wheel of narrow petals, seen a little from the side, and its heart."""
    tilt = np.array([1.0, 0.94 - 0.18 * abs(math.cos(way)) - 0.50 * chance.random() ** 1.3])
    for turn in np.arange(13) * (math.tau / 13) + chance.random():
        k = math.exp(chance.normal(0, 0.10)) * (0.72 + 0.26 * math.sin(turn))
        stuff = Stuff((tone[0] * k, tone[1] * k, tone[2] * k), through=0.40)
        start = foot + np.array([math.cos(turn), math.sin(turn)]) * tilt * 0.006 * scale
        reach = 0.027 * scale * math.hypot(math.cos(turn), math.sin(turn) * tilt[1])
        leaf(mesh, start, math.atan2(math.sin(turn) * tilt[1], math.cos(turn)), reach, 0.22, 0.0, stuff, 0.3)
    ring, around = np.linspace(0, 1, 4)[:, None], np.linspace(0, math.tau, 15)[None]
    places = foot + np.stack([ring * np.cos(around), ring * np.sin(around) * tilt[1]], axis=-1) * 0.0085 * scale
    facing = np.stack([ring * np.cos(around), ring * np.sin(around), np.sqrt(1.05 - ring**2) + 0 * around], axis=-1)
    mesh.sheet(places, facing, Stuff((0.42, 0.25, 0.045), gloss=0.1))
