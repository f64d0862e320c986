"""The bed of a pond, baked: tone and tint of its stones, and how they face."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from arcade.gl import Framebuffer

from game.scenery.mixing import mixing, replacing
from game.scenery.pool.stones import bed_stones
from game.scenery.shapes import Quads
from game.scenery.stage import Stage, set_uniforms

SLICE = 260
"""Stones drawn in one step."""


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
        program = stage.program("pond_stone.frag", "pond_stone.vert", define=define)
        yield
        for first in range(0, len(stones), SLICE):
            quads = Quads(stage.ctx, stones[first : first + SLICE], "4f 4f", ["in_stone", "in_look"])
            layer.use()
            mixing(stage.ctx, (stage.ctx.ONE, stage.ctx.ONE_MINUS_SRC_ALPHA))
            set_uniforms(program, u_aspect=stage.aspect)
            quads.render(program)
            stage.ctx.flush()
            yield
    target.use()
    replacing(stage.ctx)
    textures = {"u_tones": tones.color_attachments[0], "u_slopes": slopes.color_attachments[0]}
    stage.full_screen(stage.program("pond_join.frag"), textures)
    del layers, tones, slopes
    yield


def plain_bed(target: Framebuffer) -> None:
    """What is there until the bed is baked: even silt."""
    target.clear(color_normalized=(0.42, 0.40, 0.5, 0.5))


def deepest(chance: np.random.Generator, aspect: float) -> tuple[float, float]:
    """Where the pond is deepest, in screen heights."""
    return float(aspect * chance.uniform(0.36, 0.64)), float(chance.uniform(0.40, 0.62))
