"""Every colour of noise falls as it is defined, as loud as the others, and steadily."""

from __future__ import annotations

import numpy as np
import pyloudnorm
import pytest

from audio.mix.strip import NATURAL_LUFS
from tests.audio.voices.measure import Samples, decibels, envelope, octave_levels_db, rms, slope_db_octave
from tests.tools.voice_clip import RATE_HZ, build, clip
from worlds.signals import Signals

SLOPES = {"white": 0.0, "pink": -3.01, "brown": -6.02, "blue": 3.01}


def loudness(samples: Samples) -> float:
    return float(pyloudnorm.Meter(RATE_HZ).integrated_loudness(samples.T.astype(np.float64)))


@pytest.mark.parametrize(("colour", "slope"), SLOPES.items())
def test_colours_have_their_slopes_in_each_ear_and_in_mono(colour: str, slope: float) -> None:
    samples = clip(build("noise", 3, colour=colour), 12)
    for heard in (samples[:1], samples[1:], samples):
        assert slope_db_octave(heard) == pytest.approx(slope, abs=0.15)


@pytest.mark.parametrize("tilt", [-3.0, -1.5, 2.0])
def test_a_tilt_adds_to_the_slope_and_takes_nothing_from_the_loudness(tilt: float) -> None:
    samples = clip(build("noise", 4, colour="pink", tilt_db_octave=tilt), 12)
    assert slope_db_octave(samples) == pytest.approx(-3.01 + tilt, abs=0.15)
    assert loudness(samples) == pytest.approx(NATURAL_LUFS, abs=0.5)


def test_green_is_a_hill_about_500_hz() -> None:
    levels = octave_levels_db(clip(build("noise", 5, colour="green"), 10))
    assert int(np.argmax(levels)) == 3
    assert np.diff(levels)[5:] == pytest.approx(-6.0, abs=0.5)


def test_a_tilt_that_follows_glides() -> None:
    tilt = {"follow": "drift_a", "from": -6.0, "to": 6.0}
    samples = clip(build("noise", 6, tilt_db_octave=tilt), 4, lambda t_s: Signals(drift_a=float(t_s > 2.0)))
    dark, bright = samples[:, : 2 * RATE_HZ], samples[:, 3 * RATE_HZ :]
    assert slope_db_octave(bright) - slope_db_octave(dark) > 9.0
    level = envelope(samples.mean(axis=0), 0.05)
    assert level.max() < 3.0 * rms(dark.mean(axis=0))


def test_it_is_gaussian_and_steady() -> None:
    mono = clip(build("noise", 7, colour="pink"), 20).mean(axis=0).astype(np.float64)
    assert (mono**4).mean() / (mono**2).mean() ** 2 == pytest.approx(3.0, abs=0.1)
    level = envelope(mono, 1.0)
    assert decibels(float(level.max() / level.min())) < 1.5
