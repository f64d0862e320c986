"""The built-in worlds as they sound: soft starts, width, a mono bass, no hiss, alive.

Each at one hour, with one seed, so that a world more costs the suite two seconds. `python -m tests.tools.levels`
tries the levels alone of more hours and seeds, and `python -m tests.tools.beds` each bed by itself.
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.engine import Engine
from audio.mix.onset import OnsetGuard
from game.comfort.sound_trial import HELD_DB
from tests.audio.voices.measure import RATE_HZ, band, octave_levels_db, rms, side_likeness
from worlds.catalogue import BUILTIN, entries
from worlds.reading import read_world
from worlds.signals import Signals

WORLDS = [entry.id for entry in entries()]
DAWN, NIGHT = 5.8, 23.0
SECONDS, BLOCK = 36, 2048
MOST_HELD_RATIO, MOST_HELD_DB = 0.0025, 5.0
CRACKLING = {"hearth": (0.015, HELD_DB)}
"""Share of the time the guard of onsets may act, and by how much: a fire that is all there is to hear is made of
onsets."""


@cache
def heard(name: str, hour: float = DAWN, seed: int = 3) -> NDArray[np.float32]:
    """A world at an hour after it has settled for 6 s, shape (2, samples)."""
    engine = Engine(read_world(BUILTIN / name), seed)
    sun = math.sin((hour - 6) / 12 * math.pi)
    blocks = []
    for index in range(SECONDS * RATE_HZ // BLOCK):
        breath = 0.5 - 0.5 * math.cos(2 * math.pi * index * BLOCK / RATE_HZ / 10)
        daylight = min(max((sun + 0.12) / 0.3, 0.0), 1.0)
        engine.hear(Signals(breath=breath, hour=hour, daylight=daylight, sun_height=sun, wind=0.5, rain=0.5))
        out = np.zeros((2, BLOCK), np.float32)
        engine.render(out)
        blocks.append(out)
    return np.concatenate(blocks, axis=1)[:, 6 * RATE_HZ :]


@pytest.mark.parametrize("name", WORLDS)
def test_nothing_rises_fifteen_decibels_within_thirty_milliseconds(name: str) -> None:
    samples, size = heard(name), RATE_HZ // 100
    windows = samples[:, : samples.shape[1] // size * size].reshape(2, -1, size)
    level_db = 10 * np.log10((windows.astype(np.float64) ** 2).mean(axis=(0, 2)) + 1e-12)
    assert (level_db[3:] - level_db[:-3]).max() < 15.0


@pytest.mark.parametrize("name", WORLDS)
def test_the_guard_of_onsets_hardly_ever_acts(name: str) -> None:
    samples, guard, gains = heard(name), OnsetGuard(RATE_HZ, BLOCK), []
    for start in range(0, samples.shape[1] - BLOCK + 1, BLOCK):
        caps = guard.caps(samples[:, start : start + BLOCK], 1.0)
        gains.append(np.ones(BLOCK // 32) if caps is None else caps)
    # It takes a third of a second from the silence before.
    taken_db = -20 * np.log10(np.concatenate(gains[8:]))
    most_ratio, most_db = CRACKLING.get(name, (MOST_HELD_RATIO, MOST_HELD_DB))
    assert np.mean(taken_db > 1.0) < most_ratio
    assert taken_db.max() < most_db


@pytest.mark.parametrize("name", WORLDS)
def test_worlds_are_wide_and_their_bass_stands_in_the_middle(name: str) -> None:
    samples = heard(name)
    assert 0.2 < side_likeness(samples) < 0.85
    assert side_likeness(samples, 40, 100) > 0.5


@pytest.mark.parametrize("name", WORLDS)
def test_worlds_do_not_hiss(name: str) -> None:
    levels = octave_levels_db(heard(name))
    # From 1 kHz up, at least 3 dB an octave on the whole.
    assert np.polyfit(np.arange(4), levels[4:], 1)[0] < -3.0


@pytest.mark.parametrize("name", ["dusk_lake", "zen_garden"])
def test_crickets_sing_in_the_night_of_the_worlds_that_have_them(name: str) -> None:
    night, noon = (rms(band(heard(name, hour), 3900, 4900)) for hour in (NIGHT, 12.0))
    assert night > 1.25 * noon


def test_the_same_moment_sounds_the_same() -> None:
    first = heard("rain_window", NIGHT)
    heard.cache_clear()
    np.testing.assert_allclose(first, heard("rain_window", NIGHT), atol=1e-5)
