"""A visit arrives, settles, deepens, returns and fades, without a jump."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.journey.visit import FADE_S, LENGTHS_MIN, Stage, Visit

MINUTES = st.floats(0.5, 180)


@pytest.mark.parametrize("minutes", LENGTHS_MIN)
def test_the_stages_come_in_order(minutes: int) -> None:
    visit = Visit(minutes)
    stages = [visit.stage(t) for t in range(int(visit.end_s) + 2)]
    assert [a for a, b in pairwise([*stages, None]) if a is not b] == list(Stage)


@given(MINUTES)
def test_settle_starts_and_ends_at_nothing_and_rests_at_full(minutes: float) -> None:
    visit = Visit(minutes)
    assert visit.settle(0.0) == 0.0
    assert visit.settle(visit.end_s) == 0.0
    assert visit.settle(0.7 * visit.length_s) == 1.0


@given(MINUTES)
def test_settle_never_jumps(minutes: float) -> None:
    visit = Visit(minutes)
    steps = 8000
    levels = [visit.settle(visit.end_s * i / steps) for i in range(steps + 1)]
    assert max(abs(b - a) for a, b in pairwise(levels)) < 0.02


def test_picture_and_sound_stay_until_the_end_bell_and_fade_over_thirty_seconds() -> None:
    visit = Visit(3)
    assert visit.light(180.0) == 1.0
    assert 0.4 < visit.light(195.0) < 0.6
    assert visit.light(180.0 + FADE_S) == 0.0


def test_each_bell_rings_once_however_the_frames_fall() -> None:
    visit = Visit(0.5)
    rung, before = [], -1.0
    for i in range(2000):
        now = i * 0.0331
        rung += list(visit.bells_between(before, now))
        before = now
    assert [bell.at_s for bell in rung] == [0.0, 30.0]


@pytest.mark.parametrize("minutes", [0.0, -3.0, 181.0, float("nan")])
def test_lengths_nobody_could_mean_are_refused(minutes: float) -> None:
    with pytest.raises(ValueError, match="minutes"):
        Visit(minutes)
