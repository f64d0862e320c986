"""Old trees of a wood: a furrowed trunk that widens into roots, crooked boughs, leaves on their twigs.

Bark carries other facts than leaves do (see `wood_bake.frag`): a hue of 0 to `BARK` says how thick the wood is, and
its light says how much moss may lie on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.scenery.growing.bough import leaves
from game.scenery.growing.sketch import Sketch, empty
from game.scenery.noise import Array, line

BARK = 0.05
THICKEST = 0.12
"""Radius at which the hue of bark is `BARK`, in screen heights."""
AROUND = np.sin(np.linspace(-np.pi / 2, np.pi / 2, 7))
STEPS = 34
THINNEST = 0.0008
LEAF = 0.013, 0.027
"""Lengths of the leaves of a tree close by, in screen heights."""


@dataclass(frozen=True)
class Habit:
    """How a tree grows. Lengths in screen heights."""

    foot: tuple[float, float]
    width: float
    """Radius above its roots."""
    top: float
    """Height of the screen where it ends, beyond the upper edge."""
    lean: float
    leafy: float
    """Leaves on a step of a twig."""
    moss: float
    crown: float = 0.30
    """Where along it boughs begin, 0..1."""
    branched: int = 3
    """How often a bough forks."""


def tube(points: Array, radii: Array, moss: Array) -> Sketch:
    """Wood through points (n, 2) with radii and moss (n,): seven strands round its front."""
    along = np.gradient(points, axis=0)
    across = np.stack([along[:, 1], -along[:, 0]], axis=1)
    across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-9)
    across *= np.where(across[:, :1] < 0, -1.0, 1.0)  # the right side stays the right side
    at = points[:, None, :] + across[:, None, :] * (radii[:, None] * AROUND)[..., None]
    face = np.broadcast_to(AROUND, at.shape[:2])
    hue = np.broadcast_to(np.minimum(radii / THICKEST, 1.0)[:, None] * BARK, face.shape)
    grown = np.stack([at[..., 0], at[..., 1], face, np.broadcast_to(moss[:, None], face.shape), hue], axis=-1)
    a, b, c, d = grown[:-1, :-1], grown[:-1, 1:], grown[1:, :-1], grown[1:, 1:]
    return np.stack([np.stack([a, b, c], axis=2), np.stack([b, d, c], axis=2)], axis=2).reshape(-1, 3, 5)


def old_tree(chance: np.random.Generator, habit: Habit) -> Iterator[Sketch]:
    """A tree, back to front: boughs behind it, roots, the trunk, boughs before it."""
    spine, radii = _trunk(chance, habit)
    starts = chance.uniform(habit.crown, 0.95, int(chance.integers(5, 9)))
    boughs = [(float(start), float(chance.choice([-1.0, 1.0]))) for start in np.sort(starts)[::-1]]
    behind = len(boughs) // 2
    for start, side in boughs[:behind]:
        yield from _leaves_trunk(chance, habit, spine, radii, start, side)
    for root in range(int(chance.integers(5, 8))):
        yield _root(chance, habit, -1.0 if root % 2 else 1.0)
    way = np.linspace(0, 1, STEPS)
    moss = habit.moss * np.clip(0.25 + 0.8 * np.exp(-way * 3.2) + 0.7 * (line(chance, way * 6, 3) - 0.5), 0, 1)
    yield tube(spine, radii, moss)
    for start, side in boughs[behind:]:
        yield from _leaves_trunk(chance, habit, spine, radii, start, side)


def _trunk(chance: np.random.Generator, habit: Habit) -> tuple[Array, Array]:
    way = np.linspace(0, 1, STEPS)
    height = habit.top - habit.foot[1]
    wander = (line(chance, way * 4, 3) - 0.5) * 1.9 * habit.width * np.minimum(way * 4, 1)
    x = habit.foot[0] + habit.lean * way**1.4 * height + wander
    radii = habit.width * (1.0 - 0.40 * way + 0.95 * np.exp(-way * height / habit.width / 2.2))
    radii *= 0.90 + 0.20 * line(chance, way * 11, 2)
    return np.stack([x, habit.foot[1] + height * way], axis=1), radii


def _root(chance: np.random.Generator, habit: Habit, side: float) -> Sketch:
    """From the foot of the trunk out over the ground, and into it."""
    way, width = np.linspace(0, 1, 9), habit.width
    long = width * chance.uniform(1.4, 3.4)
    x = habit.foot[0] + side * (width * 0.5 + long * way) + width * 0.3 * (line(chance, way * 3, 2) - 0.5)
    y = (
        habit.foot[1]
        + width * chance.uniform(0.7, 1.3) * (1 - way) ** 2.3
        - width * chance.uniform(0.0, 0.45) * way
    )
    radii = np.maximum(width * chance.uniform(0.26, 0.42) * (1 - way) ** 0.8, THINNEST)
    return tube(np.stack([x, y], axis=1), radii, np.full(9, habit.moss * chance.uniform(0.4, 1.0)))


def _leaves_trunk(
    chance: np.random.Generator, habit: Habit, spine: Array, radii: Array, start: float, side: float
) -> Iterator[Sketch]:
    at = int(start * (STEPS - 1))
    width = radii[at] * chance.uniform(0.26, 0.46)
    length = (0.10 + 3.2 * habit.width) * chance.uniform(0.6, 1.25)
    base = spine[at] + np.array([side * radii[at] * 0.4, 0.0])
    heading = np.pi / 2 - side * chance.uniform(0.55, 1.35)
    yield from _bough(chance, habit, base, heading, length, width, 0)


def _bough(
    chance: np.random.Generator, habit: Habit, base: Array, heading: float, length: float, width: float, forks: int
) -> Iterator[Sketch]:
    """A crooked bough that lifts its end a little, and what forks from it; leaves sit on the last."""
    steps = 10 if forks == 0 else 7
    ways = (
        heading
        + np.cumsum(chance.normal(0, 0.17, steps))
        + 0.25 * np.sign(np.cos(heading)) * np.linspace(0, 1, steps)
    )
    moves = np.stack([np.cos(ways), np.sin(ways)], axis=1) * length / steps
    points = base + np.concatenate([np.zeros((1, 2)), np.cumsum(moves, axis=0)])
    radii = np.maximum(width * (1 - 0.85 * np.linspace(0, 1, steps + 1) ** 0.8), THINNEST)
    radii[0] *= 1.35
    yield tube(points, radii, np.full(steps + 1, habit.moss * max(0.75 - 0.3 * forks, 0.0)))
    if forks + 1 < habit.branched:
        for place in range(2, steps + 1):
            if chance.random() < (0.55 if forks == 0 else 0.62):
                turn = chance.choice([-1.0, 1.0]) * chance.uniform(0.35, 0.95)
                share = chance.uniform(0.36, 0.62)
                yield from _bough(
                    chance,
                    habit,
                    points[place],
                    ways[place - 1] + turn,
                    length * share,
                    radii[place] * 0.7,
                    forks + 1,
                )
    if forks > 0 and habit.leafy > 0:
        yield _spray(chance, habit, points)


def _spray(chance: np.random.Generator, habit: Habit, points: Array) -> Sketch:
    """Leaves round the points of a twig, hanging a little."""
    count = chance.poisson(habit.leafy, len(points))
    if not count.any():
        return empty()
    base = np.repeat(points, count, axis=0)
    size = min(0.35 + 6.0 * habit.width, 1.0)
    base = base + chance.normal(0, 0.011 * size, base.shape)
    heading = chance.uniform(-np.pi * 0.95, -np.pi * 0.05, len(base)) + chance.normal(0, 0.5, len(base))
    grown = leaves(chance, base, heading, size * chance.uniform(*LEAF, len(base)), 0.30)
    grown[..., 4] = 0.70 + 0.30 * np.clip((grown[..., 4] - 0.65) / 0.35, 0, 1)
    grown[..., 3] *= 0.55 + 0.45 * chance.random()
    return grown
