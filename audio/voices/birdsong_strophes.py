"""Birds that keep to a few songs: great tit, chaffinch, chickadee, cuckoo, wren."""

from __future__ import annotations

import numpy as np

from audio.voices.birdsong import Composer, Sketch, softer


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


def chaffinch(chance: np.random.Generator) -> list[Sketch]:
    """Two to four trills, each lower than the last and quicker at first, and a flourish; 2.1 to 2.8 s."""
    wanted_s = float(chance.uniform(1.75, 2.35))
    trills = int(chance.integers(2, 5))
    hz, notes = float(chance.uniform(4600.0, 5800.0)), list[Sketch]()
    for trill in range(trills):
        length_s, gap_s = float(chance.uniform(0.045, 0.075)), float(chance.uniform(0.025, 0.045))
        syllable = Sketch(hz, hz * 2.0 ** float(chance.uniform(-0.75, -0.25)), length_s, gap_s, 0.75, 0.02, 60.0)
        notes += [syllable] * max(round(wanted_s / trills / (length_s + gap_s)), 3)
        hz *= 2.0 ** float(chance.uniform(-0.35, -0.15))
        if trill == 0:
            notes = softer(notes, 1.0, 0.55)
    notes.append(Sketch(hz * 1.1, hz * 0.75, 0.09, 0.02, 1.0, 0.05, 45.0))
    notes.append(Sketch(hz * 0.8, hz * 1.5, 0.08, 0.015, 1.0))
    notes.append(Sketch(hz * 1.45, hz * 0.85, float(chance.uniform(0.14, 0.2)), 0.0, 0.85))
    return notes


def chickadee(bird: np.random.Generator) -> Composer:
    """ "Fee-bee": two tones in about a second, the first gliding down, the second lower by a constant ratio.

    The whole song is shifted by up to 860 Hz between bouts; the ratio of its tones stays, within a percent.
    """
    middle_hz, ratio = float(bird.uniform(3850.0, 4050.0)), float(bird.normal(1.145, 0.006))
    glide = float(bird.uniform(0.955, 0.975))

    def fee_bee(chance: np.random.Generator) -> list[Sketch]:
        fee_hz = middle_hz + float(chance.uniform(-420.0, 420.0))
        bee_hz = fee_hz / ratio
        fee = Sketch(fee_hz, fee_hz * glide, float(chance.uniform(0.36, 0.42)), 0.13, 0.9, overtone=0.01)
        return [fee, Sketch(bee_hz, bee_hz * 0.995, float(chance.uniform(0.38, 0.45)), 0.0, 1.0, overtone=0.01)]

    return fee_bee


def cuckoo(bird: np.random.Generator) -> Composer:
    """Its name, a minor third down from some 650 Hz, every 1.2 to 1.5 s, over and over."""
    high_hz, ratio = float(bird.normal(650.0, 12.0)), float(bird.normal(1.19, 0.012))
    period_s = float(bird.uniform(1.22, 1.48))

    def calls(chance: np.random.Generator) -> list[Sketch]:
        first_s, pause_s, second_s = 0.16, float(chance.uniform(0.15, 0.19)), 0.2
        cuck = Sketch(high_hz * 1.01, high_hz * 0.985, first_s, pause_s, 0.85, overtone=0.16)
        rest_s = period_s - first_s - pause_s - second_s
        koo = Sketch(high_hz / ratio, high_hz / ratio * 0.985, second_s, rest_s, 1.0, overtone=0.12)
        return [cuck, koo] * int(chance.integers(6, 17))

    return calls


def wren(chance: np.random.Generator) -> list[Sketch]:
    """Some five seconds of notes between 3.5 and 8 kHz, rattled off, with a fast trill well before the end."""
    notes = list[Sketch]()
    for part in range(int(chance.integers(7, 10))):
        if part in (3, 6):
            hz = float(chance.uniform(4600.0, 6200.0))
            notes += [Sketch(hz, hz * 0.74, 0.028, 0.016, 0.8)] * int(chance.integers(12, 20))
            continue
        hz = float(chance.uniform(3900.0, 7400.0))
        end_hz = float(np.clip(hz * 2.0 ** float(chance.uniform(-0.7, 0.5)), 3500.0, 8000.0))
        length_s, gap_s = float(chance.uniform(0.035, 0.085)), float(chance.uniform(0.018, 0.05))
        note = Sketch(hz, end_hz, length_s, gap_s, float(chance.uniform(0.7, 1.0)), 0.015, 55.0)
        notes += [note] * int(chance.integers(3, 8))
    return notes
