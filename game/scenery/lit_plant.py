"""A swaying plant whose light is worked out only when it has changed: most frames just show it."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator, Mapping
from typing import Any

from arcade.gl import Framebuffer, Geometry, Texture2D

from game.scenery.air import air, plain_light
from game.scenery.bakes import Kept
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.growing.sketch import Sketch
from game.scenery.lean import MARGIN, lean_shift
from game.scenery.mixing import replacing
from game.scenery.stage import Stage, set_uniforms
from game.scenery.swaying import SwayingPlant, mesh_of

HAZE_STEP = 1 / 256
"""Haze follows signals smoothly, a little in every frame: it is taken in steps too small to see, so that the light
need not be worked out for each."""
CHANGED = 0.004
"""How much a colour or place of the light may differ in a window before it is worked out anew."""
SOLID = 0.2
"""Share of a plant that hides all behind it, above which that is painted on its own, without mixing."""
FAR_LOST = 1.75
"""How much the feet of the farthest are lost in the light behind the wood."""
TURNS = 5
TURN_S = 1 / 30
"""In a window not all plants are lit anew in one frame: each has its turn."""


class LitPlant(SwayingPlant):
    """As a `SwayingPlant`, with `wood.frag` for the light; `turn` (0 and up) tells plants of one world apart."""

    def __init__(self, stage: Stage, turn: int, slice_triangles: int, define: str = "") -> None:
        super().__init__(stage, "wood.frag", f"LIGHT {define}".strip(), "wood.vert", "wood_bake", slice_triangles)
        self._show = stage.program("wood_show.frag", "wood.vert", f"SHOW {define}".strip())
        self._turn = turn % TURNS
        self._closed: Geometry | None = None
        self._open: Geometry | None = None
        self._lit: Framebuffer | None = None
        self._lit_for: tuple[float, ...] = ()

    def plant(self, kept: Kept, grown: Generator[None, None, Sketch]) -> Iterator[None]:
        """As every plant; then its light is worked out at the next frame."""
        yield from super().plant(kept, grown)
        self._lit = None
        self._open, self._closed = self._mesh, None
        if self._solid.mean() > SOLID:
            yield
            ctx, solid = self._stage.ctx, self._solid
            self._open, self._closed = mesh_of(ctx, self._held & ~solid), mesh_of(ctx, solid)

    def show(
        self,
        frame: Frame,
        canvas: Canvas,
        looks: Mapping[str, Any],
        near_ratio: float,
        haze_ratio: float,
        moves: Mapping[str, Any],
        *,
        still: bool,
    ) -> None:
        """Paint it: `looks` are uniforms of the light, `moves` of what bends it, unless it stands `still`."""
        if self._mesh is None or self._map.texture is None:
            return
        self._light(frame, canvas, looks, near_ratio, haze_ratio)
        assert self._lit is not None
        self._take(self._lit.color_attachments[0], still and frame.lean == (0.0, 0.0))
        set_uniforms(
            self._show,
            **air(frame, self._stage),
            u_map=0,
            u_frame=self._frame,
            u_margin=MARGIN,
            u_lean=lean_shift(frame, near_ratio),
            **moves,
        )
        if self._closed is not None:
            self._closed.render(self._show)
        canvas.blend_over()
        if self._open is not None:
            self._open.render(self._show)

    def _take(self, lit: Texture2D, still: bool) -> None:
        """Where each pixel of the screen has one of the map, there is nothing to filter: it looks the same."""
        ctx, height_px = self._stage.ctx, self._stage.size_px[1]
        alike = all(abs(a - height_px * b) < 0.01 for a, b in zip(lit.size, self._frame[2:], strict=True))
        chosen = ctx.NEAREST if still and alike else ctx.LINEAR
        if lit.filter[0] != chosen:
            lit.filter = chosen, chosen
        lit.use(0)

    def _bounds(self, sketch: Sketch) -> tuple[float, float, float, float]:
        """As every plant's, but on the pixels of the screen: as sharp as its map while it is still."""
        width_px, height_px = self._stage.size_px
        left, bottom, width, height = (side * height_px for side in super()._bounds(sketch))
        margin = MARGIN * width_px % 1.0
        first, low = math.floor(left - margin) + margin, math.floor(bottom)
        across, up = math.ceil(left + width - first), math.ceil(bottom + height - low)
        return first / height_px, low / height_px, across / height_px, up / height_px

    def _light(
        self, frame: Frame, canvas: Canvas, looks: Mapping[str, Any], near_ratio: float, haze_ratio: float
    ) -> None:
        haze_ratio = round(haze_ratio / HAZE_STEP) * HAZE_STEP
        asked = _asked(frame, haze_ratio)
        if self._lit is not None and not self._is_due(frame, asked):
            return
        assert self._map.texture is not None
        assert self._mesh is not None
        if self._lit is None:
            self._lit = self._stage.target(self._map.texture.size)
        self._lit_for = asked
        self._lit.use()
        self._lit.clear()
        replacing(self._stage.ctx)
        self._map.texture.use(0)
        set_uniforms(
            self._program,
            **air(frame, self._stage),
            **plain_light(frame.light, 1.0, 0.42),
            **looks,
            u_map=0,
            u_frame=self._frame,
            u_margin=MARGIN,
            u_haze=haze_ratio,
            u_breath=0.0,
            u_far=min(FAR_LOST * max(1.0 - 4.0 * near_ratio, 0.0) ** 2, 1.0),
            u_behind=0.0,
        )
        self._mesh.render(self._program)
        canvas.begin()

    def _is_due(self, frame: Frame, asked: tuple[float, ...]) -> bool:
        """Exactly by the light where frames must not depend on those before; by turns in a window."""
        if not self._stage.in_slices:
            return asked != self._lit_for
        if int(frame.t_s / TURN_S) % TURNS != self._turn:
            return False
        return any(abs(a - b) > CHANGED for a, b in zip(asked, self._lit_for, strict=True))


def _asked(frame: Frame, haze_ratio: float) -> tuple[float, ...]:
    """All of the light that is seen on a plant."""
    light = frame.light
    colours = *light.sky_middle, *light.horizon, *light.sun, *light.fog, *light.shade
    places = light.source_x, light.source_height, light.strength, light.twilight, light.daylight, light.sun_x
    return *colours, *places, haze_ratio
