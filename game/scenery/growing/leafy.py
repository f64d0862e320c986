"""Birches and the undergrowth of a bank."""

from __future__ import annotations

import numpy as np

from game.scenery.growing.sketch import Sketch, faces, stem, tufts


def birch(chance: np.random.Generator, detail: int) -> Sketch:
    """A slender birch with an airy crown."""
    bend = chance.normal(0, 0.03, 2).cumsum()
    spine = np.stack([np.array([0.0, *bend]), [0.0, 0.5, 0.95]], axis=1)
    parts = [stem(spine, np.array([0.022, 0.016, 0.004]), 0.55, 0.3)]
    for y in np.sort(chance.uniform(0.34, 0.97, 16)):
        wide = (0.12 * np.sin(np.pi * (y - 0.2) / 0.85) + 0.015) * chance.uniform(0.5, 1.0)
        x = float(np.interp(y, spine[:, 1], spine[:, 0])) + chance.normal(0, 0.45) * wide
        high = chance.uniform(0.045, 0.10)
        parts.append(tufts(chance, detail * 2 // 3, (x, float(y)), (float(wide), high), 0.021, 0.72))
    return np.concatenate(parts)


def shrub(chance: np.random.Generator, detail: int) -> Sketch:
    """A round low bush, as wide as it is high or more."""
    parts = [
        tufts(chance, detail, (float(x), 0.34), (0.5, 0.4), 0.16, float(chance.uniform(0.3, 0.8)))
        for x in chance.normal(0, 0.45, 3)
    ]
    return np.concatenate(parts)


def boulder(chance: np.random.Generator) -> Sketch:
    """A rounded stone, light above."""
    turn = np.linspace(0, np.pi, 8)
    rim = np.stack([np.cos(turn) * chance.uniform(0.8, 1.3), np.sin(turn) ** 0.8], axis=1)
    rim *= chance.uniform(0.85, 1.1, (8, 1))
    rim[[0, -1], 1] = -0.1
    middle = np.broadcast_to([0.0, 0.2], (7, 2))
    light = np.stack([np.full(7, 0.55), 0.45 + 0.5 * rim[:-1, 1], 0.45 + 0.5 * rim[1:, 1]], axis=1)
    return faces(np.stack([middle, rim[:-1], rim[1:]], axis=1), np.cos((turn[:-1] + turn[1:]) / 2), light, 0.45)
