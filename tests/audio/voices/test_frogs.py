"""Frogs trill as fast as their kind and the warmth say, at its pitch, and wait for each other."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from audio.voices.frogcalls import SPECIES, pulse
from audio.voices.frogs import FrogsVoice
from tests.audio.voices.measure import RATE_HZ, band, envelope, modulation_peak_hz, peak_hz, rms
from tests.tools.voice_clip import build, clip
from worlds.signals import Signals


@pytest.mark.parametrize(("species", "low_hz", "high_hz"), [("grey_treefrog", 28, 32), ("copes_treefrog", 44, 60)])
def test_trills_at_20_degrees_have_as_many_pulses_as_were_counted(
    species: str, low_hz: float, high_hz: float
) -> None:
    samples = clip(build("frogs", 3, species=[species], temperature_c=20.0, activity_ratio=1.0), 40)
    assert low_hz * 0.95 < modulation_peak_hz(band(samples, 1500, 3000), 20, 75) < high_hz * 1.05


def test_trills_quicken_with_the_warmth() -> None:
    cold, warm = (
        modulation_peak_hz(
            band(
                clip(build("frogs", 3, species=["grey_treefrog"], temperature_c=t, activity_ratio=1.0), 30),
                1500,
                3000,
            ),
            12,
            60,
        )
        for t in (14.0, 26.0)
    )
    assert warm / cold == pytest.approx(1.27 / 0.73, rel=0.07)


def test_a_trill_lasts_about_half_a_second_or_a_little_more() -> None:
    voice = build("frogs", 3, species=["grey_treefrog"], temperature_c=20.0, activity_ratio=0.8)
    level = envelope(band(clip(voice, 90), 1500, 3000), 0.05)
    loud = level > 0.15 * level.max()
    edges = np.flatnonzero(np.diff(np.concatenate([[0], loud.astype(int), [0]])))
    lengths_s = (edges[1::2] - edges[::2]) * 0.05
    assert len(lengths_s) >= 5
    assert 0.4 < np.median(lengths_s) < 0.95


def test_peepers_whistle_upwards_about_three_kilohertz() -> None:
    wave = pulse(SPECIES["spring_peeper"], RATE_HZ, np.random.default_rng(1), 1.0, 0.0)
    begins, ends = (peak_hz(part, 3000.0, 0.15) for part in np.split(wave[: len(wave) // 3 * 3], 3)[::2])
    assert 2600 < begins < 0.97 * ends < 3300
    assert len(wave) / RATE_HZ == pytest.approx(0.15, rel=0.1)


def test_green_treefrogs_have_their_two_bands() -> None:
    samples = clip(build("frogs", 4, species=["green_treefrog"]), 20)
    low, between, high = (rms(band(samples, *edges)) for edges in ((750, 1350), (1500, 2100), (2450, 3400)))
    assert min(low, high) > 4.0 * between


@pytest.mark.parametrize("species", ["grey_treefrog", "spring_peeper"])
def test_frogs_of_one_kind_never_call_at_once(species: str, monkeypatch: pytest.MonkeyPatch) -> None:
    voice = build("frogs", 5, species=[species] * 4, activity_ratio=1.0)
    assert isinstance(voice, FrogsVoice)
    calls, at_s, call = [], [0.0], voice._call

    def logged(frog: Any) -> float:
        length_s = call(frog)
        if frog.turn == species:
            calls.append((at_s[0], at_s[0] + length_s))
        return length_s

    monkeypatch.setattr(voice, "_call", logged)

    def signals(t_s: float) -> Signals:
        at_s[0] = t_s
        return Signals()

    clip(voice, 60, signals)
    assert len(calls) > 12
    assert all(later[0] >= earlier[1] - 0.03 for earlier, later in pairwise(calls))


def test_the_pond_is_still_by_day_and_loud_by_night() -> None:
    day, night = (
        rms(clip(build("frogs", 6), 20, lambda _, d=daylight: Signals(daylight=d))) for daylight in (1.0, 0.0)
    )
    assert night > 20.0 * day


def test_calls_do_not_keep_a_grid() -> None:
    level = envelope(
        band(clip(build("frogs", 7, species=["grey_treefrog"], activity_ratio=1.0), 90), 1500, 3000), 0.05
    )
    starts = np.flatnonzero(np.diff((level > 0.1 * level.max()).astype(int)) > 0) * 0.05
    gaps = np.diff(starts)
    gaps = gaps[gaps > 0.3]
    assert gaps.std() > 0.25 * gaps.mean()
