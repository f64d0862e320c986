"""Place, room, loudness, guard and limiter against their standards."""

from __future__ import annotations

import numpy as np
import pyloudnorm
import pytest
import scipy.signal
from numpy.typing import NDArray

from audio.dsp import filters
from audio.mix import place
from audio.mix.guard import Guard
from audio.mix.leveller import Leveller
from audio.mix.limiter import CEILING_DBTP, DELAY, Limiter
from audio.mix.losses import Decay
from audio.mix.loudness import k_weighting, power_of
from audio.mix.offset import Offset
from audio.mix.room import Room
from tests.audio.loudness import integrated_lufs

RATE, BLOCK = 48000, 2048
NOISE = np.random.default_rng(1).standard_normal((2, 40 * BLOCK)).astype(np.float32)


TENTH = RATE // 10
"""A tenth of a second, of which the standard's windows are made."""


def blocks(sound: NDArray[np.float32], size: int = BLOCK) -> list[NDArray[np.float32]]:
    return [sound[:, i : i + size].copy() for i in range(0, sound.shape[1] - size + 1, size)]


@pytest.mark.parametrize(
    "coefficients",
    [
        filters.low_pass(600.0, RATE),
        filters.low_pass_2(3000.0, 0.6, RATE),
        filters.in_series(filters.low_pass(100.0, RATE), filters.low_pass(5000.0, RATE)),
        k_weighting(RATE),
    ],
)
def test_a_block_filter_is_the_filter_sample_by_sample(coefficients: filters.Coefficients) -> None:
    made = filters.BlockFilter(coefficients, 2, BLOCK)
    sound = np.concatenate([made(block).copy() for block in blocks(NOISE)], axis=1)
    wanted = scipy.signal.lfilter(*coefficients, NOISE.astype(np.float64))
    assert np.abs(sound - wanted).max() < 5e-4


@pytest.mark.parametrize("tilt", [0.0, 0.9, -0.9])
def test_the_meter_agrees_with_another(tilt: float) -> None:
    gain = np.where(np.arange(NOISE.shape[1]) < 20 * BLOCK, 0.1, 0.005)
    sound = (scipy.signal.lfilter([1.0], [1.0, -tilt], NOISE) * gain).astype(np.float32)
    long = np.tile(sound, 4)
    theirs = pyloudnorm.Meter(RATE).integrated_loudness(long.T.astype(np.float64))
    assert integrated_lufs(blocks(long, TENTH), RATE, TENTH) == pytest.approx(theirs, abs=0.1)


def test_the_meter_reads_a_full_scale_sine_as_the_standard_says() -> None:
    n = np.arange(10 * RATE)
    sine = np.stack([np.sin(2 * np.pi * 997 * n / RATE), np.zeros(len(n))]).astype(np.float32)
    assert integrated_lufs(blocks(sine, TENTH), RATE, TENTH) == pytest.approx(-3.01, abs=0.05)


def true_peak_db(sound: NDArray[np.float32]) -> float:
    over = scipy.signal.resample_poly(sound.astype(np.float64), 16, 1, axis=1, window=("kaiser", 12.0))
    return float(20 * np.log10(np.abs(over[:, 4000:-4000]).max()))


def limited(sound: NDArray[np.float32]) -> NDArray[np.float32]:
    limiter = Limiter(RATE, BLOCK)
    made = blocks(sound)
    for block in made:
        limiter.apply(block)
    return np.concatenate(made, axis=1)


def test_no_true_peak_passes_the_limiter() -> None:
    n = np.arange(NOISE.shape[1])
    between = np.stack([np.sin(np.pi / 2 * n + np.pi / 4)] * 2).astype(np.float32)
    for sound in (NOISE * 0.5, NOISE * 3.0, between, between * (n % 7000 < 900)):
        assert true_peak_db(limited(sound.astype(np.float32))) <= CEILING_DBTP


def test_an_idle_limiter_only_delays() -> None:
    quiet = NOISE * 0.05
    assert np.array_equal(limited(quiet)[:, DELAY:], quiet[:, :-DELAY])


