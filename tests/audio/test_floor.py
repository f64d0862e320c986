"""No near silence between sounds that come one by one, and no bed that wells up after them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from audio.engine import Engine
from audio.mix.loudness import power_of
from audio.mix.narrower import GOAL_LU, Narrower
from tests.audio.loudness import loudness_range_lu
from tests.audio.worlds import BLOCK, HALF, RATE, world
from worlds.catalogue import BUILTIN, entries
from worlds.reading import read_world
from worlds.signals import Signals

OWL: dict[str, Any] = {"kind": "owl", "loudness_db": -30.0}


def lifts_db(engine: Engine, seconds: float, signals: Signals = HALF) -> list[float]:
    """By how much the first voice is lifted, block by block."""
    engine.hear(signals)
    out, lifts = np.zeros((2, BLOCK), np.float32), []
    for _ in range(round(seconds * RATE / BLOCK)):
        engine.render(out)
        lifts.append(engine._strips[0].trim_db)
    return lifts


def wind(loudness_db: object) -> dict[str, Any]:
    return {"kind": "wind", "loudness_db": loudness_db}


@pytest.mark.parametrize(("loudness_db", "wanted_db"), [(-55.0, 18.0), (-45.0, 8.0), (-33.0, 0.0), (-25.0, 0.0)])
def test_a_bed_lies_at_most_7_db_below_what_comes_now_and_then(loudness_db: float, wanted_db: float) -> None:
    lifts = lifts_db(Engine(world(voice=[wind(loudness_db), OWL]), 3), 20.0)
    assert lifts[0] == pytest.approx(wanted_db, abs=1.0)
    assert lifts[-1] == pytest.approx(wanted_db, abs=4.0)


def test_the_floor_moves_with_the_weather_and_not_with_calls() -> None:
    engine = Engine(world(voice=[wind(-50.0), OWL]), 3)
    calm = lifts_db(engine, 40.0)
    lull = lifts_db(engine, 40.0, Signals(wind=0.05))
    assert lull[-1] > calm[-1] + 3.0
    assert np.abs(np.diff(calm + lull)).max() < 0.04


def test_where_nothing_comes_one_by_one_nothing_is_lifted() -> None:
    assert not any(lifts_db(Engine(world(voice=[wind(-50.0), {"kind": "pad"}]), 3), 5.0))


@pytest.mark.parametrize("name", [entry.id for entry in entries()])
def test_built_in_worlds_have_a_floor_of_their_own(name: str) -> None:
    engine = Engine(read_world(BUILTIN / name), 3)
    lifts_db(engine, 1.0)
    assert not any(strip.trim_db for strip in engine._strips if not strip.absolute)


def swinging(depth_lu: float, period_s: float) -> tuple[np.ndarray, np.ndarray]:
    """Loudness ranges of a swell before and after, of windows of 3 s, once it has settled."""
    narrower = Narrower(RATE, BLOCK)
    t_s = np.arange(round(400 * RATE / BLOCK)) * BLOCK / RATE
    powers = np.array([power_of(level) for level in -23.0 + depth_lu / 2 * np.sin(2 * np.pi * t_s / period_s)])
    gains_db = np.array([narrower.step(float(power)) for power in powers])
    span = round(3 * RATE / BLOCK)
    heard = (np.convolve(each, np.ones(span) / span, "valid") for each in (powers, powers * 10 ** (gains_db / 10)))
    smooth = [each[len(powers) // 2 :] for each in heard]
    return np.array([loudness_range_lu(each) for each in smooth]), gains_db


def test_a_calm_swell_is_never_touched() -> None:
    _, gains_db = swinging(GOAL_LU - 0.5, 20.0)
    assert not gains_db.any()


@pytest.mark.parametrize(("depth_lu", "period_s"), [(14.0, 9.0), (18.0, 14.0), (18.0, 60.0)])
def test_a_deep_swell_is_drawn_together_to_under_ten(depth_lu: float, period_s: float) -> None:
    (before_lu, after_lu), gains_db = swinging(depth_lu, period_s)
    assert before_lu > 10.0
    assert after_lu < min(10.0, 0.92 * before_lu)
    assert np.abs(np.diff(gains_db)).max() * RATE / BLOCK < 12.0
