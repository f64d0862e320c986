"""The chime's tubes ring as free tubes do, and the wind strikes them at random, as the third power of its speed."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.dsp.bodies import Bodies
from audio.notes import at_once
from audio.voice import Note
from audio.voices.clapper import Clapper
from tests.audio.voices.measure import band, cents, peak_hz, rms, t60_s
from tests.tools.voice_clip import build, clip


def strokes(rate_per_s: float, seconds: float, seed: int = 1) -> list[tuple[float, int]]:
    clapper, step_s = Clapper(np.random.default_rng(seed), 6), 2048 / 48000
    starts = np.arange(int(seconds / step_s)) * step_s
    return [(float(start + at_s), tube) for start in starts for at_s, tube in clapper.step(rate_per_s, step_s)]


def played(hz: float, seconds: float, **fields: object) -> NDArray[np.float32]:
    return clip(build("chime", 2, speed_m_s=0.0, **fields), seconds, notes=at_once(Note(hz, 0.6)))


@pytest.mark.parametrize("rate_per_s", [0.2, 1.0, 3.0])
def test_strokes_come_as_often_as_told(rate_per_s: float) -> None:
    seconds = 1200.0 / rate_per_s
    count = len(strokes(rate_per_s, seconds))
    # A rebound takes its time, so many strokes are a little fewer.
    assert count == pytest.approx(1200.0, rel=0.05 + 0.09 * rate_per_s)


def test_strokes_come_at_random_in_swings_but_never_within_eighty_milliseconds() -> None:
    found = strokes(0.5, 4000)
    times = np.array([at_s for at_s, _ in found])
    assert np.diff(times).min() >= 0.0799
    counts = np.histogram(times, np.arange(0.0, 4000.0, 10.0))[0]
    assert 1.0 < counts.var() / counts.mean() < 2.0
    waits = np.diff(times)
    assert np.mean((waits > 0.25) & (waits < 0.65)) > 1.4 * np.mean((waits > 0.65) & (waits < 1.05))


def test_the_clapper_never_strikes_one_tube_twice_running_and_leaves_none_out() -> None:
    tubes = [tube for _, tube in strokes(1.0, 2000)]
    assert set(tubes) == set(range(6))
    assert all(a != b for a, b in pairwise(tubes))
    assert 0.5 < np.mean([(b - a) % 6 in (1, 5) for a, b in pairwise(tubes)]) < 0.8


def test_twice_the_wind_strikes_eight_times_as_often(monkeypatch: pytest.MonkeyPatch) -> None:
    struck = list[int]()
    strike = Bodies.strike

    def counted(self: Bodies, body: int, amplitude: NDArray[np.float64], delay: int) -> None:
        struck.append(body)
        strike(self, body, amplitude, delay)

    monkeypatch.setattr(Bodies, "strike", counted)
    counts = []
    for speed_m_s in (2.5, 5.0):
        struck.clear()
        clip(build("chime", 4, speed_m_s=speed_m_s, clapper_ms=20.0), 300)
        counts.append(len(struck))
    assert 5.5 < counts[1] / counts[0] < 11.0


def test_a_chime_in_still_air_is_silent_until_it_is_touched() -> None:
    voice = build("chime", speed_m_s=0.0)
    assert rms(clip(voice, 5)) == 0.0
    assert rms(clip(voice, 2, notes=at_once(Note(440.0, 0.5)))) > 0.001


@pytest.mark.parametrize("hz", [311.0, 523.25])
def test_tubes_have_the_modes_of_free_tubes(hz: float) -> None:
    samples = played(hz, 3, clapper_ms=2.0, ring_s=20.0)
    for ratio in (1.0, 2.756, 5.404):
        assert peak_hz(samples[:, 4800:], hz * ratio, 0.02) == pytest.approx(hz * ratio, rel=0.003)
    assert abs(cents(peak_hz(samples[:, 9600:], hz), hz)) < 3


def test_rings_shorten_with_pitch() -> None:
    samples = played(440.0, 5, clapper_ms=5.0, ring_s=12.0)
    lowest, second = t60_s(band(samples, 420, 460), 0.3, 4.0), t60_s(band(samples, 1180, 1250), 0.2, 3.6)
    assert lowest == pytest.approx(12.0, rel=0.2)
    assert second == pytest.approx(12.0 / 2.756, rel=0.25)


def test_felt_is_rounder_than_wood() -> None:
    wood, felt = (played(440.0, 1, clapper_ms=ms) for ms in (1.0, 60.0))
    assert rms(band(wood, 1000, 6000)) / rms(wood) > 2.0 * rms(band(felt, 1000, 6000)) / rms(felt)
