"""Coloured noise that never repeats, of any spectrum, in stereo."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audio.dsp import spectrum

NATURAL_COHERENCE: spectrum.Curve = ((100.0, 0.95), (400.0, 0.75), (1000.0, 0.55), (4000.0, 0.15), (8000.0, 0.0))
"""Likeness of left and right as a diffuse outdoor field has it: the bass stands in the middle, the air is wide."""


POOL = 1 << 15
"""Random phases drawn once, for the middle and as many for the side; each block reads a stretch from anywhere in
them. Two neighbours that begin alike, one in 32768, would be louder by 3 dB for 20 ms."""
_POOL_SEED = 1822
_TURNS = 4


class ShapedNoise:
    """Stereo noise by inverse FFT: random phases times a curve, sine window, 50 % overlap-add.

    The squares of overlapping sine windows add to one, so the power is constant (ripple 0.05 dB measured), and
    whatever changes between two blocks cross-fades over one. Each channel has an RMS of 1 at gain 1.
    About 60 µs for a block of 2048, three quarters of it the transform.
    """

    def __init__(
        self,
        shape: NDArray[np.float32],
        sample_rate_hz: int,
        rng: np.random.Generator,
        bands_hz: Sequence[float] = (1000.0,),
        coherence: spectrum.Curve = NATURAL_COHERENCE,
    ) -> None:
        """`shape` is from `audio.dsp.spectrum`, shape (block + 1,), and tells the block too.

        `bands_hz` are centres of bands whose gains can move; between centres gains glide over log frequency.
        `coherence` is 1 for mono and 0 for two independent channels, by frequency.
        """
        self.block = block = len(shape) - 1
        self._rng = rng
        hz = spectrum.bins_hz(sample_rate_hz, block)
        self._bands = np.repeat(_band_weights(bands_hz, hz), 2, axis=1)
        self._weights = np.empty_like(self._bands)
        self.take_shape(shape)
        likeness = np.clip(spectrum.at(coherence, hz), 0.0, 1.0)
        # A bin and its mirror image carry 2; an inverse transform of 2 * block points divides by that number.
        scale = 2 * block * math.sqrt(0.5)
        # Complex numbers are seen as pairs of floats throughout: multiplying those by real weights is far quicker.
        self._middle = np.repeat(np.sqrt((1 + likeness) / 2) * scale, 2).astype(np.float32)
        self._side = np.repeat(np.sqrt((1 - likeness) / 2) * scale, 2).astype(np.float32)
        window = np.sin(np.pi * (np.arange(2 * block) + 0.5) / (2 * block)).astype(np.float32)
        self._rise, self._fall = window[:block], window[block:]
        self._pool = _pool(block)
        self._spectrum = np.empty((2, block + 1), np.complex64)
        self._parts = self._spectrum.view(np.float32)
        self._drawn = np.empty((2, 2 * (block + 1)), np.float32)
        self._gain = np.empty((2, 2 * (block + 1)), np.float32)
        self._frame: Any = np.empty((2, 2 * block), np.float32)  # numpy's stubs allow only float64 as `out`
        self._tail = np.zeros((2, block), np.float32)

    def take_shape(self, shape: NDArray[np.float32]) -> None:
        """Give the noise another spectrum, shape (block + 1,); it glides over one block."""
        np.multiply(self._bands, np.repeat(shape, 2), out=self._weights)

    def render(self, out: NDArray[np.float32], gains: NDArray[np.float32] | float = 1.0) -> None:
        """Add the next block to `out`, shape (2, block).

        `gains` are linear: one number, (bands,), or (2, bands) for left and right apart.
        """
        self._draw()
        self._apply(gains)
        np.fft.irfft(self._spectrum, axis=1, out=self._frame)
        swelling = self._frame[:, : self.block]
        swelling *= self._rise
        out += swelling
        out += self._tail
        np.multiply(self._frame[:, self.block :], self._fall, out=self._tail)

    def _draw(self) -> None:
        """A fresh random spectrum, left and right as alike as `coherence` says."""
        where: int = self._rng.bit_generator.random_raw()
        middle, side = self._drawn
        start = 2 * (where % POOL)
        np.multiply(self._pool[0, start : start + len(middle)], self._middle, out=middle)
        start = 2 * ((where >> 32) % POOL)
        np.multiply(self._pool[1, start : start + len(side)], self._side, out=side)
        np.add(middle, side, out=self._parts[0])
        np.subtract(middle, side, out=self._parts[1])

    def _apply(self, gains: NDArray[np.float32] | float) -> None:
        if not isinstance(gains, np.ndarray):
            gains = np.full(len(self._weights), gains, np.float32)
        gain = self._gain if gains.ndim == 2 else self._gain[0]
        np.matmul(gains, self._weights, out=gain)
        self._parts *= gain


@cache
def _pool(block: int) -> NDArray[np.float32]:
    """Points on the unit circle, shape (2, floats): a ring of `POOL`, and its first `block + 1` once more.

    What likeness neighbours have by chance would be heard, if at all, as an envelope that comes back with every
    block; so they are made unlike, by turns of a flat spectrum and of equal size (Gerchberg and Saxton, 1972).
    """
    chance = np.random.default_rng(_POOL_SEED)
    points = np.exp(2j * np.pi * chance.random((2, POOL))).astype(np.complex64)
    for _ in range(_TURNS):
        bins = np.fft.fft(points)
        points = np.fft.ifft(bins / np.abs(bins))
        points /= np.abs(points)
    return np.concatenate([points, points[:, : block + 1]], axis=1).view(np.float32)


def _band_weights(bands_hz: Sequence[float], hz: NDArray[np.float64]) -> NDArray[np.float32]:
    """How much each band's gain counts at each bin, shape (bands, bins); they add to 1 at every bin."""
    rows = [[(centre, float(i == j)) for j, centre in enumerate(bands_hz)] for i in range(len(bands_hz))]
    return np.stack([spectrum.at(row, hz) for row in rows]).astype(np.float32)
