"""A branch that hangs into the picture, or a tree that leans into it: grown once, nodding with the gusts."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import numpy as np

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.growing.bough import Bough
from game.scenery.growing.leaning import leaning_tree
from game.scenery.growing.sketch import Sketch, empty
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN
from game.scenery.light import linear
from game.scenery.swaying import SwayingPlant
from worlds.format.layers.branch import Branch
from worlds.seeds import spread

AIRY = 0.55
"""A branch shorter than this (in screen heights) has fewer leaves, so that sky shows between them."""
TREE_SHARE = 0.66
"""How long a leaning tree's boughs are beside a branch alone."""
LEAST_TREE = 0.28
"""A tree with shorter boughs would be a ball on a pole: on narrow screens a branch hangs in instead."""
REACH = (0.012, 0.030)
"""How far its tip goes in a full gust, in screen heights."""


@draws(Branch)
class BranchLayer(Layer[Branch]):
    """Draws the `branch` layer."""

    def prepare(self) -> Iterator[None]:
        self._plant = SwayingPlant(self.stage, define="CLOSE")
        self._colours = {"u_needle": linear(self.model.bark), "u_leaf": linear(self.model.leaf), "u_behind": 1.0}
        kind = spread(self.stage.seed, "branch", self.name)
        self._grows = kind < self.model.likely_ratio
        self._whole = kind < self.model.likely_ratio * self.model.trunk_ratio
        away_from_sun = self._whole or self.stage.generator(self.name, "side").random() < 0.7
        self._from_left = (self.stage.sun_path.set_x > 0.5) == away_from_sun
        self._share = 1.0 if away_from_sun else 0.7
        self._length = self.model.length_ratio
        yield

    def resize(self) -> None:
        """Narrow screens shorten the branch; `rebake` grows it."""

    def rebake(self) -> Iterator[None]:
        """Grow the branch, then bake it. Until that is done the one before stays."""
        if not self._plant.needs_planting:
            return
        chance = self.stage.generator(self.name)
        narrow = min(1.0, 0.13 + 0.5 * self.stage.aspect)
        self._length = self.model.length_ratio * narrow * chance.uniform(0.72, 1.1) * self._share
        yield from self._plant.plant(self.kept("branch"), self._grown(chance))

    def _grown(self, chance: np.random.Generator) -> Generator[None, None, Sketch]:
        parts = [empty()]
        yield from self._grow(chance, parts)
        sketch = np.concatenate(parts)
        yield
        return self._turned(sketch)

    def _grow(self, chance: np.random.Generator, parts: list[Sketch]) -> Iterator[None]:
        """Two boughs from the left margin, or a tree, unless this seed has none."""
        if not self._grows:
            return
        if self._whole and self._length * TREE_SHARE >= LEAST_TREE:
            for part in leaning_tree(chance, self.model.leafy_ratio, self._length * TREE_SHARE):
                parts.append(part)
                yield
            return
        for top, heading, share in ((chance.uniform(0.86, 0.95), -0.08, 1.0), (1.02, -0.42, 0.72)):
            bough = Bough(chance, self.model.leafy_ratio * min(1.0, (self._length / AIRY) ** 2))
            turn = heading + chance.normal(0, 0.08)
            growing = bough.growing((-0.01, top), turn, self._length * share, 0.020 * self._length**0.5)
            parts.append((yield from growing))

    def _turned(self, sketch: Sketch) -> Sketch:
        """The sketch on the side of the screen it belongs to."""
        if not self._from_left:
            sketch[..., 0] = self.stage.aspect * (1 + 2 * MARGIN) - sketch[..., 0]
            sketch[..., 2] *= -1
        return sketch

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        sway = self.values["sway_ratio"]
        across = 1.0 / self._length
        hold = (across, 0.0, 0.0)
        if not self._from_left:
            hold = (-across, 0.0, across * self.stage.aspect * (1 + 2 * MARGIN))
        self._plant.draw(
            frame, canvas, self._colours, self.model.near_ratio, hold, (REACH[0] * sway, -REACH[1] * sway)
        )
