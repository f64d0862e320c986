"""The bank of a pond: stones painted once, lit every frame by the world and by a lantern."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from arcade.gl import Framebuffer
from numpy.typing import NDArray

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN, lean_shift
from game.scenery.light import linear
from game.scenery.mixing import replacing
from game.scenery.pool.bank import WITH_SHADOW, bank
from game.scenery.pool.bank import Bank as Plan
from game.scenery.pool.bed import paint_stones
from game.scenery.pool.surface import uniforms_of_light
from game.scenery.season import heavy_side
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from worlds.format.layers.bank import Bank

NEAR = 0.35
LANTERN = 0.078
"""Half the width of the lantern's roof, in screen heights."""
FAINTEST = 0.01
ACROSS, UP = 14, 9


@draws(Bank)
class BankLayer(Layer[Bank]):
    """Draws the `bank` layer."""

    def prepare(self) -> Iterator[None]:
        stage, model = self.stage, self.model
        self._program = stage.program("bank.frag", "bank.vert", define="LIT")
        self._show = stage.program("copy.frag", "bank.vert")
        yield
        self._roof = stage.program("bank.frag", "bank.vert", define="LANTERN")
        self._glow = stage.program("bank.frag", "bank.vert", define="GLOW")
        yield
        self._quad = Quads(stage.ctx, np.zeros((1, 4), np.float32), "4f", ["in_tile"])
        side = {"left": -1, "right": 1, "seed": heavy_side(stage)}[model.side]
        self._mirror = float(side > 0)
        self._has_lantern = stage.generator(self.name, "lantern").random() < model.lantern_ratio
        self._colours = {"u_stone": linear(model.stone), "u_moss": linear(model.moss)}
        self._maps: tuple[Framebuffer, Framebuffer] | None = None
        self._lit: Framebuffer | None = None
        self._lit_for: dict[str, Any] = {}

    def resize(self) -> None:
        """How the stones lie is the shape's; they are painted in `rebake`."""
        model = self.model
        self._plan: Plan = bank(
            self.stage.generator(self.name), self.stage.aspect, model.reach_ratio, model.moss_ratio
        )
        self._maps = None

    def rebake(self) -> Iterator[None]:
        """Paint the stones, a few a step."""
        stage, (wide, high) = self.stage, self._size()
        height = stage.size_px[1]
        maps = [stage.target((round(wide * height), round(high * height))) for _ in range(2)]
        rows = self._plan.stones.copy()
        rows[:, :2] += MARGIN
        rows[:, :3] /= high
        for target, define in zip(maps, ("", "SLOPE"), strict=True):
            target.clear()
            yield from paint_stones(stage, target, rows, define, wide / high)
        self._tiles = Quads(stage.ctx, _held(rows, (wide / high, 1.0)), "4f", ["in_tile"])
        self._maps, self._lit = (maps[0], maps[1]), stage.target(maps[0].size)
        self._lit_for = {}

    def _size(self) -> tuple[float, float]:
        """Of the map, in screen heights; it begins a margin outside the corner."""
        wide, high = self._plan.size
        return min(wide, self.stage.aspect) + MARGIN, min(high, 1.0) + MARGIN

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if self._maps is None or self._lit is None:
            return
        looks = self._looks(frame)
        self._light(self._maps, self._lit, looks)
        canvas.begin()
        canvas.blend_over()
        self._lit.color_attachments[0].use(0)
        set_uniforms(self._show, **looks, u_picture=0, u_lean=lean_shift(frame, NEAR))
        self._tiles.render(self._show)
        looks["u_lean"] = lean_shift(frame, NEAR)
        if self._has_lantern:
            set_uniforms(self._roof, **looks)
            self._quad.render(self._roof)
            if max(looks["u_lamp"]) > FAINTEST:
                canvas.blend_add()
                set_uniforms(self._glow, **looks)
                self._quad.render(self._glow)

    def _light(self, maps: tuple[Framebuffer, Framebuffer], lit: Framebuffer, looks: dict[str, Any]) -> None:
        """The stones in the light of now; it stays the same for a second or more."""
        if looks == self._lit_for:
            return
        self._lit_for = dict(looks)
        lit.use()
        lit.clear()
        replacing(self.stage.ctx)
        for unit, target in enumerate(maps):
            target.color_attachments[0].use(unit)
        set_uniforms(self._program, **looks)
        self._tiles.render(self._program)

    def _looks(self, frame: Frame) -> dict[str, Any]:
        lamp = round(self.values["lamp_ratio"], 3) if self._has_lantern else 0.0
        return {
            **uniforms_of_light(frame),
            **self._colours,
            "u_tones": 0,
            "u_slopes": 1,
            "u_box": (-MARGIN, -MARGIN, *self._size()),
            "u_lantern": self._plan.lantern,
            "u_aspect": self.stage.aspect,
            "u_mirror": self._mirror,
            "u_shaded": float(self._has_lantern),
            "u_size": LANTERN * min(1.0, 0.6 + 0.25 * self.stage.aspect),
            "u_lamp": tuple(lamp * c for c in linear(self.model.lamp)),
        }


def _held(stones: NDArray[np.float32], size: tuple[float, float]) -> NDArray[np.float32]:
    """Tiles of the map (left, bottom, width, height, 0..1) that hold anything: most of its upper right is water."""
    x, y = (part.ravel() for part in np.meshgrid(np.arange(ACROSS) / ACROSS, np.arange(UP) / UP))
    middle = np.stack([(x + 0.5 / ACROSS) * size[0], (y + 0.5 / UP) * size[1]], axis=1)
    half = np.array([0.5 * size[0] / ACROSS, 0.5 * size[1] / UP])
    reach = WITH_SHADOW * stones[:, 2]
    off = np.maximum(np.abs(middle[:, None] - stones[None, :, :2]) - half, 0)
    held = (np.hypot(off[..., 0], off[..., 1]) < reach).any(axis=1)
    tiles = np.stack([x, y, np.full(len(x), 1 / ACROSS), np.full(len(x), 1 / UP)], axis=1)
    return np.asarray(tiles[held], np.float32)
