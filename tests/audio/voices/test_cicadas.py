"""Cicadas ring at the pitch of their kind, click as often as was counted, and want the sun's warmth."""

from __future__ import annotations

import numpy as np
import pytest

from tests.audio.voices.measure import band, envelope, modulation_peak_hz, peak_hz, rms
from tests.tools.voice_clip import BLOCK, build, clip
from worlds.signals import Signals

NOON = Signals(hour=13.0, daylight=1.0, warmth=0.5)
ALONE = {"temperature_c": 28.0, "activity_ratio": 1.0, "chorus_ratio": 0.0}


@pytest.mark.parametrize(("species", "hz"), [("ash", 5000), ("greengrocer", 4300)])
def test_each_rings_at_its_pitch(species: str, hz: float) -> None:
    samples = clip(build("cicadas", 3, species=[species], **ALONE), 20)
    assert peak_hz(samples, hz, 0.2) == pytest.approx(hz, rel=0.08)
    assert rms(band(samples, 0.7 * hz, 1.4 * hz)) > 0.8 * rms(samples.mean(axis=0))


def test_the_giant_rasps_and_then_whistles_at_2240_hz_in_330_pulses_a_second() -> None:
    mono = clip(build("cicadas", 3, species=["giant"], **ALONE), 60).mean(axis=0)
    parts = mono[: len(mono) // 48000 * 48000].reshape(-1, 48000)
    loud = [part for part in parts if rms(part) > 0.6 * max(map(rms, parts))]
    found = [modulation_peak_hz(part, 250, 420, 0.0005) for part in loud]
    whistling = [part for part, hz in zip(loud, found, strict=True) if hz == pytest.approx(330, rel=0.06)]
    assert len(whistling) >= 8
    assert np.median([peak_hz(part, 2240.0, 0.15) for part in whistling]) == pytest.approx(2240, rel=0.1)
    rasping = [part for part in parts if modulation_peak_hz(part, 10, 60) == pytest.approx(22, rel=0.12)]
    assert len(rasping) >= 5


def test_ash_cicadas_scrape_some_five_times_a_second() -> None:
    mono = band(clip(build("cicadas", 3, species=["ash"], **ALONE), 30), 3500, 7000)
    assert 4.5 < modulation_peak_hz(mono, 2.0, 12.0, 0.005) < 6.5


def test_they_sing_faster_when_it_is_hot() -> None:
    mild, hot = (
        modulation_peak_hz(
            band(clip(build("cicadas", 3, species=["ash"], **{**ALONE, "temperature_c": degrees}), 30), 3500, 7000),
            2.0,
            12.0,
            0.005,
        )
        for degrees in (24.0, 36.0)
    )
    assert hot / mild == pytest.approx(1.16 / 0.92, rel=0.06)


def test_they_are_silent_in_the_cold_and_at_night() -> None:
    warm = rms(clip(build("cicadas", 4), 12, lambda _: NOON))
    assert rms(clip(build("cicadas", 4, temperature_c=15.0), 12, lambda _: NOON)) == 0.0
    assert rms(clip(build("cicadas", 4), 12, lambda _: Signals(daylight=0.0, hour=0.0))) == 0.0
    assert warm > 0.02


def test_near_singers_rest_between_bouts() -> None:
    level = envelope(
        clip(build("cicadas", 5, species=["ash"], **{**ALONE, "activity_ratio": 0.4}), 120).mean(axis=0), 0.5
    )
    assert 0.05 < (level < 0.05 * level.max()).mean() < 0.7


@pytest.mark.parametrize("species", ["ash", "giant", "greengrocer"])
def test_a_click_goes_on_unchanged_into_the_next_block(species: str) -> None:
    mono = clip(build("cicadas", 3, species=[species], **ALONE), 30).mean(axis=0)
    sharp = np.square(np.diff(mono, 4))
    border = np.arange(BLOCK, len(mono) - BLOCK, BLOCK)
    borders = np.concatenate([sharp[border + away] for away in (-4, -3, -2, -1)])
    assert borders.mean() < 1.6 * sharp.mean()
