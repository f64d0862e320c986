"""A wood: a plane of old trees, grown once, under the light of the hour."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator

import numpy as np

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.growing.canopy import canopy
from game.scenery.growing.old_trees import Habit, old_tree
from game.scenery.growing.sketch import Sketch, empty
from game.scenery.growing.undergrowth import bush, cushion, fern
from game.scenery.hands import Hands
from game.scenery.layer import Layer, draws
from game.scenery.light import linear
from game.scenery.lit_plant import LitPlant
from game.scenery.woodland import Woodland, woodland
from worlds.format.layers.wood import Wood

REACH = 0.010, 0.0035
"""How far the tops of the nearest go in a full gust, in screen heights."""
DAPPLE = 0.9
"""How strongly flecks of the light of day lie on trunks and leaves that are not far off."""
RUSTLE_S = 0.9, 0.7
SLICE_TRIANGLES = 130
SLICE_PARTS = 10


@draws(Wood)
class WoodLayer(Layer[Wood]):
    """Draws the `wood` layer."""

    def prepare(self) -> Iterator[None]:
        self._plant = LitPlant(self.stage, round(self.model.near_ratio * 100), SLICE_TRIANGLES)
        yield
        self._hands = Hands(self.stage)
        model = self.model
        self._colours = {"u_bark": linear(model.bark), "u_moss": linear(model.moss), "u_leaf": linear(model.leaf)}
        yield

    def resize(self) -> None:
        """`rebake` plants a new shape of the screen anew."""

    def rebake(self) -> Iterator[None]:
        """Grow the trees, then bake them. Until that is done those before stay."""
        if self._plant.needs_planting:
            yield from self._plant.plant(self.kept("wood"), self._grown())

    def _grown(self) -> Generator[None, None, Sketch]:
        chance, lie = self.stage.generator(self.name), woodland(self.stage)
        trees, ferns = self._trees(chance, lie), self._ferns(chance, lie)
        parts = [empty()]
        for part in self._thicket(chance, lie):
            parts.append(part)
            yield
        while trees or ferns:
            if trees and (not ferns or trees[0].foot[1] >= ferns[0][1]):
                grown = self._tree(chance, trees.pop(0))
            else:
                grown = self._fern(chance, ferns.pop(0))
            for part in grown:
                parts.append(part)
                if len(parts) % SLICE_PARTS == 0:
                    yield
        for part in canopy(chance, lie, self.model.canopy_ratio, self.model.near_ratio):
            parts.append(part)
            yield
        sketch = np.concatenate(parts)
        yield
        return sketch

    def _thicket(self, chance: np.random.Generator, lie: Woodland) -> Iterator[Sketch]:
        """Low growth along the feet of a far plane, of every size, thin where the gap is."""
        near = self.model.near_ratio
        for _ in range(round(34 * lie.aspect * self.model.thicket_ratio)):
            x = float(chance.uniform(0, lie.width))
            size = (0.010 + 0.06 * near) * float(np.exp(chance.normal(0, 0.6)))
            size *= 0.45 if lie.in_gap(x, self.model.gap_ratio + 0.12) else 1.0
            foot = x, lie.foot(near) - 0.006
            yield bush(chance, foot, (size * chance.uniform(0.9, 2.2), size), 0.004 + 0.008 * near)

    def _trees(self, chance: np.random.Generator, lie: Woodland) -> list[Habit]:
        """Far ones first. Thick and thin ones stand together, some lean."""
        model = self.model
        near, count = model.near_ratio, round(model.trees * lie.aspect / 2)
        count = max(round(count * chance.uniform(0.75, 1.25)), min(model.trees, 2))
        habits = []
        for x in lie.scattered(chance, count, model.gap_ratio, 5.0 * lie.radius(near)):
            here = max(near + chance.normal(0, 0.05), 0.0)
            width = lie.radius(here) * float(np.exp(chance.normal(0, 0.34)))
            inward = np.sign(lie.gap_x - x) * chance.uniform(-0.10, 0.16)
            foot = x, lie.foot(here) + 0.010 * chance.normal()
            habits.append(
                Habit(
                    foot, width, 1.16, inward * min(1.0, lie.aspect), (0.25 + 1.9 * near) * model.leafy_ratio,
                    model.moss_ratio * chance.uniform(0.6, 1.2), 0.36 - 0.10 * near, 2 if near < 0.4 else 3,
                )
            )  # fmt: skip
        return sorted(habits, key=lambda habit: -habit.foot[1])

    def _ferns(self, chance: np.random.Generator, lie: Woodland) -> list[tuple[float, float]]:
        """Their feet, far ones first; they keep to groups."""
        model = self.model
        count = round(model.ferns * lie.aspect / 2)
        groups = chance.uniform(0, lie.width, max(count // 4, 1))
        feet = []
        for _ in range(count):
            x = float(groups[chance.integers(len(groups))] + chance.normal(0, 0.05 + 0.10 * model.near_ratio))
            if not lie.in_gap(x, model.gap_ratio * 0.9):
                feet.append((x, lie.foot(max(model.near_ratio + chance.normal(0.03, 0.06), 0.0))))
        return sorted(feet, key=lambda foot: -foot[1])

    def _tree(self, chance: np.random.Generator, habit: Habit) -> Iterator[Sketch]:
        x, y = habit.foot
        mound = (x + chance.normal(0, 0.4) * habit.width, y - habit.width * 0.55)
        base = cushion(chance, mound, (habit.width * chance.uniform(2.2, 3.6), habit.width * 0.34), 190)
        base[..., 3] *= 0.55  # in the shadow of its tree
        yield base
        yield from old_tree(chance, habit)
        for _ in range(3):
            side = chance.normal(0, 1.7) * habit.width
            size = habit.width * chance.uniform(0.25, 0.8)
            yield cushion(chance, (x + side, y - habit.width * 0.62), (size * 1.8, size * 0.8), 90)

    def _fern(self, chance: np.random.Generator, foot: tuple[float, float]) -> Iterator[Sketch]:
        near = self.model.near_ratio
        size = (0.030 + 0.165 * near**1.2) * float(chance.uniform(0.5, 1.25))
        yield fern(chance, foot, size, int(chance.integers(6, 12)))

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        self._hands.feel(frame)
        self._hands.texture.use(1)
        near, sway = self.model.near_ratio, self.values["sway_ratio"]
        foot = woodland(self.stage).foot(near)
        moves = {
            "u_hands": 1,
            "u_rustle": tuple(math.tau * (frame.moving_s / period % 1.0) for period in RUSTLE_S),
            "u_hold": (0.0, 1.1, -1.1 * foot),
            "u_sway": (REACH[0] * sway * (0.3 + near), -REACH[1] * sway * near),
        }
        colours = {**self._colours, "u_dapple": DAPPLE * frame.light.daylight * min(4.0 * near, 1.0)}
        still = self._hands.calm and (sway == 0.0 or frame.stilled)
        self._plant.show(frame, canvas, colours, near, self.values["haze_ratio"], moves, still=still)
