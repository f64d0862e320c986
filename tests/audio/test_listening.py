"""Headphones, speakers, mono, and the night."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.engine import Engine
from audio.listening import Listening
from audio.messages import Level, Listen
from audio.mix.mono import Mono
from audio.mix.night import Night
from audio.mixdown import Mixdown
from tests.audio.placed import noise, placed, sine
from tests.audio.worlds import BLOCK, FULL, RATE, Tone, breaks, world

CLICK = 2.5e-4


def through(effect: Mono | Night, sound: NDArray[np.float32]) -> NDArray[np.float32]:
    blocks = np.split(sound, sound.shape[1] // BLOCK, axis=1)
    return np.concatenate([effect(block).copy() for block in blocks], axis=1)


def power_db(sound: NDArray[np.float32]) -> float:
    """Of the second half, both ears together."""
    return float(10 * np.log10(np.mean(sound[:, sound.shape[1] // 2 :].astype(np.float64) ** 2)))


@pytest.mark.parametrize("azimuth_deg", [-90.0, -30.0, 0.0, 20.0, 60.0, 120.0])
def test_speakers_tell_sides_by_level_alone(azimuth_deg: float) -> None:
    heard = placed(noise(1.0), {"azimuth_deg": azimuth_deg}, lambda _: "speakers")
    left, right = (float(np.sqrt(np.mean(ear[BLOCK:] ** 2))) for ear in heard)
    side = np.sin(np.radians(azimuth_deg))
    assert np.arctan2(right, left) == pytest.approx((1 + side) * np.pi / 4, abs=0.01)
    together = heard[0] * right - heard[1] * left
    assert np.abs(together[BLOCK:]).max() < 1e-4


@pytest.mark.parametrize("azimuth_deg", [-90.0, -30.0, 0.0, 60.0])
def test_speakers_keep_the_power(azimuth_deg: float) -> None:
    sound = noise(1.0, alike=False)
    heard = placed(sound, {"azimuth_deg": azimuth_deg}, lambda _: "speakers")
    assert power_db(heard) == pytest.approx(power_db(sound), abs=0.3)


@pytest.mark.parametrize("hz", [40.0, 200.0, 1000.0, 5000.0, 14000.0])
@pytest.mark.parametrize("sides", [(1, 1), (1, -1), (1, 0), (0.3, -0.9)])
def test_in_mono_nothing_cancels_and_nothing_grows(hz: float, sides: tuple[float, float]) -> None:
    sound = (sine(1.5, hz) * np.array(sides)[:, None]).astype(np.float32)
    made = through(Mono(RATE, BLOCK), sound)
    assert np.array_equal(made[0], made[1])
    assert power_db(made) == pytest.approx(power_db(sound), abs=0.3)


@pytest.mark.parametrize("azimuth_deg", [-80.0, 35.0])
def test_in_mono_a_sound_from_a_side_is_as_loud_as_ever_at_every_pitch(azimuth_deg: float) -> None:
    for hz in (100.0, 700.0, 1500.0, 3000.0, 9000.0):
        heard = placed(sine(1.0, hz), {"azimuth_deg": azimuth_deg}, lambda _: "mono")
        made = through(Mono(RATE, BLOCK), heard)
        assert power_db(made) == pytest.approx(power_db(heard), abs=0.3)


@pytest.mark.parametrize("listening", ["speakers", "mono"])
def test_a_change_of_listening_does_not_click(listening: Listening) -> None:
    changes = placed(
        sine(3.0, 300.0), {"azimuth_deg": 70.0}, lambda block: listening if block % 8 < 4 else "headphones"
    )
    assert breaks(changes[:, BLOCK:], 2 * np.pi * 300 / RATE) < CLICK


def test_mono_and_night_come_and_go_without_a_click() -> None:
    mixdown, tone, made = Mixdown(), Tone(), []
    mixdown.play(tone, 0.1)
    for index in range(120):
        if index % 20 == 10:
            listening: Listening = "mono" if index % 40 == 10 else "headphones"
            mixdown.take(Listen(listening, night=index % 60 == 10))
        block = np.zeros((2, BLOCK), np.float32)
        mixdown.render(block)
        made.append(block)
    assert breaks(np.concatenate(made, axis=1), tone.turn) < CLICK


def test_a_world_is_as_loud_in_mono() -> None:
    powers = []
    ways: list[Listening] = ["headphones", "mono"]
    for listening in ways:
        mixdown, block, power = Mixdown(), np.zeros((2, BLOCK), np.float32), 0.0
        mixdown.take(Listen(listening))
        mixdown.play(Engine(world(**FULL), 3), 0.1)
        for _ in range(400):
            mixdown.render(block)
            power += float(np.sum(block.astype(np.float64) ** 2))
        powers.append(10 * np.log10(power))
    assert powers[0] == pytest.approx(powers[1], abs=0.7)


@pytest.mark.parametrize(("hz", "wanted_db"), [(100.0, -10.0), (8000.0, -20.0)])
def test_by_night_all_is_softer_and_highs_more_so(hz: float, wanted_db: float) -> None:
    sound = sine(6.0, hz)
    assert power_db(through(Night(RATE, BLOCK), sound)) - power_db(sound) == pytest.approx(wanted_db, abs=1.0)


def test_by_night_a_swell_rises_by_half() -> None:
    sound = sine(24.0, 200.0) * np.float32(0.1)
    begins = 18 * RATE // BLOCK * BLOCK
    sound[:, begins:] *= 4.0
    made = through(Night(RATE, BLOCK), sound)
    before, swell = made[:, begins - RATE : begins], made[:, begins + BLOCK : begins + RATE // 2]
    assert 20 * np.log10(swell.std() / before.std()) < 8.0


def test_what_is_told_before_anything_sounds_is_there_from_its_first_sample() -> None:
    mixdown, out = Mixdown(), np.zeros((2, BLOCK), np.float32)
    for message in (Listen("mono"), Level(-120.0, 0.0), Level(-20.0, 3600.0)):
        mixdown.take(message)
    mixdown.render(out)
    mixdown.play(Engine(world(**FULL), 1), 0.05)
    for _ in range(8):
        mixdown.render(out)
        assert np.array_equal(out[0], out[1])
        assert np.abs(out).max() < 1e-4


def test_by_night_a_world_that_fades_in_is_at_its_loudness_once_it_is_in() -> None:
    mixdown, made = Mixdown(), []
    mixdown.take(Listen(night=True))
    mixdown.play(Tone(), 3.0)
    for _ in range(round(20.0 * RATE / BLOCK)):
        out = np.zeros((2, BLOCK), np.float32)
        mixdown.render(out)
        made.append(out)
    heard = np.concatenate(made, axis=1)
    early, late = heard[:, 3 * RATE : 4 * RATE], heard[:, -RATE:]
    assert 20 * np.log10(early.std() / late.std()) > -0.5
    mixdown.play(None, 3.0)
    for _ in range(round(2.0 * RATE / BLOCK)):
        mixdown.render(out)
    assert 20 * np.log10(out.std() / late.std()) < -6.0