def test_limiting_is_smooth() -> None:
    n = np.arange(NOISE.shape[1])
    turn = 2 * np.pi * 100 / RATE
    sine = np.stack([np.sin(turn * n) * np.where(n % 20000 < 6000, 0.9, 0.3)] * 2).astype(np.float32)
    sound = limited(sine)[0, 8000:14000].astype(np.float64)
    assert np.abs(sound[2:] - 2 * np.cos(turn) * sound[1:-1] + sound[:-2]).max() < 2e-3


@pytest.mark.parametrize("decay", [Decay(1.0, 1.4, 0.7), Decay(4.0, 2.5, 1.3), Decay(0.5, 0.4, 0.35)])
def test_a_room_dies_away_as_told_in_each_band(decay: Decay) -> None:
    answers = []
    for seed in range(4):
        room = Room(decay, RATE, BLOCK, np.random.default_rng(seed))
        impulse = np.zeros((2, BLOCK), np.float32)
        answer = []
        for i in range(90):
            impulse[:, 0] = float(i == 0)
            answer.append(room.render(impulse).copy())
        answers.append(np.concatenate(answer, axis=1))
    for hz, wanted in ((125.0, decay.low_s), (1000.0, decay.middle_s), (4000.0, decay.high_s)):
        found = np.mean([t30_s(channel, hz) for answer in answers for channel in answer])
        assert found == pytest.approx(wanted, rel=0.1)


def t30_s(answer: NDArray[np.float32], hz: float) -> float:
    """Schroeder's backward integral in a third octave, from -5 to -35 dB, doubled."""
    band = scipy.signal.butter(3, [hz / 2 ** (1 / 6), hz * 2 ** (1 / 6)], "bandpass", fs=RATE, output="sos")
    energy = np.cumsum(scipy.signal.sosfilt(band, answer.astype(np.float64))[::-1] ** 2)[::-1]
    level = 10 * np.log10(energy / energy[0])
    return 2 * float(np.argmax(level < -35) - np.argmax(level < -5)) / RATE


def test_a_room_keeps_power_and_unlike_channels() -> None:
    room = Room(Decay(1.0, 1.4, 0.7), RATE, BLOCK, np.random.default_rng(1))
    sound = np.concatenate([room.render(block).copy() for block in blocks(np.tile(NOISE, 4))], axis=1)
    settled = sound[:, 60 * BLOCK :]
    assert 10 * np.log10(np.mean(settled**2)) == pytest.approx(0.0, abs=0.7)
    assert abs(np.corrcoef(settled)[0, 1]) < 0.15


@pytest.mark.parametrize(
    ("azimuth_deg", "wanted_db"),
    [(30.0, (0.2, 1.7, 4.5, 4.8, 6.3, 7.8)), (60.0, (0.3, 2.0, 4.5, 9.4, 10.7, 14.2))],
)
def test_the_far_ear_is_shaded_as_by_a_sphere(azimuth_deg: float, wanted_db: tuple[float, ...]) -> None:
    gains = place.gains(azimuth_deg, place.REFERENCE_M)
    shade = place.filters(place.SHADE, RATE)
    assert shade is not None
    _, response = scipy.signal.freqz(*shade, worN=250.0 * 2.0 ** np.arange(6), fs=RATE)
    near = np.linalg.norm(gains[place.PLAIN, 1])
    far = np.linalg.norm(gains[place.PLAIN, 0]) + np.linalg.norm(gains[place.SHADE, 0]) * response
    found_db = 20 * np.log10(near / np.abs(far))
    assert np.abs(found_db - wanted_db).max() < 2.1
    assert np.abs(found_db - wanted_db).mean() < 1.0


def test_the_far_ear_hears_it_later() -> None:
    for azimuth_deg, wanted_us in ((30.0, 261.0), (60.0, 488.0), (90.0, 656.0), (-150.0, 261.0)):
        assert 1e6 * place.delay_s(azimuth_deg) == pytest.approx(wanted_us, abs=3.0)


