"""A maker's own shape: drawn once at the size it has on the screen, then only lit."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from arcade.gl import Texture2D

from game.scenery.air import air, plain_light
from game.scenery.canvas import Canvas
from game.scenery.drawing import drawn, margin_px, relief
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.light import linear
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from worlds.format.layer import LayerModel
from worlds.format.layers.silhouette import Silhouette
from worlds.own_files import Unfit

WIDEST = 0.94
"""The most of the screen's width that it takes, if it would have to be smaller for it."""
FOOT_HAZE = 0.35
"""How much more of the haze lies at its foot."""


@draws(Silhouette)
class SilhouetteLayer(Layer[Silhouette]):
    """Draws the `silhouette` layer."""

    def can_become(self, model: LayerModel) -> bool:
        """Not if the file is another one now."""
        return super().can_become(model) and isinstance(model, Silhouette) and model.same_file(self.model)

    def prepare(self) -> Iterator[None]:
        stage, model = self.stage, self.model
        self._program = stage.program("silhouette.frag", "silhouette.vert")
        yield
        self._quad = Quads(stage.ctx, np.zeros((1, 1), np.float32), "1f", ["in_unused"])
        self._own = linear(model.colour)
        chance = stage.generator(self.name)
        self._x = model.x_ratio + model.seed_shift_ratio * float(chance.uniform(-1.0, 1.0))
        self._mirrored = model.seed_mirror and bool(chance.random() < 0.5)
        self._relief: Texture2D | None = None
        self._painted_px = self._margin_px = 0
        self._shape_px = (1, 1)

    def resize(self) -> None:
        """It is drawn anew for the new size in `rebake`."""

    def rebake(self) -> Iterator[None]:
        """Draw it; a file that can no longer be drawn shows nothing, and `check` says why."""
        yield
        ctx, height_px = self.stage.ctx, max(round(self.model.height_ratio * self.stage.size_px[1]), 2)
        if height_px == self._painted_px:
            return
        try:
            image = drawn(self.model.path, height_px)
        except Unfit:
            return
        yield
        packed = relief(image)
        self._relief = ctx.texture(
            (packed.shape[1], packed.shape[0]),
            components=4,
            data=packed.tobytes(),
            wrap_x=ctx.CLAMP_TO_EDGE,
            wrap_y=ctx.CLAMP_TO_EDGE,
            filter=(ctx.LINEAR_MIPMAP_LINEAR, ctx.LINEAR),
        )
        self._relief.build_mipmaps()
        self._painted_px, self._margin_px, self._shape_px = height_px, margin_px(image), image.size

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if self._relief is None:
            return
        model, stage = self.model, self.stage
        width, height = self._shape_px
        wide = model.height_ratio * width / height / stage.aspect
        fitted = min(1.0, WIDEST / wide)
        one_px = model.height_ratio * fitted / height  # of the drawing, in screen heights
        x, y = lean_shift(frame, model.near_ratio)
        self._relief.use(0)
        canvas.blend_over()
        set_uniforms(
            self._program,
            **{**air(frame, stage), **plain_light(frame.light, 0.9, 0.4)},
            u_relief=0,
            u_own=self._own,
            u_foot=(self._x + x, stage.horizon_ratio + model.foot_ratio + y - self._margin_px * one_px),
            u_half=(0.5 * one_px * self._relief.width / stage.aspect, one_px * self._relief.height),
            u_tone=self.values["tone_ratio"],
            u_rim=self.values["rim_ratio"],
            u_haze=self.values["haze_ratio"],
            u_mirror=float(self._mirrored),
            u_foot_haze=FOOT_HAZE * self.values["haze_ratio"],
        )
        self._quad.render(self._program)
