"""Spruces, whole, thin or broken; pines; and dead trunks."""

from __future__ import annotations

import numpy as np

from game.scenery.growing.sketch import Sketch, faces, stem, tufts


def spruce(chance: np.random.Generator, tiers: int, broken: bool = False) -> Sketch:
    """A spruce of whorls of hanging boughs; a broken one has lost its top to a storm and shows a bare spike."""
    width = chance.uniform(0.14, 0.25)
    top = chance.uniform(0.62, 0.8) if broken else 0.985
    per_tier = 8
    y = np.linspace(chance.uniform(0.02, 0.12), top, tiers) + chance.normal(0, 0.42 / tiers, tiers)
    taper = np.clip(1.02 - y, 0.012, 1.0) ** chance.uniform(0.78, 1.05)
    reach = width * taper * chance.uniform(0.74, 1.14, tiers)
    whorl = np.repeat(np.stack([y, reach], axis=1), per_tier, axis=0)
    turn = chance.uniform(0, 2 * np.pi, len(whorl))
    level = np.repeat(np.arange(tiers), per_tier) + 0.45 * np.sin(turn)
    order = np.argsort(level)
    boughs = _boughs(chance, whorl[order, 0], whorl[order, 1], turn[order], tiers)
    lean = chance.normal(0, 0.012)
    trunk = np.array([[0.0, -0.01], [lean * 0.5, 0.5], [lean, 1.0 if not broken else top + 0.09]])
    found = np.concatenate([stem(trunk, np.array([0.026, 0.018, 0.004]), 0.35, 0.35), boughs])
    found[..., 0] += lean * found[..., 1]
    return found


def _boughs(
    chance: np.random.Generator,
    y: np.ndarray[tuple[int], np.dtype[np.float64]],
    reach: np.ndarray[tuple[int], np.dtype[np.float64]],
    turn: np.ndarray[tuple[int], np.dtype[np.float64]],
    tiers: int,
) -> Sketch:
    """Boughs from the trunk outward and down, each with twigs hanging from it."""
    count = len(y)
    reach = reach * chance.uniform(0.6, 1.15, count)
    out, front = np.cos(turn) * reach, np.sin(turn)
    drop = reach * chance.uniform(0.25, 0.62, count) * (1.15 - y)
    thick = (0.62 / tiers + reach * 0.14) * chance.uniform(0.7, 1.3, count)
    down = np.maximum(front, 0) * reach * 0.32 + chance.normal(0, 0.22 / tiers, count)
    root = np.stack([np.zeros(count), y + thick * 0.5], axis=1)
    tip = np.stack([out, y - drop - down], axis=1)
    foot = np.stack([out * 0.12, y - thick - down * 0.6], axis=1)
    belly = np.stack([out * 0.62, y - drop * 0.72 - down - thick * chance.uniform(0.6, 1.3, count)], axis=1)
    light = np.clip(0.46 + 0.30 * front + chance.normal(0, 0.10, count), 0.08, 1.0)
    dark = light * 0.5
    upper = faces(
        np.stack([root, tip, belly], axis=1), np.cos(turn), np.stack([light * 0.8, light * 1.15, dark], axis=1), 0.0
    )
    lower = faces(
        np.stack([root, belly, foot], axis=1), np.cos(turn), np.stack([light * 0.8, dark, dark], axis=1), 0.0
    )
    return np.stack([lower, upper], axis=1).reshape(-1, 3, 5)


def pine(chance: np.random.Generator, detail: int) -> Sketch:
    """A pine: a bare, bending trunk and a crown of flat, loose pads."""
    bend = chance.normal(0, 0.05, 3).cumsum()
    spine = np.stack([np.concatenate([[0.0], bend]), [0.0, 0.4, 0.7, 0.94]], axis=1)
    parts = [stem(spine, np.array([0.036, 0.028, 0.020, 0.008]), 0.30, 0.2)]
    for y in np.sort(chance.uniform(0.48, 0.97, chance.integers(6, 10))):
        middle = float(np.interp(y, spine[:, 1], spine[:, 0]))
        wide = (0.05 + 0.16 * (1.05 - y)) * chance.uniform(0.7, 1.3)
        at = middle + chance.normal(0, 0.5) * wide
        bough = np.array([[middle, y - 0.05], [at, y]])
        parts.append(stem(bough, np.array([0.012, 0.005]), 0.4, 0.45))
        parts.append(tufts(chance, detail, (at, float(y)), (wide, 0.042), 0.024, 0.12))
    return np.concatenate(parts)


def snag(chance: np.random.Generator) -> Sketch:
    """A dead trunk with a few bare boughs left."""
    bend = chance.normal(0, 0.02, 2).cumsum()
    spine = np.stack([np.array([0.0, *bend]), [0.0, 0.55, chance.uniform(0.8, 1.0)]], axis=1)
    parts = [stem(spine, np.array([0.030, 0.020, 0.006]), 0.35, 0.3)]
    for y in chance.uniform(0.3, 0.9, 7):
        x, side = float(np.interp(y, spine[:, 1], spine[:, 0])), chance.choice([-1.0, 1.0])
        length = chance.uniform(0.03, 0.11)
        bough = np.array(
            [[x, y], [x + side * length * 0.6, y - 0.01], [x + side * length, y + chance.normal(0, 0.02)]]
        )
        parts.append(stem(bough, np.array([0.009, 0.006, 0.002]), 0.55, 0.5))
    return np.concatenate(parts)
