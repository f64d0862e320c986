"""Waves by their number: the same for whoever asks, irregular, in sets."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from worlds.swell import HIGHEST, LOWEST, _risen, wave, waves_about


def heights(set_ratio: float, count: int = 3000) -> list[float]:
    return [wave(1, n, 9.0, set_ratio).height for n in range(count)]


def test_a_moment_asked_for_again_has_the_same_waves() -> None:
    first = waves_about(3, 864_000.5, 9.0, 0.5, 3, 5)
    wave.cache_clear()
    assert waves_about(3, 864_000.5, 9.0, 0.5, 3, 5) == first
    assert len(first) == 8


def test_the_waves_about_a_moment_have_come_and_will_come() -> None:
    for t_s in (0.0, 33.3, 50_000.1):
        about = waves_about(2, t_s, 9.0, 0.5, 3, 5)
        assert about[1].at_s < t_s < about[4].at_s
        assert all(a.at_s < b.at_s for a, b in pairwise(about))


def test_waves_come_in_the_time_asked_for_give_or_take_a_fifth() -> None:
    waits = np.diff([wave(1, n, 9.0, 0.5).at_s for n in range(3000)])
    assert waits.mean() == pytest.approx(9.0, rel=0.01)
    assert 0.15 < waits.std() / waits.mean() < 0.25
    assert waits.min() > 0.3 * 9.0


def test_heights_are_a_rayleigh_variable() -> None:
    plain = np.array(heights(0.0))
    assert plain.mean() == pytest.approx(1.0, rel=0.05)
    assert 0.42 < plain.std() / plain.mean() < 0.54
    assert plain.min() >= LOWEST
    assert plain.max() <= HIGHEST


def test_higher_waves_come_together_in_sets() -> None:
    def likeness(set_ratio: float) -> float:
        found = heights(set_ratio)
        return float(np.corrcoef(found[:-1], found[1:])[0, 1])

    assert abs(likeness(0.0)) < 0.05
    assert likeness(1.0) > 0.12


def test_another_seed_has_other_waves() -> None:
    assert wave(1, 5, 9.0, 0.5) != wave(2, 5, 9.0, 0.5)


def test_sets_are_one_to_three_minutes_apart() -> None:
    risen = [wave(4, n, 8.0, 1.0).at_s for n in range(3000) if _risen(4, n) > 0.5 >= _risen(4, n - 1)]
    assert 60 < np.diff(risen).mean() < 180
