"""Underwater beside what hydrophones heard (sources in the voice's docstring)."""

from __future__ import annotations

import numpy as np
import pytest

from audio.voices import bubblestrings
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


def strings(monkeypatch: pytest.MonkeyPatch, seed: int, count: int) -> list[list[tuple[int, int]]]:
    """Of so many strings, the sample at which each bubble begins, and which it is."""
    voice = build("underwater", seed, bubbles_per_min=0.0)
    assert isinstance(voice, UnderwaterVoice)
    found = list[list[tuple[int, int]]]()

    def let_go(start: int, which: int, _gain: float) -> None:
        found[-1].append((start, which))

    monkeypatch.setattr(voice._bubbles._bubbles, "let_go", let_go)
    for _ in range(count):
        found.append([])
        voice._bubbles._let_rise(0.0)
    return found


def test_bubbles_ring_between_130_and_1900_hertz() -> None:
    for wave in bubblestrings._bubbles(build("underwater", 5).setup)[:: bubblestrings._TAKES]:
        assert 130 < peak_hz(wave.astype(np.float32), 950.0, 0.95) < 1900
        assert wave.shape[1] < RATE_HZ


def test_an_opening_lets_go_one_bubble_after_another_ever_later(monkeypatch: pytest.MonkeyPatch) -> None:
    steady, later = list[float](), list[float]()
    for string in strings(monkeypatch, 6, 200):
        apart = np.diff([start for start, _ in string])
        trend = np.polyfit(np.arange(len(apart)), apart, 1)
        steady.append(float(np.std(apart - np.polyval(trend, np.arange(len(apart)))) / apart.mean()))
        later.append(float(trend[0] / apart.mean()))
        assert apart.min() > 0.01 * RATE_HZ
    assert 0.1 < np.mean(steady) < 0.35
    assert np.mean(later) > 0.02


def test_bubbles_of_a_string_are_of_about_one_size_and_strings_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = [[which // bubblestrings._TAKES for _, which in string] for string in strings(monkeypatch, 7, 100)]
    assert float(np.mean([np.std(string) for string in sizes])) < 2
    assert float(np.std([np.mean(string) for string in sizes])) > 3


def test_bubbles_stand_out_where_the_rumble_is_faint_and_melt_into_it_below() -> None:
    def kurtosis(low_hz: float, high_hz: float) -> float:
        samples = band(clip(build("underwater", 8), 40), low_hz, high_hz)
        return float((samples**4).mean() / (samples**2).mean() ** 2)

    assert kurtosis(1000, 2500) > 6
    assert kurtosis(50, 400) < 4.5


def test_what_is_deep_stands_in_the_middle_and_the_rest_all_round() -> None:
    samples = clip(build("underwater", 6), 20)
    assert side_likeness(samples, 40, 80) > 0.85
    assert abs(side_likeness(samples, 200, 1000)) < 0.3
