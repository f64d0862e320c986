"""What every voice must keep: finite, level, smooth, its own with every seed, and frugal."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

import numpy as np
import pytest

from audio import audition as hearing
from audio.mix.strip import NATURAL_LUFS
from audio.notes import at_once
from audio.voice import Audition, Instrument, Note, voice_for
from tests.audio.voices.measure import loop_likeness, rise_s, side_likeness, steps_at_borders
from tests.tools.natural_levels import loudness
from tests.tools.voice_clip import BLOCK, RATE_HZ, build, clip, every_audition, heard
from worlds.signals import Signals

EVERY = [pytest.param(kind, audition, id=f"{kind} {audition.name}".strip()) for kind, audition in every_audition()]
FIRST = [pytest.param(kind, hearing.auditions(kind)[0], id=kind) for kind in hearing.kinds()]
BEDS = [param for param in EVERY if param.values[1].bed]
IN_WAVES = {"lapping", "surf"}
"""Beds that come and go by nature."""
UNPITCHED = {"drips", "purr", "rake"}
TUNED = [
    kind
    for kind, model in hearing.kinds().items()
    if issubclass(voice_for(model), Instrument) and kind not in UNPITCHED
]


def wild(seed: int) -> list[Signals]:
    """Signals that jump about as no world's ever would."""
    chance = np.random.default_rng(seed)
    names = ("breath", "daylight", "stir", "settle", "wind", "rain", "warmth", "drift_a", "drift_b")
    return [
        Signals(sun_height=0.0, hour=6.0, **dict(zip(names, chance.random(9), strict=True))) for _ in range(400)
    ]


@pytest.mark.parametrize(("kind", "audition"), EVERY)
def test_natural_level(kind: str, audition: Audition) -> None:
    found = [loudness(kind, audition, seed, 80.0 if audition.sparse else 40.0) for seed in (1, 2)]
    # Half a minute of wind may well be a lull.
    assert np.mean(found) == pytest.approx(NATURAL_LUFS, abs=2.5 if kind in {"wind", "leaves"} else 1.5)


@pytest.mark.parametrize(("kind", "audition"), EVERY)
def test_finite_bounded_and_without_clicks_whatever_the_signals_do(kind: str, audition: Audition) -> None:
    signals = wild(3)
    voice = build(kind, 4, **audition.fields)
    samples = clip(voice, 8, lambda t_s: signals[int(t_s * RATE_HZ / BLOCK)], audition.notes)
    assert np.isfinite(samples).all()
    assert np.abs(samples).max() < 3.0
    at_borders, inside = steps_at_borders(samples, BLOCK)
    assert at_borders <= max(1.5 * inside, 0.002)


@pytest.mark.parametrize(("kind", "audition"), FIRST)
def test_the_same_seed_sounds_the_same_and_another_does_not(kind: str, audition: Audition) -> None:
    first, again, other = (heard(kind, audition, 15, seed) for seed in (7, 7, 8))
    np.testing.assert_allclose(first, again, atol=1e-6)
    if np.abs(first).max() > 0 or np.abs(other).max() > 0:
        assert np.abs(first - other).max() > 1e-3


@pytest.mark.parametrize(("kind", "audition"), FIRST)
def test_memory_does_not_grow_while_it_sounds(kind: str, audition: Audition) -> None:
    sound = hearing.blocks(hearing.voice(kind, audition), hearing.over_time(audition), audition.notes)

    def run(blocks: int) -> None:
        for _ in range(blocks):
            next(sound)

    run(150)
    tracemalloc.start()
    run(250)
    settled, _ = tracemalloc.get_traced_memory()
    run(250)
    grown, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert grown - settled < 8192


@pytest.mark.parametrize(("kind", "audition"), BEDS)
def test_beds_are_wide_but_their_bass_is_not(kind: str, audition: Audition) -> None:
    samples = heard(kind, audition, 12, 5)
    assert 0.2 < side_likeness(samples) < 0.9
    assert side_likeness(samples, 40, 90) > 0.85


@pytest.mark.parametrize(("kind", "audition"), [bed for bed in BEDS if bed.values[0] not in IN_WAVES])
def test_beds_do_not_loop(kind: str, audition: Audition) -> None:
    assert loop_likeness(heard(kind, audition, 60, 6)) < 0.6


@pytest.mark.parametrize("kind", TUNED)
@pytest.mark.parametrize("hz", [110.0, 392.0, 784.0])
def test_instruments_swell_in_fifty_milliseconds_or_more(kind: str, hz: float) -> None:
    samples = clip(build(kind), 3, notes=at_once(Note(hz, 0.8)))
    assert rise_s(samples) > 0.05


@pytest.mark.parametrize("kind", [*TUNED, "drips"])
def test_more_notes_than_there_is_room_for_never_click(kind: str) -> None:
    chance = np.random.default_rng(2)

    def crowd(*_: float) -> Iterator[Note]:
        if chance.random() < 0.5:
            yield Note(float(chance.uniform(100, 900)), float(chance.random()), float(chance.random() * 0.2))

    samples = clip(build(kind), 12, notes=crowd)
    at_borders, inside = steps_at_borders(samples, BLOCK)
    assert np.isfinite(samples).all()
    assert at_borders <= 1.5 * inside
