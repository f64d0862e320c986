"""Calm, measured: how sharp and how rough voices are, whether they throb, and how fast they rise.

One calibration throughout: -23 LUFS is 55 dB. Sharpness after DIN 45692, roughness after Daniel and Weber, both by
mosqito; where that is not installed, what needs it is left out.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import signal

from audio import audition as hearing
from audio.engine import Engine
from audio.messages import Hear
from audio.mix.loudness import Meter, power_of
from audio.mix.strip import NATURAL_LUFS
from audio.mixdown import Mixdown, Source
from audio.solo import Solo
from audio.voice import BLOCK, Audition, Instrument, voice_for
from tests.audio.rises import MOST_DB, rises_db
from tests.audio.voices.measure import envelope
from tests.tools.voice_clip import RATE_HZ, every_audition, heard
from worlds.catalogue import entries
from worlds.format.kinds import kind_of
from worlds.format.world import World
from worlds.reading import read_world

Samples = NDArray[np.float32]
MOST_ACUM, MOST_ASPER = 1.9, 0.1
LEVEL_PA = 2e-5 * 10 ** (55.0 / 20)
BEGUN_S, SHARPNESS_S, ROUGHNESS_S, THROB_S = 6.0, 10.0, 1.2, 64.0
STEP_S = 0.01
FROM_HZ, TO_HZ = 1.0, 8.0
STANDS_OUT, DEPTH = 6.0, 0.03
"""A rhythm is one line of the envelope's spectrum that stands so far above its neighbours, and moves the level by
so much."""
RUBBING = {"purr", "rake", "drips"}
"""These are played, and no tones."""


def of(kind: str, audition: Audition) -> Any:
    return pytest.param(kind, audition, id=f"{kind} {audition.name}".strip())


def played(kind: str) -> bool:
    return kind not in RUBBING and issubclass(voice_for(hearing.kinds()[kind]), Instrument)


BEDS = [of(kind, audition) for kind, audition in every_audition() if audition.bed]
STEADY = [of(kind, audition) for kind, audition in every_audition() if audition.bed or played(kind)]


def clip(kind: str, audition: Audition, seconds: float, seed: int = 11) -> Samples:
    """A voice from when it has begun on."""
    return heard(kind, audition, BEGUN_S + seconds, seed)[:, round(BEGUN_S * RATE_HZ) :]


def pascals(samples: Samples) -> NDArray[np.float64]:
    """What the left ear hears of a sound brought to 55 dB."""
    block = 2048
    meter = Meter(RATE_HZ, block)
    pieces = [np.ascontiguousarray(samples[:, n : n + block]) for n in range(0, samples.shape[1] - block, block)]
    power = float(np.mean([meter.power(piece) for piece in pieces]))
    gain = LEVEL_PA * np.sqrt(2.0 / power_of(NATURAL_LUFS)) * np.sqrt(power_of(NATURAL_LUFS) / power)
    return np.asarray(samples[0] * gain, np.float64)


def sharpness_acum(samples: Samples) -> float:
    metrics = pytest.importorskip("mosqito.sq_metrics")
    return float(metrics.sharpness_din_st(pascals(samples), RATE_HZ))


def roughness_asper(samples: Samples) -> float:
    """That of most moments: single crackles and attacks are events, not roughness."""
    metrics = pytest.importorskip("mosqito.sq_metrics")
    moments, *_ = metrics.roughness_dw(pascals(samples), RATE_HZ, overlap=0)
    return float(np.median(moments))


def throb(samples: Samples) -> tuple[float, float, float]:
    """Of the rhythm between 1 and 8 Hz that stands out most: its rate, how far it stands out, and its depth."""
    level = envelope(samples.mean(axis=0), STEP_S)
    hz, density = signal.welch(level / level.mean(), 1 / STEP_S, nperseg=2048, window="hann")
    around = signal.medfilt(density, 31)
    inside = np.flatnonzero((hz >= FROM_HZ) & (hz <= TO_HZ))
    top = inside[np.argmax(density[inside] / around[inside])]
    line = max(float(density[top] - around[top]) * 1.5 * float(hz[1]), 0.0)
    return float(hz[top]), float(density[top] / around[top]), float(np.sqrt(2.0 * line))


def assert_no_throb(samples: Samples) -> None:
    rate_hz, stands_out, depth = throb(samples)
    assert stands_out < STANDS_OUT or depth < DEPTH, f"{rate_hz:.2f} Hz, {stands_out:.1f} times, {depth:.1%}"


@pytest.mark.parametrize(("kind", "audition"), BEDS)
def test_no_bed_is_sharp(kind: str, audition: Audition) -> None:
    found = [sharpness_acum(clip(kind, audition, SHARPNESS_S, seed)) for seed in (11, 12, 13)]
    assert np.mean(found) <= MOST_ACUM


@pytest.mark.parametrize(("kind", "audition"), STEADY)
def test_nothing_steady_is_rough(kind: str, audition: Audition) -> None:
    assert roughness_asper(clip(kind, audition, ROUGHNESS_S)) < MOST_ASPER


def test_a_crackling_fire_leaves_most_moments_smooth() -> None:
    found = [roughness_asper(clip("hearth", Audition(bed=True), 2.4, seed)) for seed in (12, 13, 14, 15, 16)]
    assert np.mean(found) < MOST_ASPER


@pytest.mark.parametrize(("kind", "audition"), BEDS)
def test_no_bed_throbs(kind: str, audition: Audition) -> None:
    assert_no_throb(clip(kind, audition, THROB_S))


@pytest.mark.parametrize(("kind", "audition"), [of(*each) for each in every_audition()])
def test_nothing_leaps(kind: str, audition: Audition) -> None:
    """As it leaves the program."""
    assert rises_db(leaving(Solo(kind, audition, 11), 15.0)).max() < MOST_DB


def leaving(source: Source, seconds: float, begun_s: float = 0.0) -> Samples:
    """What a listener has of a source."""
    mixdown = Mixdown()
    mixdown.take(Hear(hearing.halfway(Audition())))
    mixdown.play(source, 1.0)
    made = np.zeros((2, round((begun_s + seconds) * RATE_HZ / BLOCK) * BLOCK), np.float32)
    for start in range(0, made.shape[1], BLOCK):
        block = np.zeros((2, BLOCK), np.float32)
        mixdown.render(block)
        made[:, start : start + BLOCK] = block
    return made[:, round(begun_s * RATE_HZ) :]


@cache
def worlds() -> dict[str, World]:
    """The built-in worlds' beds alone, as they are mixed."""
    beds = {kind for kind in hearing.kinds() if hearing.auditions(kind)[0].bed}
    found = {}
    for entry in entries():
        world = read_world(entry.folder)
        kept = [voice for voice in world.voice if kind_of(type(voice)) in beds]
        found[entry.id] = world.model_copy(update={"voice": kept, "score": None, "touch": []})
    return found


