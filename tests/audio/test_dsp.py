"""The building blocks keep their promises: level, pitch, decay, place."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from audio.dsp import bake, spectrum
from audio.dsp.blend import Blend, Shape, added, between
from audio.dsp.grains import Grains, HeavyTail, packed, trimmed
from audio.dsp.modes import Modes
from audio.dsp.noise import ShapedNoise, frame_for
from audio.dsp.smooth import Pursuit, Ramp, Slew

RATE = 48000
BLOCK = 1024


def rendered(part: ShapedNoise | Modes, blocks: int) -> np.ndarray:
    out = np.zeros((blocks, 2, BLOCK), np.float32)
    for block in out:
        part.render(block)
    return out.transpose(1, 0, 2).reshape(2, -1)


def noise(curve: spectrum.Curve, **options: object) -> ShapedNoise:
    """Noise of this power density in dB, held beyond its ends; third octaves grow wider, by 3 dB an octave."""
    hz = np.geomspace(10.0, RATE / 2, 200)
    thirds = [(float(f), float(db + 10 * np.log10(f))) for f, db in zip(hz, spectrum.at(curve, hz), strict=True)]
    shape = spectrum.from_third_octaves(thirds, RATE, frame_for(BLOCK))
    return ShapedNoise(shape, BLOCK, RATE, np.random.default_rng(3), **options)


def test_noise_has_unit_level_and_no_offset() -> None:
    sound = rendered(noise([(100, 0), (200, -3)]), 1600)
    assert np.sqrt(np.mean(sound**2)) == pytest.approx(1.0, rel=0.03)
    assert abs(sound.mean()) < 1e-3


def test_noise_keeps_its_level_through_each_block() -> None:
    sound = rendered(noise([(1000, 0)]), 2000)
    power = (sound.reshape(2, -1, BLOCK) ** 2).mean(axis=(0, 1)).reshape(16, -1).mean(axis=1)
    assert np.ptp(10 * np.log10(power)) < 0.25


def test_noise_falls_as_told() -> None:
    sound = rendered(noise([(125, 0), (8000, -30)]), 600)
    bands = band_levels_db(sound[0])
    slope = np.polyfit(np.arange(len(bands)), bands, 1)[0]
    # Octave bands widen by 3 dB an octave: a density falling 5 shows as 2.
    assert slope == pytest.approx(-2.0, abs=0.15)


def test_noise_is_as_coherent_as_told() -> None:
    sound = rendered(noise([(1000, 0)], coherence=[(1000, 0.4)]), 800)
    assert np.corrcoef(sound)[0, 1] == pytest.approx(0.4, abs=0.02)


def test_noise_bands_move_apart() -> None:
    part = noise([(1000, 0)], bands_hz=(200.0, 5000.0))
    out = np.zeros((2, BLOCK), np.float32)
    gains = np.array([[1.0, 0.0], [0.0, 1.0]], np.float32)
    for _ in range(40):
        out.fill(0)
        part.render(out, gains)
    left, right = np.abs(np.fft.rfft(out * np.hanning(BLOCK)))
    assert left[:5].sum() > 20 * right[:5].sum()
    assert right[300:].sum() > 20 * left[300:].sum()


def band_levels_db(sound: np.ndarray) -> np.ndarray:
    frames = sound[: len(sound) // 4096 * 4096].reshape(-1, 4096) * np.hanning(4096)
    power = (np.abs(np.fft.rfft(frames)) ** 2).mean(axis=0)
    hz = np.fft.rfftfreq(4096, 1 / RATE)
    centres = 250.0 * 2.0 ** np.arange(5)
    return np.array([10 * np.log10(power[(hz >= c / 2**0.5) & (hz < c * 2**0.5)].sum()) for c in centres])


def two_shapes() -> tuple[Shape, Shape]:
    curves = ((100.0, 0.0), (8000.0, -40.0)), ((100.0, -40.0), (8000.0, 0.0))
    low, high = (spectrum.from_third_octaves(curve, RATE, frame_for(BLOCK)) for curve in curves)
    return low, high


def test_added_spectra_share_their_power_and_those_between_their_decibels() -> None:
    low, high = two_shapes()
    halves, midway = added(low, high, 0.5), between(low, high, 0.5)
    assert (halves**2).sum() == pytest.approx(1.0, rel=1e-3)
    assert (midway**2).sum() == pytest.approx(1.0, rel=1e-3)
    deep, shrill = 10, 400
    assert halves[deep] == pytest.approx(np.sqrt((low[deep] ** 2 + high[deep] ** 2) / 2), rel=1e-3)
    assert midway[shrill] / midway[deep] == pytest.approx(
        np.sqrt(low[shrill] * high[shrill] / (low[deep] * high[deep])), rel=1e-3
    )


def test_a_blend_follows_its_share_and_comes_back() -> None:
    low, high = two_shapes()
    part = ShapedNoise(low, BLOCK, RATE, np.random.default_rng(1))
    blend = Blend(part, low, high)

    def shrill_db(share: float) -> float:
        blend.set(share)
        rendered(part, 8)
        return float(band_levels_db(rendered(part, 200)[0])[-1])

    found = [shrill_db(share) for share in (0.0, 0.5, 1.0, 0.0)]
    assert found[2] - found[1] == pytest.approx(3.0, abs=0.5)
    assert found[1] > found[0] + 20
    assert found[3] == pytest.approx(found[0], abs=0.5)


def test_waves_laid_over_each_other_begin_together() -> None:
    long, short = np.ones(5), np.full(2, 2.0)
    assert bake.overlaid(short, long).tolist() == [3.0, 3.0, 1.0, 1.0, 1.0]
    stereo = bake.overlaid(np.ones((2, 1)), np.ones((2, 3)))
    assert stereo.tolist() == [[2.0, 1.0, 1.0]] * 2


def test_what_is_around_a_sound_differs_between_the_ears() -> None:
    left, right = bake.amid(np.ones(2), np.array([0.1, 0.2, 0.3]), 0.0)
    assert (left + right)[2] == 0.0
    assert (left - right).tolist() == pytest.approx([0.2, 0.4, 0.6])
    assert (left + right)[0] == pytest.approx(np.sqrt(2.0))


def test_a_mode_has_its_pitch_and_decay() -> None:
    modes = Modes(1, RATE, BLOCK)
    modes.tune([0], [440.0], [2.0], pan=0.0)
    modes.strike([0], np.array([-1j]))
    left, right = rendered(modes, 50)
    n = np.arange(len(left))
    wanted = np.sin(2 * np.pi * 440 * n / RATE) * 10 ** (-3 * n / RATE / 2.0)
    assert np.abs(left - wanted).max() < 2e-5
    assert np.abs(right).max() < 1e-6


def test_a_strike_in_mid_block_begins_on_the_grid() -> None:
    modes = Modes(1, RATE, BLOCK)
    modes.tune([0], [1000.0], [1.0])
    modes.strike([0], np.array([-1j]), delay=330)
    sound = rendered(modes, 2)[0]
    assert not sound[:320].any()
    n = np.arange(2 * BLOCK - 320)
    wanted = np.sin(2 * np.pi * 1000 * n / RATE) * 10 ** (-3 * n / RATE) * np.sqrt(0.5)
    assert np.abs(sound[320:] - wanted).max() < 2e-5


def test_modes_above_the_range_rest_and_dead_ones_are_cleared() -> None:
    modes = Modes(2, RATE, BLOCK)
    modes.tune([0, 1], [40000.0, 500.0], [1.0, 0.02])
    modes.strike([0, 1], np.array([-1j, -1j]))
    sound = rendered(modes, 20)
    assert np.abs(sound[:, -BLOCK:]).max() == 0.0
    assert modes.loudest([1]) == 0.0


def test_gains_of_modes_glide() -> None:
    modes = Modes(1, RATE, BLOCK)
    modes.tune([0], [0.0], [np.inf], pan=0.0)
    modes.strike([0], np.array([1.0 + 0j]))
    out = np.zeros((2, BLOCK), np.float32)
    modes.render(out, np.zeros(1, np.float32))
    assert out[0, 0] == pytest.approx(1.0, abs=0.07)
    assert np.abs(np.diff(out[0])).max() < 0.07


def test_grains_land_where_they_were_put_across_blocks() -> None:
    grains = Grains(BLOCK, [np.ones((2, 2500), np.float32)])
    grains.let_go(1000, 0, 0.5)
    out = np.zeros((5, 2, BLOCK), np.float32)
    for block in out:
        grains.add(block)
    sound = out.transpose(1, 0, 2).reshape(2, -1)
    assert not sound[:, :1000].any()
    assert (sound[:, 1000:3500] == 0.5).all()
    assert not sound[:, 3500:].any()


def test_scattered_grains_know_nothing_of_each_other() -> None:
    """Their number in a block, told by its sum, is Poisson's: its variance is its mean."""
    grains, chance = Grains(BLOCK, [np.ones((2, 1), np.float32)]), np.random.default_rng(6)
    alike, out = HeavyTail(1.0, 1.0), np.zeros((4000, 2, BLOCK), np.float32)
    for block in out:
        grains.scatter(chance, 3.0, alike, 1.0)
        grains.add(block)
    heard = out[:, 0].sum(axis=1)
    assert heard.mean() == pytest.approx(3.0, rel=0.05)
    assert heard.var() / heard.mean() == pytest.approx(1.0, abs=0.1)


