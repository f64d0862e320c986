"""The roof of a wood: sprays of leaves that hang into the picture from above."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.scenery.growing.bough import leaves
from game.scenery.growing.sketch import Sketch
from game.scenery.noise import line
from game.scenery.woodland import Woodland

SPRAYS, LEAVES = 46, 64
"""Sprays for each screen height of width of a full roof, and leaves of one."""
DEPTH = 0.34
"""How far a full roof hangs in, in screen heights."""
SPRAYS_A_PART = 12


def canopy(chance: np.random.Generator, lie: Woodland, full_ratio: float, near: float) -> Iterator[Sketch]:
    """A roof for a plane so near; part by part, back to front."""
    count = round(SPRAYS * lie.width * full_ratio)
    profile = line(chance, np.linspace(0, 5.0 * lie.width, 256), 3)
    parts: list[Sketch] = []
    for high in np.sort(chance.random(count) ** 0.8):
        x = float(chance.uniform(-0.02, lie.width + 0.02))
        open_sky = np.exp(-(((x - lie.gap_x) / (0.17 * lie.aspect + 0.05)) ** 2))
        deep = DEPTH * full_ratio * (0.25 + 1.1 * float(np.interp(x, np.linspace(0, lie.width, 256), profile)))
        y = 1.03 - deep * (1.0 - high) * (1.0 - 0.85 * open_sky)
        parts.append(_spray(chance, (x, float(y)), near))
        if len(parts) % SPRAYS_A_PART == 0:
            yield np.concatenate(parts)
            parts = []
    if parts:
        yield np.concatenate(parts)


def _spray(chance: np.random.Generator, middle: tuple[float, float], near: float) -> Sketch:
    """A flat cloud of leaves that droops to one side; its upper leaves are the lighter ones."""
    reach = chance.uniform(0.05, 0.13) * (0.75 + 0.6 * near)
    place = chance.normal(0, 0.5, (LEAVES, 2))
    slope = chance.uniform(-0.5, 0.5)
    offset = np.stack([place[:, 0], place[:, 1] * 0.42 + slope * place[:, 0] - 0.12 * place[:, 0] ** 2], axis=1)
    heading = -np.pi / 2 + chance.normal(0, 0.9, LEAVES)
    size = (0.0075 + 0.0165 * near) * chance.uniform(0.55, 1.25, LEAVES)
    grown = leaves(chance, np.array(middle) + offset * reach, heading, size, 0.32)
    grown[..., 3] *= np.repeat(np.clip(0.62 + 0.35 * place[:, 1], 0.25, 1.0), 4)[:, None] * chance.uniform(0.6, 1.0)
    grown[..., 4] = 0.72 + 0.28 * np.clip((grown[..., 4] - 0.65) / 0.35, 0, 1)
    return grown
