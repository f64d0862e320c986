"""What the wind blows through: a gap that whistles, pines that climb with it, grass that rustles."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import signal

from audio.voice import Setup
from audio.voices.whistling import THRESHOLD_M_S, Whistling
from audio.voices.wind import WindVoice
from tests.audio.voices.measure import RATE_HZ, Samples, band, decibels, rms
from tests.tools.voice_clip import BLOCK, GUSTY, build, clip


def whistled(whistling: Whistling, speed_m_s: float, seconds: float) -> Samples:
    blocks = np.zeros((int(seconds * RATE_HZ / BLOCK), 2, BLOCK), np.float32)
    for block in blocks:
        whistling.render(block, speed_m_s, 0.1)
    return np.concatenate(list(blocks), axis=1)


def made(seed: int) -> Whistling:
    return Whistling(Setup(RATE_HZ, BLOCK, seed, "voice/wind"))


def peak_near(samples: Samples, hz: float) -> float:
    found, density = signal.welch(samples[0], RATE_HZ, nperseg=16384)
    inside = (found > 0.75 * hz) & (found < 1.3 * hz)
    smooth = np.convolve(density, np.ones(15) / 15, "same")
    return float(found[inside][np.argmax(smooth[inside])])


@pytest.mark.parametrize("seed", range(12))
def test_two_or_three_bands_of_the_measured_sharpness(seed: int) -> None:
    whistling = made(seed)
    assert len(whistling.bands_hz) in (2, 3)
    assert ((whistling.quality >= 10) & (whistling.quality <= 40)).all()
    assert whistling.bands_hz.min() >= 300


@pytest.mark.parametrize("speed_m_s", [5.5, 7.0, 8.5])
def test_the_pitch_rises_with_the_wind(speed_m_s: float) -> None:
    whistling = made(3)
    samples = whistled(whistling, speed_m_s, 20)
    wanted_hz = whistling.bands_hz[0] * speed_m_s / 6.0
    assert peak_near(samples, wanted_hz) == pytest.approx(wanted_hz, rel=0.15)
    # From 300 to 1500 Hz, but for the skirts of what lies at the edges.
    assert rms(band(samples, 270, 1650)) > 0.95 * rms(samples.mean(axis=0))


def test_bands_are_narrow() -> None:
    whistling = made(4)
    samples = whistled(whistling, 5.0, 30)
    hz = whistling.bands_hz[0] * 5.0 / 6.0
    assert rms(band(samples, 0.75 * hz, 1.3 * hz)) > 0.8 * rms(samples.mean(axis=0))


def test_under_four_metres_a_second_nothing_whistles() -> None:
    assert rms(whistled(made(5), 0.7 * THRESHOLD_M_S, 5)) < 1e-6
    soft, loud = (rms(whistled(made(5), speed, 10)) for speed in (5.0, 8.0))
    assert decibels(loud / soft) > 6.0


def test_a_gap_is_dull_but_for_its_whistle() -> None:
    calm, fresh = (
        clip(build("wind", 3, through="gap", speed_m_s=speed, gust_ratio=0.0), 20) for speed in (3.0, 7.0)
    )
    for samples in (calm, fresh):
        assert rms(band(samples, 3000, 16000)) < 0.05 * rms(samples.mean(axis=0))

    def stands_out(samples: Samples) -> float:
        """How far the highest narrow band stands over most of what lies round it."""
        hz, density = signal.welch(samples[0], RATE_HZ, nperseg=4096)
        smooth = np.convolve(density, np.ones(5) / 5, "same") * hz
        inside = smooth[(hz > 300) & (hz < 1500)]
        return float(inside.max() / np.median(inside))

    assert stands_out(fresh) > 1.3 * stands_out(calm)  # 1.45 to 1.8 by the seed


def pitch_hz(samples: Samples) -> float:
    """Middle of what is heard of trees, above the rumble of the air itself."""
    hz, density = signal.welch(samples.mean(axis=0), RATE_HZ, nperseg=4096)
    inside = (hz > 300) & (hz < 6000)
    return float((hz * density)[inside].sum() / density[inside].sum())


def course(voice: object, seconds: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Speed at the crowns and pitch of the sound, every two seconds."""
    assert isinstance(voice, WindVoice)
    speeds, pitches = list[float](), list[float]()
    for n in range(int(seconds / 2.0)):
        samples = clip(voice, 2.0, lambda t_s, began_s=2.0 * n: GUSTY(began_s + t_s))
        speeds.append(voice._gusts.canopy_m_s)
        pitches.append(pitch_hz(samples))
    return np.array(speeds), np.array(pitches)


def test_pines_brighten_with_every_gust() -> None:
    speeds, pitches = course(build("wind", 5, through="pines", gust_ratio=0.8, speed_m_s=4.0), 100)
    assert np.corrcoef(speeds, pitches)[0, 1] > 0.7


def test_grass_rustles_from_three_to_six_kilohertz() -> None:
    samples = clip(build("wind", 6, through="grass"), 15)
    hz, density = signal.welch(samples.mean(axis=0), RATE_HZ, nperseg=4096)
    rustle = hz > 1500
    assert 3000 < (hz * density)[rustle].sum() / density[rustle].sum() < 6000
