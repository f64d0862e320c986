"""Tiles over the sky, each beginning where something opaque stands before it."""

from __future__ import annotations

import numpy as np

from game.scenery.cover import Cover
from game.scenery.lean import MARGIN
from game.scenery.shapes import Quads
from game.scenery.stage import Stage

TILES = 20


def sky_tiles(stage: Stage, cover: Cover) -> Quads:
    """Upright tiles from what layers in front hide up to the top edge, for `sky_show.vert`: 0..1 of the sky."""
    steps = np.linspace(-MARGIN, 1 + MARGIN, len(cover.line))
    edges = np.linspace(0, 1, TILES + 1)
    fine = np.interp(np.linspace(0, 1, 16 * TILES + 1), steps, cover.line)
    low = np.array([fine[16 * i : 16 * i + 17].min() for i in range(TILES)]) / (1 - stage.horizon_ratio)
    tiles = np.stack([edges[:-1], np.clip(low, 0, 1), np.full(TILES, 1 / TILES), np.ones(TILES)], axis=1)
    return Quads(stage.ctx, tiles.astype(np.float32), "4f", ["in_tile"])