def test_from_the_middle_nothing_changes_and_sides_keep_the_power() -> None:
    middle = place.gains(0.0, place.REFERENCE_M)
    assert np.array_equal(middle[place.PLAIN, :, :2], np.eye(2))
    assert not middle[1 : place.ROOM].any()
    for azimuth_deg in (-90.0, -30.0, 10.0, 45.0, 120.0):
        gains = place.gains(azimuth_deg, place.REFERENCE_M)[: place.ROOM]
        power = np.sum((gains[place.PLAIN] + 0.5 * gains[place.SHADE]) ** 2) / 2
        assert 10 * np.log10(power) == pytest.approx(0.0, abs=0.5)


AIR_DB_PER_100_M = (0.04, 0.13, 0.27, 0.47, 0.99, 3.0, 10.5)


@pytest.mark.parametrize("metres", [20.0, 40.0, 80.0, 160.0])
def test_distance_takes_level_and_highs_as_air_does(metres: float) -> None:
    hz = 125.0 * 2.0 ** np.arange(7)
    gains = place.gains(0.0, metres)[:, 0, 0]
    response = np.full(7, gains[place.PLAIN], complex)
    for bus in (place.NEAR_AIR, place.MIDDLE_AIR, place.FAR_AIR):
        coefficients = place.filters(bus, RATE)
        assert coefficients is not None
        response += gains[bus] * scipy.signal.freqz(*coefficients, worN=hz, fs=RATE)[1]
    air_db = np.array(AIR_DB_PER_100_M) * metres / 100
    wanted_db = -20 * np.log10(metres / 10) - air_db
    off_db = np.abs(20 * np.log10(np.abs(response)) - wanted_db)
    assert off_db[air_db < 6].max() < 1.0
    assert off_db.max() < 3.0


def test_the_guard_leaves_a_calm_world_alone() -> None:
    guard = Guard(RATE, BLOCK)
    swell = -23 + 4 * np.sin(np.arange(2000) / 30)
    assert all(guard.step(power_of(level)) == 1.0 for level in swell)


@pytest.mark.parametrize("level", [-12.0, -6.0, 0.0, 10.0])
def test_the_guard_holds_short_term_loudness(level: float) -> None:
    guard = Guard(RATE, BLOCK)
    left = []
    for i in range(600):
        power = power_of(level if (i // 40) % 3 == 1 else -23.0)
        left.append(power * guard.step(power) ** 2)
    window = round(3 * RATE / BLOCK)
    short_term = np.convolve(left, np.ones(window) / window, "valid").max()
    assert -0.691 + 10 * np.log10(short_term) < -17.0


@pytest.mark.parametrize("actual", [-40.0, -23.0, -15.0])
def test_the_leveller_finds_a_level_and_never_hurries(actual: float) -> None:
    leveller = Leveller(-25.0, RATE, BLOCK)
    gains = [leveller.step(power_of(actual)) for _ in range(round(300 * RATE / BLOCK))]
    assert gains[-1] == pytest.approx(-23.0 - actual, abs=0.3)
    assert np.abs(np.diff(gains)).max() * RATE / BLOCK < 0.9


def test_silence_does_not_raise_the_level() -> None:
    leveller = Leveller(-25.0, RATE, BLOCK)
    gains = [leveller.step(power_of(-23.0) if i % 200 < 40 else 0.0) for i in range(4000)]
    assert max(gains) < 5.0


def test_an_offset_is_taken_out_without_a_step() -> None:
    offset = Offset(RATE, BLOCK)
    made = blocks(np.full((2, 60 * BLOCK), 0.2, np.float32))
    for block in made:
        block += offset.gains @ offset.lines
        offset.look(block)
    sound = np.concatenate(made, axis=1)
    assert np.abs(sound[:, -BLOCK:]).max() < 2e-4
    assert np.abs(np.diff(sound)).max() < 1e-4
