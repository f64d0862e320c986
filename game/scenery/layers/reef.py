"""A reef: grown once, baked, lit anew each frame, moved a little by the swell."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.growing.sketch import Sketch
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN
from game.scenery.light import linear
from game.scenery.sea.reef import Bank, bank
from game.scenery.sea.water import NET_UNIT, net_of, only_water
from game.scenery.season import heavy_side
from game.scenery.swaying import SwayingPlant
from worlds.format.layers.reef import Reef

REACH = 0.05
"""How far the freest tip goes with the swell, in screen heights."""
NARROWEST = 0.6
NET_PER_S = (0.0080, 0.0055)
"""Drift of the net of light, in tiles a second, as over the sand."""


@draws(Reef)
class ReefLayer(Layer[Reef]):
    """Draws the `reef` layer."""

    def prepare(self) -> Iterator[None]:
        self._plant = SwayingPlant(self.stage, "reef.frag", vertex="reef.vert")
        self._colours = {"u_rock": linear(self.model.rock), "u_coral": linear(self.model.coral)}
        yield

    def resize(self) -> None:
        """It is laid out for the shape of the screen; `rebake` grows it."""

    def rebake(self) -> Iterator[None]:
        """Grow it, then bake it. Until that is done the one before stays."""
        if self._plant.needs_planting:
            yield from self._plant.plant(self.kept("reef"), self._grown())

    def _grown(self) -> Generator[None, None, Sketch]:
        model, aspect = self.model, self.stage.aspect
        height = model.height_ratio * min(1.0, NARROWEST + 0.22 * aspect)
        plan = Bank(
            model.rocks, height, model.grown_ratio, model.open_ratio, model.foot_ratio, heavy_side(self.stage)
        )
        return bank(self.stage.generator(self.name), plan, aspect * (1 + 2 * MARGIN))

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        model = self.model
        looks = {
            **self._colours,
            **only_water(frame, self.stage, canvas),
            "u_blue_ratio": self.values["haze_ratio"],
            "u_net": NET_UNIT,
            "u_drift": tuple(frame.moving_s * speed % 1.0 for speed in NET_PER_S),
        }
        net_of(self.stage, canvas).use(NET_UNIT)
        hold = (0.0, 1.6, -1.6 * (model.foot_ratio + model.height_ratio * 0.5))
        sway = self.values["sway_ratio"] * REACH
        self._plant.draw(frame, canvas, looks, model.near_ratio, hold, (sway, 0.0))
