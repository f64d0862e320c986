"""The rules by which a garden is composed."""

from __future__ import annotations

import numpy as np
import pytest

from game.scenery.garden.plan import Composer, Plan, Wish
from game.scenery.garden.things import Form
from game.scenery.garden.view import WALL_M, View

SHAPES = [9 / 16, 4 / 3, 16 / 9, 32 / 9]


def compose(seed: int, aspect: float, wish: Wish | None = None) -> Plan:
    return Composer(
        np.random.default_rng(seed), View(aspect, 0.77), wish or Wish(), -1 if seed % 2 else 1
    ).compose()


@pytest.mark.parametrize("aspect", SHAPES)
def test_everything_stands_between_kerb_and_wall_and_most_of_it_in_sight(aspect: float) -> None:
    view = View(aspect, 0.77)
    for seed in range(20):
        plan = compose(seed, aspect)
        assert all(view.kerb_m < thing.z < WALL_M for thing in plan.things)
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
    plan = compose(5, 16 / 9, Wish(groups=2, basin="left", lantern=False, bushes=False, raking="circles"))
    assert plan.basin is not None
    assert plan.things[plan.basin].x < 0
    assert plan.lantern is None
    assert not [thing for thing in plan.things if thing.form is Form.BUSH]
    assert len(plan.islands) == 2
    assert plan.weave.centre is not None
