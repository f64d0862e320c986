"""The picture of a scene, kept from flashing, whatever its pack makes it do."""

from __future__ import annotations

import numpy as np
from arcade.gl import Framebuffer, Texture2D
from arcade.gl.backends.opengl.buffer import OpenGLBuffer
from pyglet import gl

from game.comfort.restraint import Restraint
from game.comfort.turns import COLUMNS, ROWS, Grid
from game.scenery.frame import Frame
from game.scenery.mixing import mixing, replacing
from game.scenery.scene import Scene
from game.scenery.stage import Stage

BYTES = ROWS * COLUMNS * 4


class SteadyPicture:
    """Looks at every picture a scene paints and tells which to show: nearly always the painted one itself.

    What is seen is read back one frame late, so that nothing waits for it. Only where an area begins to flash a
    second picture is kept, which follows the painted one slowly there.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        stage = scene.stage
        self._look = stage.program("sight.frag")
        self._sight = stage.target((COLUMNS, ROWS))
        self._read = OpenGLBuffer(stage.ctx, reserve=BYTES, usage="stream")
        self._waiting = False
        self._restraint = Restraint()
        self._held: _Held | None = None

    @property
    def holding(self) -> bool:
        """Whether something is being held back now."""
        return self._held is not None

    def draw(self, frame: Frame, output: Framebuffer) -> None:
        """Paint one frame and show it on an output of any size."""
        self._scene.paint(frame)
        self._scene.show(output, picture=self.follow(frame.dt_s).color_attachments[0])

    def follow(self, dt_s: float) -> Framebuffer:
        """Once after each paint, with the time since the one before: the picture to show."""
        canvas = self._scene.canvas
        assert canvas is not None, "paint() comes before follow()"
        freedom = self._restraint.see(self._seen(), dt_s) if self._waiting else None
        self._ask(canvas.picture)
        if freedom is None:
            self._held = None
            return canvas.target
        if self._held is None or self._held.target.size != canvas.target.size:
            self._held = _Held(self._scene.stage)
        self._held.follow(canvas.picture, freedom)
        return self._held.target

    def _ask(self, picture: Texture2D) -> None:
        """Have the picture reduced and read into a buffer, some time later."""
        stage = self._scene.stage
        self._sight.use()
        replacing(stage.ctx)
        stage.full_screen(self._look, {"u_picture": picture}, u_cells=(float(COLUMNS), float(ROWS)))
        gl.glBindBuffer(gl.GL_PIXEL_PACK_BUFFER, self._read.glo)
        gl.glReadPixels(0, 0, COLUMNS, ROWS, gl.GL_RGBA, gl.GL_UNSIGNED_BYTE, None)
        gl.glBindBuffer(gl.GL_PIXEL_PACK_BUFFER, 0)
        self._waiting = True

    def _seen(self) -> Grid:
        """Linear light of what was asked for last, bottom row first."""
        codes = np.frombuffer(self._read.read(), np.uint8).reshape(ROWS, COLUMNS, 4)[..., :3]
        light: Grid = codes.astype(np.float32)
        light *= np.float32(1 / 255)
        light *= light
        return light


class _Held:
    """A picture that follows another no faster than it is told, cell by cell."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._mix = stage.program("restrain.frag")
        self.target = stage.target(stage.size_px, half_float=True)
        self.target.clear()
        self._freedom = stage.ctx.texture(
            (COLUMNS, ROWS),
            components=1,
            dtype="f2",
            wrap_x=stage.ctx.CLAMP_TO_EDGE,
            wrap_y=stage.ctx.CLAMP_TO_EDGE,
            filter=(stage.ctx.LINEAR, stage.ctx.LINEAR),
        )
        self._fresh = True

    def follow(self, picture: Texture2D, freedom: Grid) -> None:
        """Go towards a picture by a share (0..1) of the way in each cell; the first is taken whole."""
        ctx = self._stage.ctx
        self._freedom.write((np.ones_like(freedom) if self._fresh else freedom).astype(np.float16).tobytes())
        self._fresh = False
        self.target.use()
        mixing(ctx, (ctx.SRC_ALPHA, ctx.ONE_MINUS_SRC_ALPHA))
        self._stage.full_screen(self._mix, {"u_picture": picture, "u_freedom": self._freedom})
