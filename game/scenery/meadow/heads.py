"""Wild flowers drawn one by one: petals as leaves of a shape in space, turned and tipped, in painter's order.

Each is a set of triangles of x, y (stem's foot at 0, 0; about 1 tall) and shares of petal, heart and green.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.scenery.noise import Array

Rng = np.random.Generator
STEPS = 5
GLOW = 0.55
"""Light goes through petals: below 1, those turned away from it are nearly as bright as the others."""


def flower(species: str, chance: Rng) -> tuple[Array, Array]:
    """One of a species in a pose of its own: what is green, and its head, shapes (n, 3, 5)."""
    aside, tip = chance.normal(0, 0.07), chance.uniform(0.76, 0.92)
    stem = _stem(chance, aside, tip)
    head = HEADS[species](chance)
    head[..., :2] += (aside, tip)
    green = np.concatenate([stem, _leaves(chance, aside, tip)])
    for part in (green, head):
        part[..., :2] /= max(1.0, float(head[..., 1].max()) / 0.99)
    return green, head


def _stem(chance: Rng, aside: float, tip: float) -> Array:
    t = np.linspace(0, 1, 8)
    bow = chance.normal(0, 0.05)
    points = np.stack([aside * t**1.6 + bow * np.sin(np.pi * t), tip * t], axis=1)
    return _ribbon(points, np.linspace(0.030, 0.020, 8), 0.72)


def _leaves(chance: Rng, aside: float, tip: float) -> Array:
    parts = [np.zeros((0, 3, 5))]
    for _ in range(int(chance.integers(2, 5))):
        side, at = chance.choice([-1.0, 1.0]), chance.uniform(0.12, 0.5) * tip
        t = np.linspace(0, 1, 6)
        long = chance.uniform(0.07, 0.13)
        points = np.stack([aside * (at / tip) ** 1.6 + side * long * t, at + long * (0.9 * t - 0.5 * t**2)], axis=1)
        parts.append(
            _ribbon(points, 0.042 * np.sin(np.pi * np.clip(t * 0.9 + 0.1, 0, 1)), chance.uniform(0.5, 0.95))
        )
    return np.concatenate(parts)


def _ribbon(points: Array, widths: Array, light: float) -> Array:
    """A green stroke, lit on one side."""
    along = np.gradient(points, axis=0)
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-9)
    left, right = points + across * widths[:, None] / 2, points - across * widths[:, None] / 2
    found = np.zeros((len(points) - 1, 2, 3, 5))
    found[:, 0, 0, :2], found[:, 0, 1, :2], found[:, 0, 2, :2] = left[:-1], right[:-1], left[1:]
    found[:, 1, 0, :2], found[:, 1, 1, :2], found[:, 1, 2, :2] = right[:-1], right[1:], left[1:]
    found[..., 4] = light
    found[:, 0, 1, 4] = found[:, 1, :2, 4] = light * 0.62
    return found.reshape(-1, 3, 5)


def _turned(chance: Rng, tipped: tuple[float, float]) -> Array:
    """A rotation: spun about the flower's axis, tipped so far from straight up (radians), to any side."""
    tip, way = chance.uniform(*tipped), chance.uniform(0, 2 * np.pi)
    back = np.array([[1, 0, 0], [0, np.cos(0.5), -np.sin(0.5)], [0, np.sin(0.5), np.cos(0.5)]])  # seen from above
    c, s = np.cos(way), np.sin(way)
    about = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
    ct, st = np.cos(tip), np.sin(tip)
    lean = np.array([[ct, -st, 0], [st, ct, 0], [0, 0, 1]])
    return np.asarray(back @ about @ lean @ about.T)


