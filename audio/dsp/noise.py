"""Coloured noise that never repeats, of any spectrum, in stereo."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audio.dsp import spectrum

NATURAL_COHERENCE: spectrum.Curve = ((100.0, 0.95), (400.0, 0.75), (1000.0, 0.55), (4000.0, 0.15), (8000.0, 0.0))
"""Likeness of left and right as a diffuse outdoor field has it: the bass stands in the middle, the air is wide."""


POOL = 1 << 15
"""Random numbers drawn once; each block reads two stretches from anywhere in them, for the middle and for the side.
Two neighbours that begin alike, one in 32768, would be louder by 3 dB for 20 ms."""
_POOL_SEED = 1822


QUICK, GLIDING = 0.25, 1.0
"""By how much of a block frames overlap: by little where gains hardly move from block to block, by all of it where
they may double. Little costs half as much."""


LEAST_HOP = 2048
"""A frame that is shorter cannot tell low frequencies apart: blocks below this share one."""


def hop_for(block: int) -> int:
    """Samples from one frame of a noise to the next: as many whole blocks as it takes."""
    return block * -(-LEAST_HOP // block)


def frame_for(block: int, overlap_ratio: float = QUICK) -> int:
    """Samples in each frame of a noise: a hop, and what it shares with the next."""
    return hop_for(block) + int(hop_for(block) * overlap_ratio)


class ShapedNoise:
    """Stereo noise by inverse FFT: Gaussian numbers times a curve, overlap-add of frames with sine edges.

    The squares of overlapping edges add to one, so the power is constant (ripple 0.05 dB measured), and whatever
    changes between two frames cross-fades over the overlap. Each channel has an RMS of 1 at gain 1. Short blocks
    are cut from frames as long as those of 2048: any block sounds the same.
    About 35 µs for a block of 2048, half of it the transform; 65 µs where frames glide.
    """

    def __init__(
        self,
        shape: NDArray[np.float32],
        block: int,
        sample_rate_hz: int,
        rng: np.random.Generator,
        bands_hz: Sequence[float] = (1000.0,),
        coherence: spectrum.Curve = NATURAL_COHERENCE,
    ) -> None:
        """`shape` is from `audio.dsp.spectrum`, for the frames that `frame_for` tells for this block.

        `bands_hz` are centres of bands whose gains can move; between centres gains glide over log frequency.
        `coherence` is 1 for mono and 0 for two independent channels, by frequency.
        """
        frame = 2 * (len(shape) - 1)
        # Methods and views are taken once: in a block, taking them costs as much as using them.
        self._raw: Callable[[], int] = rng.bit_generator.random_raw
        hz = spectrum.bins_hz(sample_rate_hz, frame)
        self._used = used = int(np.searchsorted(hz, spectrum.HIGHEST_HZ))
        hz = hz[:used]
        self._bands = np.repeat(_band_weights(bands_hz, hz), 2, axis=1)
        self._weights = np.empty_like(self._bands)
        self.take_shape(shape)
        likeness = np.clip(spectrum.at(coherence, hz), 0.0, 1.0)
        # A bin and its mirror image carry 2; an inverse transform divides by its number of points.
        scale = frame * math.sqrt(0.5)
        # Complex numbers are seen as pairs of floats throughout: multiplying those by real weights is far quicker.
        self._to_middle = np.repeat(np.sqrt((1 + likeness) / 2) * scale, 2).astype(np.float32)
        self._to_side = np.repeat(np.sqrt((1 - likeness) / 2) * scale, 2).astype(np.float32)
        self._pool = _pool(frame // 2)
        self._spectrum = np.zeros((2, frame // 2 + 1), np.complex64)
        self._parts = self._spectrum.view(np.float32)[:, : 2 * used]
        self._left, self._right = self._parts
        self._floats = 2 * used
        self._middle, self._side = np.empty((2, self._floats), np.float32)
        self._gain = np.empty((2, 2 * used), np.float32)
        hop = hop_for(block)
        self._set_edges(hop, frame - hop)
        self._blocks = [self._frame[:, start : start + block] for start in range(0, hop, block)]
        self._next = 0

    def _set_edges(self, hop: int, overlap: int) -> None:
        frame: Any = np.empty((2, hop + overlap), np.float32)  # numpy's stubs allow only float64 as `out`
        self._frame = frame
        frame.fill(0.0)
        self._begin, self._end = frame[:, :overlap], frame[:, hop:]
        window = np.sin(np.pi * (np.arange(2 * overlap) + 0.5) / (2 * overlap)).astype(np.float32)
        self._rise, self._fall = window[:overlap], window[overlap:]
        self._tail = np.zeros((2, overlap), np.float32)

    def take_shape(self, shape: NDArray[np.float32]) -> None:
        """Give the noise another spectrum, of the same number of bins; it glides over one overlap."""
        np.multiply(self._bands, np.repeat(shape[: self._used], 2), out=self._weights)

    def render(self, out: NDArray[np.float32], gains: NDArray[np.float32] | float = 1.0) -> None:
        """Add the next block to `out`, shape (2, block).

        `gains` are linear: one number, (bands,), or (2, bands) for left and right apart. They are heard from the
        next frame on.
        """
        if self._next == 0:
            self._make(gains)
        out += self._blocks[self._next]
        self._next = (self._next + 1) % len(self._blocks)

    def _make(self, gains: NDArray[np.float32] | float) -> None:
        """The next frame, joined to the one before."""
        self._draw()
        self._apply(gains)
        # The tail of the last frame, before this one is written over it.
        np.multiply(self._end, self._fall, out=self._tail)
        np.fft.irfft(self._spectrum, axis=1, out=self._frame)
        begin = self._begin
        begin *= self._rise
        begin += self._tail

    def _draw(self) -> None:
        """A fresh random spectrum, left and right as alike as `coherence` says."""
        where, pool, middle, side = self._raw(), self._pool, self._middle, self._side
        start = 2 * (where % POOL)
        np.multiply(pool[start : start + self._floats], self._to_middle, out=middle)
        start = 2 * ((where >> 32) % POOL)
        np.multiply(pool[start : start + self._floats], self._to_side, out=side)
        np.add(middle, side, out=self._left)
        np.subtract(middle, side, out=self._right)

    def _apply(self, gains: NDArray[np.float32] | float) -> None:
        if not isinstance(gains, np.ndarray):
            gains = np.full(len(self._weights), gains, np.float32)
        gain = self._gain if gains.ndim == 2 else self._gain[0]
        np.matmul(gains, self._weights, out=gain)
        self._parts *= gain


@cache
def _pool(most: int) -> NDArray[np.float32]:
    """Gaussian complex points as pairs of floats: a ring of `POOL`, and its first `most + 1` once more.

    Real noise is Gaussian in every band; phases alone, all of one size, would keep each band too steady. What
    likeness neighbours had by chance would be heard, if at all, as an envelope that comes back with every block:
    the transform of points of one size has none.
    """
    chance = np.random.default_rng(_POOL_SEED)
    points = np.fft.ifft(np.exp(2j * np.pi * chance.random(POOL)), norm="ortho").astype(np.complex64)
    return np.append(points, points[: most + 1]).view(np.float32)


def _band_weights(bands_hz: Sequence[float], hz: NDArray[np.float64]) -> NDArray[np.float32]:
    """How much each band's gain counts at each bin, shape (bands, bins); they add to 1 at every bin."""
    rows = [[(centre, float(i == j)) for j, centre in enumerate(bands_hz)] for i in range(len(bands_hz))]
    return np.stack([spectrum.at(row, hz) for row in rows]).astype(np.float32)
