"""Underwater beside what hydrophones heard (sources in the voice's docstring)."""

from __future__ import annotations

import numpy as np
import pytest

from audio.voices.underwater import UnderwaterVoice
from tests.audio.voices.measure import (
    RATE_HZ,
    band,
    decibels,
    envelope,
    octave_levels_db,
    peak_hz,
    rms,
    side_likeness,
)
from tests.tools.voice_clip import build, clip


def test_the_open_sea_falls_by_five_decibels_an_octave_above_500_hertz() -> None:
    levels = octave_levels_db(clip(build("underwater", clear_ratio=1.0, bubbles_per_min=0.0), 15), 500.0, 6)
    slope = float(np.polyfit(np.arange(6), levels, 1)[0])
    # The last octave ends at 17 kHz, where noise does.
    assert slope == pytest.approx(-5.0, abs=0.7)


def test_below_100_hertz_it_lies_nearly_flat() -> None:
    levels = octave_levels_db(clip(build("underwater", bubbles_per_min=0.0), 15), 62.5, 2)
    assert abs(levels[1] - levels[0]) < 6


def test_muffled_water_lets_no_highs_through() -> None:
    samples = clip(build("underwater", clear_ratio=0.0), 15)
    assert decibels(rms(band(samples, 100, 500)) / rms(band(samples, 2500, 12000))) > 30


@pytest.mark.parametrize(("wind_m_s", "wanted_db"), [(0.9, 50.0), (2.5, 55.0), (6.7, 64.5), (9.4, 66.5)])
def test_wind_raises_one_kilohertz_as_wenz_has_it(wind_m_s: float, wanted_db: float) -> None:
    def level(wind: float) -> float:
        samples = clip(build("underwater", 2, clear_ratio=1.0, bubbles_per_min=0.0, wind_m_s=wind), 20)
        return decibels(rms(band(samples, 700, 1400)))

    assert level(wind_m_s) - level(4.4) == pytest.approx(wanted_db - 61.5, abs=1.5)


def test_wind_raises_the_rumble_less() -> None:
    calm, fresh = (clip(build("underwater", 3, bubbles_per_min=0.0, wind_m_s=wind), 15) for wind in (0.0, 9.4))
    assert decibels(rms(band(fresh, 40, 120)) / rms(band(calm, 40, 120))) < 7


def test_bubbles_rise_in_strings_as_often_as_asked() -> None:
    samples = clip(build("underwater", 4, bubbles_per_min=12.0), 120)
    # Their wakes of fine bubbles are all there is at 6 kHz.
    level = envelope(band(samples, 5500, 7500), 0.25)
    heard = level > 0.2 * level.max()
    begun = np.flatnonzero(heard[1:] & ~heard[:-1])
    strings = 1 + int(np.sum(np.diff(begun) > 4))
    assert 12 < strings < 36
    assert rms(band(clip(build("underwater", 4, bubbles_per_min=0.0), 20), 5500, 7500)) < 0.05 * level.max()


def test_bubbles_ring_between_200_and_1900_hertz() -> None:
    voice = build("underwater", 5, bubbles_per_min=0.0)
    clip(voice, 0.1)
    assert isinstance(voice, UnderwaterVoice)
    for _ in range(8):
        voice._let_rise()
    buffer = voice._bubbles._buffer.reshape(-1, 2).T
    assert 200 < peak_hz(buffer.astype(np.float32), 950.0, 0.95) < 1900
    assert len(buffer[0]) < 2 * RATE_HZ


def test_what_is_deep_stands_in_the_middle_and_the_rest_all_round() -> None:
    samples = clip(build("underwater", 6), 20)
    assert side_likeness(samples, 40, 80) > 0.85
    assert abs(side_likeness(samples, 200, 1000)) < 0.3
