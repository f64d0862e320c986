"""A snowy valley: laid out and baked once as maps of its surface, lit by the sky that is painted over it."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from math import tau
from typing import Any

import numpy as np
from arcade.gl import Geometry
from numpy.typing import NDArray

from game.scenery.air import air
from game.scenery.bakes import Work
from game.scenery.canvas import Canvas
from game.scenery.cover import leave_cover
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN, lean_shift
from game.scenery.light import linear
from game.scenery.mixing import replacing
from game.scenery.shapes import grid, strips, tight_tiles, triangles
from game.scenery.stage import set_uniforms
from game.scenery.surface import BakedMap, Pixels
from game.scenery.valley.ground import ground_mesh
from game.scenery.valley.lie import Array, Valley
from game.scenery.valley.relit import Relit
from game.scenery.valley.shadows import Shadows
from game.scenery.valley.snow_light import snow_light
from game.scenery.valley.wood import bundled, set_trees, stand
from worlds.format.layers.snowfield import Snowfield

TILES, STEPS = 48, 6
SLICE = 3000
"""Triangles drawn at once while baking: those of the ground are large, and its shader works long on each pixel."""
SLICE_BOXES = 150
BLINK_S = 23.0


@draws(Snowfield)
class SnowfieldLayer(Layer[Snowfield]):
    """Draws the `snowfield` layer."""

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        self._program = stage.program("snowfield.frag", "snowfield.vert")
        yield
        self._show = stage.program("snowfield_show.frag", "snowfield.vert", "SHOW")
        self._soften = stage.program("snowfield_sky.frag")
        self.shadows = Shadows(stage)
        self._colours = {f"u_{name}": linear(getattr(self.model, name)) for name in ("snow", "needle", "ice")}
        self._face, self._more = BakedMap(stage), BakedMap(stage)
        yield

    def resize(self) -> None:
        """The valley is laid out for the shape of the screen; `rebake` builds it."""
        width, height = self.stage.scaled(8)
        self._mirror = self.stage.target((width, max(height // 3, 8)))
        self.shadows.resize()

    def rebake(self) -> Iterator[None]:
        """Lay it out, then bake it. Until that is done the one before stays."""
        if self._face.still_fits():
            return
        made = yield from self.kept("valley").or_made(self._built())
        self._face.show(made["face"])
        assert self._face.texture is not None
        self._relit = Relit(self.stage, self._face.texture.size)
        yield
        self._more.show(made["more"])
        self._tall, tiles = float(made["tall"]), made["tiles"]
        self._tiles, self._count = strips(self.stage.ctx, tiles, "4f", ["in_tile"], STEPS), len(tiles)
        self.shadows.plant(made["trees"])
        leave_cover(self.stage, self.name, made["cover"], self.model.near_ratio)
        yield

    def _built(self) -> Work:
        valley = Valley(self.stage, self.model.river_ratio)
        chance = self.stage.generator(self.name)
        trees = stand(valley, self.model.trees, self.model.tree_m, chance)
        yield
        mesh = yield from ground_mesh(valley)
        parts: list[Array] = []
        yield from set_trees(valley, trees, chance, parts)
        width = valley.aspect * (1 + 2 * MARGIN)
        tops = mesh[..., 1].max(axis=0)
        found: list[tuple[float, ...]] = []
        for first in range(0, len(parts), SLICE_BOXES):
            found += [_box(part) for part in parts[first : first + SLICE_BOXES]]
            yield
        boxes = np.array(found).reshape(-1, 4)
        tall = max(float(tops.max()), float(boxes[:, 3].max(initial=0.0))) + 0.004
        tiles = _tiles(tops, boxes, width, tall)
        yield
        ctx = self.stage.ctx
        surfaces = [(grid(ctx, mesh, "2f 4f 3f", ["in_at", "in_face", "in_place"]), "snowfield_bake")]
        for corners in bundled(parts):
            wood = triangles(ctx, corners, "2f 3f 2f", ["in_at", "in_face", "in_more"])
            surfaces.append((wood, "snowfield_tree"))
            yield
        face, more = yield from self._baked(surfaces, width, tall)
        kept = {"tall": np.array(tall), "tiles": tiles, "trees": trees, "cover": tops - self.stage.horizon_ratio}
        return {"face": face, "more": more, **kept}

    def _baked(
        self, surfaces: Sequence[tuple[Geometry, str]], width: float, tall: float
    ) -> Generator[None, None, tuple[Pixels, Pixels]]:
        size = round(self.stage.size_px[0] * (1 + 2 * MARGIN)), max(round(self.stage.size_px[1] * tall), 8)
        frame = 0.0, 0.0, width, tall
        face = yield from self._face.bake_all(size, surfaces, SLICE, u_frame=frame, u_which=0.0)
        more = yield from self._more.bake_all(size, surfaces, SLICE, u_frame=frame, u_which=1.0)
        return face, more

    def ahead(self, frame: Frame, canvas: Canvas) -> None:
        if self._face.texture is None or self._more.texture is None:
            return
        self.shadows.cast(frame)
        self._mirror_sky(canvas)
        canvas.shared["snow_sky"] = self._mirror.color_attachments[0]
        if self.stage.in_slices:
            self._relit.bring_up(frame, lambda: self._light(frame, 1.0))

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if self._face.texture is None or self._more.texture is None:
            return
        canvas.blend_over()
        if not self.stage.in_slices:
            self._light(frame, 0.0)
            return
        self._relit.texture.use(0)
        set_uniforms(
            self._show,
            u_lit=0,
            u_tall=self._tall,
            u_margin=MARGIN,
            u_lean=lean_shift(frame, self.model.near_ratio),
        )
        self._tiles.render(self._show, instances=self._count)

    def _light(self, frame: Frame, onto_map: float) -> None:
        """On the screen, or with `onto_map` 1 on the map of light."""
        assert self._face.texture is not None
        assert self._more.texture is not None
        maps = self._face.texture, self._more.texture, self.shadows.texture, self._mirror.color_attachments[0]
        for unit, texture in enumerate(maps):
            texture.use(unit)
        set_uniforms(
            self._program,
            **air(frame, self.stage),
            **snow_light(frame.light),
            **self._colours,
            **self._looks(frame),
            u_onto_map=onto_map,
            u_lean=lean_shift(frame, self.model.near_ratio),
            **{name: unit for unit, name in enumerate(("u_map", "u_more", "u_shadow", "u_mirror"))},
        )
        self._tiles.render(self._program, instances=self._count)

    def _mirror_sky(self, canvas: Canvas) -> None:
        """The sky with its aurora, small and soft: what ice mirrors, and what light falls on the snow."""
        replacing(self.stage.ctx)
        self._mirror.use()
        sky = canvas.shared.get("sky_lit") or canvas.shared.get("sky")
        if sky is None:
            self._mirror.clear()
            return
        self.stage.full_screen(self._soften, {"u_sky": sky})

    def _looks(self, frame: Frame) -> dict[str, Any]:
        values = self.values
        return {
            "u_tall": self._tall,
            "u_margin": MARGIN,
            "u_horizon_at": self.stage.horizon_ratio,
            "u_shade_ratio": values["shadow_ratio"],
            "u_bare": values["ice_ratio"] ** 0.5,
            "u_sparkle": values["sparkle_ratio"],
            "u_haze": values["haze_ratio"],
            "u_blink": tau * (frame.moving_s / BLINK_S % 1.0),
        }


def _tiles(tops: Array, boxes: Array, width: float, tall: float) -> NDArray[np.float32]:
    """Tiles from the foot of the screen up to what stands there."""
    across = np.linspace(0, 1, len(tops))
    places = np.stack([across[:-1], across[1:]], axis=1)
    places = np.concatenate([places, boxes[:, :2] / width])
    heights = np.stack([np.zeros(len(tops) - 1), np.maximum(tops[:-1], tops[1:])], axis=1)
    return tight_tiles(places, np.concatenate([heights, boxes[:, 2:]]) / tall, TILES)


def _box(tree: Array) -> tuple[float, float, float, float]:
    """Left, right, foot and top."""
    x, y = tree[..., 0], tree[..., 1]
    return float(x.min()), float(x.max()), float(y.min()), float(y.max())
