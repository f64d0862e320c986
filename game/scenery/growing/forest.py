"""A wood: land with a shoreline, and trees of many kinds set on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from game.scenery.growing.conifers import pine, snag, spruce
from game.scenery.growing.leafy import birch, boulder, shrub
from game.scenery.growing.sketch import Sketch, faces
from game.scenery.noise import Array, line

VARIANTS = 5
"""How many of each species are grown; each is mirrored, stretched and shaded anew where it stands."""


BEHIND = 0.62
"""How tall a rank of trees farther back looks beside those in front."""
LEADERS = 0.06
"""How many trees stand out over the others."""
SLICE_TREES = 60
"""How many are set before others get their turn."""


@dataclass(frozen=True)
class Land:
    """Where land lies. Lengths in screen heights, heights over the horizon; one entry for each place along it."""

    x: Array
    foot: Array
    """The waterline, 0 or below."""
    top: Array
    """The upper edge of the ground."""
    room: Array
    """How willingly trees stand there, 0..1."""


@dataclass(frozen=True)
class Mixture:
    """What grows: number of trees, height of a grown one, and shares of the kinds."""

    count: int
    height: float
    pines: float
    birches: float
    dead: float
    detail: int
    """Tiers of a spruce: 10 is enough for trees a thumb high."""


def plant(land: Land, mixture: Mixture, chance: np.random.Generator, parts: list[Sketch]) -> Iterator[None]:
    """Add everything on this land to `parts`, in painter's order, in slices; in screen heights."""
    grown: dict[str, list[Sketch]] = {}
    for name in ("spruce", "broken", "pine", "birch", "snag"):
        grown[name] = [_grow(name, mixture.detail, chance) for _ in range(VARIANTS)]
        yield
    x, depth = _places(land, mixture.count, chance)
    behind, _ = _places(land, mixture.count // 2, chance)
    x, depth = np.concatenate([behind, x]), np.concatenate([np.zeros(len(behind)), depth])
    share = _heights(land, x, chance)
    share[: len(behind)] *= BEHIND
    parts.append(_ground(land, chance))
    kinds = _choose(mixture, len(x), chance)
    for number, (at, deep, kind) in enumerate(zip(x, depth, kinds, strict=True)):
        foot = float(np.interp(at, land.x, land.top * (1 - deep) + land.foot * deep))
        height = mixture.height * float(share[number]) * (1.0 + max(-foot, 0.0) * 9.0)
        parts.append(_set(grown[kind][chance.integers(VARIANTS)], at, foot - 0.002, height, chance))
        if number % SLICE_TREES == 0:
            yield
    parts.extend(_undergrowth(land, mixture, chance))
    yield


def _grow(name: str, detail: int, chance: np.random.Generator) -> Sketch:
    species: dict[str, Callable[[], Sketch]] = {
        "spruce": lambda: spruce(chance, detail),
        "broken": lambda: spruce(chance, detail, broken=True),
        "pine": lambda: pine(chance, detail * 3),
        "birch": lambda: birch(chance, detail * 4),
        "snag": lambda: snag(chance),
    }
    return species[name]()


def _places(land: Land, count: int, chance: np.random.Generator) -> tuple[Array, Array]:
    """Where trees stand, far to near: across, and how far down the bank towards the water (0..1)."""
    width = land.x[-1] - land.x[0]
    across = chance.uniform(land.x[0], land.x[-1], max(count * 4, 1))
    clumped = line(chance, (across - land.x[0]) / width * 14, 3) * 2.7 - 0.92
    keep = chance.random(len(across)) < np.clip(clumped, 0.03, 1.0) * np.interp(across, land.x, land.room)
    across = across[keep][:count]
    depth = chance.random(len(across)) ** 1.3 * 0.9
    foot = np.interp(across, land.x, land.foot) * depth
    order = np.argsort(foot)[::-1]
    return across[order], depth[order]


def _heights(land: Land, x: Array, chance: np.random.Generator) -> Array:
    """Heights of trees at these places, 1 a grown one: tall and low stands, the young, a few leaders."""
    stands = 0.42 + 0.95 * line(chance, (x - land.x[0]) / (land.x[-1] - land.x[0]) * 26, 2)
    leaders = np.where(chance.random(len(x)) < LEADERS, 1.35, 1.0)
    return stands * leaders * (1.0 - 0.6 * chance.random(len(x)) ** 2.2)


def _choose(mixture: Mixture, count: int, chance: np.random.Generator) -> list[str]:
    names = ["pine", "birch", "snag", "broken", "spruce"]
    shares = np.array([mixture.pines, mixture.birches, mixture.dead * 0.5, mixture.dead * 0.5, 0.0])
    shares[4] = max(1.0 - shares.sum(), 0.0)
    return [str(name) for name in chance.choice(names, count, p=shares / shares.sum())]


def _set(tree: Sketch, x: float, y: float, height: float, chance: np.random.Generator) -> Sketch:
    """One tree where it stands: mirrored or not, thinner or broader, a little lighter or darker."""
    placed = tree.copy()
    flip = chance.choice([-1.0, 1.0])
    placed[..., 0] = x + tree[..., 0] * flip * height * chance.uniform(0.82, 1.2)
    placed[..., 1] = y + tree[..., 1] * height
    placed[..., 2] *= flip
    placed[..., 3] *= chance.uniform(0.78, 1.12)
    placed[..., 4] = np.clip(placed[..., 4] + chance.uniform(-0.02, 0.07), 0, 1)
    return placed


def _ground(land: Land, chance: np.random.Generator) -> Sketch:
    """The bank itself, darker towards the water."""
    low, high = np.stack([land.x, land.foot - 0.004], axis=1), np.stack([land.x, land.top], axis=1)
    lit = 0.20 + 0.22 * line(chance, (land.x - land.x[0]) * 22, 3)
    a = np.stack([low[:-1], low[1:], high[:-1]], axis=1)
    b = np.stack([low[1:], high[1:], high[:-1]], axis=1)
    dim, bright = lit[:-1] * 0.55, lit[:-1]
    flat = np.zeros(len(a))
    return np.concatenate(
        [
            faces(a, flat, np.stack([dim, dim, bright], axis=1), 0.4),
            faces(b, flat, np.stack([dim, bright, bright], axis=1), 0.4),
        ]
    )


def _undergrowth(land: Land, mixture: Mixture, chance: np.random.Generator) -> list[Sketch]:
    """Bushes and a few stones along the waterline."""
    bushes = [shrub(chance, 20) for _ in range(VARIANTS)]
    stones = [boulder(chance) for _ in range(VARIANTS)]
    parts = []
    for x in chance.uniform(land.x[0], land.x[-1], int(mixture.count * 0.7)):
        foot, top = float(np.interp(x, land.x, land.foot)), float(np.interp(x, land.x, land.top))
        nearer = 1.0 + max(-foot, 0.0) * 9.0
        if chance.random() < 0.16 and foot < -0.004:
            parts.append(_set(stones[chance.integers(VARIANTS)], x, foot, mixture.height * 0.06 * nearer, chance))
        elif chance.random() < 0.2 + 0.8 * float(np.interp(x, land.x, land.room)):
            down = foot + (top - foot) * chance.uniform(0.1, 0.8)
            parts.append(
                _set(
                    bushes[chance.integers(VARIANTS)],
                    x,
                    down,
                    mixture.height * chance.uniform(0.05, 0.16) * nearer,
                    chance,
                )
            )
    return parts
