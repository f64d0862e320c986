"""World time, fades and leaning."""

from __future__ import annotations

from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.view.clock import LONGEST_STEP_S, Clock
from game.view.fade import Fade
from game.view.lean import Lean


def steady(step_s: float) -> Clock:
    """A clock that moves the same step at every `advance`."""
    ticks = count()
    return Clock(lambda: next(ticks) * step_s)


@given(st.lists(st.floats(-1e6, 1e6), max_size=60))
def test_whatever_the_machine_s_time_does_world_time_only_creeps_forward(jumps: list[float]) -> None:
    now = [0.0]
    clock = Clock(lambda: now[0])
    before = clock.t_s
    for jump in jumps:
        now[0] += jump
        clock.advance()
        assert before <= clock.t_s <= before + LONGEST_STEP_S
        before = clock.t_s


def test_it_keeps_time() -> None:
    clock = steady(0.05)
    for _ in range(100):
        clock.advance()
    assert clock.t_s == pytest.approx(5.0)


def test_it_rests_and_wakes_softly() -> None:
    clock = steady(0.1)
    clock.rest()
    assert [clock.advance() for _ in range(5)] == [0.0] * 5
    clock.wake()
    steps = [clock.advance() for _ in range(30)]
    assert steps[0] < 0.02
    assert all(b >= a - 1e-9 for a, b in pairwise(steps))
    assert steps[-1] == pytest.approx(0.1)


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0.2, 5), st.integers(0, 60)), max_size=8))
def test_a_fade_sent_elsewhere_on_the_way_never_jumps(journeys: list[tuple[float, float, int]]) -> None:
    fade = Fade()
    for goal, seconds, steps in journeys:
        fade.send(goal, seconds)
        for _ in range(steps):
            before = fade.level
            fade.step(1 / 30)
            assert abs(fade.level - before) <= 1.5 / 30 / seconds + 1e-9
            assert 0.0 <= fade.level <= 1.0


def test_a_fade_arrives_in_time() -> None:
    fade = Fade()
    fade.send(1.0, 3.0)
    for _ in range(89):
        fade.step(1 / 30)
    assert not fade.done
    fade.step(1 / 30 + 1e-6)
    assert fade.done
    assert fade.level == 1.0


def test_leaning_follows_the_pointer_softly_and_comes_back() -> None:
    lean = Lean()
    lean.aim(1.0, 0.0)
    ways = [lean.step(1 / 30) for _ in range(150)]
    assert ways[0][0] < 0.03
    assert ways[-1] == pytest.approx((1.0, -1.0), abs=0.01)
    lean.level()
    for _ in range(150):
        lean.step(1 / 30)
    assert lean.now == pytest.approx((0.0, 0.0), abs=0.01)
