"""Trees of a pasture: in groups on its hills, with a few that stand alone."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np

from game.scenery.alp.hills import Hill
from game.scenery.alp.paint import ellipse, painted
from game.scenery.growing.conifers import spruce
from game.scenery.light import Rgb
from game.scenery.noise import Array

KINDS = 7
"""Trees grown of each species; every one set is turned or stretched a little."""
EASE = 0.55
"""How small a far hill's trees are beside the nearest."""


class Nursery:
    """A few spruces and larches to set many times."""

    def __init__(self) -> None:
        self.spruces: list[Array] = []
        self.larches: list[Array] = []

    def grow(self, chance: np.random.Generator) -> Generator[None, None, None]:
        """Grow them, one a slice."""
        for _ in range(KINDS):
            self.spruces.append(spruce(chance, 15))
            yield
            larch = spruce(chance, 14)
            larch[..., 0] *= 1.12
            self.larches.append(larch)
            yield


def woods(
    chance: np.random.Generator,
    hill: Hill,
    count: int,
    tall: float,
    larches: float,
    colours: dict[str, Rgb],
    nursery: Nursery,
    clear: tuple[float, float],
) -> Generator[None, None, list[Array]]:
    """Triangles of all trees on a hill, far ones first; none within `clear` (place, reach)."""
    width = float(hill.x[-1])
    groups = chance.random(max(round(2 + 4 * hill.far), 2)) * width
    spread = chance.uniform(0.02, 0.09, len(groups)) * width / 2
    which = chance.integers(len(groups), size=count)
    x = groups[which] + chance.normal(size=count) * spread[which]
    alone = chance.random(count) < 0.12
    x = np.where(alone, chance.random(count) * width, x)
    depth = np.sort(chance.random(count) ** (1.6 - 0.5 * hill.far))
    size = tall * (1 - EASE * hill.far) * (0.42 + 0.85 * chance.random(count) ** 1.3) * (0.72 + 0.5 * depth)
    parts: list[Array] = []
    for i in range(count):
        if not (0 < x[i] < width) or abs(x[i] - clear[0]) < clear[1]:
            continue
        y = hill.top(float(x[i]))
        foot = y + (hill.foot - y) * (0.02 + 0.30 * depth[i] * (1 - 0.4 * hill.far))
        parts += painted_tree(chance, (float(x[i]), foot), float(size[i]), larches, colours, nursery, hill.haze)
        if i % 6 == 5:
            yield
    return parts


def painted_tree(
    chance: np.random.Generator,
    at: tuple[float, float],
    tall: float,
    larches: float,
    colours: dict[str, Rgb],
    nursery: Nursery,
    haze: float,
) -> list[Array]:
    is_larch = chance.random() < larches
    grown = (nursery.larches if is_larch else nursery.spruces)[int(chance.integers(KINDS))]
    tree = grown.copy()
    tree[..., 0] = at[0] + tree[..., 0] * tall * chance.choice([-1.0, 1.0]) * chance.uniform(0.85, 1.2)
    tree[..., 1] = at[1] + tree[..., 1] * tall
    colour = np.array(colours["larch" if is_larch else "needle"]) * chance.uniform(0.8, 1.2)
    r, g, b = (float(c) for c in colour)
    dark = tuple(0.30 * c for c in colours["grass"])
    under = ellipse((at[0] + 0.06 * tall, at[1]), (0.22 * tall, 0.035 * tall), (dark[0], dark[1], dark[2]), haze)
    return [under, painted(tree, (r, g, b), (r * 1.4, g * 1.3, b), haze)]


def beside(at: tuple[float, float], tall: float) -> list[tuple[float, float, float]]:
    """Places and heights of the trees that shelter a hut."""
    x, y = at
    return [
        (x + 1.9 * tall, y + 0.16 * tall, 2.1 * tall),
        (x + 2.5 * tall, y + 0.1 * tall, 1.5 * tall),
        (x - 2.2 * tall, y + 0.12 * tall, 1.7 * tall),
    ]
