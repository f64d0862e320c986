"""Hour, stir and weather: eased, bounded, and the same for the same seed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.signals.hour import FASTEST_HOURS_PER_S, HourHand, running_from
from game.signals.stir import Stir
from worlds.weather import SLOW_SIGNALS, Slow, level, weather


def around(a: float, b: float) -> float:
    """How far apart two hours are on the dial."""
    return abs((a - b + 12) % 24 - 12)


def test_it_starts_on_time_and_stays_there() -> None:
    hand = HourHand(lambda: 18.5)
    assert hand.hour == 18.5
    assert hand.step(0.03) == 18.5


@given(st.floats(0, 24, exclude_max=True), st.floats(0, 24, exclude_max=True))
def test_a_clock_set_to_any_other_time_is_followed_without_a_leap(before: float, after: float) -> None:
    shown = [before]
    hand = HourHand(lambda: shown[0])
    hours = [hand.hour]
    shown[0] = after
    hours += [hand.step(0.1) for _ in range(1200)]
    assert around(hours[-1], after) < 0.01
    assert all(around(a, b) <= FASTEST_HOURS_PER_S * 0.1 + 1e-9 for a, b in pairwise(hours))
    assert all(0 <= hour < 24 for hour in hours)


def test_over_midnight_it_takes_the_short_way() -> None:
    shown = [23.9]
    hand = HourHand(lambda: shown[0])
    shown[0] = 0.1
    hours = [hand.step(0.1) for _ in range(600)]
    assert all(hour > 23 or hour < 1 for hour in hours)


def test_a_set_hour_runs_on_with_time() -> None:
    now = [100.0]
    read = running_from(23.5, lambda: now[0])
    now[0] += 3600.0
    assert read() == pytest.approx(0.5)


def test_stir_rises_fast_and_falls_slowly() -> None:
    stir = Stir()
    for _ in range(20):
        stir.moved(0.05)
        stir.step(1 / 30)
    assert stir.level > 0.8
    for _ in range(60):
        stir.step(1 / 30)
    assert 0.5 < stir.level < 0.9
    for _ in range(1200):
        stir.step(1 / 30)
    assert stir.level < 0.01


def test_a_press_stirs_and_a_paused_world_does_not() -> None:
    stir = Stir()
    stir.pressed()
    assert stir.step(0.0) == 0.0
    assert stir.step(0.1) > 0.2


@given(st.integers(0, 2**63), st.floats(0, 1e8), st.sampled_from(SLOW_SIGNALS))
def test_weather_stays_inside_and_moves_slowly_even_after_years(seed: int, t_s: float, name: Slow) -> None:
    here, soon = level(seed, name, t_s), level(seed, name, t_s + 0.04)
    assert 0.0 <= here <= 1.0
    assert abs(soon - here) < 0.02


def test_weather_is_the_same_for_a_seed_and_another_for_another() -> None:
    assert weather(4, 1234.5) == weather(4, 1234.5)
    assert weather(4, 1234.5) != weather(5, 1234.5)


@pytest.mark.parametrize("name", SLOW_SIGNALS)
def test_weather_uses_most_of_its_range(name: Slow) -> None:
    levels = [level(1, name, t * 5.0) for t in range(2000)]
    assert min(levels) < 0.2
    assert max(levels) > 0.8
