"""Grass of the dunes: tufts of blades that taper and arch over with the wind, with pale ears among them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.scenery.growing.sketch import Sketch, stem

BROAD = 0.0058
"""Width of a blade at its foot, in screen heights, give or take two fifths."""
JOINTS = 14


def spear(
    chance: np.random.Generator, x: float, foot: float, tall: float, lean: float, bend: float, thinnest: float
) -> Sketch:
    """One blade: broad at its foot, straight at first, then arching over (`bend`, in radians, to the right) by its
    own weight, to a tip as fine as a hair."""
    up = np.linspace(0, 1, JOINTS)
    turn = lean + bend * up**1.7
    step = tall / (JOINTS - 1)
    across = x + np.concatenate([[0.0], np.cumsum(np.sin(turn[:-1]) * step)])
    height = foot + np.concatenate([[0.0], np.cumsum(np.cos(turn[:-1]) * step)])
    broad = BROAD * chance.uniform(0.6, 1.4) * min(0.45 + tall / 0.3, 1.2)
    width = np.maximum(broad * (1 - up) ** 0.72 * (0.7 + 0.9 * up * (1 - up)), thinnest * 0.55)
    found = stem(
        np.stack([across, height], axis=1), width, chance.uniform(0.30, 1.0), float(chance.random() ** 1.3)
    )
    found[..., 3] *= 0.16 + 0.84 * np.clip((found[..., 1] - foot) / max(tall, 1e-6) * 1.25, 0, 1) ** 1.2
    return found


def ear(chance: np.random.Generator, x: float, foot: float, tall: float, wind: float, thinnest: float) -> Sketch:
    """A straight stalk with a long ear, thicker in the middle."""
    lean, up = wind * chance.uniform(0.02, 0.20), np.linspace(0, 1, 8)
    stalk = np.stack([x + tall * lean * up**2, foot + tall * up], axis=1)
    head = np.linspace(0.80, 1.0, 7)
    spike = np.stack([x + tall * lean * head**2, foot + tall * head], axis=1)
    fat = 0.0062 * np.array([0.25, 0.7, 0.95, 1.0, 0.85, 0.55, 0.1])
    return np.concatenate([stem(stalk, np.full(8, thinnest * 1.2), 0.7, 0.7), stem(spike, fat, 0.85, 1.0)])


def dune_grass(
    chance: np.random.Generator,
    width: float,
    height: float,
    thick: float,
    ears: float,
    opening: float,
    thinnest: float = 0.0,
) -> Iterator[Sketch]:
    """Tufts along the foot of the picture, tall at one side or both, on low dunes; lengths in screen heights."""
    free = min(opening * chance.uniform(0.75, 1.25), 0.95)
    split = float(np.clip(chance.choice([0.0, 0.25, 0.5, 0.75, 1.0]) + chance.uniform(-0.1, 0.1), 0.0, 1.0))
    scale, wind = min(1.0, 0.6 + 0.25 * width), float(chance.choice([-1.0, 1.0]))
    for side, share in ((-1.0, split), (1.0, 1.0 - split)):
        reach = max(width * (1 - free) * share, 0.0)
        if reach < 0.08:
            continue
        for inward in np.sort(chance.random(round(26 * thick * reach + 5)) ** 1.25)[::-1]:
            middle = inward * reach - 0.03
            low = 1.0 - 0.78 * inward**0.8
            foot = 0.055 * low * chance.uniform(0.4, 1.0) - 0.05
            size = height * scale * chance.uniform(0.55, 1.12) * (0.35 + 0.65 * low)
            yield from _tuft(chance, middle if side < 0 else width - middle, foot, size, wind, ears, thinnest)


def _tuft(
    chance: np.random.Generator, x: float, foot: float, size: float, wind: float, ears: float, thinnest: float
) -> Iterator[Sketch]:
    """Blades that fan out of one root and bend the way the sea wind blows; short ones close its foot."""
    spread = 0.030 * min(size / 0.2, 1.0)
    for tall in np.sort(chance.uniform(0.30, 1.0, int(chance.integers(20, 34))))[::-1]:
        out = chance.normal(0, 1)
        lean = 0.06 * wind + 0.27 * out * (1.3 - 0.5 * tall)
        bend = wind * chance.uniform(-0.1, 1.45) * tall + 0.40 * out
        yield spear(chance, x + spread * out * 0.6, foot, size * tall, lean, bend, thinnest)
    if chance.random() < ears * 0.8:
        for _ in range(int(chance.integers(1, 4))):
            at = x + chance.normal(0, 0.012)
            yield ear(chance, at, foot, size * chance.uniform(0.95, 1.25), wind, thinnest)
