"""Rings on water come from the list of touches alone."""

from __future__ import annotations

import pytest

from game.scenery.ripples import LIFE_S, MOST, on_water, rings
from game.scenery.touches import TouchEvent

HORIZON = 0.37


def drag(start_s: float = 0.0, count: int = 60, stroke: int = 1) -> list[TouchEvent]:
    return [
        TouchEvent("move" if i else "press", 0.2 + 0.005 * i, 0.2, start_s + i / 60, stroke) for i in range(count)
    ]


def test_a_press_makes_one_ring_with_its_age() -> None:
    found = rings([TouchEvent("press", 0.4, 0.2, 3.0, 1), TouchEvent("release", 0.4, 0.2, 3.1, 1)], 5.0, HORIZON)
    assert found.shape == (1, 4)
    assert found[0, :3].tolist() == pytest.approx([0.4, 0.2, 2.0])


def test_a_drag_leaves_a_wake_of_smaller_rings() -> None:
    found = rings(drag(), 1.0, HORIZON)
    assert 4 <= len(found) <= 10
    assert sorted(found[:, 3])[-1] > 1.5 * sorted(found[:, 3])[-2]


def test_the_rings_of_a_wake_stay_the_same_while_older_ones_vanish() -> None:
    touches = drag(count=600)
    early = {round(float(x), 4) for x in rings(touches, 9.99, HORIZON)[:, 0]}
    late = {round(float(x), 4) for x in rings(touches, 12.0, HORIZON)[:, 0]}
    assert late <= early | {round(t.x, 4) for t in touches if t.t_s > 9.99}


def test_old_touches_and_those_to_come_make_none() -> None:
    tap = [TouchEvent("press", 0.4, 0.2, 3.0, 1), TouchEvent("release", 0.4, 0.2, 3.1, 1)]
    assert len(rings(tap, 3.0 + LIFE_S + 0.1, HORIZON)) == 0
    assert len(rings(tap, 2.9, HORIZON)) == 0


def test_never_more_rings_than_the_buffer_holds() -> None:
    many = [TouchEvent("press", 0.5, 0.1, i / 100, i) for i in range(300)]
    assert len(rings(many, 3.0, HORIZON)) == MOST


def test_a_touch_above_the_water_is_answered_where_it_is_mirrored() -> None:
    assert on_water(0.5, HORIZON) == pytest.approx(0.24)
    assert 0.0 < on_water(1.0, HORIZON) < HORIZON
    assert on_water(0.1, HORIZON) == 0.1


def test_a_pointer_held_still_makes_another_ring_now_and_then_until_it_is_let_go() -> None:
    press, release = TouchEvent("press", 0.4, 0.2, 0.0, 1), TouchEvent("release", 0.4, 0.2, 6.0, 1)
    assert len(rings([press], 5.5, HORIZON)) == 3
    assert len(rings([press, release], 9.9, HORIZON)) == 1
    assert len(rings([press], 5.5, HORIZON)) == len(rings([press, release], 5.5, HORIZON))
