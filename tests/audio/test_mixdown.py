"""Worlds change, volume moves, and nothing clicks."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.dsp.resample import Resampler
from audio.messages import Bell, Hear, Level, Touched
from audio.mixdown import Mixdown
from tests.audio.worlds import BLOCK, HALF, RATE, Tone, breaks

CLICK = 2.5e-4
"""The quickest fade of a sine of 0.3 stays at half of it; a step of 1 % lies ten times above."""


def sound(mixdown: Mixdown, seconds: float) -> NDArray[np.float32]:
    made = []
    for _ in range(int(seconds * RATE / BLOCK)):
        block = np.zeros((2, BLOCK), np.float32)
        mixdown.render(block)
        made.append(block)
    return np.concatenate(made, axis=1)


def test_the_measure_sees_a_small_step() -> None:
    tone = Tone()
    out = np.zeros((2, BLOCK), np.float32)
    tone.render(out)
    assert breaks(out, tone.turn) < 1e-7
    out[:, 1000:] *= 0.99
    assert breaks(out, tone.turn) > 10 * CLICK


def test_a_world_comes_and_goes_without_a_click() -> None:
    mixdown, tone = Mixdown(), Tone()
    mixdown.play(tone, 0.0)
    made = [sound(mixdown, 1.0)]
    mixdown.play(None, 0.0)
    made.append(sound(mixdown, 1.0))
    whole = np.concatenate(made, axis=1)
    assert breaks(whole, tone.turn) < CLICK
    assert np.abs(whole[:, -BLOCK:]).max() == 0.0
    assert mixdown.quiet


def test_the_shortest_fade_takes_50_ms() -> None:
    mixdown = Mixdown()
    mixdown.play(Tone(2000.0), 0.0)
    level = np.abs(sound(mixdown, 1.0)[0, : RATE // 2].reshape(-1, 48)).max(axis=1)
    first = int(np.argmax(level > 0.001))
    assert int(np.argmax(level > 0.27)) - first >= 30


def test_worlds_changed_each_second_never_click() -> None:
    mixdown, tones = Mixdown(), [Tone() for _ in range(8)]
    made = []
    for tone in tones:
        mixdown.play(tone, 3.0)
        made.append(sound(mixdown, 1.0))
    assert breaks(np.concatenate(made, axis=1), tones[0].turn) < CLICK


def test_at_most_a_few_worlds_sound_at_once() -> None:
    mixdown = Mixdown()
    for _ in range(10):
        mixdown.play(Tone(), 30.0)
        sound(mixdown, 0.3)
    assert len(mixdown._strands) <= 4


def test_a_cross_fade_keeps_the_power() -> None:
    mixdown = Mixdown()
    mixdown.play(Tone(301.0, 0.1), 0.05)
    sound(mixdown, 1.0)
    mixdown.play(Tone(733.0, 0.1), 2.0)
    power = np.mean(sound(mixdown, 2.5)[0].reshape(-1, BLOCK) ** 2, axis=1)
    assert 10 * np.ptp(np.log10(power)) < 0.8


def test_volume_glides_and_mute_is_silent() -> None:
    mixdown, tone = Mixdown(), Tone()
    mixdown.play(tone, 0.1)
    made = [sound(mixdown, 0.5)]
    for volume_db in (-20.0, 0.0, -80.0, -3.0, -80.0):
        mixdown.take(Level(volume_db, 0.0))
        made.append(sound(mixdown, 0.4))
    whole = np.concatenate(made, axis=1)
    assert breaks(whole, tone.turn) < CLICK
    assert np.abs(whole[:, -BLOCK:]).max() == 0.0


class Knocking(Tone):
    """A knock every second, and silence between."""

    def render(self, out: NDArray[np.float32]) -> None:
        """The next samples."""
        n = self._n + np.arange(out.shape[1])
        t_s = n % RATE / RATE
        out[...] = 0.1 * np.sin(2 * np.pi * 440.0 * t_s) * np.exp(-t_s / 0.2)
        self._n += out.shape[1]


def test_a_fade_of_an_hour_softens_knocks_by_its_own_level_and_not_by_where_it_leads() -> None:
    mixdowns = [Mixdown(), Mixdown()]
    for mixdown in mixdowns:
        mixdown.play(Knocking(), 0.1)
    mixdowns[1].take(Level(-120.0, 3600.0))
    steady, fading = (np.abs(sound(mixdown, 6.0)).max() for mixdown in mixdowns)
    assert fading == pytest.approx(steady, rel=0.02)


def test_volume_never_passes_the_level_of_the_world() -> None:
    mixdown = Mixdown()
    mixdown.play(Tone(), 0.1)
    mixdown.take(Level(40.0, 0.1))
    assert np.abs(sound(mixdown, 2.0)).max() < 0.301


def test_touches_and_bells_go_to_the_newest_world() -> None:
    mixdown, first, second = Mixdown(), Tone(), Tone()
    mixdown.play(first, 1.0)
    mixdown.play(second, 1.0)
    mixdown.take(Hear(HALF))
    mixdown.take(Touched("press", 0.5, 0.5))
    mixdown.take(Bell())
    assert (first.touches, first.bells, second.touches, second.bells) == (0, 0, 1, 1)


def test_a_bell_waits_for_the_world_being_built_and_a_touch_is_answered_by_the_one_that_sounds() -> None:
    mixdown, first, second = Mixdown(), Tone(), Tone()
    mixdown.play(first, 1.0)
    mixdown.expect(True)
    mixdown.take(Bell())
    mixdown.take(Touched("press", 0.5, 0.5))
    sound(mixdown, 2.0)
    mixdown.play(second, 1.0)
    assert (first.touches, first.bells, second.touches, second.bells) == (1, 0, 0, 1)


def test_a_bell_for_a_world_that_could_not_be_built_rings_in_the_one_that_sounds() -> None:
    mixdown, tone = Mixdown(), Tone()
    mixdown.play(tone, 1.0)
    mixdown.expect(True)
    mixdown.take(Bell())
    mixdown.expect(False)
    assert tone.bells == 1


@pytest.mark.parametrize(("wait_s", "touches", "bells"), [(0.4, 1, 1), (2.0, 0, 1), (12.0, 0, 0)])
def test_from_rest_a_touch_waits_a_second_and_a_bell_for_its_world(wait_s: float, touches: int, bells: int) -> None:
    mixdown, tone = Mixdown(), Tone()
    mixdown.take(Touched("press", 0.5, 0.5))
    mixdown.take(Bell())
    sound(mixdown, wait_s)
    mixdown.play(tone, 1.0)
    assert (tone.touches, tone.bells) == (touches, bells)


def test_a_storm_of_touches_without_a_world_does_not_pile_up() -> None:
    mixdown, tone = Mixdown(), Tone()
    for _ in range(1000):
        mixdown.take(Touched("drag", 0.5, 0.5))
    sound(mixdown, 0.1)
    mixdown.play(tone, 1.0)
    assert tone.touches < 10


@pytest.mark.parametrize("rate", [44100, 96000, 32000, 22050])
def test_resampling_keeps_pitch_level_and_length(rate: int) -> None:
    resample, tone = Resampler(RATE, rate, BLOCK), Tone(1000.0)
    made = []
    for _ in range(40):
        out = np.zeros((2, BLOCK), np.float32)
        tone.render(out)
        made.append(resample(out))
    whole = np.concatenate(made, axis=1)
    assert abs(whole.shape[1] - 40 * BLOCK * rate / RATE) <= 1
    settled = whole[:, 500:]
    assert breaks(settled, 2 * np.pi * 1000.0 / rate) < 1e-4
    assert np.abs(settled).max() == pytest.approx(0.3, rel=1e-2)
