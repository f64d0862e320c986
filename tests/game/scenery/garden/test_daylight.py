"""Where the light on a garden comes from: never over a near side wall, never ahead."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.scenery.garden.daylight import to_light
from game.scenery.light import light_at
from worlds.catalogue import find
from worlds.format.light import Light
from worlds.reading import read_world

HOURS = [6.8 + 0.5 * step for step in range(23)]


@pytest.fixture(scope="module")
def light() -> Light:
    entry = find("zen_garden")
    assert entry is not None
    return read_world(entry.folder).light


@pytest.mark.parametrize("side", [-1.0, 1.0])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_low_sun_is_never_behind_a_side_wall(light: Light, side: float, seed: int) -> None:
    for hour in HOURS:
        x, _, z = to_light(light_at(light, hour, seed), light.sun_top_ratio, side)
        assert x * side < -0.6 * z, "the wall's shade stays in a strip along its foot"


@pytest.mark.parametrize("side", [-1.0, 0.0, 1.0])
def test_it_shines_from_behind_the_eye_and_turns_without_a_leap(light: Light, side: float) -> None:
    found = [to_light(light_at(light, 6.0 + 0.05 * step, 1), light.sun_top_ratio, side) for step in range(250)]
    assert all(z < 0.0 for _, _, z in found)
    for a, b in pairwise(found):
        assert sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5 < 0.05
