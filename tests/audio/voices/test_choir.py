"""The choir's vowels have the formants of singers, its voices differ, and it never breathes all at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import signal

from audio.dsp.wavetables import SIZE, Wavetables
from audio.notes import at_once
from audio.voice import Note
from audio.voices.choir import ChoirVoice
from audio.voices.formants import SECTIONS, formants, heights
from audio.voices.singers import Ranks
from tests.audio.voices.measure import RATE_HZ, band, centroid_hz, decibels, envelope, rms
from tests.tools.voice_clip import build, clip

CHORD = tuple(Note(hz, 0.5, duration_s=100.0) for hz in (110.0, 165.0, 220.0, 275.0))


def sung(seconds: float, *notes: Note, seed: int = 2, **fields: object) -> NDArray[np.float32]:
    fields = {"swell_ratio": 1.0, "open_ratio": 0.5, **fields}
    return clip(build("choir", seed, **fields), seconds, notes=at_once(*(notes or CHORD)))


@pytest.mark.parametrize(("open_ratio", "first_hz"), [(0.0, 350.0), (0.5, 400.0), (1.0, 600.0)])
def test_a_bass_has_the_formants_of_its_vowel(open_ratio: float, first_hz: float) -> None:
    hz = np.arange(150.0, 1500.0, 2.0)
    found = heights(formants(SECTIONS.index("bass"), open_ratio), hz)
    peaks = hz[signal.find_peaks(found)[0]]
    assert peaks[0] == pytest.approx(first_hz, rel=0.08)


@pytest.mark.parametrize(("open_ratio", "peak_hz"), [(0.0, 350.0), (1.0, 640.0)])
def test_the_chord_is_coloured_by_the_vowel(open_ratio: float, peak_hz: float) -> None:
    """The envelope of the spectrum, smoothed over what one tone's partials are apart."""
    low = tuple(Note(hz, 0.5, duration_s=100.0) for hz in (80.0, 90.0, 101.0, 113.0, 127.0))
    samples = sung(25, *low, open_ratio=open_ratio)[:, 96000:].mean(axis=0)
    hz, density = signal.welch(samples, RATE_HZ, nperseg=16384)
    smooth = signal.savgol_filter(10 * np.log10(density + 1e-15), 61, 2)
    inside = (hz > 230) & (hz < 900)
    assert hz[inside][np.argmax(smooth[inside])] == pytest.approx(peak_hz, rel=0.2)


def test_opening_the_vowel_brightens_it_and_swelling_makes_it_louder() -> None:
    vowels = [centroid_hz(sung(8, open_ratio=ratio)) for ratio in (0.0, 0.5, 1.0)]
    assert all(1.1 * a < b for a, b in pairwise(vowels))
    soft, full = (sung(8, swell_ratio=ratio) for ratio in (0.0, 1.0))
    assert 4.0 < decibels(rms(full) / rms(soft)) < 9.0


def one_of_them(seconds: float, **fields: object) -> NDArray[np.float64]:
    """The pitch, at each sample, of a single voice of the choir."""
    voice = build("choir", 3, swell_ratio=1.0, **fields)
    assert isinstance(voice, ChoirVoice)
    voice._sides[:, 1:] = 0.0
    alone = band(clip(voice, seconds, notes=at_once(Note(220.0, 0.5, duration_s=60.0))), 190, 250)
    return np.diff(np.unwrap(np.angle(signal.hilbert(alone)))) * RATE_HZ / (2 * np.pi)


def test_vibrato_is_as_quick_and_deep_as_in_singers() -> None:
    pitch = one_of_them(6, vibrato_cents=20.0)[96000:240000]
    power = np.abs(np.fft.rfft((pitch - pitch.mean()) * np.hanning(len(pitch)), 4 * len(pitch)))
    hz = np.fft.rfftfreq(4 * len(pitch), 1 / RATE_HZ)
    found_hz = hz[(hz > 2) & (hz < 12)][np.argmax(power[(hz > 2) & (hz < 12)])]
    assert 4.7 < found_hz < 6.1
    cents = 1200 * np.log2(np.quantile(pitch, 0.95) / np.quantile(pitch, 0.05))
    assert 20.0 < cents < 80.0


