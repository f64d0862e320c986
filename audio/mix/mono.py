"""Both sides as one, with nothing lost: for one ear, or one loudspeaker."""

from __future__ import annotations

import math

import numpy as np

from audio.dsp.filters import BlockFilter, Coefficients, in_series
from audio.voice import Block

_MIDDLE_HZ = 894.43
_LEFT_HZ = (7.6359, 63.2229, 288.829, 1303.94, 5884.42, 29188.1)
_RIGHT_HZ = tuple(_MIDDLE_HZ**2 / hz for hz in _LEFT_HZ)
"""Poles of the analogue all-passes, fitted so that the largest error from 20 Hz to 40 kHz is least; what is digital
reaches 18 kHz there."""


class Mono:
    """Left and right a quarter of a turn apart, then summed.

    A plain sum makes what both sides share 3 dB louder than what they do not, and takes away what stands
    oppositely in them. A quarter of a turn apart, two parts of any likeness add as powers: nothing cancels, and
    every sound is as loud as before. The turn comes from two chains of six all-passes each (Darlington,
    "Realization of a constant phase difference", Bell System Technical Journal 29, 1950): 90 degrees to within 0.4
    from 20 Hz to 18 kHz at 48 kHz. About 70 µs for 2048 samples.
    """

    def __init__(self, sample_rate_hz: int, block: int) -> None:
        self._sides = [
            [BlockFilter(part, 1, block) for part in _chain(poles, sample_rate_hz)]
            for poles in (_LEFT_HZ, _RIGHT_HZ)
        ]
        self._out = np.zeros((2, block), np.float32)

    def __call__(self, samples: Block) -> Block:
        """The sum, on both sides, shape (2, block); the same array every time."""
        out = self._out
        for side, chain in enumerate(self._sides):
            turned = samples[side : side + 1]
            for part in chain:
                turned = part(turned)
            out[side] = turned[0]
        out[0] += out[1]
        out[0] *= np.float32(math.sqrt(0.5))
        out[1] = out[0]
        return out


def _chain(poles_hz: tuple[float, ...], sample_rate_hz: int) -> list[Coefficients]:
    """All-passes of first order, three in one filter."""
    parts = [_all_pass(hz, sample_rate_hz) for hz in sorted(poles_hz)]
    return [in_series(in_series(*parts[first : first + 2]), parts[first + 2]) for first in (0, 3)]


def _all_pass(pole_hz: float, sample_rate_hz: int) -> Coefficients:
    """A first-order all-pass (bilinear). Its pole is moved with all others, lest they part."""
    k = math.pi * pole_hz / sample_rate_hz
    a = (k - 1) / (k + 1)
    return [a, 1.0], [1.0, a]