def test_a_grain_not_made_yet_sounds_once_it_is() -> None:
    grains = Grains(BLOCK, (), longest=100)
    grains.let_go(10, 0, 1.0)
    out = np.zeros((3, 2, BLOCK), np.float32)
    grains.add(out[0])
    grains.fill([packed(np.ones((2, 100), np.float32))])
    grains.add(out[1])
    grains.add(out[2])
    assert not out[:2].any()
    assert (out[2, :, :100] == 1.0).all()
    assert not out[2, :, 100:].any()


def test_a_ramp_reaches_its_goal_without_a_step() -> None:
    ramp = Ramp(0.0, BLOCK)
    samples = np.ones((2, BLOCK), np.float32)
    ramp.apply(samples, 1.0)
    assert samples[0, -1] == 1.0
    assert np.abs(np.diff(samples[0])).max() < 1.1 / BLOCK


def test_a_slew_arrives_in_its_time() -> None:
    slew = Slew(0.0)
    slew.head_for(2.0, 1.0)
    assert slew.step(0.5) == pytest.approx(1.0)
    assert not slew.arrived
    assert slew.step(0.5) == 2.0
    assert slew.arrived


def test_a_pursuit_is_the_same_in_any_steps_never_overshoots_and_arrives() -> None:
    ways = []
    for steps in (1, 7):
        pursuit = Pursuit(1.0, 0.3)
        pursuit.goal = 0.0
        ways.append([[pursuit.step(0.042 / steps) for _ in range(steps)][-1] for _ in range(12)])
    assert ways[0] == pytest.approx(ways[1], abs=1e-9)
    assert all(after <= before for before, after in pairwise(ways[0]))
    assert (ways[0][-1], min(ways[0])) == (0.0, 0.0)


def test_a_packed_grain_is_the_grain_to_a_step_of_its_peak() -> None:
    grain = np.random.default_rng(1).standard_normal((2, 600)) * np.geomspace(1.0, 1e-3, 600) * 0.02
    row, step = packed(grain)
    exact = trimmed(grain)
    assert row.dtype == np.int16
    assert np.abs(row * step - exact).max() <= 0.51 * step
    assert step < 4e-5 * np.abs(exact).max()
