"""What comes back in each scene: first echoes, an even decay, its power."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.signal
from numpy.typing import NDArray

from audio.mix.early import Early
from audio.mix.scenes import SCENES
from audio.mix.surroundings import Surroundings
from tests.audio.worlds import BLOCK, RATE
from worlds.format.space import USUAL, Space

SCATTERING = ["forest", "cave", "room"]


def answer(space: Space, seed: int, seconds: float = 4.0) -> NDArray[np.float32]:
    """What comes back of one sample in both channels."""
    around = Surroundings(space, RATE, BLOCK, np.random.default_rng(seed))
    send, made = np.zeros((2, BLOCK), np.float32), []
    for index in range(round(seconds * RATE / BLOCK)):
        send[:, 0] = float(index == 0)
        block = np.zeros((2, BLOCK), np.float32)
        around.add(send, block)
        made.append(block)
    return np.concatenate(made, axis=1)


def t30_s(heard: NDArray[np.float32], hz: float) -> float:
    """Schroeder's backward integral in a third octave, from -5 to -35 dB, doubled."""
    band = scipy.signal.butter(3, [hz / 2 ** (1 / 6), hz * 2 ** (1 / 6)], "bandpass", fs=RATE, output="sos")
    energy = np.cumsum(scipy.signal.sosfilt(band, heard.astype(np.float64))[::-1] ** 2)[::-1]
    level = 10 * np.log10(energy / energy[0])
    return 2 * float(np.argmax(level < -35) - np.argmax(level < -5)) / RATE


@pytest.mark.parametrize("scene", SCATTERING)
def test_each_band_dies_away_as_the_scene_says(scene: str) -> None:
    space = Space.model_validate({"scene": scene})
    answers = [answer(space, seed) for seed in range(4)]
    for hz, wanted_s in ((125.0, space.low_decay_s), (1000.0, space.decay_s), (4000.0, space.high_decay_s)):
        found_s = np.mean([t30_s(ear, hz) for heard in answers for ear in heard])
        assert found_s == pytest.approx(wanted_s, rel=0.1)


@pytest.mark.parametrize(("scene", "first_ms", "until_ms"), [("room", 4, 15), ("cave", 15, 60), ("forest", 10, 80)])
def test_first_echoes_come_when_walls_or_trees_send_them(scene: str, first_ms: float, until_ms: float) -> None:
    for seed in range(4):
        heard = np.abs(answer(Space.model_validate({"scene": scene}), seed, 0.2)).max(axis=0)
        echoes_ms = 1000 * np.flatnonzero(heard > 0.1 * heard.max()) / RATE
        assert echoes_ms[0] == pytest.approx(first_ms, abs=1.0)
        assert np.sum(echoes_ms < until_ms + 1.0) >= 4


def test_a_lake_gives_two_soft_echoes() -> None:
    band = scipy.signal.butter(2, 1000, fs=RATE, output="sos")
    impulse = np.zeros(RATE)
    impulse[0] = 1.0
    direct = float(np.sum(scipy.signal.sosfilt(band, impulse) ** 2))
    for seed in range(4):
        heard = answer(Space.model_validate({"scene": "lake", "decay_s": 0.3}), seed)
        power = np.mean(scipy.signal.sosfilt(band, heard.astype(np.float64)) ** 2, axis=0)
        power = np.convolve(power, np.ones(RATE // 20), "same") / direct
        power[: RATE // 2] = 0.0
        echoes = scipy.signal.find_peaks(power, distance=RATE // 4, height=power.max() * 0.05)[0]
        assert len(echoes) == 2
        assert 0.5 < echoes[0] / RATE < 1.0 < echoes[1] / RATE < 2.0
        assert all(-30.0 < level_db < -18.0 for level_db in 10 * np.log10(power[echoes]))


def test_an_echo_comes_when_it_is_told_to() -> None:
    scene = SCENES["lake"]
    assert scene is not None
    early = Early(scene, 1.0, RATE, BLOCK, np.random.default_rng(3))
    send, made = np.zeros((2, BLOCK), np.float32), []
    for index in range(60):
        send[:, 0] = float(index == 0)
        made.append(early.render(send).copy())
    heard = np.abs(np.concatenate(made, axis=1)).max(axis=0)
    for echo_s in early.echoes_s:
        around = slice(round((echo_s - 0.1) * RATE), round((echo_s + 0.2) * RATE))
        start = around.start + int(np.argmax(heard[around] > 0.3 * heard[around].max()))
        assert start / RATE == pytest.approx(early.first_s + echo_s, abs=0.001)


def test_an_echo_over_water_has_lost_its_highs() -> None:
    scene = SCENES["lake"]
    assert scene is not None
    early = Early(scene, 1.0, RATE, BLOCK, np.random.default_rng(3))
    noise = np.random.default_rng(1).standard_normal((80, 2, BLOCK)).astype(np.float32)
    heard = np.concatenate([early.render(block).copy() for block in noise], axis=1)[:, 2 * RATE :]
    hz, power = scipy.signal.welch(heard.astype(np.float64), RATE, nperseg=2048)
    low, high = power[:, (hz > 300) & (hz < 800)].mean(), power[:, (hz > 7000) & (hz < 9000)].mean()
    assert 10 * np.log10(high / low) < -18.0


@pytest.mark.parametrize("scene", [*SCATTERING, "lake"])
def test_as_much_comes_back_as_the_pack_says_and_unlike_in_both_ears(scene: str) -> None:
    space = Space.model_validate({"scene": scene, "reverb_db": -6.0})
    around = Surroundings(space, RATE, BLOCK, np.random.default_rng(2))
    noise = np.random.default_rng(1).standard_normal((400, 2, BLOCK)).astype(np.float32)
    heard = []
    for block in noise:
        mixed = np.zeros((2, BLOCK), np.float32)
        around.add(block, mixed)
        heard.append(mixed)
    settled = np.concatenate(heard[150:], axis=1)
    taken_db = 2.5 if scene == "lake" else 0.0
    assert 10 * np.log10(np.mean(settled**2)) == pytest.approx(-6.0 - taken_db, abs=1.2)
    assert abs(np.corrcoef(settled)[0, 1]) < 0.5


def test_nothing_comes_back_from_nowhere() -> None:
    assert not answer(Space.model_validate({"scene": "none"}), 1, 1.0).any()
    assert answer(Space.model_validate({"scene": "none", "reverb_db": -10.0}), 1, 1.0).any()


def test_what_a_maker_writes_goes_before_the_scene() -> None:
    for scene, usual in USUAL.items():
        assert Space.model_validate({"scene": scene}).model_dump() == {"scene": scene, **usual}
        assert Space.model_validate({"scene": scene, "decay_s": 3.3}).decay_s == 3.3
    assert Space() == Space.model_validate({})
