"""The last in the chain: no true peak above the ceiling, and nothing touched while there is no need."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

CEILING_DBTP = -3.0
MARGIN_DB = 0.4
"""Four times oversampling reads a peak up to this much too low (ITU-R BS.1770-5, annex 2, attachment 1)."""
SEGMENT = 32
SPAN = 8
"""Gain comes down over this many segments (5.3 ms at 48 kHz) before the peak it is for."""
RELEASE_S = 0.25
RELEASE_DB_S = 67.0
"""Gain comes back with that time constant, but never faster than this."""
PHASES, TAPS = 4, 12
HALF = TAPS // 2
DELAY = SPAN * SEGMENT + HALF
"""Samples by which the sound leaves later than it came."""


class Limiter:
    """A look-ahead limiter on the true peak, estimated by four times oversampling where the samples come near.

    The gain each 32 samples need rises slowly after a peak; of that, the least in a span ahead, and of those minima
    the mean: smooth, and at every moment at most what is needed there. Idle about 7 µs a block, else 20
    to 40 µs.
    """

    def __init__(self, sample_rate_hz: int, block: int) -> None:
        self._ceiling = 10 ** ((CEILING_DBTP - MARGIN_DB) / 20)
        self._segments = count = block // SEGMENT
        self._kept = np.zeros((2, DELAY + block), np.float32)
        self._fresh = self._kept[:, DELAY - TAPS + 1 :]
        window = SEGMENT + TAPS - 1
        self._views = np.lib.stride_tricks.sliding_window_view(self._fresh, window, axis=1)[:, ::SEGMENT]
        self._windows = np.empty((2, count, window), np.float32)
        self._between = _oversampling()
        self._over = np.empty((2 * count, SEGMENT * PHASES), np.float32)
        self._peaks = np.empty((2, count), np.float32)
        self._needs = np.ones(2 * SPAN + count)
        self._new = self._needs[2 * SPAN :]
        self._ahead = np.lib.stride_tricks.sliding_window_view(self._needs, SPAN + 1)
        self._least = np.ones(count + SPAN)
        self._about = np.lib.stride_tricks.sliding_window_view(self._least, SPAN)[1:]
        self._knots = np.ones(count + 1)
        self._begins, self._ends = self._knots[:-1], self._knots[1:]
        self._lines = np.ones((count, 2), np.float32)
        self._risen, self._near, self._peaks_near = 1.0, False, False
        self._calm, self._calm_after = 0, 2 * SPAN // count + 2
        """Blocks since there was last anything to do, and after how many gain has come to 1 throughout."""
        self._rise = math.exp(-SEGMENT / sample_rate_hz / RELEASE_S)
        self._most_rise = 10 ** (RELEASE_DB_S * SEGMENT / sample_rate_hz / 20)
        self._ramp = np.stack([np.ones(SEGMENT), np.arange(1, SEGMENT + 1) / SEGMENT]).astype(np.float32)
        self._gains = np.ones((count, SEGMENT), np.float32)

    def apply(self, samples: NDArray[np.float32], caps: NDArray[np.float64] | None = None) -> None:
        """Limit a block, shape (2, block), in place; what leaves is 262 samples late.

        `caps`: the most gain each 32 samples may have for other reasons; peaks are limited as they are under those.
        """
        block = samples.shape[1]
        kept = self._kept
        kept[:, :DELAY] = kept[:, block:]
        kept[:, DELAY:] = samples
        self._calm = self._calm + 1 if self._finds_nothing(samples) and caps is None else 0
        busy = self._calm <= self._calm_after
        if busy:
            self._needs[: 2 * SPAN] = self._needs[self._segments :]
            self._look(caps)
        samples[...] = kept[:, :block]
        if busy and (self._knots[-1] < 1.0 or np.minimum.reduce(self._needs) < 1.0):
            self._shape_gain()
            samples *= self._gains.reshape(-1)

    def _finds_nothing(self, samples: NDArray[np.float32]) -> bool:
        """Whether nothing new comes near the ceiling, and nothing before is still being risen from."""
        most = max(np.maximum.reduce(samples, axis=None), -np.minimum.reduce(samples, axis=None))
        before, self._near = self._near, most >= self._ceiling * 0.5
        # Between two blocks the sound of both counts.
        self._peaks_near = self._near or before
        return not self._peaks_near and self._risen >= 1.0

    def _look(self, caps: NDArray[np.float64] | None) -> None:
        """Note the gain each new segment needs, rising slowly after a peak."""
        if self._peaks_near:
            self._find_peaks()
        elif self._risen < 1.0:
            self._peaks.fill(0.0)
        else:
            self._new[...] = 1.0 if caps is None else caps
            return
        peaks = np.maximum.reduce(self._peaks, axis=0)
        if caps is not None:
            peaks *= caps
        self._new[...] = self._risen_to(peaks)
        if caps is not None:
            self._new *= caps

    def _risen_to(self, peaks: NDArray[np.float32]) -> list[float]:
        """The gain under the ceiling for each peak, after the ones before it."""
        needs = []
        for peak in peaks.tolist():
            needed = self._ceiling / peak if peak > self._ceiling else 1.0
            rising = min(1.0 - (1.0 - self._risen) * self._rise, self._risen * self._most_rise)
            self._risen = min(needed, rising if rising < 0.9999 else 1.0)
            needs.append(self._risen)
        return needs

    def _find_peaks(self) -> None:
        """The largest value in each segment, between the samples too."""
        np.copyto(self._windows, self._views)
        np.matmul(self._windows.reshape(len(self._over), -1), self._between, out=self._over)
        np.abs(self._over, out=self._over)
        np.maximum.reduce(self._over.reshape(2, self._segments, -1), axis=2, out=self._peaks)

    def _shape_gain(self) -> None:
        """The gain for each sample of the block that leaves now: straight lines between knots."""
        knots, lines = self._knots, self._lines
        knots[0] = knots[-1]
        np.minimum.reduce(self._ahead, axis=1, out=self._least)
        np.add.reduce(self._about, axis=1, out=self._ends)
        self._ends *= 1.0 / SPAN
        lines[:, 0] = self._begins
        np.subtract(self._ends, self._begins, out=lines[:, 1], casting="same_kind")
        np.dot(lines, self._ramp, out=self._gains)


def _oversampling() -> NDArray[np.float32]:
    """From a segment and 11 samples before it to four values a sample: windowed sinc, shape (43, 128)."""
    at = np.arange(PHASES)[:, None] / PHASES + HALF - 1
    away = np.arange(TAPS) - at
    kernel = np.sinc(away) * np.i0(4.0 * np.sqrt(1 - (away / HALF) ** 2)) / np.i0(4.0)
    table = np.zeros((SEGMENT + TAPS - 1, SEGMENT, PHASES), np.float32)
    for sample in range(SEGMENT):
        table[sample : sample + TAPS, sample] = kernel.T
    return table.reshape(-1, SEGMENT * PHASES)
