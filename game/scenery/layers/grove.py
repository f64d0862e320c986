"""A grove: crowns grown once, standing in a row beyond a wall."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import numpy as np

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.garden.sky_light import in_the_dark
from game.scenery.growing.crowns import crown
from game.scenery.growing.sketch import Sketch
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN
from game.scenery.noise import line
from game.scenery.season import season
from game.scenery.swaying import SwayingPlant
from worlds.format.layers.grove import Grove

BELOW = 0.04
"""How far below the horizon their feet stand, in screen heights: behind whatever hides them."""
KINDS = 7
GAPS, GAP_RATIO = 3, 0.7
"""Where the sky looks in between the crowns, and how much lower they stand there."""
REACH = (0.012, 0.0034)
UNDERGROWTH = 0.06
"""How far the thicket that closes the view between the trunks rises over the horizon."""


@draws(Grove)
class GroveLayer(Layer[Grove]):
    """Draws the `grove` layer."""

    def prepare(self) -> Iterator[None]:
        self._plant = SwayingPlant(self.stage)
        found = season(self.model.season, self.stage)
        self._bright_ratio = found.bright_ratio
        self._colours = {"u_needle": found.crown, "u_leaf": found.bright_crown}
        yield

    def resize(self) -> None:
        """`rebake` plants a new shape of the screen anew."""

    def rebake(self) -> Iterator[None]:
        """Grow a few kinds of tree, set them in a row, bake it. Until that is done the one before stays."""
        if self._plant.needs_planting:
            yield from self._plant.plant(self.kept("grove"), self._grown())

    def _grown(self) -> Generator[None, None, Sketch]:
        chance = self.stage.generator(self.name)
        kinds = []
        for _ in range(KINDS):
            kinds.append(crown(chance, int(chance.integers(18, 28)), 84, 0.0))
            yield
        row = np.concatenate([*self._row(kinds, chance), *self._undergrowth(chance)])
        yield
        return row

    def _row(self, kinds: list[Sketch], chance: np.random.Generator) -> Iterator[Sketch]:
        """Trees in painter's order, back to front: each row lower than the one behind."""
        model, width = self.model, self.stage.aspect * (1 + 2 * MARGIN)
        count = max(round(model.trees * self.stage.aspect / 2), 3)
        x = (np.arange(count) + chance.uniform(0, 1, count)) / count * width
        chance.shuffle(x)
        tall = model.tall_ratio * self._profile(x / width, chance)
        for at, height, lower in zip(x, tall, np.linspace(1.0, 0.55, count), strict=True):
            tree = kinds[chance.integers(KINDS)].copy()
            full = height * lower + BELOW
            tree[..., 0] = at + tree[..., 0] * full * chance.choice([-1.0, 1.0]) * chance.uniform(0.9, 1.35)
            tree[..., 1] = self.stage.horizon_ratio - BELOW + tree[..., 1] * full
            bright = chance.random() < self._bright_ratio
            hue = chance.uniform(0.5, 1.0) if bright else chance.uniform(0, 0.12)
            tree[..., 4] = np.clip(tree[..., 4] + hue, 0, 1)
            tree[..., 3] *= chance.uniform(0.82, 1.1)
            yield tree

    def _undergrowth(self, chance: np.random.Generator) -> Iterator[Sketch]:
        """Low dark shrubs, shoulder to shoulder."""
        width = self.stage.aspect * (1 + 2 * MARGIN)
        kinds = [crown(chance, 6, 24, 0.05) for _ in range(3)]
        for at in np.arange(0.0, width, 0.020):
            shrub = kinds[chance.integers(3)].copy()
            full = BELOW + UNDERGROWTH * chance.uniform(0.35, 1.15)
            shrub[..., 0] = at + shrub[..., 0] * chance.uniform(0.05, 0.13)
            shrub[..., 1] = self.stage.horizon_ratio - BELOW + (shrub[..., 1] * 1.35 - 0.55) * full
            shrub[..., 3] *= chance.uniform(0.55, 0.85)
            shrub[..., 4] = np.clip(shrub[..., 4] + chance.uniform(0.0, 0.25), 0, 1)
            yield shrub

    def _profile(
        self, place: np.ndarray[tuple[int], np.dtype[np.float64]], chance: np.random.Generator
    ) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """How tall the grove is at places 0..1 across: by noise, and low where the view is open."""
        view = chance.uniform(0.25, 0.75)
        opening = np.exp(-(((place - view) / 0.20) ** 2)) * self.model.open_ratio
        for gap in chance.uniform(0.05, 0.95, GAPS):
            opening = np.maximum(opening, GAP_RATIO * np.exp(-(((place - gap) / chance.uniform(0.02, 0.05)) ** 2)))
        return np.asarray(
            (0.35 + 0.85 * line(chance, place * 5, 3)) * (1 - opening) * chance.uniform(0.8, 1.15, len(place))
        )

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        sway = self.values["sway_ratio"]
        up = 1.0 / (self.model.tall_ratio + BELOW)
        hold = (0.0, up, -up * (self.stage.horizon_ratio - BELOW))
        self._plant.draw(
            frame,
            canvas,
            {name: in_the_dark(colour, frame.light.daylight) for name, colour in self._colours.items()},
            self.model.near_ratio,
            hold,
            (REACH[0] * sway, REACH[1] * sway),
            self.values["haze_ratio"],
        )
