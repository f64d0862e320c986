"""The whale sings in units, phrases and themes, at the pace and pitch of humpbacks."""

from __future__ import annotations

from itertools import groupby, islice

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.voices.whale import WhaleVoice
from audio.voices.whalesong import THEME_S, Unit, downsweep, song, sung
from tests.audio.voices.measure import band, centroid_hz, envelope, peak_hz, rms, side_likeness
from tests.tools.voice_clip import build, clip


def way_hz(unit: Unit) -> NDArray[np.float64]:
    return unit.hz * 2.0 ** np.array(unit.octaves)


def test_a_downsweep_falls_from_600_to_300_hz_in_1_4_s() -> None:
    found = [downsweep(np.random.default_rng(seed)) for seed in range(40)]
    assert np.mean([way_hz(unit)[0] for unit in found]) == pytest.approx(600, rel=0.1)
    assert np.mean([way_hz(unit)[-1] for unit in found]) == pytest.approx(300, rel=0.1)
    assert np.mean([unit.length_s for unit in found]) == pytest.approx(1.4, rel=0.1)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_four_to_six_units_make_a_phrase_and_phrases_come_back_for_minutes(seed: int) -> None:
    chance = np.random.default_rng(seed)
    themes = song(chance)
    assert 4 <= len(themes) <= 6
    assert all(4 <= len(theme.phrase) <= 6 for theme in themes)
    assert all(THEME_S[0] <= theme.length_s <= THEME_S[1] for theme in themes)
    units = list(islice(sung(chance, themes), 60))
    phrases = [left for left, _ in units if left == 0]
    assert 60 / 6 <= len(phrases) <= 60 / 4
    assert 7 * 60 <= sum(theme.length_s for theme in themes) <= 24 * 60


def test_no_unit_is_sung_twice_alike_but_each_knows_its_place() -> None:
    chance = np.random.default_rng(4)
    themes = song(chance)
    phrase = len(themes[0].phrase)
    units = [unit for _, unit in islice(sung(chance, themes), 3 * phrase)]
    assert len({unit.hz for unit in units}) == len(units)
    again = [abs(np.log2(a.hz / b.hz)) for a, b in zip(units, units[phrase:], strict=False)]
    assert max(again) < 0.2


@pytest.mark.parametrize("interval_s", [3.5, 6.0])
def test_units_begin_as_far_apart_as_they_were_counted(interval_s: float, monkeypatch: pytest.MonkeyPatch) -> None:
    voice = build("whale", 5, activity_ratio=1.0, interval_s=interval_s)
    assert isinstance(voice, WhaleVoice)
    begun, sing = list[float](), voice._sing

    def logged(unit: Unit, waver: float) -> None:
        begun.append(unit.hz)
        sing(unit, waver)

    monkeypatch.setattr(voice, "_sing", logged)
    clip(voice, 240)
    count = len(list(groupby(begun)))
    assert 240 / count == pytest.approx(interval_s, rel=0.15)


def test_most_of_it_lies_between_250_and_800_hz() -> None:
    samples = clip(build("whale", 6), 90)
    assert rms(band(samples, 250, 800)) > 0.8 * rms(samples.mean(axis=0))
    assert 250 < centroid_hz(samples) < 800
    assert rms(band(samples, 45, 3600)) > 0.99 * rms(samples.mean(axis=0))


def test_the_sea_keeps_what_was_sung_for_seconds_and_wraps_it_round() -> None:
    voice = build("whale", 7, activity_ratio=1.0)
    sung_level = envelope(clip(voice, 30).mean(axis=0), 0.25).max()
    assert isinstance(voice, WhaleVoice)
    voice._unit, voice._wait_s = None, 100.0
    tail = envelope(clip(voice, 6).mean(axis=0), 0.25)
    assert tail[4] > 0.03 * sung_level
    assert tail[-1] < 0.3 * sung_level
    assert 0.1 < side_likeness(clip(build("whale", 8), 30)) < 0.9


def test_units_swell_slowly() -> None:
    level = np.hypot(*(envelope(channel, 0.03) for channel in clip(build("whale", 9), 60)))
    level_db = 20 * np.log10(np.maximum(level, 0.05 * level.max()))
    assert np.diff(level_db).max() < 15.0


def test_it_rests_when_asked_to() -> None:
    rests, sings = (rms(clip(build("whale", 10, activity_ratio=activity), 30)) for activity in (0.0, 1.0))
    assert sings > 5.0 * rests
    assert 40 < peak_hz(clip(build("whale", 10), 20), 450.0, 0.8) < 3600
