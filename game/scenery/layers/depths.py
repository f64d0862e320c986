"""The depths: a small picture of clear water brought up, with the underside of the surface over it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from arcade.gl import Texture2D

from game.scenery.air import air
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.mixing import replacing
from game.scenery.pixels import mipmaps
from game.scenery.sea.caustics import SIZE, nets
from game.scenery.sea.water import BLUE, NET, light_from
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from worlds.format.layers.depths import Depths

SMALL, SURFACE_SMALL = 5, 2
"""How many times smaller water and surface are painted: they are soft everywhere."""
DRIFT_PER_S = (0.030, 0.045, 0.045, 0.070)
"""Of the broad shafts aside and in themselves, then of the finer, in cells of noise a second."""
CLOUDS_PER_S = (0.012, 0.006)
NET_PER_S = (0.0080, -0.0130, -0.0105, -0.0062)
"""Drift of the two nets of light, in tiles a second; a tile repeats at whole numbers."""
WRAP = 4096.0
NIGHT_WAVES = 0.55
"""How much of the net of light the moon throws."""


@draws(Depths)
class DepthsLayer(Layer[Depths]):
    """Draws the `depths` layer; leaves its small picture as "blue" and its net of light as "net"."""

    fills = True

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        self._seed = stage.shader_seed(self.name) % 512.0
        self._water = stage.program("depths.frag")
        yield
        self._show = stage.program("depths_show.frag", "depths_show.vert")
        self._surface = stage.program("depths_surface.frag")
        self._part = Quads(stage.ctx, np.zeros((1, 1), np.float32), "1f", ["in_unused"])
        self._net: Texture2D | None = None
        yield

    def resize(self) -> None:
        """The small picture takes the shape of the screen, the surface that of its part."""
        self._small = self.stage.target(self.stage.scaled(SMALL))
        width, height = self.stage.scaled(SURFACE_SMALL)
        self._top = self.stage.target((width, round(height * self.model.surface_ratio)))

    def rebake(self) -> Iterator[None]:
        """The net of light, once; until it is there the surface is only bright."""
        if self._net is None:
            made = yield from self.kept("net").or_made(nets(self.stage.generator(self.name, "net")))
            ctx = self.stage.ctx
            net = ctx.texture(
                (SIZE, SIZE), components=4, data=made["net"].tobytes(), wrap_x=ctx.REPEAT, wrap_y=ctx.REPEAT
            )
            yield
            yield from mipmaps(net, made["net"])
            net.filter = ctx.LINEAR_MIPMAP_NEAREST, ctx.LINEAR
            self._net = net

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        self._paint_small(frame)
        small = canvas.shared[BLUE] = self._small.color_attachments[0]
        depth = 0.0 if self._net is None else self.model.surface_ratio
        if self._net is not None:
            canvas.shared[NET] = self._net
            self._paint_surface(frame, self._net)
        canvas.begin()
        self._show_part(small, (0.0, 1.0 - depth), (0.0, 1.0 - depth))
        if depth > 0:
            self._show_part(self._top.color_attachments[0], (1.0 - depth, depth), (0.0, 1.0))

    def _show_part(self, picture: Texture2D, part: tuple[float, float], shown: tuple[float, float]) -> None:
        """Bring a part of a picture to a part of the canvas; each as bottom and height."""
        picture.use(0)
        set_uniforms(self._show, u_small=0, u_part=part, u_shown=shown)
        self._part.render(self._show)

    def _paint_small(self, frame: Frame) -> None:
        t_s = frame.moving_s
        self._small.use()
        replacing(self.stage.ctx)
        self.stage.full_screen(
            self._water,
            **air(frame, self.stage),
            u_from=light_from(frame),
            u_rays=self.values["ray_ratio"],
            u_glow=self.values["glow_ratio"],
            u_cloud=self.values["cloud_ratio"],
            u_drift=tuple(t_s * speed % WRAP for speed in DRIFT_PER_S),
            u_clouds=tuple(t_s * speed % WRAP for speed in CLOUDS_PER_S),
            u_seed=self._seed,
        )

    def _paint_surface(self, frame: Frame, net: Texture2D) -> None:
        light, depth = frame.light, self.model.surface_ratio
        self._top.use()
        self.stage.full_screen(
            self._surface,
            {"u_small": self._small.color_attachments[0], "u_net": net},
            u_part=(1.0 - depth, depth),
            u_from=light_from(frame),
            u_light=tuple(0.75 * c * min(light.strength, 1.6) for c in light.sun),
            u_dim=light.sky_top,
            u_drift=tuple(frame.moving_s * speed % 1.0 for speed in NET_PER_S),
            u_aspect=self.stage.aspect,
            u_waves=self.values["wave_ratio"] * 5.0 * (NIGHT_WAVES + (1 - NIGHT_WAVES) * light.daylight),
        )
