"""Taking out what would push the loudspeaker aside without being heard."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

SETTLE_S = 0.25


class Offset:
    """Takes away a constant offset, each channel's: its slow mean, which glides from block to block.

    Cheaper than a filter, for voices should bring none anyway. What is taken away is two straight lines, one that
    falls over a block and one that rises: they lie on the desk beside the voices and are mixed in by the same
    product, so that only the looking costs anything, 1 µs a block.
    """

    def __init__(self, sample_rate_hz: int, block: int) -> None:
        share = 1.0 - math.exp(-block / sample_rate_hz / SETTLE_S)
        rising = np.arange(1, block + 1) / block
        self.lines = np.stack([1.0 - rising, rising]).astype(np.float32)
        """Shape (2, block)."""
        self.gains = np.zeros((2, 2), np.float32)
        """How much of each line, by channels, is added to the next block."""
        self._begin, self._end = self.gains[:, 0], self.gains[:, 1]
        self._weights = np.full(block, share / block, np.float32)
        self._more = np.zeros(2, np.float32)

    def look(self, samples: NDArray[np.float32]) -> None:
        """See what is left in a block, shape (2, block), and take that away too from the next one on."""
        self._begin[...] = self._end
        np.dot(samples, self._weights, out=self._more)
        self._end -= self._more
