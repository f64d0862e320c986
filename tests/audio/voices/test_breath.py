"""The breath swells with the breath, and closed eyes can tell in from out and both from a hold."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest

from tests.audio.voices.measure import Samples, centroid_hz, decibels, envelope, octave_levels_db, rms
from tests.tools.voice_clip import RATE_HZ, build, clip
from worlds.signals import Signals


def breathing(in_s: float, hold_s: float, out_s: float) -> Callable[[float], Signals]:
    def at(t_s: float) -> Signals:
        t_s %= in_s + hold_s + out_s
        ratio = min(t_s / in_s, 1.0, (in_s + hold_s + out_s - t_s) / out_s)
        return Signals(breath=0.5 - 0.5 * math.cos(math.pi * ratio))

    return at


def part(samples: Samples, from_s: float, to_s: float) -> Samples:
    return samples[:, int(from_s * RATE_HZ) : int(to_s * RATE_HZ)]


@pytest.mark.parametrize(("in_s", "out_s"), [(4.0, 6.0), (2.5, 3.5), (8.0, 12.0)])
def test_in_and_out_are_told_by_their_pitch_at_the_same_fullness(in_s: float, out_s: float) -> None:
    samples = clip(build("breath", 3), in_s + out_s, breathing(in_s, 0.0, out_s))
    going_in = centroid_hz(part(samples, 0.4 * in_s, 0.6 * in_s))
    going_out = centroid_hz(part(samples, in_s + 0.4 * out_s, in_s + 0.6 * out_s))
    assert 1.6 < going_in / going_out < 4.0


def test_in_climbs_and_out_sinks() -> None:
    samples = clip(build("breath", 4), 10, breathing(4.0, 0.0, 6.0))
    pitches = [centroid_hz(part(samples, at_s, at_s + 0.8)) for at_s in (0.8, 1.6, 2.4, 3.0)]
    assert pitches == sorted(pitches)
    pitches = [centroid_hz(part(samples, at_s, at_s + 1.0)) for at_s in (4.6, 5.8, 7.0, 8.2)]
    assert pitches == sorted(pitches, reverse=True)


def test_it_is_as_loud_as_the_lungs_are_full() -> None:
    samples = clip(build("breath", 5), 30, breathing(4.0, 0.0, 6.0))
    level = envelope(samples.mean(axis=0), 0.25)
    full = np.array([breathing(4.0, 0.0, 6.0)(0.25 * (i + 0.5)).breath for i in range(len(level))])
    assert np.corrcoef(level, full)[0, 1] > 0.85
    assert decibels(float(level.max() / level.min())) > 15.0


def test_the_breath_out_falls_off_more_steeply_than_the_breath_in() -> None:
    samples = clip(build("breath", 6), 40, breathing(8.0, 0.0, 12.0))
    going_in, going_out = (octave_levels_db(part(samples, at_s, at_s + 4.0), 1000.0, 4) for at_s in (3.0, 10.0))
    assert np.diff(going_out).mean() < np.diff(going_in).mean() - 2.0


def test_a_hold_is_nearly_still() -> None:
    samples = clip(build("breath", 7), 14, breathing(4.0, 5.0, 5.0))
    flowing, held = rms(part(samples, 3.0, 3.6)), rms(part(samples, 6.5, 8.5))
    assert decibels(flowing / held) > 9.0
    loud = clip(build("breath", 7, held_ratio=1.0), 14, breathing(4.0, 5.0, 5.0))
    assert rms(part(loud, 6.5, 8.5)) > 3.0 * held


def test_turning_from_in_to_out_never_jumps() -> None:
    samples = clip(build("breath", 8), 30, breathing(2.0, 0.0, 2.0))
    level_db = 20 * np.log10(envelope(samples.mean(axis=0), 0.05) + 1e-4)
    assert np.abs(np.diff(level_db)).max() < 9.0


def test_how_far_apart_in_and_out_are_is_as_written() -> None:
    def ratio(apart: float) -> float:
        samples = clip(build("breath", 9, apart_octaves=apart), 10, breathing(4.0, 0.0, 6.0))
        return centroid_hz(part(samples, 1.6, 2.4)) / centroid_hz(part(samples, 6.4, 7.6))

    assert ratio(2.0) > 1.5 * ratio(0.5)
