"""A swaying plant whose light is worked out only when it has changed: most frames just show it."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from typing import Any

from arcade.gl import Framebuffer

from game.scenery.air import air, plain_light
from game.scenery.bakes import Kept
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.growing.sketch import Sketch
from game.scenery.lean import MARGIN, lean_shift
from game.scenery.mixing import replacing
from game.scenery.stage import Stage, set_uniforms
from game.scenery.swaying import SwayingPlant

CHANGED = 0.004
"""How much a colour or place of the light may differ in a window before it is worked out anew."""
TURNS = 5
TURN_S = 1 / 30
"""In a window not all plants are lit anew in one frame: each has its turn."""


class LitPlant(SwayingPlant):
    """As a `SwayingPlant`, with `wood.frag` for the light; `turn` (0 and up) tells plants of one world apart."""

    def __init__(self, stage: Stage, turn: int, slice_triangles: int, define: str = "") -> None:
        super().__init__(stage, "wood.frag", f"LIGHT {define}".strip(), "wood.vert", "wood_bake", slice_triangles)
        self._show = stage.program("wood_show.frag", "wood.vert", f"SHOW {define}".strip())
        self._turn = turn % TURNS
        self._lit: Framebuffer | None = None
        self._lit_for: tuple[float, ...] = ()

    def plant(self, kept: Kept, grown: Generator[None, None, Sketch]) -> Iterator[None]:
        """As every plant; then its light is worked out at the next frame."""
        yield from super().plant(kept, grown)
        self._lit = None

    def show(
        self,
        frame: Frame,
        canvas: Canvas,
        looks: Mapping[str, Any],
        near_ratio: float,
        haze_ratio: float,
        moves: Mapping[str, Any],
    ) -> None:
        """Paint it: `looks` are uniforms of the light, `moves` of what bends it."""
        if self._mesh is None or self._map.texture is None:
            return
        self._light(frame, canvas, looks, haze_ratio)
        assert self._lit is not None
        self._lit.color_attachments[0].use(0)
        canvas.blend_over()
        set_uniforms(
            self._show,
            **air(frame, self._stage),
            u_map=0,
            u_frame=self._frame,
            u_margin=MARGIN,
            u_lean=lean_shift(frame, near_ratio),
            **moves,
        )
        self._mesh.render(self._show)

    def _light(self, frame: Frame, canvas: Canvas, looks: Mapping[str, Any], haze_ratio: float) -> None:
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
