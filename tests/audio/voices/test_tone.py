"""Tones for headphones: exactly as far apart as written, each ear its own, and pulses that stay calm."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import signal

from audio.listening import Listening
from audio.mix.desk import Desk
from audio.mix.place import ROOM
from audio.mix.strip import Strip
from tests.audio.rises import rises_db
from tests.audio.voices.measure import RATE_HZ, Samples, envelope, modulation_peak_hz, rms
from tests.tools.voice_clip import BLOCK, build, clip
from worlds.signals import Signals

SETTLED_S = 4.0


def settled(samples: Samples) -> Samples:
    return samples[:, int(SETTLED_S * RATE_HZ) :]


def frequency_hz(channel: NDArray[np.floating]) -> float:
    """From the phase of the analytic signal over all of it."""
    phase = np.unwrap(np.angle(signal.hilbert(channel.astype(np.float64))))[RATE_HZ:-RATE_HZ]
    return float(np.polyfit(np.arange(len(phase)) / RATE_HZ, phase, 1)[0] / (2.0 * np.pi))


@pytest.mark.parametrize(("carrier_hz", "rate_hz"), [(200.0, 6.0), (440.0, 10.0), (120.0, 1.5)])
def test_each_ear_has_its_tone_to_a_hundredth_of_a_hertz(carrier_hz: float, rate_hz: float) -> None:
    left, right = settled(clip(build("tone", carrier_hz=carrier_hz, rate_hz=rate_hz), 12))
    assert frequency_hz(left) == pytest.approx(carrier_hz - rate_hz / 2, abs=0.01)
    assert frequency_hz(right) == pytest.approx(carrier_hz + rate_hz / 2, abs=0.01)


def heard(listening: Listening) -> Samples:
    """What reaches the ears, as the desk mixes it."""
    voice = build("tone", place={"azimuth_deg": 70.0, "distance_m": 40.0})
    strip = Strip(voice)
    strip.listen(listening)
    desk = Desk([strip], RATE_HZ, BLOCK)
    blocks = []
    for _ in range(int(12 * RATE_HZ / BLOCK)):
        desk.clear()
        strip.follow(Signals(), BLOCK / RATE_HZ)
        strip.render(desk.voices[0])
        mixed, send = desk.mix()[:2]
        assert not np.abs(send).max() > 1e-9
        blocks.append(mixed.copy())
    return settled(np.concatenate(blocks, axis=1))


def leaked_db(channel: NDArray[np.floating], own_hz: float, others_hz: float) -> float:
    window = signal.windows.blackmanharris(len(channel))
    t_s = np.arange(len(channel)) / RATE_HZ
    own, other = (abs((channel * window * np.exp(-2j * np.pi * hz * t_s)).sum()) for hz in (own_hz, others_hz))
    return float(20 * np.log10(other / own))


def test_nothing_of_one_ear_reaches_the_other_wherever_it_is_placed() -> None:
    left, right = heard("headphones")
    assert leaked_db(left, 197.0, 203.0) < -80.0
    assert leaked_db(right, 203.0, 197.0) < -80.0


def test_by_speakers_it_is_one_steady_tone_that_cannot_beat() -> None:
    left, right = heard("speakers")
    np.testing.assert_allclose(left, right, atol=1e-6)
    level = envelope(left, 0.02)
    assert level.max() / level.min() < 1.02


def test_it_goes_to_no_room() -> None:
    strip = Strip(build("tone"))
    strip.follow(Signals(), 0.02)
    strip.refresh()
    assert not strip.gains[ROOM].any()


@pytest.mark.parametrize("rate_hz", [0.5, 4.0, 10.0, 30.0])
def test_isochronic_pulses_stay_calm(rate_hz: float) -> None:
    samples = settled(clip(build("tone", beats="isochronic", rate_hz=rate_hz, depth_ratio=0.6), 16))
    np.testing.assert_array_equal(samples[0], samples[1])
    # Before the first sample was silence, which is not what is asked here.
    assert rises_db(samples)[60:].max() < 8.0
    assert modulation_peak_hz(samples[0], rate_hz / 2, rate_hz * 2, 0.01) == pytest.approx(rate_hz, rel=0.03)


def test_quick_pulses_are_shallower() -> None:
    def depth(rate_hz: float) -> float:
        samples = settled(clip(build("tone", beats="isochronic", rate_hz=rate_hz, depth_ratio=0.6), 8))
        level = np.abs(signal.hilbert(samples[0]))[RATE_HZ:-RATE_HZ]
        return float(1.0 - level.min() / level.max())

    assert depth(5.0) == pytest.approx(0.6, abs=0.03)
    assert depth(30.0) == pytest.approx(0.2, abs=0.03)


def test_it_fades_in_and_glides() -> None:
    rate = {"follow": "drift_a", "from": 1.0, "to": 30.0}
    samples = clip(build("tone", rate_hz=rate), 10, lambda t_s: Signals(drift_a=float(t_s > 6.0)))
    level = envelope(samples[0], 0.1)
    assert level[0] < 0.1 * level[-1]
    assert np.diff(level).max() < 0.06 * level[-1]
    assert rms(samples[0, -RATE_HZ:]) == pytest.approx(rms(samples[0, 4 * RATE_HZ : 5 * RATE_HZ]), rel=0.02)
