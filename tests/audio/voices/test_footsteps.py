"""Somebody walks: never a metronome, heel before toe, on stones or on crystals, and stops now and then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.voices.walking import Step, Walk
from tests.audio.voices.measure import Samples, band, centroid_hz, envelope, modulation_peak_hz, rms
from tests.tools.voice_clip import RATE_HZ, build, clip

ALWAYS = {"walking_ratio": 1.0, "roam_ratio": 0.0}


def walked(seed: int, steps: int, pace_per_min: float = 84.0, walking_ratio: float = 0.7) -> list[Step]:
    def go() -> Iterator[Step]:
        walk, stood_s = Walk(np.random.default_rng(seed), 0.03), 0.0
        while True:
            if step := walk.next(pace_per_min, walking_ratio):
                yield replace(step, after_s=step.after_s + stood_s)
                stood_s = 0.0
            else:
                stood_s += walk.rest_s

    going = go()
    return [next(going) for _ in range(steps)]


def times(steps: list[Step]) -> NDArray[np.float64]:
    return np.array([step.after_s for step in steps])


@pytest.mark.parametrize("pace_per_min", [50.0, 84.0, 110.0])
def test_steps_keep_the_pace_but_are_never_even(pace_per_min: float) -> None:
    waits = times(walked(1, 3000, pace_per_min, 1.0))
    assert waits.mean() == pytest.approx(60.0 / pace_per_min, rel=0.03)
    assert 0.03 < waits.std() / waits.mean() < 0.1
    # The pace wanders: a step remembers those before it.
    assert np.corrcoef(waits[:-5], waits[5:])[0, 1] > 0.2


@pytest.mark.parametrize("ratio", [0.4, 0.7, 0.9])
def test_they_walk_the_share_of_time_asked_for(ratio: float) -> None:
    waits = times(walked(2, 4000, walking_ratio=ratio))
    usual_s = 60.0 / 84.0
    stood_s = (waits[waits > 2.5 * usual_s] - usual_s).sum()
    assert 1.0 - stood_s / waits.sum() == pytest.approx(ratio, abs=0.08)


def test_they_slow_down_before_a_stop_and_never_stop_for_minutes() -> None:
    steps = walked(3, 4000)
    stops = [i for i, step in enumerate(steps) if step.after_s > 2.0]
    assert len(stops) > 50
    assert max(steps[i].after_s for i in stops) < 95.0
    last = [steps[i - 1] for i in stops]
    assert np.mean([step.after_s for step in last]) > 1.25 * 60.0 / 84.0
    assert np.mean([step.firmness for step in last]) < 0.8


def test_left_and_right_take_turns() -> None:
    feet = [step.left for step in walked(4, 100)]
    assert all(a != b for a, b in pairwise(feet))


def test_who_shall_not_walk_stands() -> None:
    assert Walk(np.random.default_rng(5), 0.03).next(84.0, 0.0) is None
    assert rms(clip(build("footsteps", 5, walking_ratio=0.0), 8)) < 1e-4


def test_a_stop_is_as_long_as_the_share_asked_for_by_then() -> None:
    def stood_s(then: float) -> float:
        walk = Walk(np.random.default_rng(6), 0.03)
        while walk.next(84.0, 0.2):
            pass
        stood_s = walk.rest_s
        while not walk.next(84.0, then):
            stood_s += walk.rest_s
        return stood_s

    assert stood_s(1.0) <= 1.0
    assert 1.0 < stood_s(0.9) < 0.2 * stood_s(0.2)


def test_who_was_not_to_walk_sets_out_when_asked() -> None:
    walk = Walk(np.random.default_rng(7), 0.03)
    for _ in range(5):
        walk.next(84.0, 0.5)
    for _ in range(300):
        assert walk.next(84.0, 0.0) is None
    assert walk.next(84.0, 0.5)


@pytest.mark.parametrize("ground", ["gravel", "snow"])
@pytest.mark.parametrize("pace_per_min", [60.0, 100.0])
def test_steps_are_heard_at_the_pace(ground: str, pace_per_min: float) -> None:
    samples = clip(build("footsteps", 6, ground=ground, pace_per_min=pace_per_min, **ALWAYS), 40)
    found = modulation_peak_hz(band(samples, 500, 4000), 0.6, 2.2, 0.01)
    assert found == pytest.approx(pace_per_min / 60.0, rel=0.08)


def footfalls(samples: Samples) -> NDArray[np.float64]:
    """The course of a step, averaged over all of them: level in steps of 10 ms from the rise on."""
    level = envelope(band(samples, 500, 8000), 0.01)
    smooth = np.convolve(level, np.ones(5) / 5, "same")
    rises = smooth[8:] / (smooth[:-8] + 0.1 * smooth.mean())
    starts = [i for i in range(60, len(rises) - 90) if rises[i] == rises[i - 30 : i + 30].max() and rises[i] > 2.0]
    return np.mean([level[i : i + 60] ** 2 for i in starts], axis=0)


@pytest.mark.parametrize("ground", ["gravel", "snow"])
def test_a_step_lasts_as_long_as_heel_and_toe_take(ground: str) -> None:
    power = footfalls(clip(build("footsteps", 7, ground=ground, **ALWAYS), 60))
    share = np.cumsum(power) / power.sum()
    # Heel and toe 90 to 150 ms apart, each some tens of milliseconds long: no click, and no brush either.
    assert 0.12 < 0.01 * (np.searchsorted(share, 0.8) - np.searchsorted(share, 0.1)) < 0.42


def kurtosis(samples: Samples) -> float:
    mono = band(samples, 1000, 6000)
    level = np.repeat(envelope(mono, 0.05), int(0.05 * RATE_HZ))
    even = mono[: len(level)] / (level + 0.2 * level.mean())
    return float((even**4).mean() / (even**2).mean() ** 2)


def test_gravel_is_grainier_and_brighter_than_snow() -> None:
    gravel, snow = (clip(build("footsteps", 8, ground=ground, **ALWAYS), 30) for ground in ("gravel", "snow"))
    assert kurtosis(gravel) > 1.15 * kurtosis(snow)
    assert centroid_hz(gravel) > 1.1 * centroid_hz(snow)


@pytest.mark.parametrize(("ground", "low_hz", "high_hz"), [("gravel", 500, 4000), ("snow", 250, 4000)])
def test_most_of_it_lies_where_ground_was_measured(ground: str, low_hz: float, high_hz: float) -> None:
    samples = clip(build("footsteps", 9, ground=ground, **ALWAYS), 20)
    whole = rms(band(samples, 150, 16000))
    assert rms(band(samples, low_hz, high_hz)) > 0.8 * whole
    assert rms(band(samples, 8000, 16000)) < 0.35 * whole


def test_no_two_steps_are_alike() -> None:
    mono = band(clip(build("footsteps", 10, **ALWAYS), 40), 500, 8000)
    size = int(0.2 * RATE_HZ)
    pieces = mono[: len(mono) // size * size].reshape(-1, size)
    loud = pieces[np.argsort((pieces**2).sum(axis=1))[-40:]]
    spectra = np.fft.rfft(loud / np.sqrt((loud**2).sum(axis=1, keepdims=True)), 2 * size, axis=1)
    alike = [np.abs(np.fft.irfft(spectra[i] * spectra[j].conj())).max() for i in range(40) for j in range(i)]
    # One step against itself has 1.
    assert max(alike) < 0.5


def test_who_roams_comes_nearer_and_goes_aside() -> None:
    def sides(roam: float) -> NDArray[np.float64]:
        samples = clip(build("footsteps", 11, walking_ratio=1.0, roam_ratio=roam), 120)
        left, right = (envelope(band(row[None], 500, 6000), 5.0) for row in samples)
        return 20 * np.log10(left / right)

    assert sides(0.0).std() < 1.0
    assert sides(1.0).std() > 2.0
