"""Stones in groups of odd number, after the Sakuteiki: a main stone, and others that follow its request."""

from __future__ import annotations

import math

from game.scenery.garden.ground import Island
from game.scenery.garden.site import Site

Counts = tuple[int, ...]
ARRANGEMENTS: tuple[Counts, ...] = (
    (3, 2),
    (2, 3),
    (3, 1, 1),
    (3, 2, 2),
    (5, 2),
    (3, 3, 1),
    (5, 3, 1),
    (7, 2),
    (5, 1, 1),
)
"""How many stones each group has, odd altogether; the first is the main group."""
FIFTEEN: Counts = (5, 2, 3, 2, 3)
"""Of which one is always hidden behind another; for very wide pictures, and whoever asks for many."""
Place = tuple[float, float, float]
"""Aside, behind, and height, all for a main stone one metre high."""
FOLLOWERS: tuple[tuple[Place, ...], ...] = (
    ((0.66, -0.10, 0.50), (-0.78, -0.20, 0.34), (1.30, 0.10, 0.30), (-1.32, 0.18, 0.46)),
    ((-0.62, -0.28, 0.62), (0.80, -0.34, 0.26), (-1.25, -0.05, 0.24), (1.42, 0.20, 0.52)),
    ((0.58, 0.22, 0.78), (-0.90, -0.30, 0.24), (0.95, -0.42, 0.28), (-1.50, 0.10, 0.36)),
    ((0.85, -0.36, 0.22), (-0.60, 0.16, 0.58), (1.55, -0.20, 0.40), (-1.25, -0.34, 0.20)),
)
"""Ways in which others answer the main stone: flanking, stepping down, standing in its back, bowing before it."""
OUTLIERS: tuple[Place, ...] = ((1.95, -0.30, 0.26), (-2.05, -0.16, 0.32))
MOUND_RATIO = {1: 0.70, 2: 1.16, 3: 1.45, 4: 1.80, 5: 2.10, 7: 2.60}
"""Half the length of the moss under so many stones, for a main stone one metre high."""


def groups(site: Site, wanted: int, side: int) -> None:
    """All groups of a garden; the main one on a `side` of the picture, the others where there is room."""
    counts = _counts(site, wanted)
    chance = site.chance
    reach = chance.uniform(0.08, 0.42) * min(1.0, 1.9 / site.view.aspect) * (1 if chance.random() < 0.75 else -1)
    x, z = site.spot(side * reach, chance.uniform(0.30, 0.78))
    _group(site, x, z, counts[0], main=True)
    for count in counts[1:]:
        _group(site, *site.free_place(), count, main=False)


def _counts(site: Site, wanted: int) -> list[int]:
    choices = [a for a in ARRANGEMENTS if wanted in (0, len(a))]
    if wanted == 1:
        choices = [(3,), (5,), (7,)]
    elif wanted > 3:
        choices = [FIFTEEN[:wanted]]
    counts = list(choices[site.chance.integers(len(choices))])
    if site.view.aspect > 2.6 and not wanted:
        return list(FIFTEEN)
    return [min(count, 3) for count in counts[:3]] if site.view.aspect < 1 else counts


def _group(site: Site, x: float, z: float, count: int, *, main: bool) -> None:
    chance, small = site.chance, site.small * (1.0 if main else 0.85)
    if count == 1:
        _lying(site, x, z, small)
        return
    lean = int(chance.choice([-1, 1]))
    tall = (1.10 if main else 0.72) * chance.uniform(0.85, 1.25) * small
    wide = chance.uniform(0.40, 0.58) * small
    site.stone(x, z + 0.12, (wide, tall, 0.44 * small), upright=True, lean_rad=0.05 * lean)
    for share in (0.5, 1.0):  # what stands behind does not grow out of it
        site.keep_clear(*site.view.on_screen(x, share * tall, z), 0.5 * wide / z * site.view.focal + 0.05)
    followers = FOLLOWERS[chance.integers(len(FOLLOWERS))]
    for dx, dz, height in [*followers, *OUTLIERS][: count - 1]:
        size = height * small * chance.uniform(0.85, 1.15)
        broad = (0.36 + 0.20 * chance.random()) * small
        place = x + lean * dx * small * chance.uniform(0.92, 1.1), z + dz * small
        site.stone(
            *place, (broad, size, 0.36 * small), upright=size > 0.5, lean_rad=-0.10 * math.copysign(lean, dx)
        )
    _mound(site, x + (0.28 * lean if count in (2, 4) else 0.0) * small, z, MOUND_RATIO[count] * small)


def _lying(site: Site, x: float, z: float, small: float) -> None:
    """A stone by itself lies flat."""
    site.stone(x, z, (0.44 * small, 0.32 * small, 0.30 * small), upright=False)
    _mound(site, x, z, MOUND_RATIO[1] * small)


def _mound(site: Site, x: float, z: float, long: float) -> None:
    """No two islands are alike: gourds, crescents, kidneys, plain ones."""
    chance = site.chance
    bend = chance.uniform(0.2, 0.65) * chance.choice([-1, 1]) if chance.random() < 0.7 else 0.0
    waist = chance.uniform(0.15, 0.35) if chance.random() < 0.3 and long > 1.0 else 0.0
    site.island(
        Island(
            x,
            z,
            long * chance.uniform(0.95, 1.12),
            long * chance.uniform(0.54, 0.68),
            chance.normal(0, 0.16),
            bend,
            waist,
        )
    )
