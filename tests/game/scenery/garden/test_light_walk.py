"""The light shown on a garden: it comes after the hour without a leap, and arrives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.scenery.garden.light_walk import LightWalk

STEPS = 480
DT_S = 1 / 30


def walked(
    start: float, hour_of: Callable[[int], float], frames: int, bake_frames: int = 20
) -> tuple[LightWalk, float, set[int]]:
    """Follow a place of the day that is `hour_of(frame)`; returns the walk, its longest move, the steps shown."""
    now = int(start)
    walk, ready, begun, left = LightWalk(STEPS, (now, now + 1), start - now), {now, now + 1}, None, 0
    longest, shown = 0.0, set()
    for frame in range(frames):
        before = _weights(walk)
        walk.step(hour_of(frame), ready, DT_S)
        assert set(walk.pair) <= ready
        after = _weights(walk)
        longest = max([longest, *(abs(after.get(s, 0) - before.get(s, 0)) for s in {*before, *after})])
        shown |= set(after)
        wanted = walk.wanted(hour_of(frame), begun, ready)
        if wanted is None:
            continue
        if wanted != begun:
            begun, left, ready = wanted, bake_frames, set(walk.pair)
        left -= 1
        if left == 0:
            ready, begun = {*walk.pair, wanted}, None
    return walk, longest, shown


def _weights(walk: LightWalk) -> dict[int, float]:
    found = {walk.pair[0]: 1 - walk.mix, walk.pair[1]: walk.mix}
    return {step: weight for step, weight in found.items() if weight}


def test_by_the_clock_it_is_where_the_hour_is() -> None:
    walk, _, _ = walked(100.2, lambda frame: 100.2 + frame / 5400, 9000)
    assert walk.pair == (101, 102)
    assert walk.mix == pytest.approx((100.2 + 8999 / 5400) % 1, abs=1e-6)


@pytest.mark.parametrize("to", [300.6, 20.3, 101.5, 102.5, 99.7, 100.9, 479.5])
def test_after_a_leap_of_the_hour_it_arrives_softly(to: float) -> None:
    walk, longest, _ = walked(100.2, lambda _: to, 400)
    assert walk.pair == (int(to), (int(to) + 1) % STEPS)
    assert walk.mix == pytest.approx(to % 1)
    assert longest < 0.03


def test_it_keeps_near_an_hour_that_runs_faster_than_maps_can_be_made() -> None:
    walk, longest, shown = walked(100.0, lambda frame: min(100 + frame / 6, 220), 1200)
    assert len(shown) > 6
    assert longest < 0.03
    assert walk.pair == (220, 221)
