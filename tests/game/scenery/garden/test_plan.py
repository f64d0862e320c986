"""The rules by which a garden is composed."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest

from game.scenery.garden import things
from game.scenery.garden.court import STANDPOINTS, WALL_M, court
from game.scenery.garden.plan import Composer, Plan, Wish
from game.scenery.garden.things import MOST_THINGS, Form, stone_planes
from game.scenery.garden.view import View

SHAPES = [9 / 16, 4 / 3, 16 / 9, 32 / 9]


def side(seed: int) -> int:
    return -1 if seed // 3 % 2 else 1


def view_of(seed: int, aspect: float) -> View:
    return View(aspect, 0.77, court(np.random.default_rng(seed), side(seed), seed))


def compose(seed: int, aspect: float, wish: Wish | None = None) -> Plan:
    chance = np.random.default_rng(seed)
    return Composer(chance, view_of(seed, aspect), wish or Wish(), side(seed), seed).compose()


@pytest.mark.parametrize("aspect", SHAPES)
def test_everything_stands_between_kerb_and_wall_and_most_of_it_in_sight(aspect: float) -> None:
    for seed in range(40):
        plan, view = compose(seed, aspect), view_of(seed, aspect)
        ahead = view.walls[0]
        for thing in plan.things:
            assert ahead.x * thing.x + ahead.z * thing.z > view.kerb_m
            assert view.deep(thing.x, thing.z) < WALL_M
        middles = [view.on_screen(thing.x, 0.0, thing.z)[0] for thing in plan.things if thing.form is Form.STONE]
        assert np.mean([0.0 < x < 1.0 for x in middles]) > 0.7


def test_every_garden_has_one_main_stone_taller_than_the_rest() -> None:
    for seed in range(20):
        heights = sorted(t.size[1] for t in compose(seed, 16 / 9).things if t.form is Form.STONE)
        assert heights[-1] > 0.75


def test_islands_do_not_lie_on_each_other() -> None:
    close = 0
    for seed in range(30):
        islands = compose(seed, 16 / 9).islands
        for i, a in enumerate(islands):
            close += sum(np.hypot(a.x - b.x, a.z - b.z) < 0.5 for b in islands[i + 1 :])
    assert close <= 1


def test_seeds_change_number_pattern_and_place() -> None:
    plans = [compose(seed, 16 / 9) for seed in range(40)]
    assert len({len(plan.islands) for plan in plans}) >= 3
    assert (
        len({(plan.weave.wave_m > 0, plan.weave.centre is None, plan.weave.bearing_rad == 0) for plan in plans})
        >= 3
    )
    assert {plan.basin is None for plan in plans} == {True, False}


def test_wishes_are_granted() -> None:
    plan = compose(
        5, 16 / 9, Wish(groups=2, basin="left", lantern=False, bushes=False, raking="circles", accent="none")
    )
    assert plan.basin is not None
    assert plan.things[plan.basin].x < 0
    assert plan.lantern is None
    assert not [thing for thing in plan.things if thing.form is Form.BUSH]
    assert len(plan.islands) == 2
    assert plan.weave.centre is not None


def test_seeds_that_follow_each_other_look_from_elsewhere() -> None:
    """Height of the eye, angle of the wall, veranda, side wall: any four seeds in a row differ in most of them."""
    for first in range(1, 20):
        views = [view_of(seed, 16 / 9) for seed in range(first, first + 4)]
        eyes = sorted(view.court.eye_m for view in views)
        assert eyes[-1] - eyes[0] > 0.4
        looks = {(round(v.walls[0].x, 1), len(v.walls), v.court.veranda, round(v.court.eye_m)) for v in views}
        assert len(looks) == 4


@pytest.mark.parametrize("aspect", SHAPES)
@pytest.mark.parametrize("standpoint", range(len(STANDPOINTS)))
def test_sand_fills_much_of_the_picture_and_the_wall_hides_the_worlds_horizon(
    aspect: float, standpoint: int
) -> None:
    for seed in range(standpoint, 50, len(STANDPOINTS)):
        view = view_of(seed, aspect)
        low, high = view.wall_row(view.court.top_m, WALL_M)
        assert view.world_horizon - 0.04 < low <= high < 0.93
        foot = view.wall_row(0.0, WALL_M)
        assert np.mean(foot) > 0.42
        sand = [view.on_screen(0.0, 0.0, view.nearest_z(x))[1] for x in (0.1, 0.5, 0.9)]
        assert max(sand) < 0.42


def test_no_stone_is_so_low_that_moss_leaves_slivers_of_it() -> None:
    for seed in range(12):
        stones = [thing for thing in compose(seed, 16 / 9).things if thing.form is Form.STONE]
        assert all(stone.size[1] >= min(0.38, 1.2 * stone.size[0]) for stone in stones)


class Lavish:
    """Chance that always gives the most there is."""

    def __init__(self, seed: int) -> None:
        self._chance = np.random.default_rng(seed)

    def integers(self, low: int, high: int | None = None) -> int:
        return (low if high is None else high) - 1

    def __getattr__(self, name: str) -> Any:
        return getattr(self._chance, name)


@pytest.mark.parametrize("accent", ["basin", "tree", "bridge", "steps"])
@pytest.mark.parametrize("aspect", [16 / 9, 32 / 9])
def test_no_garden_has_more_things_than_the_shaders_can_hold(accent: Any, aspect: float) -> None:
    most = 0
    for seed in range(30):
        wish = Wish(groups=5, basin="left", accent=accent)
        made = Composer(cast(np.random.Generator, Lavish(seed)), view_of(seed, aspect), wish, side(seed), seed)
        most = max(most, len(made.compose().things))
    assert 24 < most <= MOST_THINGS


def test_the_shaders_hold_as_many_things() -> None:
    shader = Path(things.__file__).parents[1] / "garden_things.glsl"
    assert f"u_near[{MOST_THINGS}]" in shader.read_text(encoding="utf-8")


def test_stepping_stones_lie_apart() -> None:
    for seed in range(20):
        steps = [t for t in compose(seed, 16 / 9, Wish(accent="steps")).things if t.form is Form.STEP]
        assert len(steps) >= 2
        for a, b in pairwise(steps):
            assert np.hypot(a.x - b.x, a.z - b.z) > 1.15 * (a.size[0] + b.size[0])


def test_no_stone_is_cut_under_at_its_foot() -> None:
    chance = np.random.default_rng(3)
    for upright in (True, False):
        planes = stone_planes(chance, upright=upright, lean_rad=0.0)
        assert (planes[:, 1] > 0.0).all()


def test_half_of_all_gardens_have_water() -> None:
    assert np.mean([compose(seed, 16 / 9).basin is not None for seed in range(28)]) >= 0.5
