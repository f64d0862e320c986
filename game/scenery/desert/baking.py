"""Dunes baked into two maps of their surface: where the sand faces, and how high sand stands about it."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import numpy as np
from arcade.gl import BufferDescription, Geometry, Texture2D
from numpy.typing import NDArray

from game.scenery.bakes import Work
from game.scenery.desert.horizons import horizons
from game.scenery.desert.layout import FOCUS
from game.scenery.desert.lie import Desert
from game.scenery.desert.net import cells, sand_net
from game.scenery.desert.streams import veils
from game.scenery.lean import MARGIN
from game.scenery.pixels import texture_of
from game.scenery.shapes import tight_tiles
from game.scenery.stage import Stage
from game.scenery.surface import BakedMap, Pixels

TILES = 48
COARSE = 300, 240
"""Points across and away at which horizons are looked for."""
SLICES = 260, 1400
"""Triangles drawn at once for each map: the shader of the first works long on each pixel."""


def dune_uniforms(stage: Stage, desert: Desert) -> tuple[Texture2D, dict[str, Any]]:
    """What `dunes.glsl` wants to know, the texture on unit 1."""
    rows = np.asarray(desert.dunes, np.float32)
    texture = stage.ctx.texture(
        (3, len(rows)), components=4, dtype="f4", data=rows.tobytes(), filter=(stage.ctx.NEAREST, stage.ctx.NEAREST)
    )
    swells = tuple(desert.swells.ravel().tolist())
    return texture, {"u_dunes": 1, "u_count": len(rows), "u_lee": desert.lee, "u_swells": swells}


def baked_dunes(stage: Stage, desert: Desert, ripple_ratio: float, maps: tuple[BakedMap, BakedMap]) -> Work:
    """Arrays "face" and "horizons" (maps), "tiles", "tall", "cover", the height of the sand over the horizon,
    and "veils"."""
    net = yield from sand_net(desert)
    tops = net[..., 1].max(axis=0).astype(float)
    tall = float(tops.max()) + 0.006
    width = desert.aspect * (1 + 2 * MARGIN)
    yield
    surface = _surface(stage, desert, net)
    yield
    stood = yield from horizons(desert, *COARSE)
    textures = texture_of(stage.ctx, np.ascontiguousarray(stood)), *dune_uniforms(stage, desert)
    size = round(stage.size_px[0] * (1 + 2 * MARGIN)), max(round(stage.size_px[1] * tall), 8)
    looks = {**textures[2], "u_frame": (0.0, 0.0, width, tall), "u_ripple": ripple_ratio, "u_horizons": 0}
    pixels: list[Pixels] = []
    for which, (map_, triangles) in enumerate(zip(maps, SLICES, strict=True)):
        bake = map_.bake_all(size, [(surface, "dunes_bake")], triangles, u_which=float(which), **looks)
        pixels.append((yield from _with(bake, textures[0], textures[1])))
    places = np.stack([np.arange(len(tops) - 1), np.arange(1, len(tops))], axis=1) / (len(tops) - 1)
    heights = np.stack([np.zeros(len(tops) - 1), np.maximum(tops[:-1], tops[1:])], axis=1) / tall
    tiles = tight_tiles(places, heights, TILES)
    blown = yield from veils(desert)
    return {"face": pixels[0], "horizons": pixels[1], "tiles": tiles, "tall": np.array(tall),
            "cover": tops - desert.horizon, "veils": blown}  # fmt: skip


def _surface(stage: Stage, desert: Desert, net: NDArray[np.float32]) -> Geometry:
    """The net as triangles; how high its points lie is read back from where they are seen."""
    heights = (net[..., 1] - desert.horizon) * net[..., 3] / FOCUS
    points = stage.ctx.buffer(data=np.ascontiguousarray(net, np.float32).tobytes())
    return stage.ctx.geometry(
        [BufferDescription(points, "2f 2f 2f", ["in_at", "in_place", "in_net"])],
        index_buffer=stage.ctx.buffer(data=cells(net, heights).tobytes()),
        mode=stage.ctx.TRIANGLES,
    )


def _with(
    work: Generator[None, None, Pixels], horizons_: Texture2D, dunes: Texture2D
) -> Generator[None, None, Pixels]:
    """The same work, with these textures where its shader looks for them, whatever others do between slices."""
    while True:
        horizons_.use(0)
        dunes.use(1)
        try:
            next(work)
        except StopIteration as done:
            pixels: NDArray[np.uint8] = done.value
            return pixels
        yield
