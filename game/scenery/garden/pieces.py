"""What a garden has beside stones: basin, lantern, bridge, stepping stones, a pruned tree, bushes."""

from __future__ import annotations

import math

import numpy as np

from game.scenery.garden.ground import Island
from game.scenery.garden.site import Site
from game.scenery.garden.things import PLANES, Form, Thing

TALL_TREE_M = 2.3
STEP_M, MOST_STEPS = 0.92, 11
"""From the middle of a stepping stone to that of the next: a third to half a stone is left between them."""
LIMBS = ((0.40, 0.36, 0.20), (0.60, -0.38, 0.18), (0.78, 0.26, -0.12))
"""Limbs of a pruned tree: at what share of its height they leave the stem, how far aside and behind they reach."""


def basin(site: Site, side: int) -> tuple[Island, int | None]:
    """A water basin with its bamboo spout on a patch of moss; -1 left, 1 right, 0 none."""
    if side == 0:
        return Island(0.0, -50.0, 1.0, 1.0), None
    chance = site.chance
    way = chance.random()
    _, z = site.spot(side * 0.62, 0.05 + 0.55 * way * way)
    x = side * min(abs(site.at(0.62, z)), site.inside(z) - 0.70)
    index = site.thing(Form.BASIN, x, z, (0.34, 0.52, 0.215))
    yaw = 0.18 if side > 0 else math.pi - 0.18
    site.things.append(Thing(Form.SPOUT, x + side * 0.63, z - 0.08, yaw, 3.0, (0.05, 0.98, 0.05)))
    for dx, dz, size in ((0.44, -0.30, 0.27), (-0.52, 0.28, 0.28), (0.42, 0.52, 0.30)):
        site.stone(x + side * dx, z + dz, (size, size * 0.85, size * 0.9), upright=False)
    site.take(x, z, 0.42)
    return Island(x + side * 0.08, z + 0.14, 0.95, 0.60), index


def lantern(site: Site) -> int:
    """Where there is most room: on an island of its own, or on the moss before the wall."""
    chance = site.chance
    apart = chance.random() < 0.5
    tries = [chance.uniform(-0.82, 0.82) for _ in range(24)]
    far = chance.uniform(0.55, 0.95)
    places = [site.spot(u, far) if apart else site.by_the_wall(u, 11.0) for u in tries]
    x, z = max((place for place in places), key=lambda place: site.room(*place))
    reach = max(site.inside(z) - 0.45, 0.0)
    x = min(max(x, -reach), reach)
    if apart:
        site.islands.append(Island(x, z, 0.52, 0.34))
    tall = chance.uniform(1.0, 1.18) * site.small
    yaw, grain = chance.uniform(-0.3, 0.3), chance.random() * 50
    site.things.append(Thing(Form.LANTERN, x, z, yaw, grain, (0.4, tall, 0.4)))
    site.take(x, z, 0.10)
    return len(site.things) - 1


def bridge(site: Site) -> None:
    """A slab of stone from one bank of moss to another, a standing stone at one end."""
    chance, small = site.chance, site.small
    x, z = site.free_place(0.5, 0.25, 0.75)
    yaw, half = chance.uniform(-0.5, 0.5), chance.uniform(0.85, 1.15) * small
    reach = half + 0.22
    site.things.append(Thing(Form.BRIDGE, x, z, yaw, chance.random() * 50, (reach + 0.02, 0.075, 0.31)))
    for end in (-1, 1):
        ex, ez = x + end * reach * math.cos(yaw), z + end * reach * math.sin(yaw)
        wide = chance.uniform(0.70, 0.95) * small
        site.island(Island(ex, ez, wide, wide * 0.72, chance.normal(0, 0.2)))
        tall = chance.uniform(0.5, 0.8) if end > 0 else 0.24
        site.stone(ex + end * 0.10, ez - 0.34 * small, (0.26 * small, 0.30, 0.22 * small), upright=False)
        site.stone(ex + end * 0.26, ez + 0.30, (0.26 * small, tall * small, 0.24 * small), upright=tall > 0.4)


