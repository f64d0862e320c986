"""Drips, lapping and streams beside the physics of bubbles."""

from __future__ import annotations

import threading
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.dsp import bake
from audio.notes import at_once
from audio.voice import Note, Setup
from audio.voices import drips
from tests.audio.voices.measure import (
    RATE_HZ,
    band,
    centroid_hz,
    decibels,
    envelope,
    modulation_peak_hz,
    peak_hz,
    rms,
    t60_s,
)
from tests.tools.voice_clip import BLOCK, build, clip
from worlds.format.voices.drips import Drips


@pytest.mark.parametrize("radius_mm", [1.0, 3.0, 5.0, 8.0])
def test_bubbles_ring_at_minnaerts_pitch(radius_mm: float) -> None:
    still = bake.bubble(RATE_HZ, radius_mm, rise=0.0)
    assert peak_hz(still, 3260.0 / radius_mm) == pytest.approx(3260.0 / radius_mm, rel=0.01)


@pytest.mark.parametrize("radius_mm", [3.0, 5.0, 8.0])
def test_rising_bubbles_climb_by_a_tenth(radius_mm: float) -> None:
    rising = bake.bubble(RATE_HZ, radius_mm, rise=0.1)
    assert peak_hz(rising, 3260.0 / radius_mm, 0.2, windowed=False) == pytest.approx(
        1.10 * 3260.0 / radius_mm, rel=0.03
    )


@pytest.mark.parametrize(("radius_mm", "wanted_s"), [(3.0, 0.079), (5.0, 0.149), (8.0, 0.263)])
def test_bubbles_die_as_radiation_and_heat_have_it(radius_mm: float, wanted_s: float) -> None:
    assert 6.908 / bake.bubble_decay(radius_mm) == pytest.approx(wanted_s, rel=0.03)


@pytest.mark.parametrize("hz", [400.0, 900.0, 1500.0])
def test_a_note_lets_fall_a_drop_of_that_pitch(hz: float) -> None:
    voice = build("drips", drips_per_min=0.0)
    samples = clip(voice, 1, notes=at_once(Note(hz, 0.6)))
    # The bank has sizes 5 percent apart, and bubbles climb.
    assert 0.93 < peak_hz(samples, hz, 0.2, windowed=False) / hz < 1.07


def test_as_many_drops_fall_as_asked_for() -> None:
    samples = clip(build("drips", 3, drips_per_min=30.0), 120)
    level = envelope(samples.mean(axis=0), 0.05)
    loud = level > 0.1 * level.max()
    count = int(np.sum(loud[1:] & ~loud[:-1]))
    assert count == pytest.approx(60, abs=18)


def test_drops_are_made_once_however_many_worlds_are_built_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made, asked = [], threading.Event()

    def drop(*_: object) -> NDArray[np.float64]:
        made.append(asked.wait(0.01))
        return np.ones((2, 8))

    monkeypatch.setattr(drips, "_drop", drop)
    monkeypatch.setattr(drips, "_bank", cache(drips._bank.__wrapped__))
    voices = [drips.DripsVoice(Drips(kind="drips"), Setup(RATE_HZ, 1024, 1, "drips")) for _ in range(2)]
    builds = [threading.Thread(target=voice.complete) for voice in voices]
    for thread in builds:
        thread.start()
    asked.set()
    for thread in builds:
        thread.join()
    assert len(made) == drips._SIZES * drips._TAKES


def test_no_drops_unless_touched() -> None:
    assert rms(clip(build("drips", drips_per_min=0.0), 10)) == 0.0


def test_one_place_drips_oftenest_and_most_steadily() -> None:
    voice = build("drips", 5, drips_per_min=60.0)
    assert isinstance(voice, drips.DripsVoice)
    fallen: dict[int, list[int]] = {place: [] for place in range(3)}
    for block in range(6000):
        before = voice._wait.copy()
        clip(voice, BLOCK / RATE_HZ)
        for place in np.flatnonzero(voice._wait > before).tolist():
            fallen[place].append(block)
    assert len(fallen[0]) > 1.4 * max(len(fallen[1]), len(fallen[2]))
    periods = np.diff(fallen[0])
    assert 0.02 < periods.std() / periods.mean() < 0.09


