"""The picture being painted: the scene target, and what layers further back have left for those in front."""

from __future__ import annotations

from arcade.gl import Framebuffer, Texture2D

from game.scenery.mixing import adding, mixing, replacing
from game.scenery.stage import Stage


class Canvas:
    """One scene's target at internal resolution, painted back to front in encoded (gamma 2) colour."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.target: Framebuffer = stage.target(stage.size_px)
        self.shared: dict[str, Texture2D] = {}
        """Textures a layer leaves for layers in front of it, by name ("backdrop": half size, encoded);
        rewritten each frame."""

    @property
    def picture(self) -> Texture2D:
        """All that is painted so far. Do not sample it while drawing into `target`: copy it first."""
        return self.target.color_attachments[0]

    def begin(self) -> None:
        """Paint into the scene target: whole viewport, no scissor, no blending."""
        self.target.use()
        if self.target.scissor is not None:
            self.target.scissor = None
        if self.target.viewport != (whole := (0, 0, *self._stage.size_px)):
            self.target.viewport = whole
        replacing(self._stage.ctx)

    def blend_over(self) -> None:
        """Premultiplied "over": `out.rgb` already holds colour x alpha."""
        ctx = self._stage.ctx
        mixing(ctx, (ctx.ONE, ctx.ONE_MINUS_SRC_ALPHA))

    def blend_add(self) -> None:
        """Light added to light."""
        adding(self._stage.ctx)
