"""How geese call: a gander's honk of two syllables, his goose's answer; each from a throat of its own."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake

LONGEST_S = 0.75
_FAR: bake.Points = ((200, -10), (450, -1), (900, 0), (1400, 0), (2200, -9), (4000, -28), (8000, -60))
"""The nasal throat of a goose, and what a mile of air leaves of it."""
_ECHO_S = 0.28


@dataclass(frozen=True)
class Throat:
    """What tells one goose from another."""

    hz: float
    """Pitch of its main syllable."""
    crack: float
    """Where its voice breaks, 0..1 of a syllable."""
    tilt: float
    """Height of each partial beside the one below, before the throat."""
    rough: float


def throats(chance: np.random.Generator) -> tuple[Throat, Throat]:
    """A gander, and his goose, who is higher."""
    low_hz = float(np.clip(chance.normal(410.0, 28.0), 330.0, 470.0))
    high_hz = float(np.clip(low_hz * chance.uniform(1.14, 1.28), 400.0, 590.0))
    return _throat(chance, low_hz), _throat(chance, high_hz)


def _throat(chance: np.random.Generator, hz: float) -> Throat:
    crack, tilt, rough = chance.random(3).tolist()
    return Throat(hz, 0.25 + 0.2 * crack, 0.72 + 0.12 * tilt, 0.1 + 0.2 * rough)


def gander(throat: Throat, rate: int, chance: np.random.Generator) -> NDArray[np.float64]:
    """Two syllables, "a-honk": a short low one, and at once a longer one that rises."""
    first_s, second_s = float(chance.uniform(0.07, 0.1)), float(chance.uniform(0.15, 0.2))
    low = throat.hz * float(chance.uniform(0.7, 0.76))
    points = (
        (0.0, low),
        (first_s, low * 1.08),
        (first_s + 0.03, throat.hz),
        (first_s + second_s, throat.hz * 1.09),
    )
    dip = ((0.0, 0.55), (first_s, 0.6), (first_s + 0.02, 0.35), (first_s + 0.06, 1.0), (first_s + second_s, 0.9))
    return _honk(throat, rate, chance, points, dip)


def goose(throat: Throat, rate: int, chance: np.random.Generator) -> NDArray[np.float64]:
    """One syllable, shorter and higher, that breaks upwards and falls a little."""
    length_s = float(chance.uniform(0.15, 0.19))
    crack_s = throat.crack * length_s
    points = (
        (0.0, throat.hz * 0.84),
        (crack_s, throat.hz * 0.9),
        (crack_s + 0.02, throat.hz * 1.03),
        (length_s, throat.hz * 0.96),
    )
    return _honk(throat, rate, chance, points, ((0.0, 0.8), (crack_s, 0.8), (length_s, 1.0)))


def _honk(
    throat: Throat,
    rate: int,
    chance: np.random.Generator,
    points: tuple[tuple[float, float], ...],
    swell: tuple[tuple[float, float], ...],
) -> NDArray[np.float64]:
    """Many partials on a pitch that breaks from one height to the next, through the throat and the air."""
    length_s, scale = points[-1][0], 1.0 + 0.025 * float(chance.standard_normal())
    t_s = bake.seconds(rate, length_s)
    hz = np.interp(t_s, [at for at, _ in points], [height * scale for _, height in points])
    flutter = throat.rough * np.sin(2 * np.pi * (float(chance.uniform(55.0, 80.0)) * t_s + chance.random()))
    phase = 2 * np.pi * np.cumsum(hz) / rate + 0.35 * flutter
    wave = np.zeros(len(t_s))
    for number in range(1, 15):
        wave += throat.tilt ** (number - 1) * np.sin(number * phase + chance.uniform(0.0, 2 * math.pi))
    height = np.interp(t_s, [at for at, _ in swell], [share for _, share in swell]) * (1.0 + 0.5 * flutter)
    wave *= height * bake.eased(t_s / 0.045) * bake.eased((length_s - t_s) / 0.06)
    return _far_away(wave, rate, chance)


def _far_away(wave: NDArray[np.float64], rate: int, chance: np.random.Generator) -> NDArray[np.float64]:
    """As it is heard from the ground: the highs gone, edges washed out by what comes back from hills and mist."""
    long = np.concatenate([wave, np.zeros(int(2 * _ECHO_S * rate))])
    t_s = np.arange(int(1.5 * _ECHO_S * rate)) / rate
    back = chance.standard_normal(len(t_s)) * np.exp(-t_s / (0.35 * _ECHO_S)) * bake.eased(t_s / 0.02)
    length = bake.quick_length(len(long))
    echo = np.fft.irfft(np.fft.rfft(long, length) * np.fft.rfft(back, length), length)[: len(long)]
    echo *= 0.45 * math.sqrt(float((wave**2).sum()) / float((echo**2).sum()))
    heard = bake.filtered(long + echo, rate, _FAR)
    return bake.unit_energy(bake.tapered(heard[: int(LONGEST_S * rate)])) * math.sqrt(rate)