def _petals(
    chance: Rng,
    turn: Array,
    count: int,
    long: float,
    wide: float,
    cup: tuple[float, float],
    notch: float,
    start: float,
) -> list[tuple[float, Array]]:
    """Petals about the axis (y), as (depth, triangles); `cup`: their rise at root and tip (radians)."""
    found = []
    for k in range(count):
        angle = 2 * np.pi * (k + chance.normal(0, 0.10)) / count
        size = long * chance.uniform(0.86, 1.08)
        t = np.linspace(0, 1, STEPS)
        rise = cup[0] + (cup[1] - cup[0]) * t + chance.normal(0, 0.08)
        out = start + np.concatenate([[0], np.cumsum(np.cos(rise[1:]) * size / (STEPS - 1))])
        up = np.concatenate([[0], np.cumsum(np.sin(rise[1:]) * size / (STEPS - 1))])
        half = wide / 2 * np.sin(np.pi * np.clip(0.10 + t * (0.90 - 0.22 * notch), 0, 1)) ** 0.7
        c, s = np.cos(angle), np.sin(angle)
        rim = [
            np.stack([c * out - side * s * half, up, s * out + side * c * half], axis=1) @ turn.T
            for side in (-1, 1)
        ]
        spine = np.stack([c * out, up - 0.12 * half, s * out], axis=1) @ turn.T
        found.append(_petal(chance, spine, rim, t))
    return found


def _petal(chance: Rng, spine: Array, rim: list[Array], t: Array) -> tuple[float, Array]:
    tris = []
    normal = np.cross(rim[1][2] - rim[0][2], spine[-1] - spine[0])
    normal = normal / max(float(np.linalg.norm(normal)), 1e-9)
    if normal[1] < 0:
        normal = -normal
    facing = 0.60 + 0.28 * normal[1] + 0.22 * normal[0] + chance.normal(0, 0.05)
    seen = 1.0 if normal[2] > -0.35 else 0.72  # from behind, petals are in their own shade
    tone = np.clip(facing * seen * (0.72 + 0.34 * t), 0.12, 1.0) ** GLOW
    for edge, shade in ((rim[0], 0.94), (rim[1], 1.0)):
        for i in range(len(t) - 1):
            for a, b, c in (((spine, i), (edge, i), (edge, i + 1)), ((spine, i), (edge, i + 1), (spine, i + 1))):
                tri = np.zeros((3, 5))
                for corner, (line, at) in enumerate((a, b, c)):
                    tri[corner, :2] = line[at, :2]
                    tri[corner, 2] = tone[at] * shade * (0.88 if line is spine else 1.0)
                tris.append(tri)
    return float(spine[2:, 2].mean()), np.stack(tris)


def _dome(chance: Rng, turn: Array, radius: float, high: float, channel: int, dark: float) -> tuple[float, Array]:
    """The heart of a flower: a low dome of florets."""
    angle = np.linspace(0, 2 * np.pi, 15)
    rings = [(1.0, 0.0), (0.75, 0.6), (0.4, 0.9), (0.0, 1.0)]
    points = [
        np.stack([np.cos(angle) * radius * r, np.full(15, high * h), np.sin(angle) * radius * r], axis=1) @ turn.T
        for r, h in rings
    ]
    found = []
    for k in range(len(rings) - 1):
        for i in range(14):
            light = np.clip(
                0.62 + 0.30 * points[k][i, 0] / radius + 0.3 * (k / 3) + chance.normal(0, 0.12), dark, 1.0
            )
            for tri in (
                (points[k][i], points[k][i + 1], points[k + 1][i]),
                (points[k][i + 1], points[k + 1][i + 1], points[k + 1][i]),
            ):
                face = np.zeros((3, 5))
                face[:, :2] = np.stack(tri)[:, :2]
                face[:, channel] = light
                found.append(face)
    return float((turn @ np.array([0.0, high + 0.03, 0.0]))[2]) + 0.02, np.stack(found)


def _joined(parts: list[tuple[float, Array]]) -> Array:
    """Far to near."""
    return np.concatenate([triangles for _, triangles in sorted(parts, key=lambda part: part[0])])


def _daisy(chance: Rng) -> Array:
    turn = _turned(chance, (0.0, 0.85))
    droop = chance.uniform(-0.35, 0.35)
    petals = _petals(
        chance, turn, int(chance.integers(15, 21)), 0.135, 0.052, (0.25 + droop, -0.15 + droop), 0.6, 0.035
    )
    return _joined([*petals, _dome(chance, turn, 0.055, 0.028, 3, 0.35)])


