"""The piano's strings are stiff, struck through felt, and each partial falls twice."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.notes import at_once
from audio.voice import Note
from tests.audio.voices.measure import band, centroid_hz, cents, decibels, envelope, peak_hz, rise_s, rms, t60_s
from tests.tools.voice_clip import build, clip


def struck(hz: float, seconds: float, strength: float = 0.5, **fields: object) -> NDArray[np.float32]:
    return clip(build("piano", 3, **fields), seconds, notes=at_once(Note(hz, strength)))


def stiffness(hz: float) -> float:
    """B of f(n) = n f sqrt(1 + B n^2), from the partials up to the tenth: (f(n) / n)^2 is a line over n^2."""
    samples = struck(hz, 4, bright_ratio=1.0)[:, 2400:]
    numbers = np.arange(1, 11)
    found = np.array([peak_hz(samples, hz * n * np.sqrt(1 + 2.8e-4 * n * n), 0.02) for n in numbers])
    slope, start = np.polyfit(numbers**2, (found / numbers) ** 2, 1)
    return float(slope / start)


@pytest.mark.parametrize("hz", [65.4, 130.8, 261.6, 523.3])
def test_it_is_in_tune(hz: float) -> None:
    assert abs(cents(peak_hz(struck(hz, 3)[:, 9600:], hz), hz)) < 3


@pytest.mark.parametrize(("hz", "wanted"), [(130.8, 2.0e-4), (261.6, 2.8e-4), (523.3, 4.0e-4)])
def test_its_strings_are_stiff(hz: float, wanted: float) -> None:
    assert stiffness(hz) == pytest.approx(wanted, rel=0.2)


def falls(ring_s: float) -> tuple[float, float, float]:
    """Times to fall 60 dB of the first sound and of what stays, and the level at which they meet, in dB below the
    beginning: the means of many strokes, for the strings beat."""
    samples = [
        band(clip(build("piano", seed, ring_s=ring_s), 13, notes=at_once(Note(261.6, 0.5))), 230, 295)
        for seed in range(8)
    ]
    mean = np.sqrt(np.mean(np.square(samples), axis=0))
    first, after = t60_s(mean, 0.2, 0.2 + 0.2 * ring_s), t60_s(mean, 2.0 * ring_s, 3.0 * ring_s)
    level_db = 20 * np.log10(envelope(mean, 0.02))
    at_s = 2.5 * ring_s
    line_db = level_db[int(at_s / 0.02)] + 60.0 * at_s / after
    return first, after, float(line_db - level_db.max())


@pytest.mark.parametrize("ring_s", [3.0, 4.0])
def test_each_partial_falls_twice(ring_s: float) -> None:
    first, after, knee_db = falls(ring_s)
    assert first == pytest.approx(ring_s * 1.1, rel=0.2)
    assert 12.0 * ring_s / 4.0 < after < 20.0 * ring_s / 4.0
    assert after > 2.5 * first
    assert -25.0 < knee_db < -13.0


def test_felt_takes_the_highs_by_ten_to_fourteen_decibels_an_octave() -> None:
    levels = []
    for low, high in ((700, 1400), (1400, 2800)):
        found = [rms(band(struck(hz, 1), low, high)) for hz in (196.0, 220.0, 261.6, 293.7)]
        levels.append(decibels(float(np.mean(found))))
    assert 9.0 < levels[0] - levels[1] < 19.0


def test_firmer_strokes_and_less_felt_are_brighter() -> None:
    strokes = [centroid_hz(struck(196.0, 2, strength)) for strength in (0.2, 0.5, 0.9)]
    felts = [centroid_hz(struck(196.0, 2, bright_ratio=ratio)) for ratio in (0.0, 0.5, 1.0)]
    assert all(1.04 * a < b for a, b in pairwise(strokes))
    assert all(1.08 * a < b for a, b in pairwise(felts))


@pytest.mark.parametrize("felt_ms", [50.0, 120.0])
@pytest.mark.parametrize("hz", [110.0, 440.0])
def test_a_note_begins_as_softly_as_told(felt_ms: float, hz: float) -> None:
    rise = rise_s(struck(hz, 2, felt_ms=felt_ms, action_ratio=0.0))
    assert 0.9 < 1000.0 * rise / felt_ms < 1.35


def test_keys_and_hammers_are_heard_below_the_note_and_only_at_its_beginning() -> None:
    with_action, without = (struck(440.0, 2, action_ratio=ratio) for ratio in (1.0, 0.0))
    thud = with_action - without
    assert rms(thud[:, 24000:]) < 1e-6
    assert -30 < decibels(rms(thud[:, :12000]) / rms(without[:, :12000])) < -8
    assert centroid_hz(thud[:, :12000]) < 400


def test_no_two_strokes_are_alike() -> None:
    voice = build("piano", 5)
    first, second = (clip(voice, 15, notes=at_once(Note(220.0, 0.5)))[:, :48000] for _ in range(2))
    assert rms(first - second) > 0.05 * rms(first)
