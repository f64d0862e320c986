"""How blackbird, great tit and robin sing: songs as lists of curved notes, baked once for each bird."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake

LONGEST_NOTE_S = 0.4


@dataclass(frozen=True)
class Sketch:
    """One note before it is baked: a glide between two pitches, with some vibrato."""

    from_hz: float
    to_hz: float
    length_s: float
    gap_s: float
    """Silence after it."""
    loudness: float
    vibrato_octaves: float = 0.0
    vibrato_hz: float = 20.0


@dataclass(frozen=True)
class SongNote:
    """One note of a song: when, which grain, how loud."""

    at_s: float
    which: int
    loudness: float


@dataclass(frozen=True)
class Song:
    """One song of a bird's repertoire."""

    notes: list[SongNote]
    length_s: float


@dataclass(frozen=True)
class Repertoire:
    """How a species sings."""

    compose: Callable[[np.random.Generator], list[Sketch]]
    songs: int
    rest_s: float
    """Usual pause between songs at dawn."""
    repeats: int
    """How often a song is sung before the bird changes to another."""


def blackbird(chance: np.random.Generator) -> list[Sketch]:
    """Four to six slow fluted notes between 1.5 and 3 kHz, then a soft, higher twitter; 1.5 to 2.5 s."""
    hz, notes = float(chance.uniform(1750.0, 2400.0)), []
    for _ in range(int(chance.integers(4, 7))):
        bend = 1.0 if chance.random() < 0.45 else 2.0 ** float(chance.uniform(-0.2, 0.28))
        vibrato = float(chance.uniform(0.0, 0.04)) if chance.random() < 0.4 else 0.0
        length_s, gap_s = float(chance.uniform(0.1, 0.3)), float(chance.uniform(0.02, 0.07))
        notes.append(Sketch(hz, hz * bend, length_s, gap_s, float(chance.uniform(0.65, 1.0)), vibrato))
        leap = float(chance.choice((-5, -4, -3, 2, 3, 5, 7)))
        hz = float(np.clip(hz * 2.0 ** (leap / 12.0), 1500.0, 3000.0))
    for _ in range(int(chance.integers(2, 7))):
        hz = float(chance.uniform(3000.0, 5600.0))
        end_hz = float(np.clip(hz * 2.0 ** float(chance.uniform(-0.6, 0.6)), 2600.0, 6500.0))
        gap_s, loudness = float(chance.uniform(0.01, 0.05)), float(chance.uniform(0.07, 0.2))
        notes.append(Sketch(hz, end_hz, float(chance.uniform(0.03, 0.07)), gap_s, loudness, 0.03, 50.0))
    return notes


def great_tit(chance: np.random.Generator) -> list[Sketch]:
    """ "Teacher, teacher": two notes of 95 to 130 ms about 4 kHz, high and low, four to six times."""
    high_hz = float(chance.uniform(4100.0, 4900.0))
    low_hz = high_hz * float(chance.uniform(0.7, 0.84))
    first = Sketch(high_hz, high_hz * 0.98, float(chance.uniform(0.095, 0.115)), 0.035, 0.75)
    second = Sketch(
        low_hz, low_hz * 0.96, float(chance.uniform(0.11, 0.13)), float(chance.uniform(0.06, 0.09)), 1.0
    )
    pair = [first, second] if chance.random() < 0.65 else [second, first]
    return pair * int(chance.integers(4, 7))


def robin(chance: np.random.Generator) -> list[Sketch]:
    """Two to three seconds of silver: high runs and lower whistles in turn, leaping, fading to the end."""
    notes: list[Sketch] = []
    high = bool(chance.random() < 0.5)
    for _ in range(int(chance.integers(3, 6))):
        notes += _run(chance, 5000.0, 7000.0, 0.45) if high else _whistle_or_run(chance)
        high = not high
    fade = np.linspace(1.0, 0.5, len(notes))
    return [_softer(note, float(share)) for note, share in zip(notes, fade, strict=True)]


def _whistle_or_run(chance: np.random.Generator) -> list[Sketch]:
    if chance.random() < 0.5:
        return _run(chance, 2600.0, 4600.0, 0.75)
    hz = float(chance.uniform(2400.0, 4000.0))
    end_hz = hz * 2.0 ** float(chance.uniform(-0.9, 0.3))
    return [
        Sketch(hz, end_hz, float(chance.uniform(0.18, 0.38)), float(chance.uniform(0.04, 0.1)), 0.9, 0.02, 18.0)
    ]


def _run(chance: np.random.Generator, low_hz: float, high_hz: float, loudness: float) -> list[Sketch]:
    hz = float(chance.uniform(low_hz, high_hz))
    bend = 2.0 ** float(chance.uniform(-0.6, 0.5))
    length_s, gap_s = float(chance.uniform(0.04, 0.075)), float(chance.uniform(0.012, 0.04))
    return [Sketch(hz, hz * bend, length_s, gap_s, loudness, 0.02, 45.0)] * int(chance.integers(2, 7))


def _softer(note: Sketch, share: float) -> Sketch:
    return Sketch(
        note.from_hz,
        note.to_hz,
        note.length_s,
        note.gap_s,
        note.loudness * share,
        note.vibrato_octaves,
        note.vibrato_hz,
    )


REPERTOIRES = {
    "blackbird": Repertoire(blackbird, 8, 4.8, 1),
    "great_tit": Repertoire(great_tit, 3, 3.2, 16),
    "robin": Repertoire(robin, 9, 4.2, 1),
}
"""Blackbird: 9 phrases a minute, pauses near 5 s. Great tit: 91 percent of songs have two syllables; one song is
kept for many strophes. Robin: phrases of 2 to 3 s, up to 7 kHz here (fssbirding.org.uk sonagrams)."""


def bake_songs(
    repertoire: Repertoire, chance: np.random.Generator, rate: int, keep: Callable[[NDArray[np.float64]], int]
) -> list[Song]:
    """Compose one bird's songs; `keep` is given each of their notes as a wave, and gives it a number."""
    songs = []
    for _ in range(repertoire.songs):
        at_s, notes, baked = 0.0, [], dict[Sketch, int]()
        for sketch in repertoire.compose(chance):
            if sketch not in baked:
                baked[sketch] = keep(_wave(sketch, chance, rate))
            notes.append(SongNote(at_s, baked[sketch], sketch.loudness))
            at_s += sketch.length_s + sketch.gap_s
        songs.append(Song(notes, at_s))
    return songs


def _wave(sketch: Sketch, chance: np.random.Generator, rate: int) -> NDArray[np.float64]:
    """A pure, curved tone with a weak second harmonic; it swells and fades over half its length at least."""
    t_s = bake.seconds(rate, sketch.length_s)
    along = t_s / sketch.length_s
    curved = along + float(chance.uniform(-0.6, 0.6)) * along * (1.0 - along)
    octaves = np.log2(sketch.from_hz) + np.log2(sketch.to_hz / sketch.from_hz) * curved
    octaves += sketch.vibrato_octaves * np.sin(2 * np.pi * (sketch.vibrato_hz * t_s + chance.random()))
    phase = 2 * np.pi * np.cumsum(2.0**octaves) / rate
    rise_s = min(0.4 * sketch.length_s, 0.035)
    swell = bake.eased(t_s / rise_s) * bake.eased((sketch.length_s - t_s) / (1.4 * rise_s)) * (1.0 - 0.25 * along)
    return np.asarray((np.sin(phase) + 0.05 * np.sin(2 * phase)) * swell)
