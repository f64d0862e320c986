"""The flute's breath comes first, its partials fall as a flute's do, and its vibrato comes late."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import signal

from audio.notes import at_once
from audio.voice import Note
from tests.audio.voices.measure import band, cents, decibels, envelope, peak_hz, rise_s, rms
from tests.tools.voice_clip import build, clip


def blown(hz: float, seconds: float, **fields: object) -> NDArray[np.float32]:
    return clip(build("flute", 2, **fields), seconds, notes=at_once(Note(hz, 0.5, duration_s=seconds)))


@pytest.mark.parametrize(("hz", "sounds_hz"), [(440.0, 440.0), (110.0, 220.0)])
def test_it_is_in_tune_within_its_reach(hz: float, sounds_hz: float) -> None:
    assert abs(cents(peak_hz(blown(hz, 4, vibrato_cents=0.0)[:, 48000:], sounds_hz), sounds_hz)) < 3


def test_its_partials_fall() -> None:
    samples = blown(440.0, 4, vibrato_cents=0.0, breath_ratio=0.0)[:, 48000:]
    first, second, third = (rms(band(samples, 440 * n - 60, 440 * n + 60)) for n in (1, 2, 3))
    assert decibels(second / first) == pytest.approx(-12, abs=1.5)
    assert decibels(third / first) == pytest.approx(-20, abs=1.5)


def test_the_breath_comes_first_and_stays_below() -> None:
    samples = blown(440.0, 4, breath_ratio=1.0)
    hiss, tone = envelope(band(samples, 3200, 8000), 0.02), envelope(band(samples, 380, 500), 0.02)
    assert np.argmax(hiss > 0.3 * hiss.max()) < np.argmax(tone > 0.3 * tone.max())
    only_breath = blown(440.0, 4, breath_ratio=1.0) - blown(440.0, 4, breath_ratio=0.0)
    assert -40.0 < decibels(rms(only_breath[:, 96000:]) / rms(samples[:, 96000:])) < -18.0


def test_notes_that_begin_together_are_all_heard() -> None:
    notes = at_once(*(Note(hz, 0.5, duration_s=3.0) for hz in (330.0, 440.0, 587.0)))
    samples = clip(build("flute", 2, breath_ratio=0.0), 3, notes=notes)
    heard = [rms(band(samples, 0.96 * hz, 1.04 * hz)) for hz in (330.0, 440.0, 587.0)]
    assert min(heard) > 0.3 * max(heard)


@pytest.mark.parametrize("attack_ms", [80.0, 300.0])
def test_it_comes_as_softly_as_told(attack_ms: float) -> None:
    assert 0.25 < 1000.0 * rise_s(blown(440.0, 0.9, attack_ms=attack_ms, breath_ratio=0.0)) / attack_ms < 1.5


def test_harder_is_richer_and_higher_is_purer() -> None:
    def second_db(hz: float, strength: float) -> float:
        notes = at_once(Note(hz, strength, duration_s=3.0))
        samples = clip(build("flute", 2, vibrato_cents=0.0, breath_ratio=0.0), 3, notes=notes)[:, 48000:]
        return decibels(rms(band(samples, 1.9 * hz, 2.1 * hz)) / rms(band(samples, 0.9 * hz, 1.1 * hz)))

    assert second_db(440.0, 0.9) > second_db(440.0, 0.5) + 2.0 > second_db(440.0, 0.2) + 4.0
    assert second_db(880.0, 0.5) < second_db(440.0, 0.5) - 1.5 < second_db(220.0, 0.5) - 3.0


def slurred(gap_s: float) -> NDArray[np.float32]:
    """Two notes of a second, the next so long after the first has ended."""

    def play(since_s: float, until_s: float) -> Iterator[Note]:
        for at_s, hz in ((0.0, 330.0), (1.5 + gap_s, 495.0)):
            if since_s <= at_s < until_s:
                yield Note(hz, 0.5, at_s - since_s, 1.5)

    return clip(build("flute", 2, breath_ratio=0.0), 3.5 + gap_s, notes=play)


def test_a_note_that_follows_closely_is_slurred() -> None:
    close, apart = slurred(0.02), slurred(0.4)
    first, second = (envelope(band(close, 0.9 * hz, 1.1 * hz), 0.02) for hz in (330.0, 495.0))
    assert first[84:].max() < 0.05 * first[40:70].mean()
    assert second[86] > 0.3 * second[100:140].mean()
    assert (
        envelope(close.mean(axis=0), 0.02)[20:140].min() > 0.25 * envelope(close.mean(axis=0), 0.02)[20:140].max()
    )
    assert envelope(apart.mean(axis=0), 0.02)[94] < 0.05 * first[40:70].mean()


def test_its_vibrato_comes_late_and_is_never_even() -> None:
    samples = band(blown(440.0, 12, breath_ratio=0.0, vibrato_cents=20.0), 400, 480)
    hz = np.diff(np.unwrap(np.angle(signal.hilbert(samples)))) * 48000 / (2 * np.pi)
    swing = 1200 * np.log2(signal.savgol_filter(hz, 961, 2) / 440.0)
    assert np.abs(swing[12000:14400]).max() < 6.0
    peaks, _ = signal.find_peaks(swing[96000:540000], distance=6000)
    heights, gaps_s = swing[96000:540000][peaks], np.diff(peaks) / 48000
    assert 10.0 < heights.mean() < 30.0
    assert 0.1 < heights.std() / heights.mean() < 0.5
    assert 4.0 < 1.0 / gaps_s.mean() < 5.6
    assert 0.01 < gaps_s.std() / gaps_s.mean() < 0.15
