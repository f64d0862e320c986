"""What grows on the ground of a wood: ferns, cushions of moss, stones, toadstools, grass."""

from __future__ import annotations

import numpy as np

from game.scenery.growing.sketch import Sketch, empty, faces, stem
from game.scenery.noise import Array

MOSS, LEAF, EARTH = 0.40, 0.80, 0.12
"""Hues, as `wood.frag` colours them."""
PINNAE = 20


def fern(chance: np.random.Generator, foot: tuple[float, float], size: float, fronds: int) -> Sketch:
    """A fern: fronds that arch from one foot, the middle ones upright and in front."""
    turns = np.sort(chance.uniform(-1.0, 1.0, fronds))
    order = np.argsort(-np.abs(turns) + chance.uniform(0, 0.5, fronds))
    parts = [
        _frond(chance, np.array(foot), float(turns[i]), size * float(chance.uniform(0.65, 1.1))) for i in order
    ]
    return np.concatenate(parts)


def _frond(chance: np.random.Generator, foot: Array, turn: float, size: float) -> Sketch:
    """A stalk that arches over, with leaflets in pairs, longest a third of the way up."""
    way = np.linspace(0, 1, PINNAE)
    bend = np.pi / 2 - turn * (0.35 + 1.35 * way**1.3) - 0.12 * np.sign(turn) * way
    moves = np.stack([np.cos(bend), np.sin(bend)], axis=1) * size / PINNAE
    points = foot + np.cumsum(moves, axis=0)
    light = float(chance.uniform(0.45, 1.0))
    stalk = stem(points, np.maximum(size * 0.014 * (1 - 0.8 * way), 0.0012), 0.4, LEAF)
    long = size * 0.24 * np.sin(np.pi * np.clip(0.12 + 0.88 * way, 0, 1)) ** 0.8 * chance.uniform(0.85, 1.1, PINNAE)
    sides = np.concatenate([np.ones(PINNAE), -np.ones(PINNAE)])
    base, heading = np.tile(points, (2, 1)), np.tile(bend, 2) + sides * 1.10
    out = np.stack([np.cos(heading), np.sin(heading)], axis=1) * np.tile(long, 2)[:, None]
    forward = np.stack([np.cos(np.tile(bend, 2)), np.sin(np.tile(bend, 2))], axis=1) * size * 0.026
    corners = np.stack([base - forward, base + forward, base + out], axis=1)
    fade = 0.45 + 0.55 * np.tile(way, 2)
    shade = light * fade * np.where(sides * np.sign(turn) > 0, 0.82, 1.0)
    lights = np.stack([shade * 0.75, shade * 0.75, shade], axis=1)
    hue = LEAF + 0.18 * float(chance.uniform(-0.5, 1.0))
    return np.concatenate([faces(corners, np.clip(sides * np.sin(heading), -1, 1), lights, hue), stalk])


def cushion(
    chance: np.random.Generator, middle: tuple[float, float], reach: tuple[float, float], count: int
) -> Sketch:
    """A low dome of moss or earth, ragged above, dark where it meets the ground."""
    turn = chance.uniform(-0.5, np.pi + 0.5, count)
    out = np.sqrt(chance.random(count)) * chance.uniform(0.8, 1.15, count)
    at = np.stack([np.cos(turn) * out, np.sin(turn) * out], axis=1)
    at = at[np.argsort(-at[:, 1])]
    blade = reach[1] * chance.uniform(0.16, 0.40, count) + 0.0015
    heading = np.pi / 2 + chance.normal(0, 0.55, count)
    tip = np.stack([np.cos(heading), np.sin(heading)], axis=1) * blade[:, None]
    wide = np.stack([-tip[:, 1], tip[:, 0]], axis=1) * 0.45
    base = np.array(middle) + at * np.array(reach)
    corners = np.stack([base - wide, base + wide, base + tip], axis=1)
    light = np.clip(0.26 + 0.56 * at[:, 1] + chance.normal(0, 0.10, count), 0.05, 0.95)
    lights = np.stack([light * 0.6, light * 0.6, light], axis=1)
    rim = np.linspace(-0.6, np.pi + 0.6, 18)
    lump = chance.uniform(0.72, 1.05, (18, 1))
    edge = np.array(middle) + np.stack([np.cos(rim), np.sin(rim)], axis=1) * lump * np.array(reach)
    body = np.stack([np.broadcast_to(np.array(middle), (17, 2)), edge[:-1], edge[1:]], axis=1)
    high = np.clip(0.13 + 0.30 * np.sin(rim), 0.03, 1.0)
    dome = np.stack([np.full(17, 0.12), high[:-1], high[1:]], axis=1)
    return np.concatenate(
        [faces(body, np.cos(rim[:-1]), dome, MOSS), faces(corners, np.clip(at[:, 0], -1, 1), lights, MOSS + 0.06)]
    )


