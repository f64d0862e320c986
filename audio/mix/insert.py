"""`Insert`: something in the way of the sound that comes and goes softly."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from audio.dsp.smooth import Slew
from audio.voice import Block

SWITCH_S = 1.0


class Insert:
    """Cross-fades between the sound as it comes and what an effect makes of it; costs nothing while it is out."""

    def __init__(self, effect: Callable[[Block], Block], sample_rate_hz: int, block: int) -> None:
        """`effect` makes of a block, shape (2, block), another, in an array of its own."""
        self._effect = effect
        self._share = Slew(0.0)
        self._before = 0.0
        self._dt_s = block / sample_rate_hz
        self._rise = np.arange(1, block + 1, dtype=np.float32) / np.float32(block)
        self._shares = np.empty(block, np.float32)

    @property
    def inside(self) -> bool:
        """Whether it is on its way in, or there."""
        return self._share.goal > 0.0

    @property
    def share(self) -> float:
        """How much of it is in, 0..1."""
        return self._before

    def switch(self, inside: bool, time_s: float = SWITCH_S) -> None:
        """Bring the effect in, or take it out, over so long; a time of 0 takes a block."""
        if inside != self.inside:
            self._share.head_for(float(inside), time_s)

    def apply(self, samples: Block) -> None:
        """Work on a block, shape (2, block), in place."""
        before, self._before = self._before, self._share.step(self._dt_s)
        if before == self._before == 0.0:
            return
        made = self._effect(samples)
        if before == self._before == 1.0:
            samples[...] = made
            return
        np.multiply(self._rise, np.float32(self._before - before), out=self._shares)
        self._shares += np.float32(before)
        made -= samples
        made *= self._shares
        samples += made
