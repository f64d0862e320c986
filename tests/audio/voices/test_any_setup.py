"""What every voice must keep at any sample rate, block size and parameters, however these jump about.

Seeded, so that what fails once fails again; another `SEED` tries others.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, get_args

import numpy as np
import pytest
from numpy.typing import NDArray
from pydantic import ValidationError
from scipy import signal

from audio import audition as hearing
from audio.mix.loudness import Meter, gated_power, lufs
from audio.voice import Instrument, Note, Voice, no_notes, voice_for
from worlds.follow import Range, continuous
from worlds.format.voice import VoiceModel
from worlds.signals import SignalName, Signals

SEED = 1
RATES_HZ, BLOCKS = (44100, 48000, 96000), (256, 1024, 2048)
KINDS = sorted(hearing.kinds())
SECONDS = 2.5
BOUND = 6.0
OFTEN_RATIO = 0.02
GROWTH_BYTES = 16384
DENSE_S, SPARSE_S = 20.0, 40.0
GUSTY = {"wind", "leaves"}
UNEVEN = {"chime", "drips", "footsteps", "purr"}
"""These are played, or dense, and yet come and go by chance."""
Samples = NDArray[np.float32]
Notes = Callable[[float, float], Iterable[Note]]


def chance_for(*names: str | int) -> np.random.Generator:
    return np.random.default_rng([SEED, *"/".join(map(str, names)).encode()])


def any_fields(model: type[VoiceModel], chance: np.random.Generator) -> dict[str, Any]:
    """Every continuous field follows some signal at once, between any two values of its range."""
    fields = {}
    for name in sorted(continuous(model)):
        limits = next(part for part in model.model_fields[name].metadata if isinstance(part, Range))
        low, high = chance.uniform(limits.low, limits.high, 2).tolist()
        fields[name] = {"follow": str(chance.choice(get_args(SignalName))), "from": low, "to": high}
    return fields


def any_voice(kind: str, rate_hz: int, block: int, chance: np.random.Generator) -> Voice[Any]:
    """With any of its auditions' choices; where fields contradict each other, as its audition has it."""
    auditions = hearing.auditions(kind)
    audition = auditions[int(chance.integers(len(auditions)))]
    for fields in (any_fields(hearing.kinds()[kind], chance), {}):
        try:
            return hearing.voice(kind, audition, int(chance.integers(1000)), rate_hz, block, **fields)
        except ValidationError:
            continue
    raise AssertionError(f"the audition of {kind} is no {kind}")


def any_signals(chance: np.random.Generator) -> Callable[[float], Signals]:
    """Signals that jump with every block."""
    names = ("breath", "daylight", "stir", "settle", "wind", "rain", "warmth", "drift_a", "drift_b")

    def at(_: float) -> Signals:
        low_high = np.where(chance.random(len(names)) < 0.3, chance.integers(2, size=len(names)), chance.random(9))
        hour, height = 24.0 * float(chance.random()), 2.0 * float(chance.random()) - 1.0
        return Signals(hour=hour, sun_height=height, **dict(zip(names, low_high.tolist(), strict=True)))

    return at


def any_notes(chance: np.random.Generator, per_s: float) -> Notes:
    def play(since_s: float, until_s: float) -> Iterable[Note]:
        if chance.random() < per_s * (until_s - since_s):
            hz = 55.0 * 32.0 ** float(chance.random())
            yield Note(hz, float(chance.random()), float(chance.random() * 0.3), float(chance.uniform(0.05, 5.0)))

    return play


def sounding(voice: Voice[Any], chance: np.random.Generator, notes_per_s: float = 8.0) -> Iterator[Samples]:
    notes = any_notes(chance, notes_per_s) if isinstance(voice, Instrument) else no_notes
    return hearing.blocks(voice, any_signals(chance), notes)


def setups(kind: str) -> list[tuple[int, int]]:
    """Three of the setups: every rate and every block once, in pairs that differ from kind to kind."""
    turn = KINDS.index(kind) % 3
    return [(RATES_HZ[i], BLOCKS[(i + turn) % 3]) for i in range(3)]


ANY = [pytest.param(kind, *setup, id=f"{kind} {setup[0]} {setup[1]}") for kind in KINDS for setup in setups(kind)]


