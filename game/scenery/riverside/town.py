"""A whole town, put together by the seed."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.scenery.riverside.banks import Feet, boats, posts, quays, steps, trees
from game.scenery.riverside.bridges import bridges
from game.scenery.riverside.houses import build, row_of_houses
from game.scenery.riverside.mesh import Mesh
from game.scenery.riverside.pagoda import pagoda
from game.scenery.riverside.plan import Array, Plan, shore

PAGODA_RATIO = 0.8
"""How many seeds have a pagoda."""


@dataclass(frozen=True)
class Town:
    """What is baked: corners of triangles by material, and the line where the water ends."""

    surfaces: dict[str, NDArray[np.float32]]
    shore: Array


def town(plan: Plan, chance: np.random.Generator) -> Generator[None, None, Town]:
    """Build it, a few milliseconds a step."""
    mesh = Mesh(plan.eye_m)
    feet: Feet = yield from quays(mesh, plan)
    yield
    houses = []
    for side in (-1, 1):
        for house in row_of_houses(plan, side, chance):
            build(mesh, house, chance)
            houses.append(house)
            yield
    trees(mesh, plan, houses, chance)
    for part in (bridges, boats, steps, posts):
        feet += part(mesh, plan, chance)
        yield
    if chance.random() < PAGODA_RATIO:
        pagoda(mesh, plan, chance)
    surfaces = {}
    for material in mesh.materials:
        yield
        surfaces[material] = mesh.surface(material)
    return Town(surfaces, shore(plan, feet))
