"""Loudness of long sounds, from the powers of their blocks, so that none has to be kept whole."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from audio.mix.loudness import SILENCE_LUFS, Meter, gated_power, lufs, power_of


def windows(powers: NDArray[np.float64], length: int, hop: int) -> NDArray[np.float64]:
    """Means of `length` powers, every `hop`."""
    if len(powers) < length:
        return np.zeros(0)
    sums = np.concatenate([[0.0], np.cumsum(powers)])
    starts = np.arange(0, len(powers) - length + 1, hop)
    means: NDArray[np.float64] = (sums[starts + length] - sums[starts]) / length
    return means


def integrated_lufs(blocks: Iterable[NDArray[np.float32]], sample_rate_hz: int, block: int) -> float:
    """Integrated loudness of a whole sound given as blocks (2, block): 400 ms windows, 75 % overlap, gated."""
    meter = Meter(sample_rate_hz, block)
    powers = np.array([meter.power(samples) for samples in blocks])
    length = max(1, round(0.4 * sample_rate_hz / block))
    return lufs(gated_power(windows(powers, length, max(1, length // 4))))


def loudness_range_lu(powers: NDArray[np.float64]) -> float:
    """Loudness range (EBU Tech 3342) from powers of 3 s windows: 10th to 95th percentile, gated at −20 LU."""
    heard = powers[powers > power_of(SILENCE_LUFS)]
    if not len(heard):
        return 0.0
    heard = heard[heard > heard.mean() * 0.01]
    low, high = np.percentile(10 * np.log10(heard), [10, 95])
    return float(high - low)
