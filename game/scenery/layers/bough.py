"""A bough of a garden tree: grown once, nodding with the gusts, letting go of a leaf now and then."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass

import numpy as np

from game.scenery.air import air
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.garden.sky_light import in_the_dark, scaled
from game.scenery.growing.boughs import CherryBough, GardenBough, MapleBough, PineBough
from game.scenery.growing.sketch import Sketch
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN, lean_shift
from game.scenery.season import Rgb, heavy_side, season
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from game.scenery.swaying import SwayingPlant
from worlds.format.layers.bough import Bough
from worlds.format.season import SeasonName

REACH = (0.010, 0.024)
"""How far its tip goes in a full gust, in screen heights."""
FLOOR = 0.63
"""How low it hangs at the picture's edge, in screen heights; at its tip it stays above 0.8."""
TRIES, LET_HANG = 4, 0.05
"""How often a limb that wanders too low is grown again, and how far leaves may hang below the floor."""
SHARE_OF_LENGTH = 0.74, 1.0
"""How much of the length asked for a seed's bough has."""
LIMBS = ((0, 1), (0, 2), (0, 1, 2))
"""Which of the limbs a seed's bough has."""
FALL_S = (22.0, 38.0)
NIGHT_RATIO = 0.36
"""What is left of the leaves' colour at night: nearly a silhouette, as eyes see no red in the dark."""
DUSK_RATIO = 0.6
"""How much of the day is in them still while the sky glows."""
PALE_RATIO = 1.1
"""How grey what falls becomes in the dark; black on pale sand it would be a fly."""


@dataclass(frozen=True)
class Tree:
    """One kind of bough: how it grows, its colours (linear), and whether it lets go of leaves."""

    grows: type[GardenBough]
    wood: Rgb
    deep: Rgb
    bright: Rgb
    sheds: bool
    petal_ratio: float
    """Width of what falls over its length."""


RED_MAPLE = Tree(MapleBough, (0.150, 0.105, 0.082), (0.42, 0.022, 0.018), (1.0, 0.47, 0.06), True, 0.9)
GREEN_MAPLE = Tree(MapleBough, (0.150, 0.110, 0.085), (0.075, 0.15, 0.035), (0.30, 0.40, 0.08), False, 0.9)
CHERRY = Tree(CherryBough, (0.130, 0.090, 0.085), (0.66, 0.20, 0.30), (1.0, 0.78, 0.80), True, 0.55)
PINE = Tree(PineBough, (0.150, 0.102, 0.080), (0.030, 0.070, 0.042), (0.20, 0.27, 0.085), False, 0.1)
BY_SEASON: dict[SeasonName, tuple[Tree, ...]] = {
    "spring": (CHERRY,),
    "summer": (PINE, GREEN_MAPLE),
    "autumn": (RED_MAPLE,),
    "winter": (PINE,),
}