def bush(chance: np.random.Generator, foot: tuple[float, float], reach: tuple[float, float], leaf: float) -> Sketch:
    """A low bush, half as wide and about as high as `reach`: rounded masses of leaves so long, on the ground."""
    parts = []
    for at in np.sort(chance.uniform(0.10, 0.62, int(chance.integers(5, 9))))[::-1]:
        x = foot[0] + float(np.clip(chance.normal(0, 0.42), -0.8, 0.8)) * reach[0] * (1.15 - float(at))
        size = reach[1] * chance.uniform(0.30, 0.44) * np.array([1.25, 1.0])
        mass = _mass(chance, np.array([x, foot[1] + float(at) * reach[1]]), size, leaf)
        low = (foot[1] - mass[..., 1]) / max(reach[1], 1e-6)
        mass[..., 3] *= np.clip(0.55 - 0.9 * low, 0.30, 1.0)  # dark where it meets the ground
        parts.append(mass)
    grown = np.concatenate(parts)
    away = np.clip((grown[..., 0] - foot[0]) / reach[0], -1.5, 1.5)
    grown[..., 1] = np.maximum(grown[..., 1], foot[1] - 0.10 * reach[1] * np.cos(away))
    return grown


def _mass(chance: np.random.Generator, middle: Array, size: Array, leaf: float) -> Sketch:
    """One rounded mass of leaves, light above."""
    rim = np.linspace(0, 2 * np.pi, 15)
    edge = np.stack([np.cos(rim), np.sin(rim)], axis=1)
    body = np.stack([np.zeros((14, 2)), edge[:-1], edge[1:]], axis=1)
    count = int(np.clip(9.0 * float(size[0] * size[1]) / leaf**2, 24, 150))
    turn, out = chance.uniform(0, 2 * np.pi, count), np.sqrt(chance.random(count)) * 1.02
    place = np.stack([np.cos(turn) * out, np.sin(turn) * out], axis=1)
    heading = turn + chance.normal(0, 0.9, count)
    along = np.stack([np.cos(heading), np.sin(heading)], axis=1) * leaf * chance.uniform(0.6, 1.3, (count, 1))
    wide = np.stack([-along[:, 1], along[:, 0]], axis=1) * 0.28
    base = middle + place * size
    corners = np.stack([base - wide, base + wide, base + along], axis=1)
    light = np.clip(0.42 + 0.34 * place[:, 1] + chance.normal(0, 0.13, count), 0.08, 0.95)
    leaves = faces(corners, np.clip(place[:, 0], -1, 1), light, LEAF)
    leaves[..., 4] += chance.uniform(-0.06, 0.14, (count, 1))
    inner = faces(middle + body * size * 0.97, body[..., 0], 0.26 + 0.22 * body[..., 1], LEAF)
    return np.concatenate([inner, leaves])


