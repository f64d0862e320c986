"""From one sample rate to another, as a stream."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

TAPS = 48
"""Samples each output sample is made of; with this window the stop band lies 90 dB down."""
KAISER_BETA = 9.0


class Resampler:
    """Polyphase windowed-sinc resampling of stereo blocks (Smith, "Digital audio resampling", CCRMA).

    A rational ratio up/down gives `up` sets of taps; each output sample picks its set and its place. Delay 0.5 ms.
    """

    def __init__(self, from_hz: int, to_hz: int, block: int) -> None:
        common = math.gcd(from_hz, to_hz)
        self._up, self._down = to_hz // common, from_hz // common
        self._kernels = _kernels(self._up, min(1.0, to_hz / from_hz))
        self._kept = np.zeros((2, TAPS + block), np.float32)
        self._views = np.lib.stride_tricks.sliding_window_view(self._kept, TAPS, axis=1)
        self._block = block
        self._phase = 0

    def __call__(self, block: NDArray[np.float32]) -> NDArray[np.float32]:
        """The block, shape (2, block), at the other rate: block * to / from samples, exact in the long run."""
        self._kept[:, :TAPS] = self._kept[:, self._block :]
        self._kept[:, TAPS:] = block
        count = -(-(self._block * self._up - self._phase) // self._down)
        at = self._phase + self._down * np.arange(count)
        self._phase = self._phase + self._down * count - self._block * self._up
        windows = self._views[:, at // self._up + 1]
        made: NDArray[np.float32] = np.einsum("cnt,nt->cn", windows, self._kernels[at % self._up])
        return made


def _kernels(up: int, cutoff: float) -> NDArray[np.float32]:
    """Taps for each phase, shape (up, TAPS); `cutoff` is the share of the band that is kept."""
    half = TAPS // 2
    edge = cutoff * 0.93
    away = np.arange(TAPS) - (half - 1) - np.arange(up)[:, None] / up
    window = np.i0(KAISER_BETA * np.sqrt(np.maximum(0.0, 1 - (away / half) ** 2))) / np.i0(KAISER_BETA)
    taps = edge * np.sinc(edge * away) * window
    normed: NDArray[np.float64] = taps / taps.sum(axis=1, keepdims=True)
    return normed.astype(np.float32)
