"""What floats on a pond: groups of pads about its edges, a few flowers among them, petals anywhere."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PADS, FLOWERS = 6, 2
"""How many forms of each there are; they come first and next in the map of forms, then the petal."""
PETAL = PADS + FLOWERS
FORMS = PETAL + 1
TRIES = 90
CLEAR = 0.23
"""How far from the middle groups stay, as a share of the screen."""


@dataclass(frozen=True)
class Plan:
    """How much floats. Radius in screen heights."""

    amount_ratio: float
    radius: float
    flowers: int
    petals: int


def floating(chance: np.random.Generator, plan: Plan, aspect: float) -> NDArray[np.float32]:
    """Rows of x, y, radius, turn, form, how freely it drifts, chance, age; what lies on top comes last."""
    narrow = min(1.0, 0.62 + 0.25 * aspect)
    pads: list[list[float]] = []
    for x, y, reach in _groups(chance, plan.amount_ratio, aspect):
        pads += _group(chance, (x, y), reach, plan.radius * narrow, pads)
    pads.sort(key=lambda pad: pad[2])
    flowers = _flowers(chance, pads, plan.flowers, aspect, narrow)
    rows = [*pads, *_petals(chance, round(plan.petals * min(max(aspect / 2, 0.4), 1.9)), aspect), *flowers]
    return np.array(rows, np.float32).reshape(-1, 8)


def _groups(chance: np.random.Generator, amount: float, aspect: float) -> list[tuple[float, float, float]]:
    """Middles of groups along the edges, the first the largest, and none like another."""
    count = max(round((1.2 + 4.2 * amount) * (0.75 + 0.25 * aspect) * chance.uniform(0.75, 1.25)), 1)
    start, found = chance.uniform(0, 1), []
    for number in range(count):
        round_ratio = (start + number * 0.381966 + chance.normal(0, 0.035)) % 1.0
        x, y = _on_edge(round_ratio, aspect)
        inward = chance.uniform(0.0, 0.16)
        x, y = x + (aspect / 2 - x) * inward, y + (0.5 - y) * inward
        reach = (0.30, 0.20, 0.13, 0.09)[min(number, 3)] * chance.uniform(0.75, 1.2) * min(1.0, 0.55 + 0.3 * aspect)
        found.append((x, y, reach * (0.6 + 0.8 * amount)))
    return found


def _on_edge(round_ratio: float, aspect: float) -> tuple[float, float]:
    """A place on the border of the screen, so far along it."""
    along = round_ratio * 2 * (aspect + 1)
    if along < aspect:
        return along, 0.0
    if along < aspect + 1:
        return aspect, along - aspect
    if along < 2 * aspect + 1:
        return 2 * aspect + 1 - along, 1.0
    return 0.0, 2 * (aspect + 1) - along


def _group(
    chance: np.random.Generator,
    middle: tuple[float, float],
    reach: float,
    largest: float,
    others: list[list[float]],
) -> list[list[float]]:
    """Pads about a middle: large ones first, young ones in the gaps; some lap over each other."""
    found: list[list[float]] = []
    for tried in range(TRIES):
        radius = largest * (0.18 + 0.82 * chance.random() ** (0.7 + 3.0 * tried / TRIES))
        x, y = np.array(middle) + chance.normal(0, reach * 0.52, 2) * [1.2, 0.85]
        near = np.hypot(x - middle[0], y - middle[1])
        if near > reach * 1.3:
            continue
        if all(np.hypot(x - o[0], y - o[1]) > (radius + o[2]) * 0.90 for o in [*others, *found]):
            form, turn, key, age = (
                chance.integers(PADS),
                chance.uniform(0, 6.2832),
                chance.random(),
                chance.random() ** 2.5,
            )
            found.append([float(x), float(y), float(radius), turn, float(form), 0.12, key, age])
    return found


def _flowers(
    chance: np.random.Generator, pads: list[list[float]], most: int, aspect: float, narrow: float
) -> list[list[float]]:
    """Flowers beside large pads, well inside the screen and far from each other."""
    found: list[list[float]] = []
    wanted = int(chance.integers(min(1, most), most + 1))
    for pad in sorted(pads, key=lambda pad: -pad[2] * chance.uniform(0.6, 1.0)):
        x, y = np.array(pad[:2]) + chance.normal(0, 0.45, 2) * pad[2]
        inside = 0.07 < x < aspect - 0.07 and 0.08 < y < 0.92
        if len(found) < wanted and inside and all(np.hypot(x - o[0], y - o[1]) > 0.22 for o in found):
            form, turn = PADS + int(chance.integers(FLOWERS)), chance.uniform(0, 6.2832)
            size = chance.uniform(0.046, 0.066) * narrow
            found.append([float(x), float(y), size, turn, float(form), 0.12, pad[6], chance.random()])
    return found


def _petals(chance: np.random.Generator, count: int, aspect: float) -> list[list[float]]:
    """Petals, some in loose drifts."""
    drift = chance.random((3, 2)) * [aspect, 1.0]
    found: list[list[float]] = []
    for _ in range(count):
        x, y = chance.random(2) * [aspect, 1.0]
        if chance.random() < 0.5:
            x, y = drift[int(chance.integers(3))] + chance.normal(0, 0.09, 2)
        size, turn = chance.uniform(0.0085, 0.0130), chance.uniform(0, 6.2832)
        found.append([float(x), float(y), size, turn, float(PETAL), 1.0, chance.random(), chance.random()])
    return found
