"""Wind and leaves beside what is measured out of doors (sources in the voices' docstrings)."""

from __future__ import annotations

import numpy as np
import pytest

from audio.dsp.gusts import Gusts
from tests.audio.voices.measure import band, centroid_hz, decibels, envelope, octave_levels_db, rms, slope_db_octave
from tests.tools.voice_clip import build, clip
from worlds.signals import Signals
from worlds.weather import level


def test_open_wind_falls_four_to_seven_decibels_an_octave() -> None:
    assert -7.0 < slope_db_octave(clip(build("wind"), 15)) < -4.0


def test_wind_level_wanders_by_two_to_six_decibels() -> None:
    level_db = 20 * np.log10(envelope(clip(build("wind", 3, gust_ratio=0.7), 90).mean(axis=0), 1.0))
    assert 1.5 < level_db.std() < 6.0


def test_stronger_wind_is_louder_and_brighter() -> None:
    calm = clip(build("wind", speed_m_s=2.0, gust_ratio=0.0), 6)
    fresh = clip(build("wind", speed_m_s=6.0, gust_ratio=0.0), 6)
    assert 10 < decibels(rms(fresh) / rms(calm)) < 24
    assert centroid_hz(fresh) > 1.15 * centroid_hz(calm)


def test_wind_follows_its_signal() -> None:
    calm, fresh = (clip(build("wind"), 8, lambda _, w=w: Signals(wind=w)) for w in (0.0, 1.0))
    assert decibels(rms(fresh) / rms(calm)) > 8


def test_pines_hum_about_a_kilohertz() -> None:
    samples = clip(build("wind", through="pines"), 12)
    levels = octave_levels_db(samples)
    # Octave centres from 62.5 Hz: 500 is the fourth, 1000 the fifth, 2000 the sixth. As band power, density + 3 dB.
    by_band = levels + 3.0 * np.arange(len(levels))
    assert int(np.argmax(by_band[2:])) + 2 == 4


def test_grass_is_dry_and_high() -> None:
    assert 1500 < centroid_hz(clip(build("wind", through="grass"), 8)) < 6000


def test_gusts_have_the_strength_asked_for_and_never_blow_backwards() -> None:
    gusts = Gusts(np.random.default_rng(1), 1024 / 48000)
    speeds = []
    for n in range(60000):
        gusts.step(4.0, 0.5, level(1, "gust", n * 1024 / 48000))
        speeds.append(gusts.speed_m_s)
    assert min(speeds) > 0
    assert np.mean(speeds) == pytest.approx(4.0, rel=0.1)
    assert 0.12 < np.std(speeds) / np.mean(speeds) < 0.28


def test_a_gust_reaches_every_crown_later_than_the_first() -> None:
    gusts = Gusts(np.random.default_rng(2), 0.04, [[0.0, 2.0], [1.0, 4.0]])
    heard = []
    for _ in range(2000):
        gusts.step(4.0, 0.8, 0.5)
        heard.append(gusts.stand_m_s)
    first, second, third, last = np.array(heard).reshape(-1, 4).T
    for later, steps in ((second, 50), (third, 25), (last, 100)):
        np.testing.assert_array_equal(later[steps:], first[:-steps])


@pytest.mark.parametrize(("kind", "through"), [("wind", {"through": "pines", "gust_ratio": 1.0}), ("leaves", {})])
def test_a_gust_passes_through_a_stand_of_trees(kind: str, through: dict[str, object]) -> None:
    samples = clip(build(kind, 5, **through), 120)
    far, near = (envelope(band(samples, *hz), 0.5) for hz in ((600, 1000), (3500, 7000)))
    likeness = {lag: np.corrcoef(far[lag:], near[: len(near) - lag])[0, 1] for lag in range(24)}
    # High and low swell one after the other, by some seconds.
    assert 4 <= max(likeness, key=lambda lag: likeness[lag]) <= 16
    assert likeness[0] < 0.95 * max(likeness.values())


def test_leaves_stir_more_in_stronger_wind_and_hush_in_none() -> None:
    still, calm, fresh = (clip(build("leaves", speed_m_s=speed), 8) for speed in (0.0, 2.0, 6.0))
    assert rms(still) < 1e-6
    assert decibels(rms(fresh) / rms(calm)) > 8


def test_dry_leaves_are_brighter() -> None:
    green, dry = (clip(build("leaves", speed_m_s=3.5, dry_ratio=ratio), 10) for ratio in (0.0, 1.0))
    assert centroid_hz(dry) > 1.02 * centroid_hz(green)


def test_leaves_come_in_bursts() -> None:
    power = envelope(band(clip(build("leaves", 2), 90), 1500, 8000), 0.25) ** 2
    assert power.std() / power.mean() > 0.3
