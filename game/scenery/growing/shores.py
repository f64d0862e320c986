"""The lie of the land on a lake: a far bank, or headlands that reach out as the seed has it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.scenery.growing.forest import Land
from game.scenery.noise import Array, line, smooth

STEPS = 640
TAPER = 0.22
"""Land rises from nothing at its tip over this length, in screen heights."""
LONGEST = 1.6
"""Width of the screen, in its heights, below which land reaches down less: upright screens see it flatter."""


def far_bank(width: float, reach: float, opening: float, sunset_x: float, chance: np.random.Generator) -> Land:
    """A low bank all along the horizon, open where the sun sets. Lengths in screen heights."""
    x = np.linspace(0, width, STEPS)
    foot = -reach * (0.25 + 0.75 * line(chance, x * 4 + 1, 6, 0.6))
    top = 0.001 + 0.019 * line(chance, x * 3 + 1, 7, 0.62)
    room = 1 - opening * np.exp(-(((x - sunset_x) / 0.2) ** 2))
    return Land(x, foot, top * (0.5 + 0.5 * room), room)


def headlands(width: float, reach: float, opening: float, sunset_x: float, chance: np.random.Generator) -> Land:
    """Land from one side, from both, a spit before the far shore, or hardly any; never across the setting sun."""
    x = np.linspace(0, width, STEPS)
    away = 1.0 if sunset_x < width / 2 else -1.0
    plan = chance.choice(["one", "two", "spit", "bay", "low", "island", "narrows", "third"])
    body = _from_side(x, width, away, chance.uniform(0.30, 0.58))
    if plan == "two":
        body = np.maximum(body, _from_side(x, width, -away, chance.uniform(0.12, 0.22)) * 0.9)
    elif plan == "spit":
        body = np.maximum(body * 0.35, _spit(x, width, away, chance))
    elif plan == "bay":
        body = np.maximum(body * 0.4, _from_side(x, width, -away, chance.uniform(0.16, 0.26)))
    elif plan == "low":
        body = body * 0.3
    elif plan == "island":
        body = np.maximum(body * 0.25, _island(x, width, away, chance))
    elif plan == "narrows":
        body = np.maximum(body, _from_side(x, width, -away, chance.uniform(0.26, 0.34)))
    elif plan == "third":
        body = np.maximum(body * 0.2, _from_side(x, width, away, chance.uniform(0.62, 0.72)))
    clear = 1 - opening * np.exp(-(((x - sunset_x) / (0.16 * min(width, 1.8))) ** 2))
    rough = 0.35 + 1.3 * line(chance, x * 5, 7, 0.6)
    body = body * clear * rough
    flat = min(width / LONGEST, 1.0)
    foot = -reach * flat * chance.uniform(0.7, 1.5) * body + 0.0035 * smooth(0.10, 0.0, body)
    inland = smooth(0.0, TAPER, _from_water(x, body > 0.02))
    rise = smooth(0.03, 0.6, body) * (0.010 + 0.02 * line(chance, x * 4, 3)) + 0.012 * smooth(0.0, 0.08, body)
    top = np.maximum(foot + inland * rise, 0.003 * inland + foot * (1 - inland))
    return Land(x, foot, np.where(foot < 0, top, foot), smooth(0.06, 0.35, body))


def _from_water(x: Array, land: NDArray[np.bool_]) -> Array:
    """How far each place lies from the nearest open water along the shore."""
    if land.all():
        return np.full(len(x), np.inf)
    return np.asarray(np.abs(x[:, None] - x[~land]).min(axis=1))


def _from_side(x: Array, width: float, side: float, share: float) -> Array:
    """1 at one edge of the screen (-1 left, 1 right), falling to 0 at `share` of the width."""
    distance = (width - x if side > 0 else x) / (width * share)
    return np.asarray(np.clip(1 - distance, 0, 1) ** 0.8)


def _island(x: Array, width: float, side: float, chance: np.random.Generator) -> Array:
    """A wooded island, water all round it."""
    middle = width * (0.5 + side * chance.uniform(0.05, 0.22))
    reach = chance.uniform(0.13, 0.20) * min(width, 1.8)
    return np.asarray(0.85 * np.sqrt(np.clip(1 - (np.abs(x - middle) / reach) ** 2, 0, 1)))


def _spit(x: Array, width: float, side: float, chance: np.random.Generator) -> Array:
    """A low tongue of land between the middle and one side."""
    middle = width * (0.5 + side * chance.uniform(0.16, 0.24))
    return np.asarray(0.75 * np.clip(1 - (np.abs(x - middle) / (0.15 * width)) ** 2, 0, 1))
