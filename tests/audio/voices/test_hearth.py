"""The fire crackles without a scale, in bursts, over a bed that neither hisses nor throbs."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from scipy import signal

from audio.voices.cascades import Cascades, Crack
from tests.audio.voices.measure import Samples, band, decibels, envelope, octave_levels_db, rms
from tests.tools.voice_clip import build, clip


def cracks(seed: int, bursts: int) -> list[Crack]:
    cascades = Cascades(np.random.default_rng(seed))
    return [crack for _ in range(bursts) for crack in cascades.begun(1.0, 0.02)]


def test_energies_of_cracks_follow_a_power_law() -> None:
    energies = np.sort([crack.energy for crack in cracks(1, 6000) if crack.first])
    above = 1.0 - np.arange(len(energies)) / len(energies)
    part = (energies > 1.5) & (energies < 20.0)
    slope = np.polyfit(np.log(energies[part]), np.log(above[part]), 1)[0]
    # Density E^-b has b - 1 as the slope of what lies above; b was measured from 1.3 to 1.8.
    assert -slope == pytest.approx(0.5, abs=0.1)


def test_waits_from_crack_to_crack_have_no_scale() -> None:
    found = cracks(2, 6000)
    waits = np.log([b.after_s - a.after_s for a, b in pairwise(found) if not b.first])
    # Density 1/t is the same in every octave of t.
    counts, _ = np.histogram(waits, bins=np.linspace(np.log(0.003), np.log(0.8), 7))
    assert counts.min() > 0.8 * counts.max()


def test_a_burst_is_never_louder_than_it_began() -> None:
    loudest = 0.0
    for crack in cracks(3, 800):
        loudest = crack.energy if crack.first else loudest
        assert crack.energy <= loudest


def onsets(samples: Samples) -> np.ndarray:
    level_db = 20 * np.log10(envelope(band(samples, 3000, 12000), 0.004) + 1e-6)
    peaks, _ = signal.find_peaks(level_db, height=float(np.median(level_db)) + 8.0, prominence=6.0)
    return peaks * 0.004


def test_crackling_comes_in_bursts_a_few_a_second() -> None:
    counts = np.histogram(onsets(clip(build("hearth", 3), 90)), bins=np.arange(91))[0]
    assert 2 < counts.mean() < 20
    assert counts.var() / counts.mean() > 1.5


@pytest.mark.parametrize("seed", [1, 5])
def test_cracks_stand_out_but_never_startle(seed: int) -> None:
    mono = clip(build("hearth", seed), 40).mean(axis=0)
    assert 16 < decibels(float(np.abs(mono).max()) / rms(mono)) < 25


def test_without_crackling_it_is_as_even_as_noise() -> None:
    mono = band(clip(build("hearth", 4, crackle_ratio=0.0), 12), 2000, 12000)
    assert (mono**4).mean() / (mono**2).mean() ** 2 == pytest.approx(3.0, abs=0.5)
    loud = band(clip(build("hearth", 4, crackle_ratio=1.0), 12), 2000, 12000)
    assert (loud**4).mean() / (loud**2).mean() ** 2 > 12.0


def test_it_roars_below_200_hz_and_hisses_above_5_khz() -> None:
    levels = octave_levels_db(clip(build("hearth", 5), 12)) + 3.0 * np.arange(8)
    assert levels[:2].min() > levels[3:6].max() + 6.0
    assert levels[7] > levels[4]


def test_embers_are_softer_than_a_blaze_and_hiss_as_told() -> None:
    embers, blaze = (rms(clip(build("hearth", 6, fire_ratio=fire), 8)) for fire in (0.0, 1.0))
    assert decibels(blaze / embers) == pytest.approx(12.0, abs=3.0)
    mute, hissing = (
        rms(band(clip(build("hearth", 6, hiss_ratio=hiss, crackle_ratio=0.0), 8), 6000, 12000))
        for hiss in (0.0, 1.0)
    )
    assert decibels(hissing / mute) > 6.0


def test_flames_flutter_without_a_rhythm() -> None:
    level = envelope(band(clip(build("hearth", 7, crackle_ratio=0.0), 60), 40, 250), 0.05)
    power = np.abs(np.fft.rfft((level - level.mean()) * np.hanning(len(level)))) ** 2
    hz = np.fft.rfftfreq(len(level), 0.05)
    inside = power[(hz > 1.0) & (hz < 8.0)]
    # An even rhythm of any depth would stand a hundred times over what is round it.
    assert inside.max() < 20.0 * inside.mean()
