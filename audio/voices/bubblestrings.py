"""`BubbleStrings`: bubbles that rise through water, heard from within it."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake
from audio.dsp.grains import Grains
from audio.voice import SAMPLE_RATE_HZ, Block, Setup

_SMALLEST_MM, _LARGEST_MM = 2.3, 24.0
_SIZES, _TAKES = 20, 3
_MIDDLING = (1.4, 1.2)
"""Shape of the beta distribution of a string's size, between the logarithms of the smallest and the largest."""
_UNALIKE = 1.3
"""Deviation of sizes within a string, in steps of `_SIZES`."""
_EVENNESS = 5.0
"""Shape of the gamma distribution of the times between strings: 1 would be by pure chance."""
_STRING = (6, 17)
"""Bubbles in a string."""
_APART_S = (0.06, 0.24)
"""Range of the time between its first two,"""
_LATER = 1.05
"""by how much each further one comes later,"""
_STEADINESS = 14.0
"""and how even they are: an opening lets go one bubble after another, all but periodically."""
_NEAR, _FAR = 0.75, 0.35
"""Amplitudes of strings close by and further off."""
_UNEVEN = 0.3
"""Deviation of the logarithm of amplitudes within a string."""
_BUBBLE, _LARGER = 22.0, 0.6
"""Amplitude of a bubble of 3 mm beside the rumble, and by what power of its radius a larger one is louder."""
_RISE = (0.05, 0.14)
_ONSET_S, _ONSET_PERIODS = 0.012, 1.2
_FIZZES, _FIZZ = 16, 0.33
"""How many different puffs of fine bubbles there are, and their amplitude beside the rumble."""
_FINE_HZ = (5800.0, 6900.0)
_FINE_WIDTH = 2.0**0.03
_PUFF_S = (0.01, 0.02)
_PUFFS = (2, 5)
_PUFFS_APART_S, _PUFFS_STEADINESS = 0.14, 4.0


class BubbleStrings:
    """Strings of bubbles, each of about one size and from one place.

    An opening lets go a train of like bubbles, nearly periodic (Lohrasbipeydeh, Zielinski and Gulliver, OCEANS
    2013); as its air gives out they come later and later. Each rings at 3.26 m/s over its radius (Minnaert 1933),
    140 to 1400 Hz here, and climbs a little in pitch. After a string a few puffs of bubbles of half a millimetre
    shimmer about 6 kHz, nearly 60 dB below the rest: there, though hardly to be heard.
    """

    def __init__(self, setup: Setup, level: float) -> None:
        # Bubbles have unit energy in samples, of which there may be more or fewer in a second.
        self._setup, self._level = setup, level * math.sqrt(setup.sample_rate_hz / SAMPLE_RATE_HZ)
        self._block_s = setup.block / setup.sample_rate_hz
        self._chance, self._fine_chance = setup.generator("strings"), setup.generator("puffs")
        self._due = float(self._chance.uniform(0.2, 1.0))
        """How much of the mean time between two strings is left."""
        self._bubbles = Grains(setup.block, _bubbles(setup))
        self._fizz = Grains(setup.block, _fizz(setup))

    def render(self, out: Block, strings_per_min: float) -> None:
        """Add the next block."""
        self._due -= strings_per_min / 60.0 * self._block_s
        if self._due <= 0.0:
            self._due += float(self._chance.gamma(_EVENNESS, 1.0 / _EVENNESS))
            begins_s = float(self._chance.random()) * self._block_s
            self._let_rise(begins_s)
            self._shimmer(begins_s)
        self._bubbles.add(out)
        self._fizz.add(out)

    def _let_rise(self, at_s: float) -> None:
        chance = self._chance
        size, take = float(chance.beta(*_MIDDLING)) * (_SIZES - 1), int(chance.integers(_TAKES))
        loud = self._level * _BUBBLE * float(chance.uniform(_FAR, _NEAR))
        shortest, longest = _APART_S
        apart_s = shortest * (longest / shortest) ** float(chance.random())
        for _ in range(int(chance.integers(*_STRING))):
            which = min(max(round(size + float(chance.normal(0.0, _UNALIKE))), 0), _SIZES - 1)
            gain = loud * math.exp(float(chance.normal(0.0, _UNEVEN)))
            self._bubbles.let_go(int(at_s * self._setup.sample_rate_hz), which * _TAKES + take, gain)
            at_s += apart_s * float(chance.gamma(_STEADINESS, 1.0 / _STEADINESS))
            apart_s *= _LATER

    def _shimmer(self, at_s: float) -> None:
        chance, which = self._fine_chance, int(self._fine_chance.integers(_FIZZES))
        for _ in range(int(chance.integers(*_PUFFS))):
            at_s += float(chance.gamma(_PUFFS_STEADINESS, _PUFFS_APART_S / _PUFFS_STEADINESS))
            self._fizz.let_go(int(at_s * self._setup.sample_rate_hz), which, self._level * _FIZZ)


def _bubbles(setup: Setup) -> list[NDArray[np.float64]]:
    """Bubbles of every size, each in some places, their onsets soft."""
    chance, rate, bank = setup.generator("bubble bank"), setup.sample_rate_hz, []
    sides = [float(chance.uniform(-0.9, 0.9)) for _ in range(_TAKES)]
    for radius_mm in np.geomspace(_SMALLEST_MM, _LARGEST_MM, _SIZES).tolist():
        for side in sides:
            onset_s = max(_ONSET_S, _ONSET_PERIODS / bake.bubble_hz(radius_mm))
            wave = bake.bubble(rate, radius_mm, float(chance.uniform(*_RISE)), onset_s)
            bank.append(bake.from_side(wave * (radius_mm / 3.0) ** _LARGER, side, rate))
    return bank


def _fizz(setup: Setup) -> list[NDArray[np.float64]]:
    """Puffs of fine bubbles of one size, each side its own."""
    chance, bank = setup.generator("fizz bank"), []
    for _ in range(_FIZZES):
        hz, peak_s = float(chance.uniform(*_FINE_HZ)), float(chance.uniform(*_PUFF_S))
        curve = ((hz / _FINE_WIDTH, -80.0), (hz, 0.0), (hz * _FINE_WIDTH, -80.0))
        sides = [bake.brush(setup.sample_rate_hz, chance, peak_s, curve) for _ in range(2)]
        bank.append(0.7 * bake.faded(np.stack(sides)))
    return bank
