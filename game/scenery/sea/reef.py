"""What grows on rocks under water, as sketches in screen heights: rock, corals, fans, sponges, weed.

Light in a sketch is how much of the light from above a place gets, hue how much of the coral's colour it has.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.scenery.growing.sketch import Sketch, faces, stem
from game.scenery.noise import line, smooth
from game.scenery.sea.boulders import Pile, boulder, pile, skin

Array = NDArray[np.float64]
HUES = (0.15, 0.35, 0.6, 0.85, 1.0)
Grower = Callable[[np.random.Generator, Array, float, float], list[Sketch]]


@dataclass(frozen=True)
class Bank:
    """What a bank of rocks is planned by; lengths in screen heights."""

    rocks: int
    height: float
    grown_ratio: float
    open_ratio: float
    foot: float
    heavy: int


def bank(chance: np.random.Generator, plan: Bank, width: float) -> Generator[None, None, Sketch]:
    """A whole bank over so wide a screen (margins included), a thing a slice; shades on the sand come first."""
    count = max(round(plan.rocks * min(width / 2, 2.0)), 2)
    shades: list[Sketch] = []
    parts: list[Sketch] = []
    for i in range(count):
        across = _where(chance, i, count, plan)
        outer = float(smooth(plan.open_ratio * 0.6, plan.open_ratio + 0.15, np.array(abs(across - 0.5) * 2)))
        height = plan.height * chance.uniform(0.6, 1.0) * (0.30 + 0.70 * outer)
        broad = height * chance.uniform(1.9, 3.4) + plan.height * 0.5
        rocks = pile(chance, across * width, broad, height, plan.foot)
        yield
        shades += rocks.shades
        parts += yield from _grown(chance, rocks, across * width, broad, height, plan)
    return np.concatenate([*shades, *parts])


def _where(chance: np.random.Generator, i: int, count: int, plan: Bank) -> float:
    """0..1 across; the first stands on the heavy side, the second opposite, the others anywhere."""
    if i == 0:
        return 0.5 + plan.heavy * chance.uniform(0.36, 0.50)
    if i == 1:
        return 0.5 - plan.heavy * chance.uniform(0.30, 0.48)
    return float((i - 1.5 + chance.random()) / max(count - 2, 1))


def _grown(
    chance: np.random.Generator, rocks: Pile, x: float, broad: float, height: float, plan: Bank
) -> Generator[None, None, list[Sketch]]:
    """Rocks and what grows on them: behind their skyline, and down their faces."""
    behind: list[Sketch] = []
    before: list[Sketch] = []
    many = chance.poisson(1.5 + 7.5 * plan.grown_ratio * broad / plan.height / 2.4)
    for down in np.sort(chance.random(many)):
        at = x + broad * chance.uniform(-0.66, 0.66)
        fallen = 0.5 * max(down - 0.4, 0.0) / 0.6
        foot = np.array([at, plan.foot + (rocks.top(at) - plan.foot) * (1 - fallen) - 0.004])
        size = plan.height * chance.uniform(0.45, 1.0) * (0.55 + 0.45 * height / plan.height)
        grower = GROWERS[int(chance.choice(len(GROWERS), p=SHARES))]
        growth = grower(chance, foot, size, float(chance.choice(HUES)))
        yield
        (before if fallen else behind).extend([*growth, *(_footing(chance, foot, size) if fallen else [])])
        yield
    return [*behind, *rocks.stones, *before]


def _footing(chance: np.random.Generator, foot: Array, size: float) -> list[Sketch]:
    """What it has grown from: knobs of stone and a little turf, before its foot."""
    knobs = []
    for _ in range(3):
        half = size * chance.uniform(0.10, 0.22)
        at = foot[0] + chance.normal(0, 0.12) * size
        knobs.append(
            boulder(chance, at, half, half * chance.uniform(0.5, 0.8), foot[1] - 0.25 * half, in_sand=False)[0]
        )
    turf = weed(chance, foot - np.array([0.0, 0.02 * size]), size * 0.30, 0.5)
    return [*knobs[:2], *turf, *knobs[2:]]


def _coloured(sketch: Sketch, foot: Array, size: float, dark: float = 0.32) -> Sketch:
    """As the stone at its foot, light at its tips."""
    up = np.clip((sketch[..., 1] - foot[1]) / size, 0, 1)
    sketch[..., 3] = np.clip(dark + (0.95 - dark) * up**1.2, 0, 1)
    sketch[..., 4] *= 0.08 + 0.92 * up**0.7
    return sketch


def _branch(
    chance: np.random.Generator,
    at: Array,
    way: float,
    length: float,
    width: float,
    forks: int,
    spread: float,
    hue: float,
) -> list[Sketch]:
    """A limb that grows upwards and forks, rounded at its tip."""
    parts: list[Sketch] = []
    points, ways = [at], [way]
    for _ in range(5):
        way += chance.normal((np.pi / 2 - way) * 0.10, 0.13)
        points.append(points[-1] + np.array([np.cos(way), np.sin(way)]) * length / 5)
        ways.append(way)
    taper = width * np.array([1.0, 0.95, 0.90, 0.86, 0.84, 0.5])
    parts.append(stem(np.array(points), taper * 2, 0.5, hue))
    if forks:
        for i in (2, 3, 4):
            turn = chance.choice([-1, 1]) * chance.uniform(0.35, 0.8) * spread
            parts += _branch(
                chance,
                points[i],
                ways[i] + turn,
                length * chance.uniform(0.5, 0.78),
                width * 0.78,
                forks - 1,
                spread,
                hue,
            )
    return parts


def staghorn(chance: np.random.Generator, foot: Array, size: float, hue: float) -> list[Sketch]:
    """A coral of stout branches."""
    parts: list[Sketch] = []
    for _ in range(4):
        at = foot + np.array([chance.normal(0, size * 0.06), 0.0])
        way = np.pi / 2 + chance.normal(0, 0.45)
        parts += _branch(chance, at, way, size * chance.uniform(0.42, 0.65), size * 0.040, 2, 1.0, hue)
    return [_coloured(np.concatenate(parts), foot, size)]


def fan(chance: np.random.Generator, foot: Array, size: float, hue: float) -> list[Sketch]:
    """A sea fan: fine branches in one plane."""
    parts: list[Sketch] = []
    for i in range(7):
        way = np.pi / 2 + (i - 3) * 0.26 + chance.normal(0, 0.06)
        parts += _branch(chance, foot, way, size * 0.55 * (1 - 0.05 * abs(i - 3)), size * 0.010, 2, 0.75, hue * 0.8)
    return [_coloured(np.concatenate(parts), foot, size)]


def sponge(chance: np.random.Generator, foot: Array, size: float, hue: float) -> list[Sketch]:
    """A few tubes, open at the top."""
    parts: list[Sketch] = []
    for _ in range(int(chance.integers(3, 7))):
        at = foot + np.array([chance.normal(0, size * 0.2), -0.012])
        tall, lean, wide = (
            size * chance.uniform(0.4, 0.85),
            chance.normal(0, 0.12),
            size * chance.uniform(0.05, 0.08),
        )
        up = np.linspace(0, 1, 7)
        points = at + np.stack([lean * tall * up, tall * up], axis=1)
        tube = _coloured(
            stem(
                points, 2 * wide * (1 + 0.05 * np.sin(up * 12 + tall * 90) + 0.7 * np.exp(-9 * up)), 0.5, hue * 0.7
            ),
            foot,
            size * 0.9,
        )
        parts += [
            _ring(points[0], wide * 1.7, 0.30, 0.0),
            tube,
            _ring(points[-1], wide * 1.12, 0.85, hue * 0.8),
            _ring(points[-1], wide * 0.66, 0.08, 0.0),
        ]
    return parts


def _ring(at: Array, radius: float, light: float, hue: float) -> Sketch:
    turn = np.linspace(0, 2 * np.pi, 15)
    rim = at + radius * np.stack([np.cos(turn), 0.5 * np.sin(turn)], axis=1)
    corners = np.stack([np.broadcast_to(at, rim[:-1].shape), rim[:-1], rim[1:]], axis=1)
    return faces(corners, np.zeros(len(corners)), np.full(len(corners), light), hue)


def weed(chance: np.random.Generator, foot: Array, size: float, hue: float) -> list[Sketch]:
    """A tuft of thin blades."""
    blades = []
    for _ in range(22):
        way, bend = np.pi / 2 + chance.normal(0, 0.25), chance.normal(0, 0.10)
        ways = way + bend * np.arange(7)
        steps = np.stack([np.cos(ways), np.sin(ways)], axis=1) * size * chance.uniform(0.4, 1.0) / 7
        points = foot + np.array([chance.normal(0, size * 0.18), -0.05 * size]) + np.cumsum(steps, axis=0)
        blades.append(stem(points, size * 0.036 * np.linspace(1, 0.1, 7), 0.5, hue * 0.12))
    return [_coloured(np.concatenate(blades), foot, size)]


def dome(chance: np.random.Generator, foot: Array, size: float, hue: float) -> list[Sketch]:
    """A brain coral: a low dome with winding furrows."""
    size *= 0.62
    u = np.linspace(-1, 1, 40)
    up = np.linspace(0, 1, 16)[:, None]
    outline = np.sqrt(np.clip(1 - u * u, 0, 1)) * size
    bent = 3.0 * line(chance, (u + 1) * 4, 3) + 2 * line(chance, up[:, 0] * 5, 3)[:, None]
    furrow = 0.5 + 0.5 * np.sin(u * 15 * (1.2 - 0.2 * up) + bent + 5 * up)
    light = np.clip(0.14 + 0.55 * up**1.3 + 0.20 * (furrow - 0.5) * (0.3 + up), 0.15, 0.95)
    at_y = foot[1] - 0.10 * outline + outline * 0.52 * up * (0.9 + 0.2 * line(chance, (u + 1) * 3, 3))
    points = np.stack(
        np.broadcast_arrays(foot[0] + u * size * 0.5, at_y, u * 0.9, light, hue * 0.4 * smooth(0.0, 0.5, up)),
        axis=-1,
    )
    return [skin(points)]


GROWERS: tuple[Grower, ...] = (staghorn, fan, sponge, weed, dome)
SHARES = (0.34, 0.22, 0.16, 0.20, 0.08)
