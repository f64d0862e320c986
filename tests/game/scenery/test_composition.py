"""Seeds compose: where the light stands, how high the horizon lies, how near the peak is."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from game.scenery.horizon import horizon_at
from game.scenery.layers.ridges import proportions
from game.scenery.light import sun_path
from game.scenery.terrain import RangeShape, range_mesh
from worlds.format.light import Light
from worlds.format.world import Camera
from worlds.seeds import generator, spread

LIGHT = Light(sunset_x_ratio=0.66, seed_shift_ratio=0.2, seed_mirror=True)


def test_seeds_one_after_another_differ_widely() -> None:
    for name in ("horizon", "light", "branch"):
        values = [spread(seed, name) for seed in range(200)]
        assert all(0.0 <= value < 1.0 for value in values)
        assert min(abs(a - b) for a, b in pairwise(values)) > 0.1
        assert np.histogram(values, 10, (0, 1))[0].min() >= 15


def test_the_horizon_moves_with_the_seed_and_keeps_its_limits() -> None:
    camera = Camera(horizon_ratio=0.37, seed_shift_ratio=0.055)
    found = [horizon_at(camera, seed) for seed in range(40)]
    assert min(found) >= 0.37 - 0.055
    assert max(found) <= 0.37 + 0.055
    assert np.ptp(found) > 0.09
    assert horizon_at(Camera(horizon_ratio=0.37), 5) == 0.37
    assert horizon_at(Camera(horizon_ratio=0.06, seed_shift_ratio=0.2), 5) >= 0.05


def test_the_sun_sets_left_right_and_between() -> None:
    found = [sun_path(LIGHT, seed).set_x for seed in range(1, 13)]
    assert all(0.1 < x < 0.9 for x in found)
    assert np.histogram(found, 3, (0.1, 0.9))[0].min() >= 2


def test_the_peak_stands_near_the_sunset_or_far_from_it() -> None:
    away = []
    for seed in range(16):
        mesh = range_mesh(RangeShape(1.78, 0.35, 3, 0.8, 0.7, 0.45 * 1.78), 60, 300, generator(seed, "range"))
        away.append(abs(float(np.argmax(mesh[..., 1].max(axis=0))) / 300 - 0.45))
    assert min(away) < 0.3
    assert max(away) > 0.38


@pytest.mark.parametrize("aspect", [0.5, 0.5625, 0.75, 1.0])
def test_upright_screens_squeeze_mountains_both_ways(aspect: float) -> None:
    width, squeeze = proportions(aspect)
    assert squeeze == pytest.approx(aspect / width)
    assert proportions(2.4)[1] == 1.0
