"""Where hands are felt, as a texture for shaders: one row, strength (0..1) and height on the screen."""

from __future__ import annotations

import numpy as np
from arcade.gl import Texture2D

from game.scenery.bending import COLUMNS, bend
from game.scenery.frame import Frame
from game.scenery.stage import Stage


class Hands:
    """What `bend` makes of the touches of a frame, written only while there is anything to feel."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        ctx = stage.ctx
        soft, edge = (ctx.LINEAR, ctx.LINEAR), ctx.CLAMP_TO_EDGE
        self.texture: Texture2D = ctx.texture(
            (COLUMNS, 1), components=2, dtype="f2", filter=soft, wrap_x=edge, wrap_y=edge
        )
        self.texture.write(np.zeros((COLUMNS, 2), np.float16).tobytes())
        self.calm = True
        """Whether nothing is felt."""

    def feel(self, frame: Frame) -> None:
        """Bring the texture up to this frame."""
        drawn = bend(frame.touches, frame.t_s, self._stage.aspect) if frame.touches else None
        calm = drawn is None or not drawn.any()
        if not (calm and self.calm):
            felt = np.zeros((COLUMNS, 2)) if drawn is None else drawn
            self.texture.write(felt.astype(np.float16).tobytes())
        self.calm = calm
