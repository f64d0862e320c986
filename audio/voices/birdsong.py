"""What birdsong is made of here: songs as lists of curved notes, baked once for each bird."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake

LONGEST_NOTE_S = 0.5


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
    overtone: float = 0.05
    """Height of the second harmonic."""


Composer = Callable[[np.random.Generator], list[Sketch]]
"""Makes one song."""


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

    individual: Callable[[np.random.Generator], Composer]
    """How one bird of it makes its songs."""
    songs: int
    rest_s: float
    """Usual pause between songs at dawn."""
    repeats: int
    """How often a song is sung before the bird changes to another."""
    far_songs: int = 5
    """How many of them one far off has: more only where songs are put together of few words."""
    wakes: float = 0.0
    """Height of the sun, -1 to 1, at which it begins; an hour is 0.26 near sunrise."""
    by_night: bool = False
    """Whether it sings at night too."""
    loudness: float = 1.0
    """So that each kind alone is equally loud while it sings."""


def alike(composer: Composer) -> Callable[[np.random.Generator], Composer]:
    """For species in which all birds make songs in the same way."""
    return lambda _: composer


def softer(notes: Sequence[Sketch], to: float, since: float = 1.0) -> list[Sketch]:
    """The same notes, fading or swelling from one share of their loudness to another."""
    shares = np.linspace(since, to, len(notes)).tolist()
    return [replace(note, loudness=note.loudness * share) for note, share in zip(notes, shares, strict=True)]


def bake_songs(
    repertoire: Repertoire, chance: np.random.Generator, rate: int, keep: Callable[[NDArray[np.float64]], int]
) -> list[Song]:
    """Compose one bird's songs; `keep` is given each of their notes as a wave, and gives it a number."""
    composer, songs, baked = repertoire.individual(chance), [], dict[Sketch, int]()
    for _ in range(repertoire.songs):
        at_s, notes = 0.0, []
        for sketch in composer(chance):
            same = replace(sketch, gap_s=0.0, loudness=1.0)
            if same not in baked:
                baked[same] = keep(_wave(same, chance, rate))
            notes.append(SongNote(at_s, baked[same], sketch.loudness))
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
    return np.asarray((np.sin(phase) + sketch.overtone * np.sin(2 * phase)) * swell)
