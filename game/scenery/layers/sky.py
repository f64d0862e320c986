"""The sky: a gradient by height, the glow round the sun or moon, thin high cloud."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from worlds.format.layers.sky import Sky

CLOUD_SPEED_PER_S = 0.006


@draws(Sky)
class SkyLayer(Layer[Sky]):
    """Draws the `sky` layer."""

    def prepare(self) -> Iterator[None]:
        self._program = self.stage.program("sky.frag")
        yield

    def resize(self) -> None:
        """Nothing here depends on size."""

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        light, horizon = frame.light, self.stage.horizon_ratio
        self.stage.full_screen(
            self._program,
            u_top=light.sky_top,
            u_middle=light.sky_middle,
            u_low=light.sky_low,
            u_horizon=light.horizon,
            u_sun=light.sun,
            u_strength=light.strength,
            u_source=(light.source_x, horizon + (1 - horizon) * light.source_height),
            u_aspect=self.stage.aspect,
            u_horizon_ratio=horizon,
            u_cloud=self.values["cloud_ratio"],
            u_drift=0.0 if frame.stilled else frame.t_s * CLOUD_SPEED_PER_S % 4096.0,
            u_seed=self.stage.shader_seed(self.name),
        )
