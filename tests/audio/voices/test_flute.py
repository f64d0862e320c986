"""The flute's breath comes first, its partials fall as a flute's do, and its vibrato comes late."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

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


@pytest.mark.parametrize("attack_ms", [80.0, 300.0])
def test_it_comes_as_softly_as_told(attack_ms: float) -> None:
    assert 0.25 < 1000.0 * rise_s(blown(440.0, 0.9, attack_ms=attack_ms, breath_ratio=0.0)) / attack_ms < 1.5
