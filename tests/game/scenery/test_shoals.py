"""What stands in open water: never afloat, never on land, smaller the farther it is, and another for each seed."""

from __future__ import annotations

import numpy as np
import pytest

from game.scenery.growing.shoals import CLEAR, FORMS, Thing, Waters, shoals
from game.scenery.growing.stones import stone
from game.scenery.growing.trunks import AROUND, STEPS, trunk
from game.scenery.growing.waterside import blade, tuft
from game.scenery.layers.shallows import GROWN
from worlds.seeds import generator

SHORE = np.interp(np.linspace(0, 1, 200), [0.0, 0.4, 0.45, 1.0], [-0.09, -0.06, -0.002, -0.004])
WATERS = Waters(width=1.96, horizon=0.37, first=0.1, last=0.72, size=0.07, shore=SHORE)


def lie(seed: int, groups: int = 3, trunk_ratio: float = 0.5, waters: Waters = WATERS) -> list[Thing]:
    return shoals(generator(seed, "shoals"), waters, groups, trunk_ratio)


@pytest.mark.parametrize("seed", range(12))
def test_all_stands_in_the_water_below_the_shore(seed: int) -> None:
    for thing in lie(seed):
        assert -thing.down <= WATERS.shore_at(thing.x) - CLEAR + 1e-9
        assert thing.down <= max(0.72 * 0.37, CLEAR + 0.09) + 1e-9


@pytest.mark.parametrize("seed", range(12))
def test_painted_far_to_near(seed: int) -> None:
    downs = [thing.down for thing in lie(seed)]
    assert downs == sorted(downs)


def test_a_farther_thing_is_smaller() -> None:
    far = [t for s in range(30) for t in lie(s) if t.what == "stone" and t.down < 0.1]
    near = [t for s in range(30) for t in lie(s) if t.what == "stone" and t.down > 0.2]
    assert np.median([t.height for t in far]) < 0.6 * np.median([t.height for t in near])


def test_a_seed_has_its_own_number_of_things_at_its_own_places() -> None:
    laid = [lie(seed) for seed in range(8)]
    assert len({len(things) for things in laid}) > 3
    assert len({round(float(np.mean([t.x for t in things])), 2) for things in laid}) > 5


def test_only_so_many_seeds_have_a_trunk_and_none_asked_is_none() -> None:
    assert not any(t.what == "trunk" for seed in range(20) for t in lie(seed, trunk_ratio=0.0))
    assert any(t.what == "trunk" for seed in range(20) for t in lie(seed, trunk_ratio=1.0))
    assert lie(1, groups=0) == []


@pytest.mark.parametrize("seed", range(4))
def test_what_grows_begins_at_its_foot_and_is_about_one_high(seed: int) -> None:
    chance = generator(seed, "grown")
    for sketch in (stone(chance, 2.0), trunk(chance), tuft(chance, 0.5)):
        assert np.isfinite(sketch).all()
        assert -0.3 < sketch[..., 1].min() < 0.05
        assert 0.6 < sketch[..., 1].max() < 1.6
        assert sketch[..., 3].min() >= 0.0


def test_no_blade_is_thinner_than_what_can_be_drawn_whole() -> None:
    for seed in range(6):
        reed = blade(generator(seed, "blade"), 0.0, 0.3, 0.004, 0.5, thinnest=0.002)
        assert np.linalg.norm(reed[..., 0, :2] - reed[..., 1, :2], axis=-1).min() >= 0.002 - 1e-9


def test_stepping_stones_lie_in_knots_large_and_small() -> None:
    for seed in range(12):
        stones = FORMS["steps"](generator(seed, "steps"))
        heights = [stone.height for stone in stones]
        gaps = np.diff(np.sort([stone.x for stone in stones]))
        assert gaps.max() > 2.5 * np.median(gaps)
        assert max(heights) > 1.8 * min(heights)


@pytest.mark.parametrize("seed", range(8))
def test_a_trunk_leans_where_it_is_told_and_is_thicker_at_its_foot_than_at_its_end(seed: int) -> None:
    for side in (-1.0, 1.0):
        points = trunk(generator(seed, "trunk"), side).reshape(-1, 5)
        high, low = points[points[:, 1] > 0.85], points[np.abs(points[:, 1] - 0.1) < 0.1]
        assert np.sign(high[:, 0].mean() - low[:, 0].mean()) == side
    bark = trunk(generator(seed, "trunk"))[-2 * (AROUND - 1) * (STEPS - 1) :].reshape(
        AROUND - 1, STEPS - 1, 2, 3, 5
    )
    thick = np.linalg.norm(bark[-1, :, 0, 2, :2] - bark[0, :, 0, 0, :2], axis=-1)
    assert thick[4] > 1.4 * thick[-4]


def test_what_a_seed_has_of_trunks_leans_to_the_setting_sun() -> None:
    thing = Thing("trunk", 0.8, 0.2, 0.1)
    for sun_x in (0.2, 1.4):
        sketch = GROWN["trunk"](generator(1, "lean"), thing, 0.001, sun_x)
        tip = sketch.reshape(-1, 5)[sketch.reshape(-1, 5)[:, 1].argmax(), 0]
        assert np.sign(tip) == np.sign(sun_x - thing.x)
