"""The guard that lets nothing burst out of quiet, alone with its limiter, against sounds no pack could make."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.mix.limiter import CEILING_DBTP, DELAY, Limiter
from audio.mix.onset import OnsetGuard
from tests.audio.rises import FLOOR_DBFS, MOST_DB, largest_rise_db, levels_db
from tests.audio.worlds import BLOCK, RATE

BLOCKS = 70


def guarded(sound: NDArray[np.float32], block: int = BLOCK, volume: float = 1.0) -> NDArray[np.float32]:
    """The sound as guard and limiter let it through."""
    guard, limiter = OnsetGuard(RATE, block), Limiter(RATE, block)
    made = sound.copy()
    for start in range(0, made.shape[1], block):
        part = np.ascontiguousarray(made[:, start : start + block])
        limiter.apply(part, guard.caps(part, volume))
        made[:, start : start + block] = part
    return made


def cruel(seed: int) -> NDArray[np.float32]:
    """Bursts of any level, length, attack, pitch and side, over a bed of any level, or none."""
    chance = np.random.default_rng(seed)
    count = BLOCKS * BLOCK
    sound = 10 ** (chance.uniform(-80, -15) / 20) * chance.standard_normal((2, count)) * (chance.random() < 0.7)
    for _ in range(int(chance.integers(1, 40))):
        start = int(chance.integers(count - 100))
        decay_s, attack_s = 10 ** chance.uniform(-3.3, -0.2), 10 ** chance.uniform(-4, -1.5)
        t_s = np.arange(min(count - start, int(3 * decay_s * RATE))) / RATE
        swell = np.minimum(t_s / attack_s, 1.0) * (np.exp(-2 * t_s / decay_s) if chance.random() < 0.7 else 1.0)
        tone = np.sin(2 * np.pi * 10 ** chance.uniform(1.6, 4) * t_s + chance.uniform(0, 6))
        wave = swell * (tone if chance.random() < 0.7 else chance.standard_normal(len(t_s)))
        side = chance.uniform(0, np.pi / 2)
        level = 2 * 10 ** (chance.uniform(-45, 12) / 20)
        sound[:, start : start + len(t_s)] += level * np.array([[np.sin(side)], [np.cos(side)]]) * wave
    return sound.astype(np.float32)


def test_the_meter_sees_a_rise_and_nothing_else() -> None:
    level = np.repeat([0.1, 0.1 * 10 ** (20 / 20), 1e-4, 1e-5], RATE // 4)
    sound = np.stack([level * np.sin(np.arange(RATE)), level * np.cos(np.arange(RATE))]).astype(np.float32)
    assert largest_rise_db(sound[:, : RATE // 5]) == pytest.approx(-23 - FLOOR_DBFS, abs=0.1)
    assert largest_rise_db(sound[:, RATE // 8 :]) == pytest.approx(max(20.0, -23 - FLOOR_DBFS), abs=0.2)
    swell = sound[:, :RATE] * np.linspace(0.0, 1.0, RATE, dtype=np.float32) ** 4
    assert largest_rise_db(swell[:, : RATE // 4]) < 10.0


@pytest.mark.parametrize("seed", range(24))
def test_nothing_bursts_out_of_quiet(seed: int) -> None:
    sound = cruel(seed)
    assert largest_rise_db(sound) > MOST_DB
    made = guarded(sound)
    assert largest_rise_db(made) < MOST_DB
    assert 20 * np.log10(np.abs(made).max()) < CEILING_DBTP


def test_a_bed_with_crisp_drops_is_left_as_it_is() -> None:
    chance = np.random.default_rng(1)
    sound = 0.05 * chance.standard_normal((2, BLOCKS * BLOCK))
    for start in range(8 * BLOCK, sound.shape[1], 5000):
        sound[:, start : start + 200] *= 2.5
    sound = sound.astype(np.float32)
    begun = slice(6 * BLOCK, None)
    assert np.array_equal(guarded(sound)[:, begun][:, DELAY:], sound[:, begun][:, :-DELAY])


def test_what_is_soft_comes_through_untouched_even_from_silence() -> None:
    sound = np.zeros((2, 20 * BLOCK), np.float32)
    sound[:, 9000:12000] = 0.009 * np.sin(np.arange(3000))
    assert np.array_equal(guarded(sound)[:, DELAY:], sound[:, :-DELAY])


def test_a_knock_out_of_silence_is_softened_and_still_heard() -> None:
    t_s = np.arange(RATE) / RATE
    knock = 0.5 * np.sin(2 * np.pi * 440 * t_s) * np.exp(-t_s / 0.02)
    sound = np.zeros((2, 30 * BLOCK), np.float32)
    sound[:, 20000 : 20000 + RATE // 2] = knock[: RATE // 2]
    levels = levels_db(guarded(sound))[0]
    assert -40.0 < levels.max() < -30.0
    # Where it has become as soft as may be, it is heard whole again.
    assert levels[-500:].max() == pytest.approx(levels_db(sound)[0][-500:].max(), abs=0.1)


@pytest.mark.parametrize("hertz", [110.0, 443.0, 2000.0])
def test_gain_moves_without_a_click(hertz: float) -> None:
    n = np.arange(BLOCKS * BLOCK)
    on = np.clip(np.abs(n % 24000 - 12000) / 480 - 12.5, 0.0, 1.0)
    level = 0.003 + 0.6 * (0.5 - 0.5 * np.cos(np.pi * on))
    sound = np.stack([level * np.sin(2 * np.pi * hertz / RATE * n)] * 2).astype(np.float32)
    made = guarded(sound)
    assert np.abs(made - np.roll(sound, DELAY, axis=1)).max() > 0.3
    power = np.abs(np.fft.rfft(made[0] * np.hanning(made.shape[1]))) ** 2
    high = np.fft.rfftfreq(made.shape[1], 1 / RATE) > 6000
    assert 10 * np.log10(power[high].sum() / power.sum()) < -80.0


@pytest.mark.parametrize("block", [64, 512, 1024])
def test_blocks_of_any_size_come_out_alike(block: int) -> None:
    sound = cruel(3)
    assert np.abs(guarded(sound, block) - guarded(sound)).max() < 1e-5


@pytest.mark.parametrize("volume_db", [-12.0, -30.0])
def test_softer_worlds_do_not_burst_either(volume_db: float) -> None:
    volume = 10 ** (volume_db / 20)
    for seed in (2, 5, 11):
        made = guarded((cruel(seed) * volume).astype(np.float32), volume=volume)
        assert largest_rise_db(made, FLOOR_DBFS + volume_db) < MOST_DB
