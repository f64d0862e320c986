"""The breath never jumps, follows whoever breathes with it, and leads them to a calm pace."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.journey.breath import FREE_LEVEL, STEEPEST_PER_S, Breath, Way
from game.journey.pattern import LONGEST_PHASE_S, Pattern, inside_limits

DT_S = 1 / 30


def run(breath: Breath, seconds: float, holding: bool = False, held_s: float = 0.0) -> list[float]:
    return [breath.step(DT_S, holding, held_s) for _ in range(round(seconds / DT_S))]


def in_breaths_s(breath: Breath, seconds: float) -> list[float]:
    """The times at which the pacer turns in."""
    times, before = [], breath.way
    for i in range(round(seconds / DT_S)):
        breath.step(DT_S)
        if breath.way is Way.IN and before is not Way.IN:
            times.append(i * DT_S)
        before = breath.way
    return times


def assert_smooth(levels: list[float]) -> None:
    assert all(-1e-9 <= level <= 1 + 1e-9 for level in levels)
    assert max(abs(b - a) for a, b in pairwise([*levels, levels[-1]])) <= STEEPEST_PER_S * DT_S * 1.001


def test_by_itself_it_breathes_six_times_a_minute() -> None:
    breath = Breath()
    turns = in_breaths_s(breath, 600)
    assert len(turns) == pytest.approx(60, abs=1)


def test_in_takes_four_tenths_of_the_breath() -> None:
    breath = Breath()
    run(breath, 30)
    rising = sum(breath.way is Way.IN for _ in range(300) if breath.step(DT_S) >= 0)
    assert rising == pytest.approx(120, abs=2)


def test_leading_starts_at_ten_a_minute_and_is_at_six_after_the_first_minute() -> None:
    breath = Breath()
    breath.lead()
    turns = in_breaths_s(breath, 150)
    lengths = [b - a for a, b in pairwise(turns)]
    assert 6.0 <= lengths[0] <= 7.0
    assert all(b >= a - 2 * DT_S for a, b in pairwise(lengths))
    after_a_minute = [b - a for a, b in pairwise(turns) if a > 60]
    assert after_a_minute == pytest.approx([10.0] * len(after_a_minute), abs=0.1)


def test_it_follows_a_visitor_and_leads_a_willing_one_to_six() -> None:
    breath = Breath()
    own_in, own_out = 1.8, 2.7
    for _ in range(40):
        run(breath, own_in, holding=True)
        run(breath, own_out)
        assert breath.followed
        own_in += (breath.pattern.in_s - own_in) * 0.7
        own_out += (breath.pattern.out_s - own_out) * 0.7
    assert breath.pattern.in_s == pytest.approx(4.0, abs=0.3)
    assert breath.pattern.out_s == pytest.approx(6.0, abs=0.4)


def test_an_unwilling_visitor_is_asked_for_a_little_more_and_no_further() -> None:
    breath = Breath()
    for _ in range(60):
        run(breath, 2.5, holding=True)
        run(breath, 3.5)
    assert 6.0 < breath.pattern.cycle_s < 7.2


def test_never_follows_over_breathing() -> None:
    breath = Breath()
    for _ in range(60):
        run(breath, 0.7, holding=True)
        run(breath, 0.7)
        assert breath.pattern.per_min <= 12.0 + 1e-6


def test_the_level_rises_while_held_and_falls_when_let_go() -> None:
    breath = Breath()
    run(breath, 7)
    before = breath.level
    assert run(breath, 2, holding=True)[-1] > before
    top = breath.level
    assert run(breath, 2)[-1] < top


def test_a_hold_without_end_turns_out_after_the_longest_phase() -> None:
    breath = Breath()
    levels = run(breath, LONGEST_PHASE_S - 1, holding=True)
    assert levels[-1] > 0.95
    assert run(breath, 8, holding=True)[-1] < 0.3


def test_when_the_visitor_stops_the_pacer_goes_on() -> None:
    breath = Breath()
    for _ in range(3):
        run(breath, 3, holding=True)
        run(breath, 4)
    levels = run(breath, 40)
    assert not breath.followed
    assert max(levels[-400:]) > 0.9


def test_breathe_as_you_like_rests_and_still_follows() -> None:
    breath = Breath()
    run(breath, 13)
    breath.let_be()
    assert run(breath, 15)[-1] == pytest.approx(FREE_LEVEL, abs=0.02)
    assert run(breath, 5, holding=True)[-1] > 0.9


def test_no_leading_while_breathing_as_one_likes() -> None:
    breath = Breath()
    breath.let_be()
    for _ in range(20):
        run(breath, 2.5, holding=True)
        run(breath, 3.5)
    assert breath.pattern.cycle_s == pytest.approx(6.0, abs=0.3)


HOLDS = st.lists(
    st.tuples(st.booleans(), st.floats(0.03, 20), st.sampled_from(["", "lead", "let_be"])), max_size=25
)


@given(HOLDS)
@settings(max_examples=150, deadline=None)
def test_whatever_is_held_the_breath_is_smooth_and_inside_its_limits(holds: list[tuple[bool, float, str]]) -> None:
    breath = Breath()
    levels = [breath.level]
    for holding, seconds, wish in holds:
        if wish:
            getattr(breath, wish)()
        levels += run(breath, seconds, holding, held_s=0.6)
        assert 3.0 - 1e-6 <= breath.pattern.per_min <= 12.0 + 1e-6
    assert_smooth(levels)


@given(st.floats(0, 1000), st.floats(0, 1000))
def test_any_breath_has_a_nearest_one_within_the_limits(in_s: float, out_s: float) -> None:
    pattern = inside_limits(in_s, out_s)
    assert pattern == inside_limits(pattern.in_s, pattern.out_s)


@pytest.mark.parametrize(
    "parts", [(1.0, 6.0), (13.0, 6.0), (4.0, 6.0, 8.0), (2.0, 2.0), (12.0, 12.0, 0.0), (4.0, 6.0, -1.0)]
)
def test_patterns_outside_the_limits_are_refused_in_words(parts: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match=r"[a-z]+ .*\."):
        Pattern(*parts)


def test_square_breathing_holds() -> None:
    breath = Breath(Pattern(4.0, 4.0, 4.0, 4.0))
    run(breath, 0.6)
    levels = run(breath, 16)
    assert sum(level > 0.97 for level in levels) * DT_S > 3.5
    assert_smooth(levels)
