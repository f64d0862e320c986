"""Rain beside what is known of raindrops (sources in the voice's docstring)."""

from __future__ import annotations

import numpy as np
import pytest

from audio.dsp.rainfall import drops_per_m2_s, fall_m_s
from audio.voices import raindrops
from audio.voices.rain import RainVoice
from tests.audio.voices.measure import (
    RATE_HZ,
    band,
    centroid_hz,
    decibels,
    envelope,
    octave_levels_db,
    peak_hz,
    rms,
)
from tests.tools.voice_clip import build, clip

SURFACES = ["ground", "leaves", "roof", "glass", "water"]


def kurtosis(mono: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    return float((mono**4).mean() / (mono**2).mean() ** 2)


@pytest.mark.parametrize(("rate_mm_h", "wanted"), [(0.0, 0), (1.0, 750), (5.0, 2100), (20.0, 4500), (50.0, 7100)])
def test_as_many_drops_fall_as_marshall_and_palmer_counted(rate_mm_h: float, wanted: float) -> None:
    assert drops_per_m2_s(rate_mm_h) == pytest.approx(wanted, rel=0.02)


def test_the_harder_it_rains_the_more_drops_are_large() -> None:
    shares = [drops_per_m2_s(rate, 1.5) / drops_per_m2_s(rate) for rate in (1.0, 5.0, 20.0, 50.0)]
    assert shares == sorted(shares)
    assert shares[-1] > 6 * shares[0]
    assert drops_per_m2_s(5.0, 0.5, 1.5) + drops_per_m2_s(5.0, 1.5) == pytest.approx(drops_per_m2_s(5.0))


def test_drops_fall_as_fast_as_they_were_timed() -> None:
    # Gunn and Kinzer 1949: 4.03 m/s at 1 mm, 8.06 at 3 mm.
    assert fall_m_s(1.0) == pytest.approx(4.03, rel=0.05)
    assert fall_m_s(3.0) == pytest.approx(8.06, rel=0.05)
    assert fall_m_s(0.01) == 0.0


@pytest.mark.parametrize("on", SURFACES)
def test_rain_grows_with_its_rate_and_is_silent_at_none(on: str) -> None:
    none, drizzle, downpour = (clip(build("rain", on=on, rate_mm_h=rate), 6) for rate in (0.0, 1.0, 20.0))
    assert rms(none) < 1e-6
    assert 8 < decibels(rms(downpour) / rms(drizzle)) < 20


@pytest.mark.parametrize("on", SURFACES)
def test_drizzle_is_single_drops_and_a_downpour_a_rush(on: str) -> None:
    def crest(rate: float) -> float:
        samples = clip(build("rain", 4, on=on, rate_mm_h=rate, near_ratio=0.8), 10)
        return decibels(float(np.abs(samples).max()) / rms(samples))

    assert crest(0.5) > 15
    assert 11 < crest(30.0) < 20.5
    assert crest(0.5) > crest(30.0) + 2


@pytest.mark.parametrize("on", SURFACES)
def test_rain_falls_off_above_four_kilohertz(on: str) -> None:
    levels = octave_levels_db(clip(build("rain", on=on), 10))
    assert levels[-1] < levels[-2] - 3 < levels[-3] - 6


@pytest.mark.parametrize("on", SURFACES)
def test_rain_close_by_is_more_grainy_than_rain_far_off(on: str) -> None:
    def grain(near: float) -> float:
        return kurtosis(band(clip(build("rain", on=on, rate_mm_h=3.0, near_ratio=near), 10), 2500, 6000))

    assert grain(0.9) > 1.3 * grain(0.0)
    assert grain(0.0) == pytest.approx(3.0, abs=0.5)


def test_as_many_single_drops_fall_as_the_rain_has(monkeypatch: pytest.MonkeyPatch) -> None:
    voice = build("rain", 5, rate_mm_h=2.0)
    assert isinstance(voice, RainVoice)
    asked = list[float]()
    monkeypatch.setattr(voice._fine, "scatter", lambda _, expected, *__: asked.append(expected))
    clip(voice, 10.0)
    assert sum(asked) / 10.0 == pytest.approx(0.12 * drops_per_m2_s(2.0, 0.5, 1.5), rel=0.05)


def test_a_roof_rings_longer_than_leaves_and_lower_than_glass() -> None:
    lengths, centres = {}, {}
    for name, maker in (("roof", raindrops.on_roof), ("leaf", raindrops.on_leaves), ("glass", raindrops.on_glass)):
        drop = maker(RATE_HZ, np.random.default_rng(1))
        drops = [drop(0.3) for _ in range(40)]
        lengths[name] = float(np.median([np.flatnonzero(envelope(d[0], 0.001) > 1e-3).max() for d in drops]))
        centres[name] = float(np.median([centroid_hz(np.pad(d, ((0, 0), (0, 4096)))) for d in drops]))
    assert lengths["roof"] > 1.5 * lengths["leaf"] > 1.5 * lengths["glass"]
    assert 7 < lengths["glass"] <= 25
    assert centres["roof"] < centres["leaf"] < centres["glass"]


def test_roof_panels_answer_in_modes_that_die_within_30_to_80_ms() -> None:
    panel = raindrops._panel(RATE_HZ, np.random.default_rng(2))
    for mode in panel:
        assert 340 < peak_hz(mode, 1700.0, 0.95) < 3100
        level_db = 20 * np.log10(envelope(mode, 0.002) + 1e-12)
        t60_s = -60.0 / np.polyfit(np.arange(3, 12) * 0.002, level_db[3:12], 1)[0]
        assert 0.024 < t60_s < 0.096


def test_under_large_drops_on_water_bubbles_ring_between_one_and_six_kilohertz() -> None:
    drop = raindrops.on_water(RATE_HZ, np.random.default_rng(3))
    later = [wave[:, int(0.02 * RATE_HZ) :] for wave in (drop(1.0) for _ in range(40)) if wave.shape[1] > 1200]
    assert len(later) > 20
    assert all(900 < peak_hz(ring, 3000.0, 0.9) < 7000 for ring in later)


def test_the_larger_the_drop_on_water_the_deeper_and_louder_its_bubble() -> None:
    drop = raindrops.on_water(RATE_HZ, np.random.default_rng(4))

    def bubbles(size: float) -> tuple[float, float]:
        waves = [wave for wave in (drop(size) for _ in range(80)) if wave.shape[1] > 1200]
        rings = [wave[:, int(0.02 * RATE_HZ) :] for wave in waves]
        shares = [(ring**2).sum() / (wave**2).sum() for ring, wave in zip(rings, waves, strict=True)]
        return float(np.median([peak_hz(ring, 3000.0, 0.9) for ring in rings])), float(np.median(shares))

    small_hz, small = bubbles(0.1)
    large_hz, large = bubbles(1.0)
    assert large_hz < 0.8 * small_hz
    assert large > 2 * small