def stepping_stones(site: Site, side: int) -> None:
    """Flat stones for feet, in a bow from the foreground towards the wall."""
    chance = site.chance
    x, z = site.spot(side * chance.uniform(0.1, 0.6), 0.0, nearest_m=0.30)
    end_x, end_z = site.spot(-side * chance.uniform(0.15, 0.8), 1.0)
    bow, length = chance.uniform(-0.9, 0.9), math.dist((x, z), (end_x, end_z))
    count = min(max(int(length / STEP_M), 2), MOST_STEPS)
    across = (end_z - z) / length, (x - end_x) / length
    for i in range(count):
        way = i / max(count - 1, 1)
        aside = bow * math.sin(math.pi * way) + 0.13 * (i % 2 * 2 - 1)
        size = chance.uniform(0.28, 0.34)
        at = x + (end_x - x) * way + across[0] * aside, z + (end_z - z) * way + across[1] * aside
        site.thing(Form.STEP, *at, (size, 0.048, size * chance.uniform(0.72, 0.88)))
        site.take(*at, 0.05)


def tree(site: Site, side: int) -> None:
    """A pine pruned to cushions, leaning, on the moss: its crown stands against wall and sky."""
    chance, small = site.chance, site.small
    across = side * chance.uniform(0.30, 0.72)
    x, z = site.spot(across, chance.uniform(0.55, 0.98))
    tall, lean = TALL_TREE_M * chance.uniform(0.85, 1.15) * small, float(chance.choice([-1, 1]))
    rows, ends = _stem(chance, tall, lean)
    site.things.append(Thing(Form.TRUNK, x, z, 0.0, chance.random() * 50, (0.5, tall, 0.5), rows))
    for index, (dx, up, dz) in enumerate(ends):
        wide = tall * chance.uniform(0.23, 0.32) * (1.0 if index else 0.9)
        planes = np.zeros((PLANES, 4), np.float32)
        planes[0, 0] = up
        size = (wide, wide * 0.46, wide * 0.85)
        site.things.append(Thing(Form.PAD, x + dx, z + dz, 0.0, chance.random() * 50, size, planes))
    site.stone(x - lean * 0.55, z - 0.2, (0.30, 0.26, 0.26), upright=False)
    site.island(Island(x, z, 0.95 * small, 0.58 * small, chance.normal(0, 0.2), chance.uniform(-0.4, 0.4)))
    crown_x, crown_y = site.view.on_screen(x, tall * 0.75, z)
    site.keep_clear(crown_x, crown_y, 0.12)


def _stem(
    chance: np.random.Generator, tall: float, lean: float
) -> tuple[np.ndarray, list[tuple[float, float, float]]]:
    """Rows of a trunk (point and radius, see `garden_things.glsl`) and where its cushions lie."""
    rows = np.zeros((PLANES, 4), np.float32)
    up = np.array([-0.03, 0.26, 0.52, 0.76, 0.93])
    aside = lean * np.array([0.0, 0.10, 0.02, 0.20, 0.16]) * chance.uniform(0.8, 1.4)
    thick = np.array([0.068, 0.050, 0.042, 0.032, 0.020])
    rows[:5] = np.stack([aside * tall, up * tall, 0.04 * aside, thick * tall], axis=1)
    ends = [(float(rows[4, 0]), 0.93 * tall, 0.0)]
    for index, (share, out, back) in enumerate(LIMBS):
        foot = np.array([np.interp(share, up, aside), share, 0.0])
        way = np.array([lean * out, 0.05, back]) * chance.uniform(0.85, 1.2)
        tip = foot + way
        rows[5 + 2 * index], rows[6 + 2 * index] = (*foot * tall, 0.026 * tall), (*tip * tall, 0.012 * tall)
        ends.append((float(tip[0] * tall), float((tip[1] + 0.03) * tall), float(tip[2] * tall)))
    return rows, ends


def bushes(site: Site) -> None:
    """Clipped azaleas along the wall, in clumps with empty wall between them."""
    chance = site.chance
    for _ in range(int(chance.integers(1, 4)) + (2 if site.view.aspect > 2.6 else 0)):
        tries = [chance.uniform(-0.92, 0.92) for _ in range(12)]
        across = max(tries, key=lambda u: site.room(*site.by_the_wall(u, 11.25)))
        direction = int(chance.choice([-1, 1]))
        for i in range(int(chance.integers(1, 4))):
            size = chance.uniform(0.52, 0.95) * (0.85 if i else 1.0)
            x, z = site.by_the_wall(across, 11.25 + chance.uniform(-0.2, 0.1))
            if i and site.room(x, z) < 0.01:
                break
            site.thing(Form.BUSH, x, z, (size * 1.08, size * 0.92, size * 0.72))
            site.take(x, z, 0.13)
            across += direction * size * chance.uniform(1.05, 1.35) / site.view.half_width(z)
