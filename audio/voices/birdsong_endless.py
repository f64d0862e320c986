"""Birds that hardly ever sing the same twice: blackbird, robin, song thrush, nightingale."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from audio.voices.birdsong import Composer, Sketch, softer


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


def robin(chance: np.random.Generator) -> list[Sketch]:
    """Two to three seconds of silver: high runs and lower whistles in turn, leaping, fading to the end."""
    notes: list[Sketch] = []
    high = bool(chance.random() < 0.5)
    for _ in range(int(chance.integers(5, 9))):
        notes += _run(chance, 5000.0, 7000.0, 0.45) if high else _whistle_or_run(chance)
        high = not high
    return softer(notes, 0.5)


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


def song_thrush(bird: np.random.Generator) -> Composer:
    """Short motifs of its own, each said two to four times before the next; 1.8 to 5 kHz."""
    motifs = [_motif(bird) for _ in range(22)]

    def verses(chance: np.random.Generator) -> list[Sketch]:
        notes = list[Sketch]()
        for which in chance.choice(len(motifs), int(chance.integers(3, 5)), replace=False).tolist():
            motif = motifs[which]
            pause_s = float(chance.uniform(0.1, 0.22))
            said = [*motif[:-1], replace(motif[-1], gap_s=pause_s)]
            notes += said * int(chance.integers(2, 5))
            notes[-1] = replace(notes[-1], gap_s=float(chance.uniform(0.35, 0.8)))
        return notes

    return verses


def _motif(bird: np.random.Generator) -> list[Sketch]:
    """Two to four notes, ringing."""
    notes = []
    for _ in range(int(bird.integers(2, 5))):
        hz = float(bird.uniform(2100.0, 4400.0))
        end_hz = float(np.clip(hz * 2.0 ** float(bird.uniform(-0.5, 0.5)), 1800.0, 5000.0))
        length_s, gap_s = float(bird.uniform(0.05, 0.16)), float(bird.uniform(0.01, 0.04))
        notes.append(Sketch(hz, end_hz, length_s, gap_s, float(bird.uniform(0.7, 1.0)), 0.02, 40.0))
    return notes


def nightingale(bird: np.random.Generator) -> Composer:
    """Songs of two to four seconds: soft whistles that swell, or quick notes, then a fast and loud trill.

    Its words are few dozen; songs put together of them are some 185, and no bird sings one twice in twenty.
    """
    whistles = [_word(bird, 1800.0, 3200.0, (0.18, 0.3), 0.06) for _ in range(8)]
    quick = [_word(bird, 2200.0, 5200.0, (0.03, 0.07), 0.5) for _ in range(24)]
    trills = [_word(bird, 2000.0, 4200.0, (0.035, 0.08), 0.7) for _ in range(14)]

    def verse(chance: np.random.Generator) -> list[Sketch]:
        if chance.random() < 0.3:
            notes = softer([whistles[int(chance.integers(8))]] * int(chance.integers(3, 7)), 1.0, 0.15)
        else:
            notes = [quick[int(index)] for index in chance.integers(24, size=int(chance.integers(4, 9)))]
        for _ in range(int(chance.integers(1, 3))):
            trill = trills[int(chance.integers(14))]
            notes += softer([trill] * int(chance.integers(6, 14)), 1.0, 0.6)
        return [*notes, quick[int(chance.integers(24))]]

    return verse


def _word(
    bird: np.random.Generator, low_hz: float, high_hz: float, lengths_s: tuple[float, float], bend: float
) -> Sketch:
    hz = float(bird.uniform(low_hz, high_hz))
    length_s, gap_s = float(bird.uniform(*lengths_s)), float(bird.uniform(0.015, 0.06))
    return Sketch(hz, hz * 2.0 ** float(bird.uniform(-bend, bend)), length_s, gap_s, float(bird.uniform(0.7, 1.0)))
