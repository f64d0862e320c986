"""Northern lights: curtains drawn small as folded ribbons of light, and laid over the sky."""

from __future__ import annotations

from collections.abc import Iterator
from math import tau

import numpy as np

from game.scenery.canvas import Canvas
from game.scenery.cover import Cover
from game.scenery.frame import Frame
from game.scenery.hands import Hands
from game.scenery.layer import Layer, draws
from game.scenery.light import linear, smooth_step
from game.scenery.mixing import adding, mixing, replacing
from game.scenery.overhead import sky_tiles
from game.scenery.shapes import grid
from game.scenery.stage import set_uniforms
from worlds.format.layers.aurora import Aurora

SCREEN = (1, 0x0301)
"""GL_ONE, GL_ONE_MINUS_SRC_COLOR: light laid over a picture in gamma 2, which never goes beyond white."""
STEPS, BELOW = 160, -0.45
"""Steps along a curtain, and how far below its hem its glow reaches, in its own heights."""
ROWS, COLUMNS_A_HEIGHT, WIDEST = 90, 232, 900
"""Size of the small target: rays stand upright, so that across it needs more."""
RAYS = 1024
"""How finely a curtain is told along its length."""
PERIODS_S = (431.0, 293.0, 199.0, 607.0)
"""Periods of the folds; unrelated, so that no two hours see the same curtain."""
DRIFT_PER_S = (0.030, -0.024, 0.017, 0.011)
"""Of fine rays, of bundles across and in themselves, and of where the curtain is bright at all: cells a second."""


@draws(Aurora)
class AuroraLayer(Layer[Aurora]):
    """Draws the `aurora` layer."""

    def prepare(self) -> Iterator[None]:
        stage, model = self.stage, self.model
        self._curtain = stage.program("aurora.frag", "aurora.vert")
        yield
        self._ray = stage.program("aurora_rays.frag")
        self._encode = stage.program("aurora_encode.frag")
        self._join = stage.program("aurora_encode.frag", define="WITH_SKY")
        self._show = stage.program("aurora_show.frag", "sky_show.vert")
        self._rays = stage.target((RAYS, model.curtains))
        along, up = np.linspace(0, 1, STEPS + 1), np.array([BELOW, 1.0])
        sheets = [np.stack([*np.meshgrid(along, up), np.full((2, STEPS + 1), k)], axis=-1) for k in self._order()]
        whole = np.arange(2 * model.curtains - 1) % 2 == 0  # nothing hangs between one curtain and the next
        seen = np.repeat(whole[:, None], STEPS, axis=1)
        self._sheets = grid(stage.ctx, np.concatenate(sheets).astype(np.float32), "3f", ["in_at"], seen)
        yield
        self._hands = Hands(stage)
        self._cover = Cover(stage, self.name, 0.0)
        self._looks = {f"u_{name}": linear(getattr(model, name)) for name in ("low", "high", "hem")}
        chance = stage.generator(self.name)
        self._foot = model.height_ratio + chance.uniform(-0.10, 0.10)
        self._gaps = float(chance.uniform(0.05, 0.20))
        self._fold = model.fold_ratio * chance.uniform(0.7, 1.2)
        self._tall = model.tall_ratio * chance.uniform(0.85, 1.15)
        self._seed = float(chance.uniform(0.0, 40.0))

    def _order(self) -> range:
        """The far ones first."""
        return range(self.model.curtains - 1, -1, -1)

    def resize(self) -> None:
        """The small target takes the shape of the sky."""
        columns = min(round(COLUMNS_A_HEIGHT * self.stage.aspect), WIDEST)
        self._small = self.stage.target((columns, ROWS), half_float=True)
        self._encoded = self.stage.target((columns, ROWS))
        self._tiles = sky_tiles(self.stage, self._cover)

    def ahead(self, frame: Frame, canvas: Canvas) -> None:
        bright = self.values["bright_ratio"] * _dark(frame)
        if bright < 0.01:
            return
        self._paint_rays(frame)
        self._paint_small(frame)
        self._encoded.use()
        replacing(self.stage.ctx)
        light, sky = self._small.color_attachments[0], canvas.shared.get("sky")
        joined = "sky_lit" if sky is not None else "aurora"
        if sky is not None:
            self.stage.full_screen(self._join, {"u_light": light, "u_sky": sky}, u_bright=bright)
        else:
            self.stage.full_screen(self._encode, {"u_light": light}, u_bright=bright)
        canvas.shared[joined] = self._encoded.color_attachments[0]

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        """Over a sky there is nothing left to do: it has been shown with the curtains in it."""
        light = canvas.shared.get("aurora")
        if light is None:
            return
        width, height = self.stage.size_px
        foot = int(height * self.stage.horizon_ratio)
        canvas.target.viewport = (0, foot, width, height - foot)
        if self._cover.changed():
            self._tiles = sky_tiles(self.stage, self._cover)
        mixing(self.stage.ctx, SCREEN)
        light.use(0)
        set_uniforms(self._show, u_light=0)
        self._tiles.render(self._show)
        canvas.target.viewport = (0, 0, width, height)

    def _paint_rays(self, frame: Frame) -> None:
        seconds = frame.moving_s * self.model.drift_ratio
        self._rays.use()
        replacing(self.stage.ctx)
        drift = tuple(seconds * speed % 4096.0 for speed in DRIFT_PER_S)
        rows = float(self.model.curtains)
        self.stage.full_screen(self._ray, u_drift=drift, u_seed=self._seed, u_rows=rows, u_gaps=self._gaps)

    def _paint_small(self, frame: Frame) -> None:
        self._hands.feel(frame)
        self._small.use()
        self._small.clear()
        adding(self.stage.ctx)
        self._hands.texture.use(0)
        self._rays.color_attachments[0].use(1)
        seconds = frame.moving_s * self.model.drift_ratio
        set_uniforms(
            self._curtain,
            **self._looks,
            u_hand=0,
            u_rays=1,
            u_rows=float(self.model.curtains),
            u_phases=tuple(tau * (seconds / period % 1.0) for period in PERIODS_S),
            u_aspect=self.stage.aspect,
            u_horizon_ratio=self.stage.horizon_ratio,
            u_seed=self._seed,
            u_foot=self._foot,
            u_tall=self._tall,
            u_fold=self._fold,
            u_bend=self.model.bend_ratio,
        )
        self._sheets.render(self._curtain)


def _dark(frame: Frame) -> float:
    """How far it is night: 0 until the glow of the sunset is going, 1 once it has gone."""
    return 1.0 - smooth_step(0.0, 0.30, frame.light.daylight)
