"""A world made visible: its layers on one canvas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from arcade.gl import Context, Framebuffer, Texture2D

from game.scenery.bakes import Bakes
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.ground import ground_of
from game.scenery.layer import Layer, layer_for, layer_names
from game.scenery.mixing import afresh, mixing
from game.scenery.programs import Programs
from game.scenery.stage import Stage
from worlds.format.world import World
from worlds.signals import Signals


class Scene:
    """One world with one seed, drawn at an internal size and shown at any other.

    Make it, run `prepare()` to its end (in slices, if a window is watching), `resize`, then `draw`.
    """

    def __init__(
        self,
        ctx: Context,
        world: World,
        seed: int,
        bakes: Bakes | None = None,
        programs: Programs | None = None,
    ) -> None:
        self.world = world
        names = layer_names(world.layers)
        self.stage = Stage(ctx, seed, ground_of(world, seed, names), bakes, programs)
        self.layers: list[Layer[Any]] = [
            layer_for(model)(model, self.stage, name) for model, name in zip(world.layers, names, strict=True)
        ]
        self.canvas: Canvas | None = None

    def prepare(self) -> Iterator[None]:
        """Everything slow that does not depend on size, a few milliseconds a step."""
        self._scale = self.stage.program("finish.frag")
        self._same_size = self.stage.program("finish.frag", define="SAME_SIZE")
        for layer in self._noted():
            yield from layer.prepare()

    def resize(self, size_px: tuple[int, int]) -> None:
        """Set the internal size."""
        for _ in self.resizing(size_px):
            pass

    def resizing(self, size_px: tuple[int, int]) -> Iterator[None]:
        """Set the internal size, a layer a step; nothing may be painted before its end."""
        if size_px == self.stage.size_px:
            return
        self.stage.size_px = size_px
        self.stage.ground.lines.clear()
        self.stage.ground.places.clear()
        self.canvas = Canvas(self.stage)
        for layer in self._noted():
            layer.resize()
            yield

    def rebake(self) -> Iterator[None]:
        """The slow work that a new size brings, a few milliseconds a step."""
        for layer in self._noted():
            yield from layer.rebake()

    def advance(self, signals: Signals, dt_s: float) -> None:
        """Let a step of time pass without drawing, so that smoothed values are where they would have come to."""
        for layer in self.layers:
            layer.values.update(signals, dt_s)

    def draw(self, frame: Frame, output: Framebuffer, opacity: float = 1.0) -> None:
        """Draw one frame to an output of any size; below full opacity it is laid over what is there."""
        self.paint(frame)
        self.show(output, opacity)

    def paint(self, frame: Frame) -> None:
        """Paint one frame on the canvas, without showing it."""
        assert self.canvas is not None, "resize() comes before paint()"
        self.canvas.shared.clear()
        afresh(self.stage.ctx)
        for layer in self._noted():
            layer.values.update(frame.signals, frame.dt_s)
            layer.ahead(frame, self.canvas)
        if not any(layer.fills for layer in self.layers):
            r, g, b = frame.light.fog
            self.canvas.target.clear(color_normalized=(r**0.5, g**0.5, b**0.5, 1.0))
        for layer in self._noted():
            self.canvas.begin()
            layer.draw(frame, self.canvas)

    def _noted(self) -> Iterator[Layer[Any]]:
        """Each layer in turn, with a note kept of what it reads of the ground."""
        for layer in self.layers:
            self.stage.noted = layer.stands_on
            yield layer

    def show(self, output: Framebuffer, opacity: float = 1.0, picture: Texture2D | None = None) -> None:
        """Show what was painted last (or a copy kept of it), scaled to an output.

        Where it is laid over, the output's alpha stays what it was: a window's must be 1.
        """
        assert self.canvas is not None, "paint() comes before show()"
        ctx = self.stage.ctx
        output.use()
        afresh(ctx)
        if opacity < 1.0:
            mixing(ctx, (ctx.SRC_ALPHA, ctx.ONE_MINUS_SRC_ALPHA, ctx.ZERO, ctx.ONE))
        shown = picture or self.canvas.picture
        finish = self._same_size if shown.size == output.size else self._scale
        self.stage.full_screen(finish, {"u_picture": shown}, u_opacity=opacity)

    def release(self) -> None:
        """Let go of every layer's own resources."""
        for layer in self.layers:
            layer.release()