def _buttercup(chance: Rng) -> Array:
    turn = _turned(chance, (0.0, 0.8))
    petals = _petals(chance, turn, 5, 0.085, 0.088, (0.85, 0.45), 1.0, 0.012)
    return _joined([*petals, _dome(chance, turn, 0.026, 0.03, 3, 0.4)])


def _poppy(chance: Rng) -> Array:
    turn = _turned(chance, (0.0, 0.75))
    opened = chance.uniform(0.35, 1.15)
    outer = _petals(chance, turn, 2, 0.145, 0.21, (opened, opened * 0.55), 1.5, 0.01)
    inner = _petals(chance, turn, 4, 0.13, 0.17, (opened + 0.25, opened * 0.7), 1.5, 0.01)
    depth, heart = _dome(chance, turn, 0.034, 0.045, 4, 0.2)
    heart[..., 4] *= 0.35
    return _joined([*outer, *inner, (depth, heart)])


def _gentian(chance: Rng) -> Array:
    turn = _turned(chance, (0.0, 0.6))
    petals = _petals(chance, turn, 5, 0.105, 0.062, (1.0, -0.05), 0.2, 0.015)
    return _joined([*petals, _dome(chance, turn, 0.018, 0.012, 3, 0.5)])


def _bell(chance: Rng) -> Array:
    """Two to five bells hanging along the upper stem."""
    parts = []
    for _ in range(int(chance.integers(2, 6))):
        turn = _turned(chance, (2.0, 2.8))
        petals = _petals(chance, turn, 6, 0.095, 0.062, (1.40, 0.70), 0.4, 0.018)
        bell = _joined(petals)
        bell[..., :2] *= 0.8
        bell[..., 0] += chance.choice([-1.0, 1.0]) * chance.uniform(0.02, 0.075)
        bell[..., 1] -= chance.uniform(-0.04, 0.34)
        parts.append(bell)
    return np.concatenate(parts)


def _clover(chance: Rng) -> Array:
    turn, parts = _turned(chance, (0.0, 0.4)), []
    for ring, (rise, count) in enumerate(((-0.2, 9), (0.4, 10), (0.9, 8), (1.35, 5))):
        spun = turn @ _turned(chance, (0.0, 0.05))
        parts += [
            (depth + 0.004 * ring, petal)
            for depth, petal in _petals(chance, spun, count, 0.072, 0.026, (rise, rise + 0.25), 0.3, 0.012)
        ]
    return _joined(parts)


def _clock(chance: Rng) -> Array:
    """A ball of down: threads out to parasols, the far ones first."""
    count = 120
    way = chance.normal(size=(count, 3))
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    way = way[np.argsort(way[:, 2])]
    found = []
    for x, y, z in way:
        tip = 0.115 * np.array([x, y + 0.1])
        light = np.clip(0.55 + 0.25 * y + 0.2 * z + 0.12 * x, 0.2, 1)
        side = np.array([-tip[1], tip[0]]) / 0.115
        tri = np.zeros((2, 3, 5))
        tri[0, :, :2] = 0.2 * tip, tip + side * 0.002, tip - side * 0.002
        away = tip / 0.115
        tri[1, :, :2] = tip, tip + away * 0.022 + side * 0.020, tip + away * 0.022 - side * 0.020
        tri[..., 2] = light
        found.append(tri)
    return np.concatenate([*found, _dome(chance, np.eye(3), 0.016, 0.01, 4, 0.3)[1]])


HEADS: dict[str, Callable[[Rng], Array]] = {
    "daisy": _daisy,
    "poppy": _poppy,
    "gentian": _gentian,
    "buttercup": _buttercup,
    "bell": _bell,
    "clover": _clover,
    "clock": _clock,
}
HEIGHTS = {
    "daisy": 1.0,
    "poppy": 0.95,
    "gentian": 0.62,
    "buttercup": 0.95,
    "bell": 1.05,
    "clover": 0.72,
    "clock": 1.0,
}
"""How tall they stand beside each other."""
