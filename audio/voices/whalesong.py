"""How a humpback's song is made: units make phrases, phrases sung over and over themes, themes the song."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

UNITS_IN_PHRASE = (4, 6)
THEMES = (4, 6)
THEME_S = (120.0, 240.0)


@dataclass(frozen=True)
class Unit:
    """One sound of the song, from a second to three."""

    hz: float
    """Its pitch at the middle of its range."""
    octaves: tuple[float, ...]
    """Its way from there, in equal steps of its time."""
    length_s: float
    tilt: float
    """Height of each partial beside the one below it."""
    loudness: float = 1.0
    tremor_hz: float = 0.0
    tremor: float = 0.0
    """How deep it trembles, 0..1."""

    def taken(self, chance: np.random.Generator) -> Unit:
        """The same unit as it is sung this time: never quite as before."""
        hz, length, loudness = chance.standard_normal(3).tolist()
        return replace(
            self,
            hz=self.hz * 2.0 ** (0.02 * hz),
            octaves=tuple(octave + 0.025 * float(chance.standard_normal()) for octave in self.octaves),
            length_s=self.length_s * math.exp(0.07 * length),
            loudness=self.loudness * math.exp(0.12 * loudness),
        )


@dataclass(frozen=True)
class Theme:
    """A phrase, and for how long it is repeated."""

    phrase: tuple[Unit, ...]
    length_s: float


def downsweep(chance: np.random.Generator) -> Unit:
    """From about 600 to 300 Hz in some 1.4 s."""
    top = float(chance.uniform(0.38, 0.55))
    octaves = (top, top - 0.08, 0.1, -0.25, -0.47)
    return Unit(424.0 * 2 ** float(chance.normal(0, 0.06)), octaves, float(chance.uniform(1.25, 1.6)), 0.13)


def moan(chance: np.random.Generator) -> Unit:
    """A long call, nearly level, that sags or lifts towards its end."""
    bend = float(chance.choice((-0.18, -0.08, 0.06)))
    octaves = (-0.05, 0.0, 0.02, 0.0, bend)
    return Unit(float(chance.uniform(350.0, 520.0)), octaves, float(chance.uniform(1.9, 3.0)), 0.12)


def cry(chance: np.random.Generator) -> Unit:
    """Up in an arch and down again."""
    octaves = (-0.3, 0.05, 0.3, 0.25, -0.1)
    return Unit(float(chance.uniform(400.0, 520.0)), octaves, float(chance.uniform(1.3, 2.3)), 0.14, 0.7)


def upsweep(chance: np.random.Generator) -> Unit:
    """A question: low, then quickly up."""
    octaves = (-0.4, -0.36, -0.25, 0.1, 0.5)
    return Unit(float(chance.uniform(330.0, 430.0)), octaves, float(chance.uniform(1.1, 1.8)), 0.14, 0.7)


def groan(chance: np.random.Generator) -> Unit:
    """Low and rough, many partials."""
    octaves = (0.1, 0.0, -0.05, -0.1, -0.25)
    hz, tremor_hz = float(chance.uniform(120.0, 190.0)), float(chance.uniform(14.0, 26.0))
    return Unit(hz, octaves, float(chance.uniform(1.4, 2.4)), 0.62, 0.35, tremor_hz, 0.4)


def whistle(chance: np.random.Generator) -> Unit:
    """High, thin and short."""
    octaves = (0.0, 0.1, 0.0, -0.2, -0.1)
    return Unit(float(chance.uniform(900.0, 2400.0)), octaves, float(chance.uniform(0.7, 1.2)), 0.08, 0.05)


_KINDS = (downsweep, moan, cry, upsweep, groan, whistle)
_CHANCES = (0.26, 0.34, 0.16, 0.1, 0.1, 0.04)


def song(chance: np.random.Generator) -> list[Theme]:
    """The themes of one whale, in the order it keeps."""
    return [_theme(chance) for _ in range(int(chance.integers(THEMES[0], THEMES[1] + 1)))]


def _theme(chance: np.random.Generator) -> Theme:
    """A phrase of four to six units, of which two or three kinds come back."""
    first = int(chance.random() < 0.55)  # a downsweep or a moan bears every theme
    others = chance.choice(len(_KINDS), 2, replace=False, p=_CHANCES).tolist()
    kinds = [_KINDS[index](chance) for index in (first, *others)]
    count = int(chance.integers(UNITS_IN_PHRASE[0], UNITS_IN_PHRASE[1] + 1))
    phrase = tuple(kinds[int(index)] for index in chance.integers(3, size=count))
    return Theme(phrase, float(chance.uniform(*THEME_S)))


def sung(chance: np.random.Generator, themes: list[Theme], mean_s: float = 3.5) -> Iterator[tuple[int, Unit]]:
    """The song without end: each unit as it is taken, and how many are still to come in its phrase."""
    while True:
        for theme in themes:
            phrases = max(round(theme.length_s / (mean_s * len(theme.phrase))), 2)
            for _ in range(phrases):
                for place, unit in enumerate(theme.phrase):
                    yield len(theme.phrase) - 1 - place, unit.taken(chance)
