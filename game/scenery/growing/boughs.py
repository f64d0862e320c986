"""Boughs of garden trees: a maple's sprays of pointed leaves, a cherry's blossom, a pine's tufts of needles."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.scenery.growing.bough import Bough
from game.scenery.growing.sketch import Sketch, faces
from game.scenery.noise import Array

LOBES = np.array([0.0, 0.72, -0.72, 1.42, -1.42, 2.15, -2.15])
LOBE_LENGTHS = np.array([1.10, 1.0, 1.0, 0.80, 0.80, 0.45, 0.45])
LEAF_HUE = 0.25
"""Hues from here to 1 are leaves, deep to bright; 0 is wood."""


class GardenBough(Bough):
    """A bough whose leaves a kind of tree decides. It never grows on below a floor: a height at the edge, in
    screen heights, that rises with the way into the picture."""

    tip_ratio, thinnest, behind_ratio = 0.10, 0.0010, 0.42
    behind_every, arch, wander = 2, 0.40, 0.19
    bare_ratio = 0.40
    """How much of a twig, from its foot, bears nothing: sprays at the tips, and sky between them."""

    def __init__(self, chance: np.random.Generator, leafy: float, floor: float, rise: float) -> None:
        super().__init__(chance, leafy)
        self._floor = floor
        self._rise = rise

    def _limb(self, start: Array, heading: float, length: float, width: float, order: int) -> Iterator[None]:
        room = float(start[1] - self._floor - self._rise * max(float(start[0]), 0.0))
        if order and room < 0.0:
            return
        if (falls := -np.sin(heading)) > 0.1:
            length = min(length, max(room / falls * (1.0 if order else 0.7), 0.0) + 0.05)
        yield from super()._limb(start, heading, length, width, order)

    def _scattered(self, points: Array, headings: Array, count: int, spread: float) -> tuple[Array, Array]:
        """Places along a twig and round it, and the twig's heading there."""
        chance = self._chance
        at = chance.uniform(self.bare_ratio, 1.0, count) * (len(headings) - 0.001)
        at[:1] = len(headings) - 0.001  # no twig ends bare
        index = at.astype(int)
        base = points[index] + (points[index + 1] - points[index]) * (at - index)[:, None]
        return base + chance.normal(0, spread, (count, 2)), headings[index]


