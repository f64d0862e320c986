"""The night level: everything lower, gentler and darker, so that it wakes nobody next door."""

from __future__ import annotations

import math

import numpy as np

from audio.dsp.filters import BlockFilter, low_pass
from audio.dsp.smooth import Ramp
from audio.voice import Block

LEVEL_DB = -10.0
SOFT_HZ = 1600.0
HIGHS = 0.3
"""Share of what lies far above that is left: -10 dB."""
HELD_RATIO = 0.5
"""Of a swell beyond the usual, so much is taken back."""
MOST_DB = 10.0
MOMENT_S, USUAL_S = 0.3, 12.0
LEAST_POWER = 1e-10
LEAST_LET_THROUGH = 1e-3
"""Of what is faded further nothing can be learnt."""


class Night:
    """10 dB lower, highs another 10 dB, and of what stands out of the usual half is taken back.

    What is usual is the mean power of the last twelve seconds; so it turns nothing up, and a bed just lies lower.
    """

    def __init__(self, sample_rate_hz: int, block: int) -> None:
        self.let_through = 1.0
        """How much of the power of what sounds comes in just now: whether a world is fading is no news of its
        swells. 0..1."""
        self._dt_s = dt_s = block / sample_rate_hz
        self._held_gain, self._known_s = 1.0, 0.0
        self._soften = BlockFilter(low_pass(SOFT_HZ, sample_rate_hz), 2, block)
        self._lasts = [math.exp(-dt_s / span_s) for span_s in (MOMENT_S, USUAL_S)]
        self._moment = self._usual = 0.0
        self._level = 10 ** (LEVEL_DB / 20)
        self._gain = Ramp(self._level, block)
        self._out = np.zeros((2, block), np.float32)

    def __call__(self, samples: Block) -> Block:
        """The block as it is heard by night, shape (2, block); the same array every time."""
        out = self._out
        np.multiply(samples, np.float32(HIGHS), out=out)
        low = self._soften(samples)
        low *= np.float32(1.0 - HIGHS)
        out += low
        flat = out.reshape(-1)
        self._gain.apply(out, self._level * self._held(float(np.dot(flat, flat)) / len(flat)))
        return out

    def _held(self, power: float) -> float:
        """The gain that takes back half of what stands out."""
        if self.let_through < LEAST_LET_THROUGH:
            return self._held_gain
        power /= self.let_through
        moment, usual = self._lasts
        self._moment = power + (self._moment - power) * moment
        # At first the mean of all there was: a soft first moment would else be the usual for long.
        self._known_s += self._dt_s
        self._usual += (power - self._usual) * max(1.0 - usual, self._dt_s / self._known_s)
        # What begins is counted at once, what ends lingers: swells are held from their start.
        above = max(self._moment, power) / max(self._usual, LEAST_POWER)
        above_db = min(max(10 * math.log10(max(above, 1.0)) * HELD_RATIO, 0.0), MOST_DB)
        self._held_gain = float(10 ** (-above_db / 20))
        return self._held_gain
