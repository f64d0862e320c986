"""A pasture: composed once, baked as maps of its colours and its slopes, lit anew in every frame."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import numpy as np
from numpy.typing import NDArray

from game.scenery.air import air, plain_light
from game.scenery.alp.paint import GRAIN
from game.scenery.alp.scene import Made, pasture
from game.scenery.bakes import Work
from game.scenery.canvas import Canvas
from game.scenery.cover import leave_cover
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN
from game.scenery.light import linear
from game.scenery.meadow.weather import weather_uniforms
from game.scenery.noise import Array
from game.scenery.shapes import Quads, strips, tight_tiles, triangles
from game.scenery.stage import set_uniforms
from game.scenery.surface import BakedMap
from worlds.format.layers.pasture import Pasture

TILES, STEPS = 56, 9
SLICE = 5000
WIDEST = 0.8
"""What is wider than this, in screen heights, is a hill."""
COLOURS = "grass", "dry", "needle", "larch", "roof", "path"
WINDOW = 1.0, 0.62, 0.26


@draws(Pasture)
class PastureLayer(Layer[Pasture]):
    """Draws the `pasture` layer."""

    def prepare(self) -> Iterator[None]:
        self._program = self.stage.program("pasture.frag", "pasture.vert")
        yield
        self._window = self.stage.program("pasture_window.frag", "pasture_window.vert")
        self._map, self._more = BakedMap(self.stage), BakedMap(self.stage)
        yield

    def resize(self) -> None:
        """It is laid out for the shape of the screen; `rebake` builds it."""

    def rebake(self) -> Iterator[None]:
        """Build it, then bake it. Until that is done the one before stays."""
        if self._map.still_fits():
            return
        made = yield from self.kept("pasture").or_made(self._built())
        self._map.show(made["map"])
        yield
        self._more.show(made["more"])
        yield
        self._frame, tiles = tuple(made["frame"].tolist()), made["tiles"]
        self._tiles, self._count = strips(self.stage.ctx, tiles, "4f", ["in_tile"], STEPS), len(tiles)
        self._windows = Quads(self.stage.ctx, made["windows"].astype(np.float32), "4f", ["in_pane"])
        leave_cover(self.stage, self.name, made["tops"], self.model.near_ratio)
        yield

    def _built(self) -> Work:
        colours = {name: linear(getattr(self.model, name)) for name in COLOURS}
        made = yield from pasture(self.stage, self.name, self.model, colours)
        tops = np.maximum(made.top - self.stage.horizon_ratio, 0.0)
        frame, tiles = self._tiling(made)
        yield
        land = yield from _joined(made.triangles)
        formats, names = "2f 3f 3f", ["in_at", "in_body", "in_face"]
        surfaces = [(triangles(self.stage.ctx, land, formats, names), "pasture_bake")]
        del land
        yield
        size = round(self.stage.size_px[0] * (1 + 2 * MARGIN)), max(round(self.stage.size_px[1] * frame[3]), 8)
        first = yield from self._map.bake_all(size, surfaces, SLICE, u_frame=frame, u_which=0.0)
        second = yield from self._more.bake_all(size, surfaces, SLICE, u_frame=frame, u_which=1.0)
        return {
            "map": first, "more": second, "frame": np.array(frame), "tiles": tiles, "tops": tops,
            "windows": made.windows,
        }  # fmt: skip

    def _tiling(self, made: Made) -> tuple[tuple[float, float, float, float], NDArray[np.float32]]:
        """Left, bottom, width and height of all there is, and tiles over it."""
        width, foot = self.stage.aspect * (1 + 2 * MARGIN), self.stage.horizon_ratio - self.model.reach_ratio
        across = np.linspace(0, width, len(made.top))
        land = np.stack([across[:-1], across[1:], np.maximum(made.top[:-1], made.top[1:])], axis=1)
        things = [part for part in made.triangles if np.ptp(part[..., 0]) < WIDEST]
        found = [[p[..., 0].min(), p[..., 0].max(), p[..., 1].max()] for p in things]
        boxes = np.concatenate([land, np.array(found).reshape(-1, 3)])
        tall = float(boxes[:, 2].max()) + 0.004 - foot
        heights = np.stack([np.zeros(len(boxes)), (boxes[:, 2] - foot) / tall], axis=1)
        tiles = tight_tiles(boxes[:, :2] / width, heights, TILES)
        return (0.0, foot, width, tall), tiles

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if self._map.texture is None or self._more.texture is None:
            return
        self._map.texture.use(0)
        self._more.texture.use(1)
        canvas.blend_over()
        weather = weather_uniforms(frame, self.stage, self.model.near_ratio, 0.0, self.values["shadow_ratio"])
        set_uniforms(
            self._program,
            **air(frame, self.stage),
            **plain_light(frame.light, 1.0, 0.42),
            **weather,
            u_map=0,
            u_more=1,
            u_foot=self._frame[1],
            u_tall=self._frame[3],
            u_near_y=self._frame[1],
            u_haze=self.values["haze_ratio"],
        )
        self._tiles.render(self._program, instances=self._count)
        if (lit := self.values["window_ratio"]) > 0.01:
            self._light_windows(lit, weather["u_lean"], canvas)

    def _light_windows(self, lit: float, lean: tuple[float, float], canvas: Canvas) -> None:
        canvas.blend_add()
        set_uniforms(
            self._window,
            u_lean=lean,
            u_aspect=self.stage.aspect,
            u_margin=MARGIN,
            u_height_px=float(self.stage.size_px[1]),
            u_light=tuple(lit * c for c in WINDOW),
        )
        self._windows.render(self._window)


def _joined(parts: list[Array]) -> Generator[None, None, NDArray[np.float32]]:
    """All triangles' corners as rows, a few parts a slice."""
    land = np.empty((sum(len(part) for part in parts) * 3, GRAIN), np.float32)
    start = 0
    for index, part in enumerate(parts):
        rows = part.reshape(-1, GRAIN)
        land[start : start + len(rows)] = rows
        start += len(rows)
        if index % 40 == 39:
            yield
    parts.clear()
    return land
