"""Coloured noise that never repeats, of any spectrum, in stereo."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audio.dsp import spectrum

NATURAL_COHERENCE: spectrum.Curve = ((100.0, 0.95), (400.0, 0.75), (1000.0, 0.55), (4000.0, 0.15), (8000.0, 0.0))
"""Likeness of left and right as a diffuse outdoor field has it: the bass stands in the middle, the air is wide."""


PHASES = 256
_CIRCLE = np.exp(2j * np.pi * np.arange(PHASES) / PHASES).astype(np.complex64)


class ShapedNoise:
    """Stereo noise by inverse FFT: random phases times a curve, sine window, 50 % overlap-add.

    The squares of overlapping sine windows add to one, so the power is constant (ripple 0.05 dB measured), and
    whatever changes between two blocks cross-fades over one. Each channel has an RMS of 1 at gain 1.
    `shape` may be rewritten in place between blocks. About 30 µs for a block of 1024.
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
        self.shape = shape.copy()
        self.block = block = len(shape) - 1
        self._rng = rng
        hz = spectrum.bins_hz(sample_rate_hz, block)
        self._bands = _band_weights(bands_hz, hz)
        likeness = np.clip(spectrum.at(coherence, hz), 0.0, 1.0)
        # A bin and its mirror image carry 2; an inverse transform of 2 * block points divides by that number.
        scale = 2 * block * math.sqrt(0.5)
        self._middle = (np.sqrt((1 + likeness) / 2) * scale).astype(np.float32)
        self._side = (np.sqrt((1 - likeness) / 2) * scale).astype(np.float32)
        self._window = np.sin(np.pi * (np.arange(2 * block) + 0.5) / (2 * block)).astype(np.float32)
        self._words = -(-2 * (block + 1) // 8)
        self._random = np.empty((2, block + 1), np.complex64)
        self._spectrum = np.empty((2, block + 1), np.complex64)
        self._gain = np.empty((2, block + 1), np.float32)
        self._frame: Any = np.empty((2, 2 * block), np.float32)  # numpy's stubs allow only float64 as `out`
        self._tail = np.zeros((2, block), np.float32)

    def render(self, out: NDArray[np.float32], gains: NDArray[np.float32] | float = 1.0) -> None:
        """Add the next block to `out`, shape (2, block).

        `gains` are linear: one number, (bands,), or (2, bands) for left and right apart.
        """
        self._draw()
        self._apply(gains)
        np.fft.irfft(self._spectrum, axis=1, out=self._frame)
        self._frame *= self._window
        out += self._frame[:, : self.block]
        out += self._tail
        self._tail[...] = self._frame[:, self.block :]

    def _draw(self) -> None:
        """A fresh random spectrum, left and right as alike as `coherence` says."""
        # A byte for each phase: with hundreds of bins in any band 256 of them are as good as any phase.
        phases = self._rng.bit_generator.random_raw(self._words).view(np.uint8)
        np.take(_CIRCLE, phases[: self._random.size].reshape(self._random.shape), out=self._random, mode="clip")
        middle, side = self._random
        middle *= self._middle
        side *= self._side
        np.add(middle, side, out=self._spectrum[0])
        np.subtract(middle, side, out=self._spectrum[1])

    def _apply(self, gains: NDArray[np.float32] | float) -> None:
        if isinstance(gains, np.ndarray):
            np.matmul(gains, self._bands, out=self._gain if gains.ndim == 2 else self._gain[0])
            if gains.ndim == 1:
                self._gain[1] = self._gain[0]
            self._gain *= self.shape
        else:
            np.multiply(self.shape, np.float32(gains), out=self._gain[0])
            self._gain[1] = self._gain[0]
        self._spectrum *= self._gain


def _band_weights(bands_hz: Sequence[float], hz: NDArray[np.float64]) -> NDArray[np.float32]:
    """How much each band's gain counts at each bin, shape (bands, bins); they add to 1 at every bin."""
    rows = [[(centre, float(i == j)) for j, centre in enumerate(bands_hz)] for i in range(len(bands_hz))]
    return np.stack([spectrum.at(row, hz) for row in rows]).astype(np.float32)
