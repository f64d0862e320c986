"""A sea of cloud: planes of heaped cloud behind each other, crags between them, all lit anew in every frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import tau
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.scenery.air import air, plain_light
from game.scenery.bakes import Work
from game.scenery.canvas import Canvas
from game.scenery.cloudsea.crags import crag
from game.scenery.cloudsea.lie import LEDGE, PLANES, SHAPES, crags, crest, depth
from game.scenery.cloudsea.strips import HEIGHT_PX, WIDTH_PX, strip
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.light import linear
from game.scenery.pixels import texture_of
from game.scenery.season import heavy_side
from game.scenery.shapes import Quads, grid
from game.scenery.stage import set_uniforms
from game.scenery.traces import Traces
from worlds.format.layers.cloudscape import Cloudscape

GREAT = 150, 100, 70
"""Great balls of the far, the middle and the near strip."""
COLUMNS, ROWS = 97, 5
PERIODS_S = 47.0, 71.0, 29.0
SURF_S = 19.0
"""How long the cloud takes to rise at a crag and to fall back."""
RISE_S, LIFE_S, MARKS = 1.4, 14.0, 12
CRAGS = 8
"""As many as the shader's list has room for."""


@draws(Cloudscape)
class CloudscapeLayer(Layer[Cloudscape]):
    """Draws the `cloudscape` layer."""

    def prepare(self) -> Iterator[None]:
        self._program = self.stage.program("cloudscape.frag", "cloudscape.vert")
        yield
        self._rock = self.stage.program("crag.frag", "cloudscape.vert", "CRAG")
        yield
        made = yield from self.kept("cloud and crags").or_made(self._built())
        ctx = self.stage.ctx
        self._strips = [texture_of(ctx, made[f"strip{i}"]) for i in range(len(GREAT))]
        for texture in self._strips:
            texture.wrap_x = ctx.REPEAT
        self._sheet = texture_of(ctx, made["sheet"])
        self._colours = {f"u_{name}": linear(getattr(self.model, name)) for name in ("rock", "forest")}
        at = np.meshgrid(np.linspace(-0.06, 1.06, COLUMNS), np.linspace(0, 1, ROWS))
        self._grid = grid(ctx, np.stack(at, axis=-1).astype(np.float32), "2f", ["in_at"])
        chance = self.stage.generator(self.name, "drift")
        self._offsets, self._ways = chance.random(PLANES), chance.uniform(0.7, 1.3, PLANES)
        self._ways *= chance.choice([-1.0, 1.0])
        self._hands = Traces(LIFE_S, MARKS, every_s=0.5, hold_every_s=1.5)
        yield

    def _built(self) -> Work:
        made: dict[str, NDArray[np.uint8]] = {}
        for index, great in enumerate(GREAT):
            made[f"strip{index}"] = yield from strip(self.stage.generator(self.name, "strip", index), great)
        cells = []
        for index, shape in enumerate((*SHAPES, LEDGE)):
            cells.append((yield from crag(self.stage.generator(self.name, "crag", index), shape)))
        made["sheet"] = np.ascontiguousarray(np.concatenate(cells, axis=1))
        return made

    def resize(self) -> None:
        """Crags are set for the shape of the screen."""
        stage, model = self.stage, self.model
        horizon, side = stage.horizon_ratio, heavy_side(stage)
        tall = model.height_ratio * (1 - horizon)
        self._lie = crags(stage.generator(self.name, "lie"), model.crags, tall, stage.aspect, -side)
        rows: list[list[list[float]]] = [[] for _ in range(PLANES)]
        for one in self._lie:
            rise = horizon - crest(one.plane, horizon) + 0.08
            row = [one.x, crest(one.plane, horizon) - 0.08, one.width, one.height + rise]
            rows[one.plane].append([*row, float(one.shape), one.mirrored])
        if model.ledge:
            chance = stage.generator(self.name, "ledge")
            wide = min(0.78, 0.50 * stage.aspect) * chance.uniform(0.8, 1.15)
            at = 0.5 + side * (0.5 - 0.12 * wide / stage.aspect)
            high = chance.uniform(0.40, 0.56)
            rows[PLANES - 1].append([at, -0.12, wide, high + 0.12, float(len(SHAPES)), float(-side)])
        self._crags = [
            Quads(stage.ctx, np.array(row, np.float32).reshape(-1, 6), "4f 2f", ["in_crag", "in_look"])
            for row in rows
        ]

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        shared = air(frame, self.stage)
        moved = self._moved(frame)
        canvas.blend_over()
        for plane in range(PLANES):
            self._draw_crags(plane, frame, shared)
            self._draw_plane(plane, frame, {**shared, **moved})

    def _moved(self, frame: Frame) -> Mapping[str, Any]:
        """What heaves the cloud, and where hands part it."""
        t_s = frame.moving_s
        marks = np.zeros((MARKS, 4), np.float32)
        found = self._hands.alive(frame.touches, frame.t_s)
        age = found[:, 2]
        rising, going = 1 - np.exp(-((age / RISE_S) ** 2)), np.clip((LIFE_S - age) / 9.0, 0, 1)
        found[:, 3] *= rising * going * going * (3 - 2 * going)
        marks[: len(found)] = found
        parts = [tuple(map(float, marks[first : first + 4].ravel())) for first in (0, 4, 8)]
        return {
            "u_parts_a": parts[0],
            "u_parts_b": parts[1],
            "u_parts_c": parts[2],
            "u_phases": tuple(tau * (t_s / period % 1.0) for period in (*PERIODS_S, 53.0)),
            "u_surge": self.values["surge_ratio"],
        }

    def _surf(self, plane: int, t_s: float) -> Mapping[str, Any]:
        """Where the cloud of one plane surges: before the crags behind it."""
        rows = np.zeros((CRAGS, 4), np.float32)
        for index, one in enumerate(self._lie):
            strength = {0: 1.0, 1: 0.5, -1: 0.4}.get(plane - one.plane, 0.0) * min(one.height * 2.2, 1.0)
            phase = tau * ((t_s / (SURF_S * (1 + 0.13 * index)) + 0.37 * index - 0.2 * (plane - one.plane)) % 1.0)
            rows[index] = one.x * self.stage.aspect, 0.16 * one.width + 0.05, strength, phase
        flat = [tuple(map(float, rows[first : first + 4].ravel())) for first in (0, 4)]
        return {"u_crags_a": flat[0], "u_crags_b": flat[1]}

    def _draw_plane(self, plane: int, frame: Frame, uniforms: Mapping[str, Any]) -> None:
        near = plane / (PLANES - 1)
        strip = min(plane // 2, len(self._strips) - 1)
        horizon, deep = self.stage.horizon_ratio, depth(plane, self.model.heap_ratio)
        foot = -0.02 if plane == PLANES - 1 else min(crest(plane + 1, horizon) - 0.8 * deep, 1.0)
        repeat = WIDTH_PX / HEIGHT_PX * deep * 1.15
        speed = self.model.speed_per_min / 60 * (0.12 + 0.88 * near) * float(self._ways[plane])
        drift = float(self._offsets[plane]) + frame.moving_s * speed / repeat
        self._strips[strip].use(0)
        set_uniforms(
            self._program,
            **uniforms,
            **self._surf(plane, frame.moving_s),
            u_strip=0,
            u_lean=lean_shift(frame, self.model.near_ratio * near),
            u_near=near,
            u_haze=self.values["haze_ratio"],
            u_crest=crest(plane, horizon) + 0.42 * deep,
            u_deep=deep,
            u_foot=foot,
            u_repeat=repeat,
            u_offset=drift % 1.0,
        )
        self._grid.render(self._program)

    def _draw_crags(self, plane: int, frame: Frame, shared: Mapping[str, Any]) -> None:
        near = plane / (PLANES - 1)
        self._sheet.use(0)
        set_uniforms(
            self._rock,
            **shared,
            **plain_light(frame.light, 0.9, 0.34),
            **self._colours,
            u_sheet=0,
            u_cells=float(len(SHAPES) + 1),
            u_lean=lean_shift(frame, self.model.near_ratio * near),
            u_near=near,
            u_haze=self.values["haze_ratio"] * 0.9,
            u_drown=1.0,
        )
        self._crags[plane].render(self._rock)
