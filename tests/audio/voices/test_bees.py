"""Bees hum at the beat of their wings: the hive as a whole, and each that flies past."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import signal

from tests.audio.voices.measure import RATE_HZ, Samples, band, envelope, rms
from tests.tools.voice_clip import build, clip
from worlds.signals import Signals

DAY = Signals(hour=13.0, daylight=1.0)


def lines_db(samples: Samples, multiples_hz: tuple[float, ...]) -> list[float]:
    """Density at these frequencies, in dB, over 20 Hz."""
    hz, density = signal.welch(samples.mean(axis=0), RATE_HZ, nperseg=8192)
    return [10 * float(np.log10(density[np.abs(hz - at) < 10.0].mean())) for at in multiples_hz]


def test_the_hive_hums_at_its_wing_beat_and_twice_that() -> None:
    samples = clip(build("bees", 3, passing=0), 20, lambda _: DAY)
    wings, between, twice, above = lines_db(samples, (212.0, 310.0, 424.0, 570.0))
    assert wings > between + 4.0
    assert twice > between + 3.0
    assert twice > above + 3.0


@pytest.mark.parametrize("seed", [4, 5])
def test_a_bee_that_flies_past_beats_its_wings_180_to_280_times_a_second(seed: int) -> None:
    mono = clip(build("bees", seed, passing=1, hive_ratio=0.0), 90, lambda _: DAY).mean(axis=0)
    level = envelope(mono, 0.1)
    loud = np.flatnonzero(level > 0.4 * level.max())
    beats = []
    for at in loud:
        piece = mono[at * 4800 : at * 4800 + 9600] * np.hanning(9600)[: len(mono[at * 4800 : at * 4800 + 9600])]
        power = np.abs(np.fft.rfft(piece, 1 << 17))
        hz = np.fft.rfftfreq(1 << 17, 1 / RATE_HZ)
        inside = (hz > 150) & (hz < 320)
        beats.append(float(hz[inside][np.argmax(power[inside])]))
    assert min(beats) > 180
    assert max(beats) < 290
    assert np.median(beats) == pytest.approx(235, rel=0.12)
    assert np.std(beats) > 1.0


def test_its_harmonics_fall_six_to_nine_db_an_octave() -> None:
    samples = clip(build("bees", 6, passing=5, hive_ratio=0.0), 120, lambda _: DAY)
    levels = [10 * np.log10(rms(band(samples, 0.72 * hz, 1.38 * hz)) ** 2) for hz in (235.0, 470.0, 940.0, 1880.0)]
    # An octave further up holds twice as many harmonics.
    slope = float(np.polyfit(range(4), levels, 1)[0]) - 3.0
    assert -10.0 < slope < -5.0


def test_bees_come_from_one_side_and_leave_on_the_other() -> None:
    samples = clip(build("bees", 7, passing=1, hive_ratio=0.0), 60, lambda _: DAY)
    left, right = (envelope(channel, 0.2) for channel in samples)
    lean = (left - right)[left + right > 0.1 * (left + right).max()]
    assert lean.min() < -0.1 * np.abs(lean).max() < 0.1 * np.abs(lean).max() < lean.max()


def test_they_sleep_at_night() -> None:
    night = clip(build("bees", 8), 20, lambda _: Signals(daylight=0.0, hour=0.0))
    assert rms(night) == 0.0


def test_the_more_are_out_the_louder() -> None:
    few, many = (rms(clip(build("bees", 9, passing=0, activity_ratio=activity), 15)) for activity in (0.1, 1.0))
    assert many > 1.8 * few
