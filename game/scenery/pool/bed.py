"""The bed of a pond, baked: tone and tint of its stones, and how they face."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from arcade.gl import Framebuffer
from numpy.typing import NDArray

from game.scenery.mixing import mixing, replacing
from game.scenery.pool.stones import bed_stones
from game.scenery.shapes import Quads
from game.scenery.stage import Stage, set_uniforms

SLICE_AREA = 0.030
"""Area of stones drawn in one step, in squares of the screen's height; each counts a little whatever its size."""


def paint_bed(stage: Stage, name: str, target: Framebuffer, boulders_ratio: float) -> Iterator[None]:
    """Fill the target with a seed's bed, in slices."""
    stones = bed_stones(stage.generator(name, "bed"), stage.aspect, boulders_ratio)
    yield
    layers = [stage.target(target.size) for _ in range(2)]
    tones, slopes = layers
    seed = stage.shader_seed(name, "bed") % 512.0
    tones.use()
    replacing(stage.ctx)
    stage.full_screen(stage.program("pond_ground.frag"), u_aspect=stage.aspect, u_seed=seed)
    slopes.clear()
    yield
    for layer, define in ((tones, ""), (slopes, "SLOPE")):
        yield from paint_stones(stage, layer, stones, define, stage.aspect)
    target.use()
    replacing(stage.ctx)
    textures = {"u_tones": tones.color_attachments[0], "u_slopes": slopes.color_attachments[0]}
    stage.full_screen(stage.program("pond_join.frag"), textures)
    del layers, tones, slopes
    yield


def paint_stones(
    stage: Stage, target: Framebuffer, stones: NDArray[np.float32], define: str, aspect: float
) -> Iterator[None]:
    """Paint tones (or with "SLOPE" slopes) of stones over what is there; a few a step. `aspect` is the target's."""
    program = stage.program("pond_stone.frag", "pond_stone.vert", define=define)
    yield
    for few in np.split(stones, _slices(stones)):
        quads = Quads(stage.ctx, few, "4f 4f", ["in_stone", "in_look"])
        for band in _bands(few, target.size):
            target.use()
            target.scissor = band
            mixing(stage.ctx, (stage.ctx.ONE, stage.ctx.ONE_MINUS_SRC_ALPHA))
            set_uniforms(program, u_aspect=aspect)
            quads.render(program)
            target.scissor = None
            stage.ctx.flush()
            yield


def _slices(stones: NDArray[np.float32]) -> NDArray[np.intp]:
    """Where to cut them, so that no step takes long."""
    step = np.floor(np.cumsum(stones[:, 2].astype(np.float64) ** 2 * 7 + 0.0004) / SLICE_AREA)
    return np.flatnonzero(np.diff(step)) + 1


def _bands(stones: NDArray[np.float32], size: tuple[int, int]) -> list[tuple[int, int, int, int]]:
    """Parts of the target in which to paint a few stones, one a step: bands over a single great one, else all."""
    wide, high = size
    count = int(np.ceil((stones[:, 2].astype(np.float64) ** 2).sum() * 7 / (2 * SLICE_AREA)))
    if count <= 1:
        return [(0, 0, wide, high)]
    low = float((stones[:, 1] - 2 * stones[:, 2]).min()) * high
    top = float((stones[:, 1] + 2 * stones[:, 2]).max()) * high
    edges = np.clip(np.linspace(low, top, count + 1), 0, high).round().astype(int)
    return [(0, int(a), wide, int(b - a)) for a, b in pairwise(edges) if b > a]


def plain_bed(target: Framebuffer) -> None:
    """What is there until the bed is baked: even silt."""
    target.clear(color_normalized=(0.42, 0.40, 0.5, 0.5))


def deepest(chance: np.random.Generator, aspect: float) -> tuple[float, float]:
    """Where the pond is deepest, in screen heights."""
    return float(aspect * chance.uniform(0.36, 0.64)), float(chance.uniform(0.40, 0.62))
