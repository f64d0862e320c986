"""A whole pasture, composed by the seed: hills, woods, a path to a hut."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field

import numpy as np

from game.scenery.alp.cattle import herd
from game.scenery.alp.hills import Hill, ground, hills, way
from game.scenery.alp.hut import hut
from game.scenery.alp.paint import ribbon
from game.scenery.alp.woods import Nursery, beside, painted_tree, woods
from game.scenery.lean import MARGIN
from game.scenery.light import Rgb
from game.scenery.noise import Array
from game.scenery.season import heavy_side
from game.scenery.stage import Stage
from worlds.format.layers.pasture import Pasture


@dataclass
class Made:
    """What is to be baked, back to front, and where windows are."""

    triangles: list[Array] = field(default_factory=list)
    windows: Array = field(default_factory=lambda: np.zeros((0, 4)))
    top: Array = field(default_factory=lambda: np.zeros(2))


def pasture(stage: Stage, name: str, model: Pasture, colours: dict[str, Rgb]) -> Generator[None, None, Made]:
    """Compose it, in slices."""
    chance, made, nursery = stage.generator(name), Made(), Nursery()
    yield from nursery.grow(chance)
    width = stage.aspect * (1 + 2 * MARGIN)
    found = hills(chance, model.hills, width, stage.horizon_ratio, model.height_ratio, model.reach_ratio, 1.0)
    home = width * (0.5 - heavy_side(stage) * chance.uniform(0.06, 0.27))
    at_home = int(chance.integers(max(model.hills - 3, 0), max(model.hills - 1, 1)))
    made.top = np.max([hill.y for hill in found], axis=0)
    for k, hill in enumerate(found):
        made.triangles.append(_cells(ground(chance, hill, colours["grass"], colours["dry"])))
        yield
        count = round(model.trees * stage.aspect / 2 * (0.25 + 0.9 * hill.far) / (0.7 * model.hills))
        clear = (home, 0.30 * (0.4 + model.hut_ratio * 8)) if k >= at_home and model.hut_ratio > 0 else (0.0, 0.0)
        trees = yield from woods(chance, hill, count, model.tree_ratio, model.larch_ratio, colours, nursery, clear)
        made.triangles += trees
        if k == at_home and model.hut_ratio > 0:
            _settle(chance, made, hill, home, model, colours, nursery)
        yield
    return made


def _settle(
    chance: np.random.Generator,
    made: Made,
    hill: Hill,
    home: float,
    model: Pasture,
    colours: dict[str, Rgb],
    nursery: Nursery,
) -> None:
    """A hut on its hill, the trees about it, and the path that leads there."""
    tall = model.hut_ratio * (1 - 0.45 * hill.far)
    at = home, hill.top(home) - 0.55 * tall
    turned = float(chance.choice([-1.0, 1.0]))
    line = way(chance, hill, home + chance.uniform(-0.5, 0.5), at)
    wide = np.linspace(0.05, 0.16 * tall, len(line)) * 0.8
    made.triangles.append(ribbon(line, wide, colours["path"], hill.haze))
    near = hill.haze * 0.6
    for x, y, height in beside(at, tall):
        made.triangles += painted_tree(chance, (x, y), height, model.larch_ratio, colours, nursery, near)
    parts, made.windows = hut(at, tall, colours["roof"], turned, near)
    made.triangles += parts
    side = float(chance.choice([-1.0, 1.0])) * chance.uniform(0.28, 0.6)
    made.triangles += herd(chance, hill, home + side, 0.17 * tall)


def _cells(points: Array) -> Array:
    """A mesh of points as triangles."""
    a, b, c, d = points[:-1, :-1], points[:-1, 1:], points[1:, :-1], points[1:, 1:]
    lower, upper = np.stack([a, b, c], axis=2), np.stack([b, d, c], axis=2)
    return np.stack([lower, upper], axis=2).reshape(-1, 3, points.shape[-1])
