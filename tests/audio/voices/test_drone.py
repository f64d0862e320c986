"""The drone sounds of itself, low, slow and never rough; notes add tones in its octave."""

from __future__ import annotations

import numpy as np
import pytest
from mosqito.sq_metrics import roughness_dw
from numpy.typing import NDArray

from audio.notes import at_once, octave_under
from audio.voice import Note
from tests.audio.voices.measure import band, centroid_hz, cents, envelope, modulation_peak_hz, peak_hz, rms
from tests.tools.voice_clip import RATE_HZ, build, clip

PASCAL = 2e-5 * 10 ** ((55 + 23) / 20)
"""What full scale stands for where -23 LUFS are taken as 55 dB."""


def test_it_sounds_of_itself_in_tune_and_rests_when_told() -> None:
    for pitch_hz in (55.0, 82.5):
        assert abs(cents(peak_hz(clip(build("drone", pitch_hz=pitch_hz), 20), 2 * pitch_hz), 2 * pitch_hz)) < 3
    assert rms(clip(build("drone", steady_ratio=0.0), 5)) == 0.0


@pytest.mark.parametrize("beat_hz", [0.1, 0.25])
def test_twins_beat_as_often_as_told(beat_hz: float) -> None:
    found = []
    for seed in range(3):
        level = band(clip(build("drone", seed, beat_hz=beat_hz, swell_ratio=1.0), 60), 100, 120)
        found.append(modulation_peak_hz(level, 0.4 * beat_hz, 2.0, 0.05))
    # Twins of each partial are a little more or less apart than those of the others.
    assert 0.4 * beat_hz < float(np.median(found)) < 1.7 * beat_hz


@pytest.mark.parametrize("pitch_hz", [55.0, 110.0])
def test_it_is_never_rough(pitch_hz: float) -> None:
    mono = clip(build("drone", 2, pitch_hz=pitch_hz, swell_ratio=1.0, fifth_ratio=1.0), 4)[:, -96000:].mean(axis=0)
    roughness, *_ = roughness_dw(mono.astype(np.float64) * PASCAL, RATE_HZ, overlap=0.0)
    assert roughness.mean() < 0.1


def test_its_swing_is_slow() -> None:
    level = envelope(clip(build("drone", 3), 40).mean(axis=0), 0.1)
    spectrum = np.abs(np.fft.rfft((level / level.mean() - 1.0) * np.hanning(len(level)))) * 4 / len(level)
    hz = np.fft.rfftfreq(len(level), 0.1)
    assert spectrum[(hz > 1.0) & (hz < 4.0)].max() < 0.05


def held(*notes: Note, seconds: float, **fields: object) -> NDArray[np.float32]:
    return clip(build("drone", steady_ratio=0.0, swell_ratio=1.0, **fields), seconds, notes=at_once(*notes))


def test_a_note_is_held_in_the_lowest_octave_and_let_go() -> None:
    assert [octave_under(109.0, hz) for hz in (440.0, 392.0, 55.0)] == [55.0, 98.0, 55.0]
    level = envelope(held(Note(440.0, 0.5, duration_s=8.0), seconds=22, attack_s=2.0).mean(axis=0), 0.25)
    assert level[2] < 0.3 * level[12:30].mean()
    assert level[52:].max() < 1e-6 < level[40]


def test_notes_that_begin_together_are_all_heard() -> None:
    samples = held(*(Note(hz, 0.5, duration_s=20.0) for hz in (61.875, 73.333, 97.778)), seconds=12, attack_s=1.0)
    heard = [rms(band(samples, 1.96 * hz, 2.04 * hz)) for hz in (61.875, 73.333, 97.778)]
    assert min(heard) > 0.3 * max(heard)


def test_a_crowd_of_notes_gives_way_without_a_click() -> None:
    samples = held(*(Note(70.0 * 1.1**n, 0.6, duration_s=4.0) for n in range(6)), seconds=14, attack_s=1.0)
    assert np.isfinite(samples).all()
    assert envelope(band(samples, 5000, 20000), 0.01)[50:-10].max() < 1e-4


def test_brighter_and_with_fifths_it_has_more_overtones() -> None:
    dark, bright = (clip(build("drone", bright_ratio=ratio), 8) for ratio in (0.0, 1.0))
    assert centroid_hz(bright) > 1.2 * centroid_hz(dark)
    without, with_fifths = (band(clip(build("drone", fifth_ratio=ratio), 8), 150, 180) for ratio in (0.0, 1.0))
    assert rms(with_fifths) > 10.0 * rms(without)
