"""Thunder stays far: low, soft in its rise, bounded in its height, and rare."""

from __future__ import annotations

import numpy as np
import pytest

from audio.mix.loudness import Meter, lufs
from audio.mix.strip import NATURAL_LUFS
from audio.voices.rolling import Roll
from tests.audio.voices.measure import Samples, band, decibels, envelope, rms
from tests.tools.voice_clip import BLOCK, RATE_HZ, build, clip

SEEDS = range(40)


def rolls(distance_km: float = 7.0) -> list[Roll]:
    return [Roll(np.random.default_rng(seed), distance_km) for seed in SEEDS]


def swell(roll: Roll) -> np.ndarray:
    return np.array([roll.swell(float(at_s)) for at_s in np.arange(0.0, roll.length_s, 0.02)])


def test_every_roll_swells_in_half_a_second_or_more() -> None:
    for roll in rolls():
        height = swell(roll)
        peak = int(np.argmax(height))
        near_top = int(np.argmax(height > 0.7 * height[peak]))
        assert height[0] == pytest.approx(0.0, abs=1e-6)
        assert 0.02 * (near_top - int(np.argmax(height > 0.05 * height[peak]))) > 0.5
        assert 0.02 * peak > 0.5
        # Later claps come no faster than the first.
        assert np.diff(height).max() < 0.05


def test_rolls_last_six_to_twenty_five_seconds_and_end_in_silence() -> None:
    for roll in rolls():
        assert 6.0 < roll.length_s < 25.0
        assert swell(roll)[-1] < 0.01


def test_rolls_go_up_and_down_and_none_is_like_another() -> None:
    heights = [swell(roll) for roll in rolls()]
    claps = [
        sum(h[i] == h[max(i - 40, 0) : i + 40].max() and h[i] > 0.15 * h.max() for i in range(len(h)))
        for h in heights
    ]
    assert 1.5 < np.mean(claps) < 6
    assert len({round(float(h.sum()), 3) for h in heights}) == len(heights)


def thunder(seed: int, **fields: float) -> Samples:
    samples = clip(build("thunder", seed, every_s=60.0, **fields), 45)
    loud = np.flatnonzero(envelope(samples.mean(axis=0), 0.1) > 1e-5) * int(0.1 * RATE_HZ)
    return samples[:, loud[0] : loud[-1]]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_its_energy_lies_below_400_hz(seed: int) -> None:
    samples = thunder(seed)
    whole = (samples.mean(axis=0) ** 2).sum()
    assert (band(samples, 25, 400) ** 2).sum() > 0.8 * whole
    # Where small speakers still give something.
    assert (band(samples, 80, 400) ** 2).sum() > 0.35 * whole


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_it_never_stands_more_than_six_decibels_over_its_level(seed: int) -> None:
    samples, meter = thunder(seed), Meter(RATE_HZ, BLOCK)
    blocks = np.split(samples[:, : samples.shape[1] // BLOCK * BLOCK], samples.shape[1] // BLOCK, axis=1)
    powers = [meter.power(np.ascontiguousarray(block)) for block in blocks]
    momentary = np.convolve(powers, np.ones(19) / 19, "valid")
    assert lufs(float(momentary.max())) < NATURAL_LUFS + 6.0


def test_it_rises_softly() -> None:
    level = np.hypot(*(envelope(row, 0.05) for row in thunder(5)))
    level_db = 20 * np.log10(np.maximum(level, 0.03 * level.max()))
    assert (level_db[10:] - level_db[:-10]).max() < 24.0
    assert np.diff(level_db).max() < 9.0


def test_far_thunder_is_softer_and_darker_and_every_roll_darkens() -> None:
    near, far = thunder(6, distance_km=3.0), thunder(6, distance_km=20.0)
    assert decibels(rms(near) / rms(far)) > 3.0

    def share(samples: Samples) -> float:
        return rms(band(samples, 300, 1200)) / rms(band(samples, 50, 150))

    assert share(near) > 2.0 * share(far)
    third = near.shape[1] // 3
    assert share(near[:, :third]) > 1.1 * share(near[:, -third:])


def test_from_one_to_the_next_it_takes_a_minute_or_more_and_never_the_same() -> None:
    samples = clip(build("thunder", 8, every_s=60.0), 900)
    loud = envelope(samples[0], 0.5) > 1e-5
    starts = np.flatnonzero(np.diff(loud.astype(int)) == 1) * 0.5
    gaps = np.diff(starts)
    assert len(gaps) >= 7
    assert gaps.min() >= 58.0
    assert gaps.max() < 130.0
    assert gaps.std() > 3.0


def test_it_rumbles_like_noise_not_like_a_tone() -> None:
    samples = thunder(9)
    power = np.abs(np.fft.rfft(samples[0] * np.hanning(samples.shape[1]))) ** 2
    hz = np.fft.rfftfreq(samples.shape[1], 1 / RATE_HZ)
    smooth = [power[(hz >= low) & (hz < low * 1.12)].mean() for low in np.geomspace(50, 300, 16)]
    steps_db = np.abs(np.diff(10 * np.log10(smooth)))
    assert steps_db.max() < 7.0
