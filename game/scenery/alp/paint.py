"""What a pasture is painted with: triangles of x, y, colour, the way they face, and haze."""

from __future__ import annotations

import numpy as np

from game.scenery.growing.sketch import Sketch
from game.scenery.light import Rgb
from game.scenery.noise import Array

GRAIN = 8
"""x, y (screen heights); r, g, b (linear); facing to the right (-1..1) and up (0..1); haze (0..1)."""


def painted(sketch: Sketch, colour: Rgb, bright: Rgb, haze: float) -> Array:
    """A plant's sketch (x, y, side, light, hue) in its colours."""
    found = np.zeros((*sketch.shape[:2], GRAIN))
    found[..., :2] = sketch[..., :2]
    hue = np.clip(sketch[..., 4:5], 0, 1)
    found[..., 2:5] = (np.array(colour) * (1 - hue) + np.array(bright) * hue) * (0.55 + 0.75 * sketch[..., 3:4])
    found[..., 5], found[..., 6], found[..., 7] = sketch[..., 2], sketch[..., 3], haze
    return found


def polygon(corners: list[tuple[float, float]], colour: Rgb, face: tuple[float, float], haze: float) -> Array:
    """A convex surface of one colour."""
    points = np.array(corners)
    fan = np.stack([np.repeat(points[:1], len(points) - 2, axis=0), points[1:-1], points[2:]], axis=1)
    found = np.zeros((len(fan), 3, GRAIN))
    found[..., :2], found[..., 2:5], found[..., 5:7], found[..., 7] = fan, colour, face, haze
    return found


def ellipse(middle: tuple[float, float], reach: tuple[float, float], colour: Rgb, haze: float) -> Array:
    """A flat round place, such as a shadow where something meets the ground."""
    turn = np.linspace(0, 2 * np.pi, 13)[:-1]
    rim = [(middle[0] + reach[0] * np.cos(a), middle[1] + reach[1] * np.sin(a)) for a in turn]
    return polygon(rim, colour, (0.0, 0.8), haze)


def ribbon(line: Array, widths: Array, colour: Rgb, haze: float) -> Array:
    """A level band through points (n, 2), so wide across the screen."""
    left, right = line.copy(), line.copy()
    left[:, 0] -= widths / 2
    right[:, 0] += widths / 2
    a = np.stack([left[:-1], right[:-1], left[1:]], axis=1)
    b = np.stack([right[:-1], right[1:], left[1:]], axis=1)
    found = np.zeros((2 * len(a), 3, GRAIN))
    found[..., :2] = np.stack([a, b], axis=1).reshape(-1, 3, 2)
    found[..., 2:5], found[..., 6], found[..., 7] = colour, 0.9, haze
    return found
