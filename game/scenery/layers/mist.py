"""Mist: a little noise on a small target, laid over its band of the screen."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenery.air import air
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.light import smooth_step
from game.scenery.mixing import replacing
from worlds.format.layers.mist import Mist

SMALL_ROWS, SMALL_COLUMNS = 40, 224


@draws(Mist)
class MistLayer(Layer[Mist]):
    """Draws the `mist` layer."""

    def prepare(self) -> Iterator[None]:
        self._mist = self.stage.program("mist.frag")
        yield
        self._show = self.stage.program("mist_show.frag")
        self._small = self.stage.target((SMALL_COLUMNS, SMALL_ROWS))
        self._seed = self.stage.shader_seed(self.name) % 512.0
        yield

    def resize(self) -> None:
        """The small target serves every size."""

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        sunny = smooth_step(0.25, 1.0, frame.light.sun_height)
        thick = self.values["thick_ratio"] * (1.0 - self.model.burns_off_ratio * sunny)
        if thick <= 0.01:
            return
        middle = self.stage.horizon_ratio + self.model.height_ratio
        span = middle - self.model.depth_ratio / 2, middle + self.model.depth_ratio / 2
        self._paint_small(frame, thick, span)
        canvas.begin()
        canvas.blend_over()
        width, height = self.stage.size_px
        bottom, top = round(span[0] * height), round(span[1] * height)
        canvas.target.viewport = (0, bottom, width, top - bottom)
        shift = lean_shift(frame, self.model.near_ratio)
        self.stage.full_screen(self._show, {"u_mist": self._small.color_attachments[0]}, u_shift=(-shift[0], 0.0))
        canvas.target.viewport = (0, 0, width, height)

    def _paint_small(self, frame: Frame, thick: float, span: tuple[float, float]) -> None:
        drift = frame.moving_s * self.model.drift_per_min / 60 * 1.5
        self._small.use()
        replacing(self.stage.ctx)
        self.stage.full_screen(
            self._mist,
            **air(frame, self.stage),
            u_span=span,
            u_drift=(drift % 4096.0, frame.moving_s * 0.008 % 4096.0, drift * 1.7 % 4096.0),
            u_thick=thick,
            u_seed=self._seed,
        )