def test_voices_stray_by_ten_cents() -> None:
    voice = build("choir", 5, voices=16)
    assert isinstance(voice, ChoirVoice)
    assert 6.0 < np.std(voice._cents) < 15.0
    assert abs(1200 * np.log2(one_of_them(6, vibrato_cents=0.0)[96000:240000].mean() / 220.0)) < 30.0


def sing(ranks: Ranks, seconds: float) -> Iterator[list[int]]:
    """How many sing each tone, at every twentieth of a second."""
    for _ in range(int(seconds * 20)):
        ranks.step(0.05, 1.4)
        yield [sum(singer.tone is tone for singer in ranks.singers) for tone in ranks.tones]


def test_all_tones_are_sung_by_about_as_many_and_they_breathe_in_turn() -> None:
    ranks = Ranks(np.random.default_rng(1), 12)
    for note in CHORD:
        ranks.hold(note.frequency_hz, 1.0, 100.0)
    counts = np.array(list(sing(ranks, 60))[100:])
    assert counts.min() >= 1
    assert counts.mean(axis=0).min() > 2.0
    assert counts.sum(axis=1).min() >= 8
    assert np.mean(counts.sum(axis=1) < 12) > 0.02


def test_breath_is_taken_for_a_quarter_to_nine_tenths_of_a_second() -> None:
    ranks, pauses = Ranks(np.random.default_rng(4), 12), list[float]()
    for note in CHORD:
        ranks.hold(note.frequency_hz, 1.0, 200.0)
    silent_s = np.full(12, np.nan)
    for _ in range(18000):
        ranks.step(0.01, 1.4)
        for place, singer in enumerate(ranks.singers):
            if singer.tone is None:
                silent_s[place] += 0.01
            else:
                pauses.extend([silent_s[place]] if silent_s[place] > 0.0 else [])
                silent_s[place] = 0.0
    assert len(pauses) > 100
    assert 0.23 < min(pauses) < 0.35
    assert 0.8 < max(pauses) < 0.92
    assert np.mean(pauses) == pytest.approx(0.575, abs=0.06)


def test_singers_change_over_to_a_tone_that_comes_later() -> None:
    ranks = Ranks(np.random.default_rng(2), 12)
    ranks.hold(220.0, 1.0, 100.0)
    assert list(sing(ranks, 5))[-1] == [12]
    ranks.hold(330.0, 1.0, 100.0)
    assert min(list(sing(ranks, 6))[-1]) >= 3


def test_a_choir_that_is_told_nothing_more_falls_silent_softly() -> None:
    level = envelope(sung(9, Note(220.0, 0.5, duration_s=4.0), attack_s=1.0).mean(axis=0), 0.1)
    assert level[70:].max() < 1e-5
    assert np.diff(20 * np.log10(level[30:55] + 1e-4)).min() > -25.0


def test_a_period_turns_into_the_next_without_a_step() -> None:
    tables = Wavetables(1, RATE_HZ, 1024)
    turn = 2 * np.pi * np.arange(SIZE) / SIZE
    tables.put(0, np.sin(turn), 220.0)
    tables.turn_into(0.5 * np.sin(turn)[None])
    flat, blocks = np.ones((1, tables.knots)), []
    for _ in range(9):
        out = np.zeros((2, 1024), np.float32)
        tables.render(out, 220.0 * flat, flat, np.ones((2, 1), np.float32))
        blocks.append(out)
    wave = np.concatenate(blocks, axis=1)[0, 1024:8192].astype(np.float64)
    w = 2 * np.pi * 220.0 / RATE_HZ
    assert np.abs(wave[2:] - 2 * np.cos(w) * wave[1:-1] + wave[:-2]).max() < 2e-5
    assert envelope(wave)[-1] == pytest.approx(0.5 * np.sqrt(0.5), rel=0.12)
