"""The cat purrs as cats were measured: its beats, its two ways of breathing, its answer to a hand."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.voice import Note
from tests.audio.voices.measure import Samples, band, decibels, envelope, modulation_peak_hz, rms
from tests.tools.voice_clip import build, clip


def breaths(samples: Samples) -> NDArray[np.float64]:
    """Level in steps of a fifth of a second, so that single beats are not seen."""
    return envelope(samples.mean(axis=0), 0.2)


@pytest.mark.parametrize("pulses_hz", [22.0, 25.0, 27.0])
def test_it_beats_as_often_as_the_pack_says(pulses_hz: float) -> None:
    samples = clip(build("purr", 3, pulses_hz=pulses_hz), 20)
    assert modulation_peak_hz(band(samples, 150, 600), 15, 35) == pytest.approx(pulses_hz, rel=0.04)


def test_beats_as_written_are_those_of_real_cats() -> None:
    found = modulation_peak_hz(band(clip(build("purr", 4), 20), 150, 600), 15, 35)
    assert 21.0 < found < 28.0


@pytest.mark.parametrize("breath_s", [1.4, 2.2, 2.8])
def test_a_breath_takes_its_time(breath_s: float) -> None:
    samples = clip(build("purr", 5, breath_s=breath_s), 60)
    found = modulation_peak_hz(band(samples, 60, 250), 0.25, 1.05, 0.1)
    assert found == pytest.approx(1.0 / breath_s, rel=0.15)
    assert 0.33 < found < 1.0


def test_it_hardly_ever_pauses() -> None:
    level = breaths(clip(build("purr", 6), 30)[:, 48000:])
    assert np.quantile(level, 0.02) > 0.1 * np.median(level)


def test_its_body_lies_between_150_and_600_hz() -> None:
    samples = clip(build("purr", 7), 20)
    assert rms(band(samples, 150, 600)) > 0.8 * rms(samples.mean(axis=0))


def test_no_two_beats_are_alike() -> None:
    mono = band(clip(build("purr", 8), 20), 100, 600)
    pieces = mono[: len(mono) // 1920 * 1920].reshape(-1, 1920)
    pieces = pieces[envelope(mono, 0.04) > np.median(envelope(mono, 0.04))]
    likeness = np.corrcoef(pieces)[np.triu_indices(len(pieces), 1)]
    assert np.quantile(np.abs(likeness), 0.95) < 0.8


def test_a_hand_is_answered_within_a_second_and_remembered_for_some() -> None:
    def stroked(since_s: float, _: float) -> Iterator[Note]:
        if 3.0 <= since_s < 8.0:
            yield Note(220.0, 0.8)

    voice = build("purr", 9, activity_ratio=0.0)
    level = breaths(clip(voice, 24, notes=stroked))
    assert level[:15].max() == 0.0
    assert level[18:25].max() > 0.3 * level[30:40].max()
    assert level[45:55].max() > 0.1 * level[30:40].max()
    assert decibels(level[-5:].max() / level[30:40].max()) < -30


def test_left_alone_it_purrs_as_much_as_the_pack_asks() -> None:
    still, some, much = (rms(clip(build("purr", 10, activity_ratio=activity), 12)) for activity in (0.0, 0.4, 1.0))
    assert still == 0.0 < 1.5 * some < much
