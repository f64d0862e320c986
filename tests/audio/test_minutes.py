"""The meters that days and campaigns are judged by see what they are for."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import numpy as np
import pyloudnorm
import pytest
from numpy.typing import NDArray

from audio.dsp.modes import Modes
from audio.voice import BLOCK, SAMPLE_RATE_HZ
from tests.audio.limits import levels
from tests.audio.minutes import MINUTE, THIRDS_HZ, Minute, minute, turns
from tests.tools.day import compared

TONE_HZ, DAY = 1000.0, 24 * 3600 * SAMPLE_RATE_HZ
Sound = NDArray[np.float32]


def noise(seconds: float, seed: int = 1) -> Sound:
    return np.random.default_rng(seed).standard_normal((2, round(seconds * SAMPLE_RATE_HZ))).astype(np.float32)


def cut(sound: Sound) -> Iterator[Sound]:
    for start in range(0, sound.shape[1] - BLOCK + 1, BLOCK):
        yield sound[:, start : start + BLOCK]


@cache
def heard(slip: int = 0, gain: float = 1.0, seed: int = 1) -> Minute:
    """A minute of noise that begins a day on, with a soft tone that has slipped by so many samples."""
    length = MINUTE * BLOCK
    at = np.arange(length) + slip
    tone = 0.003 * np.sin(2 * np.pi * (TONE_HZ * at / SAMPLE_RATE_HZ % 1.0))
    return minute(cut(gain * 0.05 * noise(length / SAMPLE_RATE_HZ, seed) + tone), DAY, [(0, TONE_HZ), (1, TONE_HZ)])


def test_where_a_tone_is_after_a_month_is_counted_exactly() -> None:
    assert turns(1000.0, 30 * DAY + 12) == 0.25
    assert turns(0.1, 30 * DAY) == pytest.approx(0.0, abs=1e-6)


def test_minutes_a_day_apart_that_are_alike_are_found_alike() -> None:
    found = compared([heard(seed=seed) for seed in range(4)], [heard(seed=seed) for seed in range(4, 8)])
    assert found.wrong == []
    assert abs(found.drift_rad) < 0.02


def test_one_lost_sample_a_louder_third_and_another_level_show() -> None:
    first = [heard(seed=seed) for seed in range(4)]
    assert compared(first, [heard(1, seed=seed) for seed in range(4, 8)]).wrong == ["phase"]
    assert "level" in compared(first, [heard(gain=1.6, seed=seed) for seed in range(4, 8)]).wrong
    louder = np.where(np.arange(len(THIRDS_HZ)) == 5, 3.0, 0.0)
    later = [heard(seed=seed) for seed in range(4, 8)]
    found = compared(first, [replace(one, thirds_db=one.thirds_db + louder) for one in later])
    assert found.wrong == ["spectrum"]
    assert found.third_hz == pytest.approx(THIRDS_HZ[5])


def test_steady_modes_keep_pitch_phase_and_height() -> None:
    """Five minutes; what is off grows with the time at most, so after a day it is 288 times as much."""
    modes, hz = Modes(4, SAMPLE_RATE_HZ, BLOCK), np.array([55.0, 197.3, 1000.0, 4321.7])
    modes.tune(slice(0, 4), hz, np.inf)
    modes.strike(slice(0, 4), np.ones(4, complex))
    out, count = np.zeros((2, BLOCK), np.float32), 7032
    for _ in range(count):
        modes.render(out)
    exact = np.exp(2j * np.pi * np.array([turns(float(each), count * BLOCK) for each in hz]))
    np.testing.assert_allclose(modes._state, exact, atol=1e-8)


def test_levels_are_those_of_another_meter() -> None:
    sound = 0.02 * noise(40.0)
    sound[:, sound.shape[1] // 2 :] *= 2.0
    found = levels(cut(sound), SAMPLE_RATE_HZ)
    other = pyloudnorm.Meter(SAMPLE_RATE_HZ).integrated_loudness(sound.T.astype(np.float64))
    assert found.loudness_lufs == pytest.approx(other, abs=0.1)
    assert found.range_lu == pytest.approx(20 * math.log10(2.0), abs=0.3)
    assert found.loudest_lufs == pytest.approx(found.loudness_lufs + 2.0, abs=0.3)


def test_a_peak_between_samples_and_an_offset_show() -> None:
    at = np.arange(20 * SAMPLE_RATE_HZ)
    between = 0.7 * np.sin(np.pi * (at / 2.0 + 0.25))
    sound = np.stack([between, between]).astype(np.float32) + np.float32(0.002)
    found = levels(cut(sound), SAMPLE_RATE_HZ)
    assert found.peak_dbtp == pytest.approx(20 * math.log10(0.7), abs=0.1)
    assert found.offset_db == pytest.approx(-54.0, abs=0.1)
    assert {"offset", "loudness"} <= set(found.misses)


def test_what_is_no_number_is_told() -> None:
    sound = noise(5.0)
    sound[0, 999] = np.nan
    with pytest.raises(ValueError, match="no number"):
        levels(cut(sound), SAMPLE_RATE_HZ)
