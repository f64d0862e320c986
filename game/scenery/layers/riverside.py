"""A town along a river: modelled, baked and lit in `game/scenery/riverside/`; here it is put on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np
from arcade.gl import Framebuffer

from game.scenery.air import air
from game.scenery.canvas import Canvas
from game.scenery.cover import leave_cover
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN, lean_shift
from game.scenery.light import linear
from game.scenery.mixing import mixing
from game.scenery.pixels import filled, read
from game.scenery.riverside.baking import Baker, Sight, maps_target
from game.scenery.riverside.lit import LitTown, looks
from game.scenery.riverside.plan import plan
from game.scenery.riverside.town import town
from game.scenery.season import season
from worlds.format.layers.riverside import Riverside

WHOLE = (0.0, 1.0)
IMAGE_ROWS = 0.36
"""Rows of the mirrored town for each row of the screen: no wave lets anyone see it sharper."""
ASPECT_TOLERANCE, GROWTH, SHRINK = 0.004, 1.15, 0.55


@draws(Riverside)
class RiversideLayer(Layer[Riverside]):
    """Draws the `riverside` layer; water behind it asks for its image."""

    def prepare(self) -> Iterator[None]:
        self._seen: LitTown | None = None
        self._image: LitTown | None = None
        self._frame: Frame | None = None
        self._known: dict[str, Any] = {}
        self._made_for = (0, 0)
        self._glow = linear(self.model.glow)
        self.stage.reflect(self.name, self)
        yield

    def resize(self) -> None:
        """The town is laid out for the shape of the screen; `rebake` builds it anew for another shape."""
        if self._still_fits():
            self._leave_lines()

    def rebake(self) -> Iterator[None]:
        """Build the town, then bake both sights of it. Until that is done the one before stays."""
        if self._still_fits():
            return
        stage = self.stage
        self._plan = plan(stage.aspect, stage.horizon_ratio, stage.generator(self.name, "plan"))
        sights = self._sights()
        targets = [maps_target(stage.ctx, sight.size_px) for sight in sights]
        built = yield from town(self._plan, stage.generator(self.name, "town"))
        trees = season(self.model.season, stage)
        baker = Baker(stage, self._plan, {"u_crown": trees.crown, "u_crown_other": trees.bright_crown})
        for name, sight, target in zip(("seen", "image"), sights, targets, strict=True):
            yield from filled(
                partial(_itself, target), self.kept(name), _baked(baker, built.surfaces, sight, target)
            )
        self._shore = built.shore
        yield from self._show(sights, targets)

    def _sights(self) -> list[Sight]:
        """What is seen over the water, and what its mirror shows."""
        (width, height), horizon = self.stage.size_px, self.stage.horizon_ratio
        wide, band = round(width * (1 + 2 * MARGIN)), (horizon - 0.02, min(2 * horizon + 0.12, 1.0))
        rows = max(round(height * (band[1] - band[0]) * IMAGE_ROWS), 8)
        return [
            Sight((wide, height), WHOLE, self._plan.eye_m),
            Sight((wide // 2, rows), band, -self._plan.eye_m),
        ]

    def _show(self, sights: list[Sight], targets: list[Framebuffer]) -> Iterator[None]:
        """Be what was baked."""
        coverage, towns = [], []
        for sight, target in zip(sights, targets, strict=True):
            coverage.append(np.ascontiguousarray(read(target)[..., 3]))
            yield
            towns.append(LitTown(self.stage, sight, target, coverage[-1]))
            yield
        self._seen, self._image = towns
        open_ = coverage[0][int(self.stage.size_px[1] * self.stage.horizon_ratio) :] < 255
        rows = np.where(open_.any(axis=0), open_.argmax(axis=0), len(open_))
        self._tops = rows / self.stage.size_px[1]
        self._made_for = self.stage.size_px
        self._leave_lines()

    def _leave_lines(self) -> None:
        self.stage.leave_line("shore", self.name, self._shore)
        leave_cover(self.stage, self.name, self._tops, self.model.near_ratio)

    def _still_fits(self) -> bool:
        (width, height), (made_width, made_height) = self.stage.size_px, self._made_for
        if not made_height or not height:
            return False
        alike = abs(width / height / (made_width / made_height) - 1.0) < ASPECT_TOLERANCE
        return alike and SHRINK < height / made_height < GROWTH

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if self._seen is None:
            return
        self._seen.light(self._looks(frame))
        canvas.begin()
        lean = lean_shift(frame, self.model.near_ratio)
        whole, edges = self._seen.cells()
        self._seen.paint(whole, lean, WHOLE)
        canvas.blend_over()
        self._seen.paint(edges, lean, WHOLE)

    def paint_image(self, frame: Frame, target: Framebuffer, band: tuple[float, float]) -> None:
        """Paint what water mirrors of it into a target that holds a band of the screen."""
        if self._image is None:
            return
        self.values.update(frame.signals, 0.0)
        self._image.light(self._looks(frame))
        target.use()
        ctx = self.stage.ctx
        mixing(ctx, (ctx.ONE, ctx.ONE_MINUS_SRC_ALPHA))
        for part in self._image.cells():
            self._image.paint(part, lean_shift(frame, self.model.near_ratio), band)

    def _looks(self, frame: Frame) -> dict[str, Any]:
        """The same for one frame's picture and image, so that it is worked out once."""
        if frame is self._frame:
            return self._known
        light = air(frame, self.stage)
        self._frame = frame
        lamps, haze = self.values["lamp_ratio"], self.values["haze_ratio"]
        self._known = {**looks(frame, light, lamps, haze), "u_glow": self._glow}
        return self._known


def _itself(target: Framebuffer) -> Framebuffer:
    return target


def _baked(baker: Baker, surfaces: Any, sight: Sight, target: Framebuffer) -> Iterator[None]:
    if not baker.is_ready:
        yield from baker.ready(surfaces)
    yield from baker.bake(sight, target)
