"""`OwnLevel`: how loud a world would be if no visitor had trimmed it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from audio.mix.loudness import Meter
from audio.mix.strip import Strip


class OwnLevel:
    """From the power of a mix as the visitor has it, the power it would have as its maker wrote it.

    Voices are independent, so their powers add: what the visitor has taken from each, or added, is summed up and
    metered like the mix itself, and given back. Air and shade are left out of that sum: they matter little, and
    only for what is trimmed.
    """

    def __init__(self, strips: Sequence[Strip], wet_power: float, sample_rate_hz: int, block: int) -> None:
        self._strips, self._wet_power = strips, wet_power
        self._shares = np.zeros((2, len(strips)), np.float32)
        self._sums = np.zeros((2, 2 * block), np.float32)
        self._taken, self._added = (Meter(sample_rate_hz, block) for _ in range(2))

    def power(self, heard: float, rows: NDArray[np.float32]) -> float:
        """The K-weighted power of a block as written; `heard` is that of the block as mixed, `rows` are what the
        strips gave, shape (2 * strips, block)."""
        for index, strip in enumerate(self._strips):
            reaching = strip.direct + self._wet_power * strip.sent
            change = reaching * (1.0 - strip.visitor_gain**2)
            self._shares[0, index] = math.sqrt(max(change, 0.0))
            self._shares[1, index] = math.sqrt(max(-change, 0.0))
        np.matmul(self._shares, rows.reshape(len(self._strips), -1), out=self._sums)
        taken, added = self._sums.reshape(2, 2, -1)
        return max(heard + self._taken.power(taken) - self._added.power(added), 0.0)
