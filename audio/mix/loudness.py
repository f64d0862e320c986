"""Loudness as ears have it: the meter of ITU-R BS.1770-5, in blocks."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp.filters import BlockFilter, Coefficients, in_series

SILENCE_LUFS = -70.0
"""The absolute gate: quieter parts don't count."""
RELATIVE_GATE_LU = -10.0
OFFSET_LUFS = -0.691
"""Makes a full-scale sine of 997 Hz in one channel read 3.01 below full scale."""


def k_weighting(sample_rate_hz: int) -> Coefficients:
    """The head's shelf and the low cut of BS.1770, for any sample rate.

    Analogue prototypes after Brecht De Man, "Evaluation of implementations of the EBU R128 loudness measurement",
    AES 145 (2018); at 48 kHz they give the standard's own coefficients.
    """
    return in_series(_shelf(sample_rate_hz), _low_cut(sample_rate_hz))


def _shelf(sample_rate_hz: int) -> Coefficients:
    k = math.tan(math.pi * 1681.974450955533 / sample_rate_hz)
    q, high = 0.7071752369554196, 10 ** (3.999843853973347 / 20)
    middle = high**0.4996667741545416
    low, norm = k * k, 1 + k / q + k * k
    top = [high + middle * k / q + low, 2 * (low - high), high - middle * k / q + low]
    return [part / norm for part in top], [1.0, 2 * (low - 1) / norm, (1 - k / q + low) / norm]


def _low_cut(sample_rate_hz: int) -> Coefficients:
    k = math.tan(math.pi * 38.13547087602444 / sample_rate_hz)
    q = 0.5003270373238773
    norm = 1 + k / q + k * k
    return [1.0, -2.0, 1.0], [1.0, 2 * (k * k - 1) / norm, (1 - k / q + k * k) / norm]


class Meter:
    """Mean K-weighted power of each block, both channels added; from it, any loudness follows."""

    def __init__(self, sample_rate_hz: int, block: int) -> None:
        self._weigh = BlockFilter(k_weighting(sample_rate_hz), 2, block)
        self._block = block

    def power(self, samples: NDArray[np.float32]) -> float:
        """Power of the next block, shape (2, block)."""
        weighed = self._weigh(samples).reshape(-1)
        return float(np.dot(weighed, weighed)) / self._block


def lufs(power: float) -> float:
    """Loudness of a mean K-weighted power."""
    return OFFSET_LUFS + 10 * math.log10(max(power, 1e-12))


def power_of(loudness_lufs: float) -> float:
    """Mean K-weighted power of a loudness: the inverse of `lufs`."""
    return float(10 ** ((loudness_lufs - OFFSET_LUFS) / 10))


def gated_power(powers: NDArray[np.float64]) -> float:
    """Mean of the powers that pass both gates of BS.1770; 0 if none does."""
    heard = powers[powers > SILENT]
    if not len(heard):
        return 0.0
    return mean(heard[heard > mean(heard) * 10 ** (RELATIVE_GATE_LU / 10)])


def mean(numbers: NDArray[np.float64]) -> float:
    """Their mean, without the way round by numpy's own, which takes four times as long for a few."""
    return float(np.add.reduce(numbers)) / len(numbers)


SILENT = power_of(SILENCE_LUFS)
"""What does not pass the absolute gate."""
