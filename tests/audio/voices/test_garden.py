"""The bamboo and the rake beside what was measured of wooden bars and gravel."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import signal

from audio.notes import always
from audio.voice import Note
from audio.voices.shishi_odoshi import _RATIOS, ShishiOdoshiVoice, _knock, _take
from tests.audio.voices.measure import RATE_HZ, centroid_hz, envelope, peak_hz, t60_s
from tests.tools.voice_clip import BLOCK, build, clip
from worlds.signals import Signals


@pytest.mark.parametrize("pitch_hz", [350.0, 440.0, 900.0])
def test_the_knock_has_the_modes_of_a_wooden_bar(pitch_hz: float) -> None:
    knock = _knock(RATE_HZ, np.random.default_rng(1), pitch_hz)
    for ratio in _RATIOS[:3]:
        assert peak_hz(knock, pitch_hz * ratio, 0.1) == pytest.approx(pitch_hz * ratio, rel=0.01)


@pytest.mark.parametrize("pitch_hz", [440.0, 700.0])
def test_the_wood_dies_in_an_eighth_of_a_second(pitch_hz: float) -> None:
    knock = _knock(RATE_HZ, np.random.default_rng(2), pitch_hz)
    sections = signal.butter(4, [0.85 * pitch_hz, 1.2 * pitch_hz], "bandpass", fs=RATE_HZ, output="sos")
    assert 0.06 < t60_s(signal.sosfiltfilt(sections, knock), 0.02, 0.12) < 0.17


def test_one_or_two_bounces_follow_ever_softer() -> None:
    chance = np.random.default_rng(3)
    for _ in range(12):
        mono = _take(RATE_HZ, chance, 440.0).mean(axis=0)
        sections = signal.butter(4, [900.0, 1400.0], "bandpass", fs=RATE_HZ, output="sos")
        level = np.convolve(np.abs(signal.sosfiltfilt(sections, mono)), np.ones(480) / 480, "same")[::48]
        knocks, _ = signal.find_peaks(level[800:], height=0.02 * level[800:].max(), distance=60)
        gaps_s = np.diff(knocks) * 0.001
        assert 2 <= len(knocks) <= 3
        assert ((gaps_s > 0.085) & (gaps_s < 0.145)).all()
        assert (np.diff(level[800:][knocks]) < 0.0).all()


def test_it_fills_in_the_time_written_more_or_less_a_tenth() -> None:
    voice = build("shishi_odoshi", 4, fill_s=20.0)
    assert isinstance(voice, ShishiOdoshiVoice)
    out = np.zeros((2, BLOCK), np.float32)
    emptied = list[float]()
    before = 0.0
    for index in range(int(900 * RATE_HZ / BLOCK)):
        voice.follow(Signals())
        voice.render(out)
        if voice._filled < before:
            emptied.append(index * BLOCK / RATE_HZ)
        before = voice._filled
    gaps = np.diff(emptied)
    assert gaps.mean() == pytest.approx(20.0, rel=0.08)
    assert 0.05 < gaps.std() / gaps.mean() < 0.15


def test_gravel_under_the_rake_lies_from_three_to_six_kilohertz() -> None:
    found = {
        grain: centroid_hz(clip(build("rake", 5, grain_mm=grain), 6, notes=always(Note(220.0, 0.5))))
        for grain in (0.5, 2.0, 6.0)
    }
    assert 3000 < found[2.0] < 6000
    assert found[0.5] > found[2.0] > found[6.0]


def test_a_stroke_of_the_rake_is_many_stones_and_no_tone() -> None:
    mono = clip(build("rake", 6), 6, notes=always(Note(220.0, 0.5)))[:, RATE_HZ:].mean(axis=0)
    hz, density = signal.welch(mono, RATE_HZ, nperseg=4096)
    inside = density[(hz > 1500) & (hz < 8000)]
    smooth = np.convolve(inside, np.ones(41) / 41, "same")
    assert (inside / smooth)[20:-20].max() < 3.0
    level = envelope(mono, 0.004)
    assert level.std() / level.mean() > 0.2
