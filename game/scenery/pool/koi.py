"""Koi drawn: coats baked once, bodies bent every frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from arcade.gl import Framebuffer, Texture2D

from game.scenery.frame import Frame
from game.scenery.light import smooth_step
from game.scenery.mixing import mixing, replacing
from game.scenery.pool.bodies import BACK_S, POINTS, spines, times
from game.scenery.pool.coats import Coat, coats
from game.scenery.pool.feeding import feeds
from game.scenery.pool.school import School
from game.scenery.shapes import grid
from game.scenery.stage import Stage, set_uniforms

COAT_PX = (352, 160)
SLICES = 11
SHADOW_REACH = 0.105
"""How far away from a fish over deep water its shadow falls while the light is low."""


class Koi:
    """All the koi of a pond. Make it, `bake` it, `place` it once a frame, then draw shadows and fish."""

    def __init__(self, stage: Stage, name: str, count: int, length: float) -> None:
        self._stage, self._name, self._length = stage, name, length
        self.count = max(min(round(count * min(max(stage.aspect / 2, 0.62), 1.75)), 16), 1 if count else 0)
        chance = stage.generator(name, "koi")
        self._school = School(chance, self.count, stage.aspect, length)
        self._swim = chance.random((self.count, 3))
        self._coats = coats(stage.generator(name, "coats"), self.count)
        self._form = stage.generator(name, "forms").random((self.count, 3))
        self.drawn: Texture2D | None = None
        self._make_net()

    def _make_net(self) -> None:
        ctx = self._stage.ctx
        across, along = np.arange(-1, 2), np.arange(POINTS)
        points = np.stack(np.meshgrid(along, across), axis=-1)
        strips = [np.concatenate([np.full((3, POINTS, 1), fish), points], axis=-1) for fish in range(self.count)]
        rows = np.concatenate(strips) if strips else np.zeros((2, POINTS, 3))
        between = (np.arange(len(rows) - 1) + 1) % 3 != 0
        seen = np.repeat(between[:, None], POINTS - 1, axis=1)
        self._fish = grid(ctx, rows.astype(np.float32), "3f", ["in_fish"], seen)
        self._spines = _table(self._stage, POINTS, max(self.count, 1))
        self._bodies = _table(self._stage, max(self.count, 1), 1)
        if self.count:
            body = np.stack([self._school.length, self._school.depth], axis=1)
            self._bodies.write(np.pad(body, ((0, 0), (0, 2))).astype(np.float32).tobytes())

    def bake(self) -> Iterator[None]:
        """Paint each coat, a strip at a time."""
        stage = self._stage
        program = stage.program("pond_coat.frag")
        yield
        wide, high = COAT_PX
        target = stage.target((wide, high * max(self.count, 1)))
        target.clear()
        for number, coat in enumerate(self._coats):
            for part in range(SLICES):
                self._paint(program, target, coat, number, part)
                stage.ctx.flush()
                yield
        self.drawn = target.color_attachments[0]

    def _paint(self, program: Any, target: Framebuffer, coat: Coat, number: int, part: int) -> None:
        wide, high = COAT_PX
        target.use()
        replacing(self._stage.ctx)
        target.viewport = (0, number * high, wide, high)
        target.scissor = (part * wide // SLICES, number * high, wide // SLICES, high)
        chance, broad, fins = self._form[number]
        uneven = 0.9 + 0.2 * chance
        self._stage.full_screen(
            program,
            u_koi=(float(coat.number), float(chance), 0.108 + 0.022 * float(broad), 0.86 + 0.30 * float(fins)),
            u_ground=coat.ground,
            u_first=coat.first,
            u_second=coat.second,
            u_fin=coat.fin,
            u_coat=(coat.first_ratio * uneven, coat.second_ratio * uneven, coat.net_ratio, coat.bare_head_ratio),
        )
        target.scissor = None
        target.viewport = (0, 0, *target.size)

    def place(self, frame: Frame) -> None:
        """Bring all bodies up to this frame."""
        if not self.count:
            return
        t_s = frame.moving_s
        fed = feeds(() if frame.stilled else frame.touches, frame.t_s, BACK_S + 2.0)
        ways = self._school.positions(times(t_s), fed)
        self._spines.write(spines(ways, self._school.length, self._swim, t_s).tobytes())

    def draw_shadows(self, program: Any, off: tuple[float, float]) -> None:
        """Into the target in use: how much light each keeps away."""
        ctx = self._stage.ctx
        mixing(ctx, (ctx.ONE, ctx.ONE_MINUS_SRC_ALPHA))
        self._draw(program, u_shadow_off=off, u_to_light=(0.0, 0.0))

    def draw(self, program: Any, uniforms: Mapping[str, Any]) -> None:
        """Into the target in use, the deepest first."""
        ctx = self._stage.ctx
        mixing(ctx, (ctx.ONE, ctx.ONE_MINUS_SRC_ALPHA))
        self._draw(program, u_shadow_off=(0.0, 0.0), **uniforms)

    def _draw(self, program: Any, **uniforms: Any) -> None:
        if self.drawn is None:
            return
        self._spines.use(0)
        self._bodies.use(1)
        self.drawn.use(2)
        set_uniforms(
            program,
            u_spines=0,
            u_bodies=1,
            u_coats=2,
            u_aspect=self._stage.aspect,
            u_count=float(self.count),
            u_points=float(POINTS),
            **uniforms,
        )
        self._fish.render(program)


def _table(stage: Stage, columns: int, rows: int) -> Texture2D:
    """Four numbers a cell, read as they are."""
    ctx = stage.ctx
    return ctx.texture((columns, rows), components=4, dtype="f4", filter=(ctx.NEAREST, ctx.NEAREST))


def shadow_off(to_light: tuple[float, float], height: float) -> tuple[float, float]:
    """Which way shadows fall on the bed, and how far: the lower the light, the farther."""
    reach = SHADOW_REACH * (1.15 - 0.5 * smooth_step(0.0, 1.5, height))
    return -to_light[0] * reach, -to_light[1] * reach