def stone(chance: np.random.Generator, foot: tuple[float, float], size: float) -> Sketch:
    """A stone, broken and rounded again, with moss on top and a dark rim where it lies."""
    rings, sides = np.linspace(0, 1, 6), np.linspace(0, np.pi, 15)
    lump = 0.82 + 0.36 * chance.random(15)
    lump = np.convolve(np.pad(lump, 2, mode="edge"), np.ones(5) / 5, mode="valid")
    reach = np.array([size * chance.uniform(1.0, 1.6), size * chance.uniform(0.5, 0.8)])
    tilt = chance.uniform(-0.25, 0.25)
    x = np.cos(sides) * lump
    y = np.sin(sides) ** 0.75 * lump + tilt * np.cos(sides) * np.sin(sides)
    at = np.array(foot) + np.stack([rings[:, None] * x, rings[:, None] * y], axis=-1) * reach
    high = rings[:, None] * y
    moss = np.clip((high - 0.42) * 3.0 + 0.5 * (chance.random(high.shape) - 0.5), 0, 1)
    light = np.clip(0.12 + 0.55 * high + 0.10 * (chance.random(high.shape) - 0.5), 0.04, 0.9)
    hue = EARTH + 0.03 + (MOSS - EARTH - 0.03) * moss
    grown = np.stack([at[..., 0], at[..., 1], np.broadcast_to(x, high.shape) * rings[:, None], light, hue], axis=-1)
    a, b, c, d = grown[:-1, :-1], grown[:-1, 1:], grown[1:, :-1], grown[1:, 1:]
    return np.stack([np.stack([a, b, c], axis=2), np.stack([b, d, c], axis=2)], axis=2).reshape(-1, 3, 5)


def blades(chance: np.random.Generator, feet: Array, tall: Array) -> Sketch:
    """Grass, one blade at each of feet (n, 2): two triangles, bent over."""
    count = len(feet)
    if not count:
        return empty()
    lean = chance.normal(0, 0.5, count)
    mid = feet + np.stack([np.sin(lean * 0.5), np.cos(lean * 0.5)], axis=1) * tall[:, None] * 0.6
    tip = mid + np.stack([np.sin(lean * 1.5), np.cos(lean * 1.5)], axis=1) * tall[:, None] * 0.45
    wide = np.stack([tall * 0.055 + 0.0006, np.zeros(count)], axis=1)
    bright = chance.uniform(0.3, 0.85, count)
    low = np.stack([bright * 0.4, bright * 0.4, bright * 0.9], axis=1)
    high = np.stack([bright * 0.9, bright * 0.9, bright], axis=1)
    side = np.clip(lean, -1, 1)
    return np.concatenate(
        [
            faces(np.stack([feet - wide, feet + wide, mid], axis=1), side, low, 0.62),
            faces(np.stack([mid - wide * 0.6, mid + wide * 0.6, tip], axis=1), side, high, 0.68),
        ]
    )


def toadstools(chance: np.random.Generator, foot: tuple[float, float], size: float) -> Sketch:
    """A few caps on pale stalks."""
    parts = []
    for _ in range(int(chance.integers(2, 5))):
        x, tall = foot[0] + chance.normal(0, size * 0.8), size * chance.uniform(0.5, 1.1)
        y = foot[1] - abs(chance.normal(0, size * 0.1))
        parts.append(stem(np.array([[x, y], [x, y + tall]]), np.array([0.22, 0.16]) * tall, 0.6, 0.26))
        turn = np.linspace(0, np.pi, 9)
        rim = np.array([x, y + tall * 0.82]) + np.stack([np.cos(turn) * 0.52, np.sin(turn) * 0.42], axis=1) * tall
        hub = np.broadcast_to(np.array([x, y + tall * 0.86]), (8, 2))
        lights = np.stack([np.full(8, 0.5), 0.4 + 0.5 * np.sin(turn[:-1]), 0.4 + 0.5 * np.sin(turn[1:])], axis=1)
        parts.append(faces(np.stack([hub, rim[:-1], rim[1:]], axis=1), np.cos(turn[:-1]), lights, 0.26))
    return np.concatenate(parts)
