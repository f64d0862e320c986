"""What a room is furnished with: chair, rug, shelves, clock, wood pile, small things on the mantel."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike

from game.scenery.interior.armchair import armchair
from game.scenery.interior.painting import painting
from game.scenery.interior.plan import UPRIGHT_ASPECT, Plan, Spot
from game.scenery.interior.solid import Kind, Rgb, Solid, Stuff

BOOKS: tuple[Rgb, ...] = (
    (0.25, 0.060, 0.045),
    (0.060, 0.12, 0.125),
    (0.28, 0.19, 0.085),
    (0.085, 0.10, 0.065),
    (0.16, 0.10, 0.13),
    (0.38, 0.33, 0.25),
)
GLAZES: tuple[Rgb, ...] = ((0.10, 0.20, 0.21), (0.42, 0.36, 0.27), (0.24, 0.10, 0.06), (0.13, 0.16, 0.24))


def furnish(solid: Solid, plan: Plan, chance: np.random.Generator) -> Iterator[None]:
    """Everything but fire and cat, in slices."""
    _rug(solid, plan)
    _pile(solid, plan.logs, 1.0 if plan.logs.x > plan.fireplace.x else -1.0, chance)
    _clock(solid, plan)
    _mantel(solid, plan, chance)
    yield
    for shelf in plan.shelves:
        _shelf(solid, shelf, plan, chance)
    if plan.eye.aspect < UPRIGHT_ASPECT:
        painting(solid, plan, chance)
    if plan.chair is not None:
        yield from armchair(solid, plan.chair, plan, chance)


def candle_at(plan: Plan) -> tuple[float, float, float]:
    """Where the candle on the mantel burns."""
    f = plan.fireplace
    side = -1.0 if plan.logs.x < f.x else 1.0
    return f.x + side * f.half_w * 0.80, f.mantel_y + 0.055 + 0.21, f.deep + 0.10


def _rug(solid: Solid, plan: Plan) -> None:
    (a, b), spot = plan.rug_size, plan.rug
    stuff = Stuff(Kind.RUG, plan.curtain, 0.55)
    turn, rings = np.linspace(0, 2 * np.pi, 73), np.array([0, 0.25, 0.5, 0.75, 0.97, 1.0])
    x, z = np.outer(rings, np.cos(turn)), np.outer(rings, np.sin(turn))
    high = np.array([0.014, 0.014, 0.014, 0.014, 0.013, 0.0])[:, None] + 0 * x
    at = np.stack([spot.x + a * x, high, spot.z + b * z], axis=-1)
    local = np.stack([x, z, np.full_like(x, a / b)], axis=-1)
    solid.sheet(at, stuff, local, (0, 1, 0))


def _pile(solid: Solid, spot: Spot, side: float, chance: np.random.Generator) -> None:
    """Split wood, three rows high; one piece has rolled off to the side away from the fire."""
    bark = Stuff(Kind.BARK, (0.15, 0.105, 0.07))
    for row, count in enumerate((4, 3, 2)):
        for i in range(count):
            x = spot.x + 0.150 * (i - (count - 1) / 2) + chance.uniform(-0.014, 0.014)
            y, z = 0.072 + 0.128 * row + chance.uniform(-0.006, 0.006), 0.40 + chance.uniform(0, 0.13)
            _piece(
                solid,
                (x, y, 0.06),
                (x + chance.uniform(-0.03, 0.03), y, z),
                chance.uniform(0.054, 0.080),
                bark,
                chance,
            )
    start = np.array((spot.x + side * 0.40, 0.062, 0.30))
    _piece(solid, start, start + np.array((side * 0.10, 0.0, 0.42)), 0.058, bark, chance)


def _piece(
    solid: Solid, start: ArrayLike, end: ArrayLike, r: float, bark: Stuff, chance: np.random.Generator
) -> None:
    """A piece of wood: now and then not quite round, its cut face light."""
    a, b = np.asarray(start, float), np.asarray(end, float)
    out = (b - a) / np.linalg.norm(b - a)
    aside = np.cross((0.0, 1.0, 0.0), out)
    solid.tube([a, (a + b) / 2, b], (r * 1.03, r * 0.97, r), bark, 18)
    tone = float(chance.uniform(0.75, 1.12))
    cut = Stuff(Kind.CUT_WOOD, (0.36 * tone, 0.235 * tone, 0.125 * tone * tone))
    solid.disc(b, aside * r, (0.0, r, 0.0), cut)


def _clock(solid: Solid, plan: Plan) -> None:
    """A clock without hands: a rim, a pale face, and a mark at each hour."""
    spot, f, r = plan.clock, plan.fireplace, 0.155
    z = (f.deep if abs(spot.x - f.x) < f.half_w else 0.0) + 0.012
    rim, dark = Stuff(Kind.WOOD, plan.wood, 0.3), Stuff(Kind.PLAIN, (0.05, 0.04, 0.035))
    turn = np.linspace(0, 2.06 * np.pi, 51)
    ring = np.stack([spot.x + r * np.cos(turn), spot.z + r * np.sin(turn), np.full_like(turn, z + 0.02)], axis=-1)
    solid.tube(ring, 0.021, rim, 10)
    solid.disc((spot.x, spot.z, z + 0.012), (r, 0, 0), (0, r, 0), Stuff(Kind.PLAIN, (0.52, 0.47, 0.38), 0.2), 40)
    for hour in range(12):
        way = np.array([np.sin(hour * np.pi / 6), np.cos(hour * np.pi / 6)])
        a, b = way * r * (0.68 if hour % 3 == 0 else 0.74), way * r * 0.82
        line = [(spot.x + p[0], spot.z + p[1], z + 0.014) for p in (a, (a + b) / 2, b)]
        solid.tube(line, 0.0042 if hour % 3 == 0 else 0.0028, dark, 6)


def _mantel(solid: Solid, plan: Plan, chance: np.random.Generator) -> None:
    """Candle, books and a jar or two."""
    f = plan.fireplace
    x, y, z = candle_at(plan)
    foot = f.mantel_y + 0.055
    solid.turned(
        (x, foot, z),
        [(0.0, 0.004), (0.055, 0.004), (0.062, 0.016), (0.058, 0.018), (0.026, 0.012)],
        Stuff(Kind.PLAIN, (0.30, 0.20, 0.08), 0.4),
    )
    solid.turned(
        (x, foot, z),
        [(0.026, 0.010), (0.026, y - foot - 0.045), (0.020, y - foot - 0.040), (0.0, y - foot - 0.044)],
        Stuff(Kind.PLAIN, (0.62, 0.55, 0.42), 0.6),
    )
    other = 1.0 if x < f.x else -1.0
    _books(solid, (f.x + (other * 0.68 - 0.12) * f.half_w, foot, f.deep + 0.06), int(chance.integers(3, 6)), chance)
    _jar(solid, (f.x + other * f.half_w * chance.uniform(0.16, 0.24), foot, f.deep + 0.08), chance)


def _books(solid: Solid, at: tuple[float, float, float], count: int, chance: np.random.Generator) -> float:
    """A row of books, the last one leaning; returns how wide it is."""
    x = at[0]
    for i in range(count):
        thick, high = chance.uniform(0.014, 0.026), chance.uniform(0.095, 0.135)
        tone = BOOKS[int(chance.integers(len(BOOKS)))]
        solid.box(
            (x + thick, at[1] + high, at[2]),
            (thick - 0.001, high, 0.080),
            Stuff(Kind.PLAIN, tone, 0.12),
            0.005,
            0.05 * chance.uniform(-1, 1),
        )
        x += 2 * thick + (0.002 if i < count - 2 else 0.004)
    return x - at[0]


def _jar(solid: Solid, at: tuple[float, float, float], chance: np.random.Generator) -> None:
    """A jar or vase from a profile."""
    r, h = chance.uniform(0.045, 0.062), chance.uniform(0.15, 0.21)
    belly = chance.uniform(0.9, 1.25)
    way = np.linspace(0, 1, 24)
    swell = r * (0.62 + 0.55 * belly * np.sin(np.pi * np.clip(way * 1.02, 0, 1)) ** 0.9 - 0.10 * way)
    profile = np.stack([np.where(way > 0.9, r * 0.62, swell), way * h], axis=1)
    glaze = GLAZES[int(chance.integers(len(GLAZES)))]
    solid.turned(at, np.concatenate([[[0.0, 0.0]], profile, [[r * 0.5, h - 0.02]]]), Stuff(Kind.PLAIN, glaze, 0.30))


def _shelf(solid: Solid, spot: Spot, plan: Plan, chance: np.random.Generator) -> None:
    """Two boards on the wall with books and jars."""
    wood = Stuff(Kind.WOOD, plan.wood, 0.14)
    half = 0.52
    for row in range(2):
        y = spot.z - 0.16 + 0.46 * row
        solid.box((spot.x, y, 0.11), (half, 0.018, 0.11), wood)
        for side in (-1, 1):
            solid.box((spot.x + side * half * 0.8, y - 0.07, 0.05), (0.016, 0.06, 0.05), wood)
        x = spot.x - half + 0.06
        while x < spot.x + half - 0.22:
            if chance.random() < 0.62:
                x += _books(solid, (x, y + 0.018, 0.11), int(chance.integers(2, 6)), chance) + 0.02
            else:
                _jar(solid, (x + 0.07, y + 0.018, 0.11), chance)
                x += 0.17
