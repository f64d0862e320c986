"""The scale settles in one jump where the frame rate holds, and stays."""

from __future__ import annotations

import random

import pytest

from game.view.pace import SCALES, SMALLEST_HEIGHT_PX, WINDOW, Pace

BUDGET_MS = 26.0


def play(pace: Pace, full_cost_ms: float, frames: int, noise: float = 0.0, seed: int = 1) -> list[float]:
    """Draw frames on a machine where a full-size frame costs so much; returns the scales it changed to."""
    chance, changes = random.Random(seed), []
    for _ in range(frames):
        cost_ms = 0.15 * full_cost_ms + 0.85 * full_cost_ms * pace.scale**2
        change = pace.frame(cost_ms * (1 + noise * chance.random() ** 3))
        if change is not None:
            changes.append(change)
    return changes


@pytest.mark.parametrize("full_cost_ms", [28.0, 40.0, 55.0, 90.0])
def test_too_slow_is_mended_within_a_second_in_one_or_two_jumps(full_cost_ms: float) -> None:
    pace = Pace(BUDGET_MS, 1080)
    changes = play(pace, full_cost_ms, 3 * WINDOW)
    assert len(changes) <= 2
    assert (0.15 + 0.85 * pace.scale**2) * full_cost_ms <= BUDGET_MS * 1.12


def test_a_quick_machine_is_left_alone() -> None:
    assert play(Pace(BUDGET_MS), 10.0, 2000) == []


@pytest.mark.parametrize("full_cost_ms", [24.0, 27.0, 30.0, 33.0, 36.0, 45.0, 60.0])
def test_it_does_not_swing_on_a_noisy_machine(full_cost_ms: float) -> None:
    changes = play(Pace(BUDGET_MS, 1080), full_cost_ms, 30 * 60 * 10, noise=0.6)
    assert len(changes) <= 7


def test_it_comes_back_when_the_machine_is_free_again() -> None:
    pace = Pace(BUDGET_MS, 1080)
    play(pace, 60.0, 200)
    assert pace.scale < 0.7
    play(pace, 8.0, 3000)
    assert pace.scale == 1.0


@pytest.mark.parametrize(("height_px", "least"), [(240, 1.0), (720, 0.4), (1080, 0.333), (2160, 0.25)])
def test_never_softer_than_the_eye_forgives(height_px: int, least: float) -> None:
    pace = Pace(BUDGET_MS, height_px)
    play(pace, 5000.0, 500)
    assert pace.scale == least
    assert pace.scale * height_px >= SMALLEST_HEIGHT_PX or pace.scale == 1.0


def test_the_scale_to_begin_with_goes_both_ways() -> None:
    pace = Pace(BUDGET_MS, 1080)
    assert pace.best(60.0) < 0.7
    pace.settle(0.5)
    assert pace.best(5.0) > 0.9
    pace.settle(0.8)
    assert pace.best(BUDGET_MS) == 0.8


def test_an_unusual_moment_is_forgotten() -> None:
    pace = Pace(BUDGET_MS)
    for _ in range(50):
        for _ in range(WINDOW - 1):
            assert pace.frame(500.0) is None
        pace.forget()


def test_scales_fall() -> None:
    assert list(SCALES) == sorted(SCALES, reverse=True)