@pytest.mark.parametrize("name", [entry.id for entry in entries()])
def test_the_beds_of_a_built_in_world_are_calm(name: str) -> None:
    sound = leaving(Engine(worlds()[name], 3), THROB_S, BEGUN_S)
    assert sharpness_acum(sound[:, : round(SHARPNESS_S * RATE_HZ)]) <= MOST_ACUM
    assert roughness_asper(sound[:, : round(ROUGHNESS_S * RATE_HZ)]) < MOST_ASPER
    assert_no_throb(sound)
    assert rises_db(sound)[50:].max() < MOST_DB


class TestTheMeters:
    """Sounds of known calm and unrest."""

    def tone(self, modulation_hz: float, depth: float, seconds: float = 2.0) -> Samples:
        t_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
        mono = (1.0 + depth * np.sin(2 * np.pi * modulation_hz * t_s)) * np.sin(2 * np.pi * 1000.0 * t_s)
        return np.stack([mono, mono]).astype(np.float32) * np.float32(0.05)

    def test_the_reference_of_roughness(self) -> None:
        """1 kHz at 60 dB, wholly modulated at 70 Hz, is 1 asper; at 55 dB somewhat less."""
        assert roughness_asper(self.tone(70.0, 1.0)) == pytest.approx(0.85, abs=0.25)

    def test_white_noise_is_sharp(self) -> None:
        noise = np.random.default_rng(1).standard_normal((2, RATE_HZ * 3)).astype(np.float32) * np.float32(0.05)
        assert sharpness_acum(noise) == pytest.approx(2.75, abs=0.15)

    @pytest.mark.parametrize("hz", [1.3, 4.0, 7.7])
    def test_a_throb_of_a_twentieth_is_found_in_noise(self, hz: float) -> None:
        noise = np.random.default_rng(2).standard_normal((2, round(THROB_S * RATE_HZ))).astype(np.float32)
        assert_no_throb(noise)
        t_s = np.arange(noise.shape[1]) / RATE_HZ
        with pytest.raises(AssertionError):
            assert_no_throb(noise * (1.0 + 0.05 * np.sin(2 * np.pi * hz * t_s)).astype(np.float32))
