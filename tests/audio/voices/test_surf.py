"""Surf beside what is known of waves on a beach (sources in the voice's docstring)."""

from __future__ import annotations

import math

import numpy as np
import pytest

from audio.voices.surf import _BREAKS_S, SurfVoice
from tests.audio.voices.measure import Samples, band, centroid_hz, decibels, envelope, rms
from tests.tools.voice_clip import build, clip
from worlds.signals import Signals
from worlds.swell import wave


def one_wave(height: float = 1.0, **fields: float) -> Samples:
    """A single wave that breaks after a second, and what follows of it for eleven."""
    voice = build("surf", 4, **fields)
    assert isinstance(voice, SurfVoice)
    voice._told_s, voice._number = 0.0, 10**9  # no other comes
    before = clip(voice, 1.0)
    voice._break(height, 0.0)
    return np.concatenate([before, clip(voice, 11.0)], axis=1)


def test_it_breaks_the_waves_that_the_beach_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    voice, broken = build("surf", 3, period_s=8.0), list[float]()
    assert isinstance(voice, SurfVoice)
    now_s, sounded = 100.0, voice._break
    monkeypatch.setattr(voice, "_break", lambda height, side: (broken.append(now_s), sounded(height, side))[1])
    voice._second_s = math.inf
    out = np.zeros((2, voice.setup.block), np.float32)
    while now_s < 140.0:
        voice.follow(Signals(t_s=now_s))
        voice._second_s = math.inf
        voice.render(out)
        now_s += voice._block_s
    shown = [wave(3, number, 8.0, 0.5).at_s for number in range(30)]
    expected = [at_s - _BREAKS_S for at_s in shown if 100.2 < at_s - _BREAKS_S < 139.8]
    assert [at_s for at_s in broken if 100.2 < at_s < 139.8] == pytest.approx(expected, abs=0.2)


def test_a_wave_thuds_first_and_hisses_last() -> None:
    samples = one_wave()
    low, high = (envelope(band(samples, *edges), 0.1) for edges in ((60, 250), (4000, 10000)))
    assert np.argmax(low) < np.argmax(high)
    crash, wash = samples[:, 72000:96000], samples[:, 192000:240000]
    assert centroid_hz(wash) > 1.1 * centroid_hz(crash)


def test_a_crash_takes_a_third_of_a_second_or_more_and_its_wash_some_seconds() -> None:
    level_db = 20 * np.log10(envelope(one_wave(1.5).mean(axis=0), 0.1))
    top, floor_db = int(np.argmax(level_db)), float(np.median(level_db[-20:]))
    begun = 10 + int(np.argmax(level_db[10:] > floor_db + 3))
    assert 0.3 <= (top - begun) * 0.1 <= 1.8
    ended = top + int(np.argmax(level_db[top:] < floor_db + 2))
    assert 2.5 < (ended - top) * 0.1 < 9.0


def test_the_level_swings_by_ten_to_twenty_decibels() -> None:
    level_db = 20 * np.log10(envelope(clip(build("surf", 5), 120).mean(axis=0), 0.25))
    assert 10 < np.quantile(level_db, 0.95) - np.quantile(level_db, 0.1) < 20


def test_shingle_rattles_as_the_wave_runs_back() -> None:
    def rattle(shingle: float) -> float:
        return rms(band(one_wave(shingle_ratio=shingle)[:, 144000:288000], 2000, 6000))

    assert decibels(rattle(1.0) / rattle(0.0)) > 2


def test_pebbles_thin_out_from_200_to_30_a_second() -> None:
    voice = build("surf", 6)
    assert isinstance(voice, SurfVoice)
    clip(voice, 0.1)
    voice._break(1.0, 0.0)
    voice._drag_s[1:] = -99.0
    rates = []
    for past_s in (0.0, 0.5, 2.0, 4.5):
        voice._age_s[0] = voice._drag_s[0] + past_s
        rates.append(voice._rattle())
    assert rates[0] == rates[3] == 0.0
    assert 100 < rates[1] < 200
    assert 25 < rates[2] < 70


def test_higher_waves_are_louder_and_deeper() -> None:
    low, high = (clip(build("surf", 7, height_ratio=ratio), 60) for ratio in (0.2, 0.9))
    assert decibels(rms(high) / rms(low)) > 8


def test_surf_is_dark_enough_to_rest_by() -> None:
    samples = clip(build("surf", 8), 60)
    assert decibels(rms(band(samples, 300, 1200)) / rms(band(samples, 6000, 16000))) > 10