def test_between_the_drops_water_seeps_softly_and_none_if_so_asked() -> None:
    def quietest(**fields: float) -> float:
        return float(np.quantile(envelope(clip(build("drips", 6, **fields), 20).mean(axis=0), 0.05), 0.2))

    loud = rms(clip(build("drips", 6), 20))
    assert -45 < decibels(quietest() / loud) < -18
    assert quietest(seep_ratio=0.0) < 0.05 * quietest()


def test_drops_hold_little_above_two_kilohertz() -> None:
    samples = clip(build("drips", 7, drips_per_min=60.0, seep_ratio=0.0), 20)
    assert decibels(rms(band(samples, 2500, 12000)) / rms(samples)) < -18


def test_large_drops_ring_lower() -> None:
    small, large = (clip(build("drips", 2, radius_mm=radius, drips_per_min=60.0), 20) for radius in (1.5, 6.0))
    assert centroid_hz(small) > 1.8 * centroid_hz(large)


def test_laps_come_about_as_often_as_asked_and_lie_low() -> None:
    samples = clip(build("lapping", 5, period_s=2.0), 90)
    slosh = band(samples, 100, 600)
    assert 1 / 2.9 < modulation_peak_hz(slosh, 0.2, 1.2, 0.05) < 1 / 1.3
    low, high = rms(slosh), rms(band(samples, 2000, 8000))
    assert decibels(low / high) > 12


def test_higher_waves_are_louder() -> None:
    small, big = (clip(build("lapping", height_ratio=ratio), 20) for ratio in (0.1, 0.9))
    assert decibels(rms(big) / rms(small)) > 4


def test_between_laps_the_water_stirs_on() -> None:
    level = envelope(clip(build("lapping", 6), 60).mean(axis=0), 0.125)[8:]
    loud, soft = np.quantile(level, (0.9, 0.1))
    assert 8 < decibels(float(loud / soft)) < 14


def test_a_stream_bubbles() -> None:
    samples = clip(build("stream", 3), 20)
    mono = band(samples, 200, 6000)
    assert 3.1 < (mono**4).mean() / (mono**2).mean() ** 2 < 10
    assert 450 < centroid_hz(samples) < 1900


def test_more_water_is_louder_and_smoother() -> None:
    trickle, brook = (clip(build("stream", 4, flow_ratio=flow), 15) for flow in (0.05, 0.9))
    assert decibels(rms(brook) / rms(trickle)) > 6

    def kurtosis(samples: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> float:
        mono = band(samples, 400, 6000)
        return float((mono**4).mean() / (mono**2).mean() ** 2)

    assert kurtosis(trickle) > kurtosis(brook)


def test_the_bamboo_pours_and_then_knocks_like_wood() -> None:
    samples = clip(build("shishi_odoshi", 2, fill_s=12.0, pitch_hz=440.0), 20)
    level = envelope(samples.mean(axis=0), 0.01)
    knock = int(np.argmax(level)) * 480
    part = samples[:, knock - 480 : knock + 24000]
    assert peak_hz(part, 440.0) == pytest.approx(440.0, rel=0.015)
    assert peak_hz(part, 440.0 * 2.572) == pytest.approx(440.0 * 2.572, rel=0.015)
    assert rms(samples[:, knock - 24000 : knock - 12000]) > 0.01 * level.max()
    assert t60_s(band(part, 380, 500), 0.03, 0.09) < 0.4


def test_the_bamboo_fills_in_the_time_given() -> None:
    samples = clip(build("shishi_odoshi", 4, fill_s=12.0), 75)
    level = envelope(band(samples, 350, 550), 0.2)
    loud = np.flatnonzero(level > 0.4 * level.max()) * 0.2
    knocks = loud[np.insert(np.diff(loud) > 4, 0, True)]
    assert np.diff(knocks).mean() == pytest.approx(12.0, rel=0.15)
