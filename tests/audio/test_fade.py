"""Fades of any length are even in loudness."""

from __future__ import annotations

import numpy as np
import pytest

from audio.dsp.fade import Fade, gain_of, loudness_of
from audio.messages import Level
from audio.mixdown import Mixdown
from tests.audio.worlds import BLOCK, RATE, Tone

DT_S = BLOCK / RATE


def faded(seconds: float, start: float = 1.0, goal: float = 0.0) -> np.ndarray:
    fade = Fade(start)
    fade.head_for(goal, seconds)
    return np.array([fade.step(DT_S) for _ in range(int(seconds / DT_S) + 2)])


def test_loudness_and_gain_are_inverse_and_ten_decibels_are_twice_as_loud() -> None:
    for gain in (0.0, 1e-4, 1e-3, 0.03, 1.0):
        assert gain_of(loudness_of(gain)) == pytest.approx(gain, abs=1e-9)
    assert loudness_of(1.0) / loudness_of(10**-0.5) == pytest.approx(2.0, abs=0.05)


@pytest.mark.parametrize("seconds", [1.5, 60.0, 3600.0])
@pytest.mark.parametrize(("start", "goal"), [(1.0, 0.0), (0.0, 1.0), (0.5, 0.001)])
def test_no_part_of_a_fade_takes_much_more_loudness_than_another(seconds: float, start: float, goal: float) -> None:
    gains = np.concatenate([[start], faded(seconds, start, goal)])
    assert gains[-1] == goal
    loudness = np.array([loudness_of(gain) for gain in gains])
    assert (np.diff(loudness) * np.sign(goal - start) >= -1e-9).all()
    tenths = np.abs(np.diff(np.interp(np.linspace(0, 1, 11), np.linspace(0, 1, len(loudness)), loudness)))
    assert tenths.max() < 0.17 * np.abs(loudness[-1] - loudness[0])


def test_an_hour_sinks_evenly_to_its_end_without_breaking_off() -> None:
    gains = faded(3600.0)
    level_db = 20 * np.log10(np.maximum(gains, 1e-9))
    second = level_db[:: round(1 / DT_S)]
    audible = second > -60.0
    assert np.abs(np.diff(second[audible])).max() < 0.4
    # At half of the time it is half as loud, not gone and not as before.
    assert level_db[len(level_db) // 2] == pytest.approx(-10.0, abs=1.0)
    assert level_db[int(len(level_db) * 0.9)] < -40.0


def test_the_way_into_silence_and_the_volume_go_so() -> None:
    for message in (None, Level(-120.0, 10.0)):
        mixdown, tone, peaks = Mixdown(), Tone(), []
        mixdown.play(tone, 0.05)
        block = np.zeros((2, BLOCK), np.float32)
        for _ in range(8):
            mixdown.render(block)
        if message is None:
            mixdown.play(None, 10.0)
        else:
            mixdown.take(message)
        for _ in range(round(5.0 / DT_S)):
            mixdown.render(block)
        assert 20 * np.log10(np.abs(block).max() / 0.3) == pytest.approx(-10.0, abs=1.0)
        for _ in range(round(5.2 / DT_S)):
            mixdown.render(block)
            peaks.append(float(np.abs(block).max()))
        assert peaks[-1] == 0.0
        assert (np.diff(peaks) <= 1e-6).all()


def test_a_fade_taken_back_half_way_goes_on_from_there() -> None:
    fade = Fade(1.0)
    fade.head_for(0.0, 10.0)
    gains = [fade.step(DT_S) for _ in range(round(5.0 / DT_S))]
    fade.head_for(1.0, 10.0)
    gains += [fade.step(DT_S) for _ in range(round(11.0 / DT_S))]
    assert np.abs(np.diff(gains)).max() < 0.02
    assert gains[-1] == 1.0
