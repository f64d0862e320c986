"""Coloured noise that never repeats, of any spectrum, in stereo."""

from __future__ import annotations

import math
import threading
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
_OF_THREAD = threading.local()


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

    Two frames are made at once, for a transform of four rows takes hardly longer than one of two: that costs two
    thirds, and gains are heard a hop (43 ms) later. About 20 µs for a block of 2048; 40 µs where frames glide.
    """

    def __init__(
        self,
        shape: NDArray[np.float32],
        block: int,
        sample_rate_hz: int,
        rng: np.random.Generator,
        bands_hz: Sequence[float] = (1000.0,),
        coherence: spectrum.Curve = NATURAL_COHERENCE,
        prompt: bool = False,
    ) -> None:
        """`shape` is from `audio.dsp.spectrum`, for the frames that `frame_for` tells for this block.

        `bands_hz` are centres of bands whose gains can move; between centres gains glide over log frequency.
        `coherence` is 1 for mono and 0 for two independent channels, by frequency. `prompt`: for what answers a
        visitor, each frame is made when it is due, with the gains of that moment.
        """
        frame = 2 * (len(shape) - 1)
        frames = 1 if prompt else 2
        # Methods and views are taken once: in a block, taking them costs as much as using them.
        self._raw: Callable[[], int] = rng.bit_generator.random_raw
        hz = spectrum.bins_hz(sample_rate_hz, frame)
        self._used = used = int(np.searchsorted(hz, spectrum.HIGHEST_HZ))
        hz = hz[:used]
        self._bands = np.repeat(_band_weights(bands_hz, hz), 2, axis=1)
        self._weights = np.empty_like(self._bands)
        self.take_shape(shape)
        # A bin and its mirror image carry 2; an inverse transform divides by its number of points.
        self._set_likeness(np.clip(spectrum.at(coherence, hz), 0.0, 1.0), frame * math.sqrt(0.5))
        self._pool = _pool(frame // 2)
        self._size = (frames, frame, 2 * used)
        self._given = np.zeros((frames, 2, len(bands_hz)), np.float32)
        self._alike, self._apart = self._given[:, 0], self._given.reshape(2 * frames, len(bands_hz))
        hop = hop_for(block)
        self._set_edges(frames, hop, frame - hop)
        self._hop_blocks = hop // block
        self._blocks = [whole[:, start : start + block] for whole in self._whole for start in range(0, hop, block)]
        self._next = -1

    def _set_likeness(self, likeness: NDArray[np.float64], scale: float) -> None:
        # Complex numbers are seen as pairs of floats throughout: multiplying those by real weights is far quicker.
        self._to_middle = np.repeat(np.sqrt((1 + likeness) / 2) * scale, 2).astype(np.float32)
        self._to_side = np.repeat(np.sqrt((1 - likeness) / 2) * scale, 2).astype(np.float32)

    def _set_edges(self, frames: int, hop: int, overlap: int) -> None:
        whole: Any = np.zeros((frames, 2, hop + overlap), np.float32)  # numpy's stubs allow only float64 as `out`
        self._whole, self._rows = whole, whole.reshape(2 * frames, -1)
        self._begins = whole[:, :, :overlap]
        self._begin, self._ends = list(self._begins), list(whole[:, :, hop:])
        window = np.sin(np.pi * (np.arange(2 * overlap) + 0.5) / (2 * overlap)).astype(np.float32)
        self._rise, self._fall = window[:overlap], window[overlap:]
        self._tail = np.zeros((2, overlap), np.float32)

    def take_shape(self, shape: NDArray[np.float32]) -> None:
        """Give the noise another spectrum, of the same number of bins; it glides over one overlap."""
        np.multiply(self._bands, np.repeat(shape[: self._used], 2), out=self._weights)

    def render(self, out: NDArray[np.float32], gains: NDArray[np.float32] | float = 1.0) -> None:
        """Add the next block to `out`, shape (2, block).

        `gains` are linear: one number, (bands,), or (2, bands) for left and right apart, alike in every call. They
        are heard from the next frame on, or if it is not prompt, from the one after that.
        """
        if self._next < 0:
            self._given[...] = gains
            self._next = 0
        if self._next % self._hop_blocks == 0:
            # The newest belong to the last frame of those made next, those of a hop ago to the one before.
            self._given[self._next // self._hop_blocks - 1] = gains
        if self._next == 0:
            self._make(isinstance(gains, np.ndarray) and gains.ndim == 2)
        out += self._blocks[self._next]
        self._next = (self._next + 1) % len(self._blocks)

    def _make(self, apart: bool) -> None:
        """The next frames, each joined to the one before."""
        sheet = _sheet(*self._size)
        self._draw(sheet)
        if apart:
            np.dot(self._apart, self._weights, out=sheet.gain)
            sheet.parts *= sheet.gain_each
        else:
            np.dot(self._alike, self._weights, out=sheet.gain_alike)
            sheet.parts *= sheet.gain_both
        tail = self._tail
        # The tail of the last frame, before this one is written over it.
        np.multiply(self._ends[-1], self._fall, out=tail)
        np.fft.irfft(sheet.spectra, axis=1, out=self._rows)
        self._begins *= self._rise
        for begin, end in zip(self._begin, self._ends, strict=True):
            begin += tail
            if end is not self._ends[-1]:
                np.multiply(end, self._fall, out=tail)

    def _draw(self, sheet: _Sheet) -> None:
        """Fresh random spectra, left and right as alike as `coherence` says."""
        pool, floats = self._pool, self._size[-1]
        for middle, side in sheet.drawn:
            where = self._raw()
            start = 2 * (where % POOL)
            np.multiply(pool[start : start + floats], self._to_middle, out=middle)
            start = 2 * ((where >> 32) % POOL)
            np.multiply(pool[start : start + floats], self._to_side, out=side)
        np.add(sheet.middle, sheet.side, out=sheet.left)
        np.subtract(sheet.middle, sheet.side, out=sheet.right)


class _Sheet:
    """Where the spectra of a few frames are worked out; the bins above those in use stay empty."""

    def __init__(self, frames: int, frame: int, floats: int) -> None:
        self.spectra = np.zeros((2 * frames, frame // 2 + 1), np.complex64)
        self.parts = self.spectra.view(np.float32).reshape(frames, 2, -1)[:, :, :floats]
        self.left, self.right = self.parts[:, 0], self.parts[:, 1]
        self.middle, self.side = np.empty((2, frames, floats), np.float32)
        self.drawn = list(zip(self.middle, self.side, strict=True))
        self.gain = np.empty((2 * frames, floats), np.float32)
        self.gain_alike = self.gain[:frames]
        self.gain_both = self.gain_alike[:, None]
        self.gain_each = self.gain.reshape(self.parts.shape)


def _sheet(frames: int, frame: int, floats: int) -> _Sheet:
    """One for all noises of a thread, for none needs it from one frame to the next: so it stays in the processor's
    cache, where ten of them would push each other out."""
    sheets: dict[tuple[int, int, int], _Sheet] = _OF_THREAD.__dict__.setdefault("sheets", {})
    size = frames, frame, floats
    if size not in sheets:
        sheets[size] = _Sheet(*size)
    return sheets[size]


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
