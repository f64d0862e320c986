"""What every voice must keep: finite, level, smooth, its own with every seed, and frugal."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

import numpy as np
import pytest

from audio.voice import Instrument, Note
from tests.audio.voices.measure import loop_likeness, rise_s, side_likeness, steps_at_borders
from tests.tools.natural_levels import NATURAL_LUFS, VARIANTS, loudness
from tests.tools.voice_clip import BLOCK, HALF, RATE_HZ, build, clip, usual_notes
from worlds.format.kinds import kind_of, models_in
from worlds.format.voice import VoiceModel
from worlds.signals import Signals

KINDS = [kind_of(model) for model in models_in("worlds.format.voices", VoiceModel)]
BEDS = ["wind", "rain_on_glass", "leaves", "lapping", "stream"]
SPARSE = {"drips", "owl", "shishi_odoshi", "birds"}


def wild(seed: int) -> list[Signals]:
    """Signals that jump about as no world's ever would."""
    chance = np.random.default_rng(seed)
    names = ("breath", "daylight", "stir", "settle", "wind", "rain", "warmth", "drift_a", "drift_b")
    return [
        Signals(sun_height=0.0, hour=6.0, **dict(zip(names, chance.random(9), strict=True))) for _ in range(400)
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_natural_level(kind: str) -> None:
    fields = VARIANTS.get(kind, [{}])[0]
    seconds = 80.0 if kind in SPARSE else 40.0
    found = [loudness(kind, seed, seconds, **fields) for seed in (1, 2)]
    # Half a minute of wind may well be a lull.
    assert np.mean(found) == pytest.approx(NATURAL_LUFS, abs=2.5 if kind in {"wind", "leaves"} else 1.5)


@pytest.mark.parametrize("kind", KINDS)
def test_finite_bounded_and_without_clicks_whatever_the_signals_do(kind: str) -> None:
    signals = wild(3)
    samples = clip(build(kind, 4), 8, lambda t_s: signals[int(t_s * RATE_HZ / BLOCK)], usual_notes(kind))
    assert np.isfinite(samples).all()
    assert np.abs(samples).max() < 3.0
    at_borders, inside = steps_at_borders(samples, BLOCK)
    assert at_borders <= max(1.5 * inside, 0.002)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_sounds_the_same_and_another_does_not(kind: str) -> None:
    first, again, other = (clip(build(kind, seed), 15, notes=usual_notes(kind)) for seed in (7, 7, 8))
    np.testing.assert_allclose(first, again, atol=1e-6)
    if np.abs(first).max() > 0 or np.abs(other).max() > 0:
        assert np.abs(first - other).max() > 1e-3


@pytest.mark.parametrize("kind", KINDS)
def test_memory_does_not_grow_while_it_sounds(kind: str) -> None:
    voice, play, out = build(kind), usual_notes(kind), np.zeros((2, BLOCK), np.float32)

    def run(blocks: int) -> None:
        for index in range(blocks):
            if isinstance(voice, Instrument):
                for note in play(index * BLOCK / RATE_HZ):
                    voice.play(note)
            voice.follow(HALF)
            voice.render(out)

    run(300)
    tracemalloc.start()
    run(200)
    settled, _ = tracemalloc.get_traced_memory()
    run(400)
    grown, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert grown - settled < 8192


@pytest.mark.parametrize("kind", BEDS)
def test_beds_are_wide_but_their_bass_is_not(kind: str) -> None:
    samples = clip(build(kind, 5), 12)
    assert 0.2 < side_likeness(samples) < 0.9
    assert side_likeness(samples, 40, 90) > 0.85


@pytest.mark.parametrize("kind", ["wind", "rain_on_glass", "leaves", "stream"])
def test_beds_do_not_loop(kind: str) -> None:
    assert loop_likeness(clip(build(kind, 6), 60)) < 0.6


@pytest.mark.parametrize("kind", ["pad", "bowl", "pluck"])
@pytest.mark.parametrize("hz", [110.0, 392.0, 784.0])
def test_instruments_swell_in_fifty_milliseconds_or_more(kind: str, hz: float) -> None:
    samples = clip(build(kind), 3, notes=lambda t_s: iter([Note(hz, 0.8)] if t_s == 0.0 else []))
    assert rise_s(samples) > 0.05


@pytest.mark.parametrize("kind", ["pad", "bowl", "pluck", "drips"])
def test_more_notes_than_there_is_room_for_never_click(kind: str) -> None:
    chance = np.random.default_rng(2)

    def crowd(_: float) -> Iterator[Note]:
        if chance.random() < 0.5:
            yield Note(float(chance.uniform(100, 900)), float(chance.random()), float(chance.random() * 0.2))

    samples = clip(build(kind), 12, notes=crowd)
    at_borders, inside = steps_at_borders(samples, BLOCK)
    assert np.isfinite(samples).all()
    assert at_borders <= 1.5 * inside
