"""Taking out what would push the loudspeaker aside without being heard."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

SETTLE_S = 0.25
UNHEARD = 1e-4
"""A mean smaller than this, -80 dB, moves no loudspeaker and is left."""


class Offset:
    """Removes a constant offset, each channel's: its slow mean is taken away, gliding from block to block.

    Cheaper than a filter, for voices should bring none anyway; about 2 µs a block while they don't.
    """

    def __init__(self, sample_rate_hz: int, block: int) -> None:
        self._share = 1.0 - math.exp(-block / sample_rate_hz / SETTLE_S)
        self._ones = np.full(block, 1.0 / block, np.float32)
        rise = np.arange(1, block + 1) / block
        self._ramp = np.stack([1.0 - rise, rise]).astype(np.float32)
        self._means = [0.0, 0.0]
        self._taken = [0.0, 0.0]
        self._line = np.empty((2, block), np.float32)

    def remove(self, samples: NDArray[np.float32]) -> None:
        """Work on a block, shape (2, block), in place."""
        fresh = np.matmul(samples, self._ones).tolist()
        self._means = [mean + (new - mean) * self._share for mean, new in zip(self._means, fresh, strict=True)]
        before = self._taken
        self._taken = [mean if abs(mean) > UNHEARD else 0.0 for mean in self._means]
        if any(before) or any(self._taken):
            ends = np.array([before, self._taken], np.float32)
            np.matmul(ends.T, self._ramp, out=self._line)
            samples -= self._line