def modelled(spray: Sketch, base: Array) -> Sketch:
    """A spray as one body: what hangs low in it lies in the shade of what is above, and each flank has its side.

    `base` (leaves, 2) says where each of its leaves grows.
    """
    off = (base - base.mean(axis=0)) / np.maximum(base.std(axis=0), 0.006)
    side, up = np.repeat(np.tanh(off), len(spray) // len(base), axis=0).T
    spray[..., 2] = np.clip(spray[..., 2] * 0.45 + 0.6 * side[:, None], -1.0, 1.0)
    spray[..., 3] = np.clip(spray[..., 3] * (0.78 + 0.34 * up[:, None]), 0.05, 1.0)
    return spray


class MapleBough(GardenBough):
    """Seven-lobed leaves in flat sprays, hanging a little."""

    def _dress(self, points: Array, headings: Array, order: int) -> None:
        count = max(int((2 + 3 * order) * self._leafy * 2), 1)
        base, heading = self._scattered(points, headings, count, 0.011)
        turn = heading * 0.35 - 1.57 * 0.65 + self._chance.normal(0, 0.7, count)
        leaves = maple_leaves(self._chance, base, turn, self._chance.uniform(0.010, 0.021, count))
        ripe = self._chance.normal(0.0, 0.20)  # a spray turns together
        leaves[..., 4] = np.clip(leaves[..., 4] + ripe, LEAF_HUE, 1.0)
        self._leaves.append(modelled(leaves, base))


class CherryBough(GardenBough):
    """Clusters of five-petalled flowers."""

    def _dress(self, points: Array, headings: Array, order: int) -> None:
        count = max(int((3 + 5 * order) * self._leafy * 2), 1)
        base, _ = self._scattered(points, headings, count, 0.014)
        size = self._chance.uniform(0.008, 0.015, count)
        self._leaves.append(modelled(flowers(self._chance, base, size), base))


class PineBough(GardenBough):
    """Fans of needles standing up along the twigs."""

    def _dress(self, points: Array, headings: Array, order: int) -> None:
        count = max(int((2 + 3 * order) * self._leafy * 2), 1)
        base, _ = self._scattered(points, headings, count, 0.009)
        size = self._chance.uniform(0.018, 0.036, count)
        self._leaves.append(modelled(needles(self._chance, base, size), base))


def maple_leaves(chance: np.random.Generator, base: Array, heading: Array, size: Array) -> Sketch:
    """Leaves from their stalk's end: each lobe two triangles, seen more or less from the side."""
    count, lobes = len(base), len(LOBES)
    tip, left, right = (
        _lobe_points(heading, size, turn, length) for turn, length in ((0, 1.0), (0.30, 0.42), (-0.30, 0.42))
    )
    flat = chance.uniform(0.45, 1.0, count)[:, None, None]
    across = np.stack([-np.sin(heading), np.cos(heading)], axis=1)[:, None, :]

    def seen(points: Array) -> Array:
        """Narrow the leaf across its own axis, as when it hangs turned."""
        off = (points * across).sum(axis=-1, keepdims=True)
        return np.asarray(points - across * off * (1 - flat) + base[:, None, :])

    middle = np.broadcast_to(base[:, None, :], tip.shape)
    corners = np.stack(
        [np.stack([middle, seen(left), seen(tip)], axis=2), np.stack([middle, seen(tip), seen(right)], axis=2)],
        axis=2,
    ).reshape(-1, 3, 2)
    light = np.repeat(chance.beta(1.0, 1.1, count) * 0.92 + 0.06, lobes * 2)
    hue = np.repeat(LEAF_HUE + (1 - LEAF_HUE) * chance.beta(0.9, 1.5, count), lobes * 2)
    found = faces(
        corners,
        np.repeat(chance.uniform(-1, 1, count), lobes * 2),
        light * np.tile([1.0, 0.86], count * lobes),
        0.0,
    )
    found[..., 4] = hue[:, None]
    return found


def _lobe_points(heading: Array, size: Array, turn: float, length: float) -> Array:
    """(leaves, lobes, 2) offsets of one corner of every lobe."""
    angle = heading[:, None] + LOBES + turn
    far = size[:, None] * LOBE_LENGTHS * length
    return np.stack([np.cos(angle) * far, np.sin(angle) * far], axis=-1)


def flowers(chance: np.random.Generator, base: Array, size: Array) -> Sketch:
    """Five petals each, two triangles a petal, lighter towards their tips."""
    count, petals = len(base), 5
    angle = chance.uniform(0, 2 * np.pi, count)[:, None] + np.arange(petals) * 2 * np.pi / petals
    flat = chance.uniform(0.55, 1.0, count)[:, None]

    def at(turn: float, far: float) -> Array:
        x, y = np.cos(angle + turn) * size[:, None] * far, np.sin(angle + turn) * size[:, None] * far
        return base[:, None, :] + np.stack([x, y * flat], axis=-1)

    middle = np.broadcast_to(base[:, None, :], (count, petals, 2))
    one, two, tip = at(0.45, 0.75), at(-0.45, 0.75), at(0.0, 1.0)
    corners = np.stack([np.stack([middle, one, two], axis=2), np.stack([one, tip, two], axis=2)], axis=2)
    light = np.repeat(chance.uniform(0.30, 1.0, count), petals * 2)[:, None] * np.array([0.8, 1.0, 1.0])
    found = faces(
        corners.reshape(-1, 3, 2), np.repeat(chance.uniform(-0.6, 0.6, count), petals * 2)[:, None], light, 0.0
    )
    found[..., 4] = np.repeat(chance.uniform(0.6, 1.0, count), petals * 2)[:, None]
    found[0::2, 0, 4] = LEAF_HUE  # a dark eye
    return found


def needles(chance: np.random.Generator, base: Array, length: Array) -> Sketch:
    """Half-fans of needles, upright, lit at their tips."""
    count, each = len(base), 17
    angle = (
        1.57
        + np.linspace(-1.45, 1.45, each)
        + chance.normal(0, 0.14, (count, each))
        + chance.normal(0, 0.45, (count, 1))
    )
    far = length[:, None] * chance.uniform(0.55, 1.1, (count, each))
    out = np.stack([np.cos(angle), np.sin(angle)], axis=-1)
    across = np.stack([-out[..., 1], out[..., 0]], axis=-1) * 0.0009
    root = base[:, None, :] + 0.0 * out
    corners = np.stack([root - across, root + across, root + out * far[..., None]], axis=2).reshape(-1, 3, 2)
    light = (
        np.tile([0.35, 0.35, 0.95], (count * each, 1)) * np.repeat(chance.uniform(0.6, 1.0, count), each)[:, None]
    )
    found = faces(corners, np.cos(angle).reshape(-1)[:, None], light, 0.0)
    found[..., 4] = np.repeat(chance.uniform(0.35, 1.0, count), each)[:, None]
    return found
