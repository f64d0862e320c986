"""A waterfall is the steadiest sound there is in nature."""

from __future__ import annotations

import numpy as np
import pytest

from tests.audio.voices.measure import band, decibels, envelope, octave_levels_db, rms
from tests.tools.voice_clip import build, clip


def test_it_is_gaussian() -> None:
    mono = clip(build("waterfall"), 20).mean(axis=0)
    assert float((mono**4).mean() / (mono**2).mean() ** 2) == pytest.approx(3.0, abs=0.2)


def test_its_level_varies_by_less_than_a_decibel() -> None:
    level_db = 20 * np.log10(envelope(clip(build("waterfall", 2), 60).mean(axis=0), 1.0))
    assert level_db.std() < 1.0


def test_it_falls_by_six_to_nine_decibels_an_octave_above_two_kilohertz() -> None:
    levels = octave_levels_db(clip(build("waterfall", 3), 15), 2000.0, 3)
    assert -9.5 < float(np.polyfit(np.arange(3), levels, 1)[0]) < -5.5


def test_a_deep_pool_is_darker_than_a_veil() -> None:
    def darkness(pool: float) -> float:
        samples = clip(build("waterfall", 4, pool_ratio=pool), 8)
        return decibels(rms(band(samples, 80, 400)) / rms(band(samples, 2000, 8000)))

    assert darkness(1.0) > darkness(0.0) + 12


def test_more_water_is_louder_and_none_is_silent() -> None:
    none, little, much = (clip(build("waterfall", flow_ratio=flow), 5) for flow in (0.0, 0.2, 1.0))
    assert rms(none) < 1e-6
    assert decibels(rms(much) / rms(little)) > 12
