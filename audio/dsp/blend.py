"""`Blend`: a noise whose spectrum lies somewhere between two."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from audio.dsp.noise import ShapedNoise

Shape = NDArray[np.float32]
"""Amplitude of each bin, as `audio.dsp.spectrum` makes it: the noise made of it has an RMS of 1."""
Law = Callable[[Shape, Shape, float], Shape]
"""Of two shapes and the share of the second, what lies between."""
_HEARD = 0.005
"""A share that moves by less is not followed."""
_NOTHING = 1e-12


def added(first: Shape, second: Shape, share: float) -> Shape:
    """Two sounds at once, each with its share of the power."""
    return np.sqrt((1.0 - share) * first**2 + share * second**2)


def between(first: Shape, second: Shape, share: float) -> Shape:
    """One sound, each of its levels so far from the first to the second in decibels."""
    levels = [np.log(np.maximum(shape.astype(np.float64), _NOTHING)) for shape in (first, second)]
    mixed = np.exp((1.0 - share) * levels[0] + share * levels[1])
    unit: Shape = (mixed / np.sqrt(np.sum(mixed**2))).astype(np.float32)
    return unit


class Blend:
    """Gives a noise the spectrum so far from a first to a second; a change glides over one block."""

    def __init__(self, noise: ShapedNoise, first: Shape, second: Shape, law: Law = added) -> None:
        self._noise, self._first, self._second, self._law = noise, first, second, law
        self._share = 0.0
        noise.take_shape(first)

    def set(self, share: float) -> None:
        """Let the second have this share, 0 to 1."""
        if abs(share - self._share) < _HEARD:
            return
        self._share = share
        self._noise.take_shape(self._law(self._first, self._second, share))
