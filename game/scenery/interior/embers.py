"""What burns: logs leaning together on a grate, over a bed of coals."""

from __future__ import annotations

import numpy as np

from game.scenery.interior.distance import Array
from game.scenery.interior.plan import SLAB_M, Fireplace
from game.scenery.interior.solid import Kind, Solid, Stuff

FLAMES_DEEP = 0.48
"""Where the flames stand, as a share of the fireplace's depth: what lies before that hides them."""
COALS = 90
IRON = Stuff(Kind.PLAIN, (0.012, 0.011, 0.011), 0.10)
LOGS = (
    ((-0.64, 0.105, 0.13), (0.62, 0.115, 0.15), 0.058),
    ((-0.58, 0.075, 0.37), (0.56, 0.090, 0.35), 0.047),
    ((-0.50, 0.085, 0.42), (0.22, 0.200, 0.17), 0.041),
    ((0.55, 0.080, 0.41), (-0.18, 0.175, 0.18), 0.038),
    ((-0.36, 0.125, 0.31), (0.40, 0.118, 0.28), 0.030),
)
"""Both ends and the thickness: across in half widths of the opening, the rest in metres over the slab."""


def laid_fire(solid: Solid, f: Fireplace, chance: np.random.Generator) -> None:
    """All of it; like a fire somebody laid, but never twice alike."""
    _coals(solid, f, chance)
    for first, last, thick in LOGS:
        ends = np.array([first, last]) + chance.uniform(-0.5, 0.5, (2, 3)) * (0.12, 0.024, 0.024)
        ends = ends * (f.opening, 1.0, 1.0) + (f.x, SLAB_M, 0.0)
        _log(solid, ends, thick * chance.uniform(0.72, 0.92), chance)
    for side in (-1, 1):
        x = f.x + side * f.opening * 0.56
        solid.tube([(x, SLAB_M, 0.45), (x, SLAB_M + 0.10, 0.45), (x, SLAB_M + 0.15, 0.452)], 0.011, IRON, 10)
        knob = [(0.0, 0.0), (0.016, 0.006), (0.022, 0.020), (0.016, 0.034), (0.0, 0.040)]
        solid.turned((x, SLAB_M + 0.145, 0.452), knob, IRON, 14)
    reach = f.opening * 0.58
    bar = [(f.x + x, SLAB_M + 0.062, 0.45) for x in (-reach, 0.0, reach)]
    solid.tube(bar, 0.0095, IRON, 10)


def _log(solid: Solid, ends: Array, thick: float, chance: np.random.Generator) -> None:
    """A charred log, a little crooked, its ends split."""
    way = np.linspace(0, 1, 9)[:, None]
    crooked = np.sin(way * np.pi * chance.uniform(0.8, 2.2) + chance.uniform(0, 6)) * 0.012
    line = ends[0] + way * (ends[1] - ends[0]) + crooked * (0.3, 1.0, 0.4)
    knots = thick * (1.0 + 0.10 * np.sin(way[:, 0] * chance.uniform(9, 15) + chance.uniform(0, 6)))
    solid.tube(line, knots, Stuff(Kind.CHAR, (0.050, 0.036, 0.028), 0.34), 18)
    along = (ends[1] - ends[0]) / np.linalg.norm(ends[1] - ends[0])
    aside = np.cross(along, (0.0, 1.0, 0.0))
    aside /= np.linalg.norm(aside)
    for end, way_out, r in ((line[0], -along, knots[0]), (line[-1], along, knots[-1])):
        up = np.cross(aside, way_out)
        solid.disc(end, aside * r, up * r * np.sign(np.dot(np.cross(aside, up), way_out)), _BURNT)


_BURNT = Stuff(Kind.CHAR, (0.085, 0.055, 0.036), 0.30)


def _coals(solid: Solid, f: Fireplace, chance: np.random.Generator) -> None:
    """A low heap of glowing lumps on ash."""
    ash = Stuff(Kind.PLAIN, (0.060, 0.054, 0.050))
    solid.flat((f.x - f.opening * 0.9, SLAB_M + 0.004, 0.44), (f.opening * 1.8, 0, 0), (0, 0, -0.37), ash, 0.1)
    for _ in range(COALS):
        across = float(np.clip(chance.normal(0, 0.36), -0.72, 0.72))
        heap = np.exp(-((across / 0.5) ** 2))
        deep = 0.12 + 0.30 * chance.random()
        size = chance.uniform(0.014, 0.030, 3)
        at = f.x + across * f.opening, SLAB_M + 0.012 + 0.055 * heap * chance.random(), deep
        stuff = Stuff(Kind.CHAR, (0.055, 0.045, 0.040), 0.46 * float(chance.uniform(0.6, 1.0)))
        solid.box(at, size, stuff, float(size.min()) * 0.6, chance.uniform(0, 3.1))
