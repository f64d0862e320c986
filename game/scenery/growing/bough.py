"""A leafy bough that hangs into the picture."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import numpy as np

from game.scenery.growing.sketch import Sketch, faces, stem
from game.scenery.noise import Array


class Bough:
    """Grows from a point at the picture's edge; lengths in screen heights, headings in radians."""

    tip_ratio, thinnest = 0.16, 0.0012
    """How thick wood is at its tip, as a share of its foot, and the least width anywhere."""
    leaf = 0.010, 0.028
    """Length of the smallest leaf and of the largest."""
    behind_ratio = 0.62
    """How much light leaves on the far side get."""
    tones = 0.50, 0.78, 1.04
    """A spray of leaves lies in the shade of others, half in it, or in the light."""
    behind_every = 3
    """Each so many twigs, the leaves of one are behind the wood; all others hide it."""
    arch = 0.85
    """How far a limb turns downward on its way out, in radians: it rises, then hangs."""

    wander = 0.11
    """How far wood turns aside from step to step, radians."""

    def __init__(self, chance: np.random.Generator, leafy: float) -> None:
        self._chance = chance
        self._leafy = leafy
        self._droop = chance.uniform(0.0, 0.55)
        self._slim = chance.uniform(0.10, 0.20)
        self._wood: list[Sketch] = []
        self._leaves: list[Sketch] = []

    def grow(self, start: tuple[float, float], heading: float, length: float, width: float) -> Sketch:
        """The whole bough: leaves behind, wood, leaves in front."""
        growing = self.growing(start, heading, length, width)
        while True:
            try:
                next(growing)
            except StopIteration as done:
                found: Sketch = done.value
                return found

    def growing(
        self, start: tuple[float, float], heading: float, length: float, width: float
    ) -> Generator[None, None, Sketch]:
        """The same in slices of a limb each."""
        yield from self._limb(np.array(start), heading, length, width, 0)
        behind = self._leaves[:: self.behind_every]
        before = [leaf for at, leaf in enumerate(self._leaves) if at % self.behind_every]
        for part in behind:
            part[..., 3] *= self.behind_ratio
        return np.concatenate([*behind, *self._wood, *before])

    def _limb(self, start: Array, heading: float, length: float, width: float, order: int) -> Iterator[None]:
        chance, steps = self._chance, 9
        headings = heading + np.cumsum(chance.normal(-0.02 if heading < 1.57 else 0.02, self.wander, steps))
        if order == 0:
            headings = headings - np.copysign(self.arch, np.cos(heading)) * np.linspace(-0.35, 0.65, steps)
        fall = -np.pi / 2 - heading
        sag = np.sin(fall) * self._droop * order / 3 * np.linspace(0, 1.4, steps)
        headings = headings + sag
        moves = np.stack([np.cos(headings), np.sin(headings)], axis=1) * length / steps
        points = start + np.concatenate([np.zeros((1, 2)), np.cumsum(moves, axis=0)])
        thick = np.maximum(width * np.linspace(1, self.tip_ratio, steps + 1), self.thinnest)
        self._wood.append(stem(points, thick, 0.45, 0.0))
        if order >= 1:
            self._dress(points, headings, order)
        else:
            self._dress(points[-6:], headings[-5:], 4)
        yield
        if order >= 3:
            return
        for index in range(2, steps):
            if chance.random() < (0.85, 0.7, 0.5)[order]:
                turn = chance.choice([-1.0, 1.0]) * chance.uniform(0.4, 0.95)
                shorter = length * chance.uniform(0.34, 0.60) * (1.1 - 0.5 * index / steps)
                turned = float(headings[index]) + turn
                yield from self._limb(points[index], turned, shorter, width * 0.5, order + 1)

    def _dress(self, points: Array, headings: Array, order: int) -> None:
        """Leaves along a twig, on both sides, hanging a little."""
        chance = self._chance
        count = max(int((3 + 4 * order) * self._leafy * 2), 3)
        at = chance.uniform(0.12, 0.999, count) * len(headings)
        at[:3] = len(headings) - 0.02  # no twig ends bare
        index = at.astype(int)
        base = points[index] + (points[index + 1] - points[index]) * (at - index)[:, None]
        turn = headings[index] + chance.choice([-1.0, 1.0], count) * chance.uniform(0.3, 1.2, count)
        hanging = turn + 0.5 * np.sin(-np.pi / 2 - turn)
        spray = leaves(chance, base, hanging, chance.uniform(*self.leaf, count), self._slim)
        spray[..., 3] *= chance.choice(self.tones)
        spray[..., 4] *= chance.uniform(0.72, 1.0)
        self._leaves.append(spray)


def leaves(chance: np.random.Generator, base: Array, heading: Array, length: Array, slim: float) -> Sketch:
    """Pointed oval leaves: four triangles each, one half lighter than the other along the midrib."""
    out = np.stack([np.cos(heading), np.sin(heading)], axis=1)
    across = np.stack([-out[:, 1], out[:, 0]], axis=1)
    spread = slim * chance.uniform(0.5, 1.25, len(base))[:, None]
    size = length[:, None]
    tip, low, high = base + out * size, base + out * size * 0.30, base + out * size * 0.66
    light = chance.uniform(0.35, 0.95, len(base))
    hue = chance.uniform(0.65, 1.0, len(base))
    found = []
    for sign, bright in ((1.0, 1.0), (-1.0, 0.74)):
        wide, thin = low + across * size * spread * sign, high + across * size * spread * 0.85 * sign
        for corners in ((base, wide, thin), (base, thin, tip)):
            half = faces(np.stack(corners, axis=1), out[:, 0], light * bright, 0.0)
            half[..., 4] = hue[:, None]
            found.append(half)
    return np.stack(found, axis=1).reshape(-1, 3, 5)