@pytest.mark.parametrize(("kind", "rate_hz", "block"), ANY)
def test_finite_bounded_and_without_clicks(kind: str, rate_hz: int, block: int) -> None:
    chance = chance_for(kind, rate_hz, block)
    sound = sounding(any_voice(kind, rate_hz, block, chance), chance)
    samples = np.concatenate([each.copy() for each in islice(sound, int(SECONDS * rate_hz / block))], axis=1)
    assert np.isfinite(samples).all()
    assert np.abs(samples).max() < BOUND
    steps = np.abs(np.diff(samples, axis=1)).max(axis=0)
    at_borders = steps[block - 1 :: block]
    # Everything jumps at every border: what clicks there does so often. A crackle may fall on one by chance.
    usual = 1.5 * float(np.quantile(np.delete(steps, np.arange(block - 1, len(steps), block)), 0.999))
    assert np.count_nonzero(at_borders > max(usual, 0.002)) <= 2 + OFTEN_RATIO * len(at_borders)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_grows_while_everything_jumps(kind: str) -> None:
    chance = chance_for("growth", kind)
    sound = sounding(any_voice(kind, 48000, 1024, chance), chance, 1.5)
    for _ in islice(sound, 150):
        pass
    tracemalloc.start()
    try:
        # What waits (notes held, grains to come, waves kept) comes and goes; what leaks grows every time.
        assert min(growths(sound)) < GROWTH_BYTES
    finally:
        tracemalloc.stop()


def growths(sound: Iterator[NDArray[np.float32]], rounds: int = 8) -> Iterator[int]:
    """By how many bytes each hundred blocks made memory grow, until once it hardly grew."""
    before, grown = 0, GROWTH_BYTES
    for number in range(rounds + 1):
        for _ in islice(sound, 100):
            pass
        now = tracemalloc.get_traced_memory()[0]
        if number:
            grown = now - before
            yield grown
        before = now
        if grown < GROWTH_BYTES:
            return


@cache
def heard_in(kind: str, rate_hz: int, block: int) -> tuple[float, NDArray[np.float64]]:
    """Gated loudness (LUFS) and octave bands from 125 Hz to 8 kHz (dB) of a kind's first audition."""
    audition = hearing.auditions(kind)[0]
    voice, signals = hearing.voice(kind, audition, 5, rate_hz, block), hearing.halfway(audition)
    meter, powers, mono, seconds = Meter(rate_hz, block), [], [], SPARSE_S if audition.sparse else DENSE_S
    for each in islice(hearing.blocks(voice, lambda _: signals, audition.notes), int(seconds * rate_hz / block)):
        powers.append(meter.power(each))
        mono.append(each.mean(axis=0))
    hz, density = signal.welch(np.concatenate(mono), rate_hz, nperseg=8192 * rate_hz // 48000)
    bands = [density[(hz >= centre / 1.41) & (hz < centre * 1.41)].mean() for centre in 125.0 * 2.0 ** np.arange(7)]
    window = round(0.4 * rate_hz / block)
    windows = np.array(powers[: len(powers) // window * window]).reshape(-1, window).mean(axis=1)
    return lufs(gated_power(windows)), 10 * np.log10(np.array(bands) + 1e-20)


def loudness_apart_lu(kind: str) -> float:
    """How far two stretches of a voice may lie apart by chance."""
    audition = hearing.auditions(kind)[0]
    if kind in GUSTY | UNEVEN or not (audition.bed or issubclass(voice_for(hearing.kinds()[kind]), Instrument)):
        return 5.0
    return 2.5


@pytest.mark.parametrize("kind", KINDS)
def test_it_sounds_alike_at_any_rate_and_block(kind: str) -> None:
    """Chances fall otherwise where blocks are otherwise, so it is compared over a while."""
    loudness, bands = heard_in(kind, 48000, 2048)
    audible = bands > bands.max() - 20.0
    steady = loudness_apart_lu(kind) < 5.0 or kind in GUSTY
    for rate_hz, block in ((44100, 1024), (96000, 256)):
        other, others = heard_in(kind, rate_hz, block)
        assert other == pytest.approx(loudness, abs=loudness_apart_lu(kind))
        if steady:
            colour, others = bands - loudness, others - other
            np.testing.assert_allclose(others[audible], colour[audible], atol=3.0)