@draws(Bough)
class BoughLayer(Layer[Bough]):
    """Draws the `bough` layer."""

    def prepare(self) -> Iterator[None]:
        self._plant = SwayingPlant(self.stage, "bough.frag")
        yield
        self._falling = self.stage.program("falling.frag", "falling.vert")
        self._tree = self._choose()
        self._from_left = self._side() < 0
        self._length = self.model.length_ratio
        chance = self.stage.generator(self.name, "falling")
        count = self.model.falling if self._tree.sheds else 0
        leaves = chance.random((count, 4), dtype=np.float32)
        self._fallers = Quads(self.stage.ctx, leaves, "4f", ["in_leaf"])
        self._count = count
        yield

    def _choose(self) -> Tree:
        name = season(self.model.season, self.stage).name
        if self.model.tree == "season":
            trees = BY_SEASON[name]
            return trees[int(self.stage.generator(self.name, "tree").integers(len(trees)))]
        maple = RED_MAPLE if name in ("autumn", "winter") else GREEN_MAPLE
        named: dict[str, Tree] = {"maple": maple, "cherry": CHERRY, "pine": PINE}
        return named[self.model.tree]

    def _side(self) -> int:
        return {"left": -1, "right": 1, "seed": -heavy_side(self.stage)}[self.model.side]

    def resize(self) -> None:
        """Narrow screens shorten the bough; `rebake` grows it."""

    def rebake(self) -> Iterator[None]:
        """Grow the bough a limb at a time, then bake it. Until that is done the one before stays."""
        if not self._plant.needs_planting:
            return
        chance = self.stage.generator(self.name)
        narrow = min(1.0, 0.30 + 0.45 * self.stage.aspect)
        self._length = self.model.length_ratio * narrow * chance.uniform(*SHARE_OF_LENGTH)
        yield from self._plant.plant(self.kept("bough"), self._grown(chance))

    def _grown(self, chance: np.random.Generator) -> Generator[None, None, Sketch]:
        parts: list[Sketch] = []
        yield from self._grow(chance, parts)
        sketch = np.concatenate(parts)
        yield
        if not self._from_left:
            sketch[..., 0] = self.stage.aspect * (1 + 2 * MARGIN) - sketch[..., 0]
            sketch[..., 2] *= -1
        return sketch

    def _grow(self, chance: np.random.Generator, parts: list[Sketch]) -> Iterator[None]:
        """From the left margin: a main limb near the upper edge, a lower one, and twigs that hang in from above."""
        limbs = (
            (-0.02, chance.uniform(0.90, 0.95), -0.02, 1.0),
            (-0.02, chance.uniform(0.80, 0.86), 0.04, 0.45),
            (0.40 * self._length, 1.02, -0.32, 0.45),
        )
        for x, top, heading, share in [limbs[i] for i in LIMBS[int(chance.integers(len(LIMBS)))]]:
            best = yield from self._limb(chance, (x, top), heading, share)
            yield
            for _ in range(TRIES - 1):
                if self._clearance(best) >= -LET_HANG:
                    break
                other = yield from self._limb(chance, (x, top), heading, share)
                best = max(best, other, key=self._clearance)
                yield
            parts.append(best)

    def _limb(
        self, chance: np.random.Generator, start: tuple[float, float], heading: float, share: float
    ) -> Generator[None, None, Sketch]:
        grown = self._tree.grows(chance, self.model.leafy_ratio, FLOOR, self._rise())
        width = 0.022 * (share * self._length) ** 0.5
        heading += chance.normal(0, 0.05)
        return (yield from grown.growing(start, heading, self._length * share, width))

    def _rise(self) -> float:
        return (0.80 - FLOOR) / self._length

    def _clearance(self, limb: Sketch) -> float:
        """How far the lowest part of a limb stays above the floor."""
        return float((limb[..., 1] - FLOOR - self._rise() * np.maximum(limb[..., 0], 0.0)).min())

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        sway, across = self.values["sway_ratio"], 1.0 / self._length
        hold = (across, 0.0, 0.0)
        if not self._from_left:
            hold = (-across, 0.0, across * self.stage.aspect * (1 + 2 * MARGIN))
        tree = self._tree
        day = max(frame.light.daylight, DUSK_RATIO * frame.light.twilight)
        lit = NIGHT_RATIO + (1.0 - NIGHT_RATIO) * day
        colours = {
            "u_wood": tree.wood,
            "u_deep": scaled(in_the_dark(tree.deep, day), lit),
            "u_bright": scaled(in_the_dark(tree.bright, day), lit),
        }
        self._plant.draw(frame, canvas, colours, self.model.near_ratio, hold, (REACH[0] * sway, -REACH[1] * sway))
        if self._count and not frame.stilled:
            self._draw_falling(frame, canvas, lit)

    def _draw_falling(self, frame: Frame, canvas: Canvas, lit: float) -> None:
        canvas.blend_over()
        set_uniforms(
            self._falling,
            **air(frame, self.stage),
            u_t=frame.t_s % 86400.0,
            u_fall_s=FALL_S,
            u_deep=_pale(self._tree.deep, PALE_RATIO * (1.0 - lit)),
            u_bright=_pale(self._tree.bright, PALE_RATIO * (1.0 - lit)),
            u_slim=self._tree.petal_ratio,
            u_from_left=1.0 if self._from_left else -1.0,
            u_length=self._length,
            u_lean=lean_shift(frame, self.model.near_ratio),
        )
        self._fallers.render(self._falling)


def _pale(colour: Rgb, by: float) -> Rgb:
    """A colour nearer to a light grey."""
    r, g, b = (c + (0.5 - c) * by for c in colour)
    return r, g, b
