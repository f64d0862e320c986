"""Old trunks that lean out of the water, bare and weathered. Their highest point is at 1, their foot at 0."""

from __future__ import annotations

import numpy as np

from game.scenery.growing.sketch import Sketch, stem
from game.scenery.noise import Array, line, value_noise

STEPS, AROUND = 46, 12
UNDER = 0.12
"""How far a trunk reaches under the water."""
WET = 0.16
"""Up to which height its foot is dark with water."""
LIMBS = (0.42, 0.56, 0.70, 0.84)
"""Where along it boughs once grew; some are left."""


def trunk(chance: np.random.Generator, side: float = 1.0) -> Sketch:
    """A dead trunk that leans to one side (-1 left, 1 right), with what is left of its boughs and a broken end."""
    spine, heading = _spine(chance)
    length = float(np.hypot(*np.diff(spine, axis=0).T).sum())
    along = np.linspace(0, 1, STEPS)
    widths = length * chance.uniform(0.062, 0.080) * (1.0 - 0.62 * along**1.2 + 0.45 * np.exp(-along * 16))
    widths *= 0.90 + 0.20 * line(chance, along * 13, 3)
    places = chance.choice(LIMBS, int(chance.integers(2, 4)), replace=False) + chance.normal(0, 0.03)
    parts = [_limb(chance, spine, heading, widths, float(place)) for place in np.sort(places)]
    parts += [_prong(chance, spine, heading, widths, turn) for turn in (-0.16, 0.10, 0.30)]
    parts.append(_bark(chance, spine, heading, widths))
    found = np.concatenate(parts)
    found[..., 1] /= max(float(found[..., 1].max()), 1e-6)
    found[..., 3] *= 0.40 + 0.60 * np.clip((found[..., 1] - WET) * 14 + 0.5, 0, 1)
    found[..., 0] *= side
    found[..., 2] *= side
    return found


def _spine(chance: np.random.Generator) -> tuple[Array, Array]:
    """Its middle line from under the water up to a height of 1, and which way it heads there."""
    along = np.linspace(0, 1, STEPS)
    heading = (
        chance.uniform(0.32, 0.62) + chance.choice([-1.0, 1.0]) * chance.uniform(0.06, 0.16) * (along - 0.4) * 2
    )
    heading = heading + 0.30 * (line(chance, along * 5, 3) - 0.5)
    moves = np.stack([np.cos(heading), np.sin(heading)], axis=1)
    spine = np.cumsum(moves, axis=0)
    spine = (spine - spine[0]) / max(float(spine[-1, 1] - spine[0, 1]), 1e-6) * (1.0 + UNDER)
    return spine - np.array([0.0, UNDER]), heading


def _bark(chance: np.random.Generator, spine: Array, heading: Array, widths: Array) -> Sketch:
    """The trunk itself: round, lit from above, furrowed along; moss lies on its lower back."""
    out = np.sin(np.linspace(-np.pi / 2, np.pi / 2, AROUND))[:, None]
    across = np.stack([-np.sin(heading), np.cos(heading)], axis=1)
    at = spine + across * (widths / 2)[:, None] * out[..., None]
    along = np.linspace(0, 1, STEPS)
    furrows = value_noise(chance, np.linspace(0, 9, AROUND), along * 11) - 0.5
    knots = value_noise(chance, np.linspace(0, 4, AROUND), along * 26) ** 3
    light = np.clip(0.36 + 0.30 * out + 0.16 * np.maximum(out, 0) + 0.34 * furrows - 0.22 * knots, 0.08, 1.0)
    moss = np.clip((out - 0.1) * 1.4, 0, 1) * np.clip(line(chance, along * 5, 3) * 2.6 - 0.9 - along, 0, 1)
    flat = np.broadcast_to(0.75 * np.sin(-heading) * out, light.shape)
    points = np.stack([at[..., 0], at[..., 1], flat, light, moss], axis=-1)
    a, b, c, d = points[:-1, :-1], points[:-1, 1:], points[1:, :-1], points[1:, 1:]
    return np.stack([np.stack([a, b, c], axis=2), np.stack([b, d, c], axis=2)], axis=2).reshape(-1, 3, 5)


def _on(spine: Array, heading: Array, widths: Array, along: float) -> tuple[Array, float, float]:
    """A place on the trunk: where, which way it heads there, and how thick it is."""
    at, steps = along * (STEPS - 1), np.arange(STEPS)
    place = np.array([np.interp(at, steps, spine[:, i]) for i in (0, 1)])
    return place, float(np.interp(at, steps, heading)), float(np.interp(at, steps, widths))


def _limb(chance: np.random.Generator, spine: Array, heading: Array, widths: Array, along: float) -> Sketch:
    """A bough that grows out of the trunk, mostly upward, thick where it leaves it, with a twig or two."""
    base, turn, thick = _on(spine, heading, widths, along)
    up = 1.0 if along < 0.65 or chance.random() < 0.7 else -1.0
    length = thick * chance.uniform(3.2, 8.0)
    way = turn + up * chance.uniform(0.55, 1.05)
    points, ways = _grows(chance, base, way, length, 9)
    width = thick * chance.uniform(0.38, 0.52) * np.linspace(1.0, 0.22, len(points))
    width[0] *= 1.5
    parts = [stem(points, width, 0.46, 0.12)]
    for place in chance.choice(np.arange(3, 8), 2, replace=False):
        twig, _ = _grows(chance, points[place], ways[place] + chance.choice([-0.7, 0.7]), length * 0.3, 5)
        parts.append(stem(twig, width[place] * np.linspace(0.7, 0.25, len(twig)), 0.46, 0.1))
    return np.concatenate(parts)


def _prong(chance: np.random.Generator, spine: Array, heading: Array, widths: Array, turn: float) -> Sketch:
    """A splinter of the broken end."""
    base, way, thick = _on(spine, heading, widths, 0.985)
    base = base + thick * 0.24 * np.array([-np.sin(way), np.cos(way)]) * np.sign(turn)
    points, _ = _grows(chance, base, way + turn, thick * chance.uniform(0.9, 2.6), 4)
    return stem(points, thick * 0.5 * np.linspace(1.0, 0.08, len(points)), 0.5, 0.1)


def _grows(chance: np.random.Generator, base: Array, way: float, length: float, steps: int) -> tuple[Array, Array]:
    """A crooked line from a place on, and which way it heads at each step."""
    ways = way + np.cumsum(chance.normal(0, 0.14, steps))
    moves = np.stack([np.cos(ways), np.sin(ways)], axis=1) * length / steps
    return base + np.concatenate([np.zeros((1, 2)), np.cumsum(moves, axis=0)]), np.append(ways, ways[-1])
