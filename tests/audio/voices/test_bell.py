"""The temple bell's modes stand as measured ones do, breathe slowly, and go one after another."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.notes import at_once
from audio.voice import Note
from audio.voices.bell import RATIOS
from tests.audio.voices.measure import band, centroid_hz, cents, modulation_peak_hz, peak_hz, rms, t60_s
from tests.tools.voice_clip import build, clip


def struck(hz: float, seconds: float, strength: float = 0.6, **fields: object) -> NDArray[np.float32]:
    return clip(build("bell", 2, **fields), seconds, notes=at_once(Note(hz, strength)))


@pytest.mark.parametrize(("hz", "lowest_hz"), [(110.0, 110.0), (440.0, 110.0), (660.0, 165.0), (180.0, 180.0)])
def test_it_is_low_and_in_tune_whatever_the_note(hz: float, lowest_hz: float) -> None:
    found = peak_hz(struck(hz, 8, beat_hz=0.1)[:, 9600:], lowest_hz)
    assert abs(cents(found, lowest_hz)) < 3


def test_its_modes_stand_where_measured_ones_do() -> None:
    samples = struck(110.0, 3, beam_ms=50.0)
    for ratio in RATIOS[:5]:
        assert peak_hz(samples[:, 2400:72000], 110.0 * ratio, 0.02) == pytest.approx(110.0 * ratio, rel=0.01)


@pytest.mark.parametrize("beat_hz", [0.35, 0.8])
def test_its_lowest_mode_breathes_as_often_as_told(beat_hz: float) -> None:
    level = band(struck(110.0, 30, beat_hz=beat_hz, ring_s=80.0), 100, 120)[24000:]
    assert modulation_peak_hz(level, 0.2, 1.5, 0.02) == pytest.approx(beat_hz, rel=0.1)


def test_its_modes_go_one_after_another_and_the_lowest_stays() -> None:
    samples = struck(110.0, 24, ring_s=40.0, beat_hz=1.0)
    lowest = t60_s(band(samples, 95, 125), 2.0, 23.0)
    second = t60_s(band(samples, 270, 310), 1.0, 16.0)
    third = t60_s(band(samples, 520, 560), 0.3, 5.0)
    assert 36.0 < lowest < 54.0
    assert 15.0 < second < 30.0
    assert third < 0.5 * second


def test_a_soft_beam_is_darker() -> None:
    hard, soft = (struck(110.0, 3, beam_ms=ms) for ms in (50.0, 200.0))
    assert centroid_hz(hard) > 1.15 * centroid_hz(soft)
    assert rms(band(hard, 500, 2000)) > 2.0 * rms(band(soft, 500, 2000))
