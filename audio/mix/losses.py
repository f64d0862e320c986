"""What the lines of a reverberation lose in each pass, by frequency."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SEGMENT = 32
BANDS_HZ = (125.0, 1000.0, 4000.0)
"""Where a decay is told."""
SPLITS_HZ = (350.0, 2800.0)
"""Cutoffs of the two low passes whose shares make the three bands."""
POLES = len(SPLITS_HZ)


@dataclass(frozen=True)
class Decay:
    """Seconds for the room to fall by 60 dB at 125 Hz, 1 kHz and 4 kHz, and when its first echoes come."""

    low_s: float
    middle_s: float
    high_s: float
    first_s: float = 0.012
    last_s: float = 0.06


class Losses:
    """Filters a + b LP₁ + c LP₂, with poles that all lines share and weights of each line's own.

    As `audio.dsp.filters.BlockFilter` does it: inside a segment a convolution, plus what the two states at its
    start still give. `signs` (+1 or -1, one for each line) turn lines over on the way. 16 lines of 2048: 35 µs.
    """

    def __init__(
        self,
        lengths_s: NDArray[np.float64],
        decay: Decay,
        sample_rate_hz: int,
        block: int,
        signs: NDArray[np.float64],
    ) -> None:
        poles = np.exp(-2 * np.pi * np.array(SPLITS_HZ) / sample_rate_hz)
        weights = _weights(lengths_s, decay, sample_rate_hz) * signs[:, None]
        lines, segments, rise = len(lengths_s), block // SEGMENT, np.arange(SEGMENT)
        self._within = _responses(weights, poles).astype(np.float32)
        self._ring = (weights[:, 1:, None] * poles[:, None] ** (rise + 1)).astype(np.float32)
        self._gather = ((1 - poles) * poles ** (SEGMENT - 1 - rise[:, None])).astype(np.float32)
        carry, onward = _carrying(poles**SEGMENT, segments)
        self._carry, self._onward = carry.astype(np.float32), onward.astype(np.float32)
        self._fed = np.empty((lines * segments, POLES), np.float32)
        self._fed_lines = self._fed.reshape(lines, -1)
        self._states = np.zeros((lines, (segments + 1) * POLES), np.float32)
        self._old = np.zeros_like(self._states)
        self._last = np.zeros((lines, POLES), np.float32)
        self._starts = self._states[:, :-POLES].reshape(lines, segments, POLES)
        self._apart = (lines, segments, SEGMENT)

    def apply(self, lines: NDArray[np.float32], out: NDArray[np.float32]) -> None:
        """Filter each line's block; both arrays have shape (lines, block), are contiguous, and are written to."""
        states = self._states
        np.dot(lines.reshape(-1, SEGMENT), self._gather, out=self._fed)
        np.dot(self._fed_lines, self._carry, out=states)
        np.dot(self._last, self._onward, out=self._old)
        states += self._old
        self._last[...] = states[:, -POLES:]
        heard, made = lines.reshape(self._apart), out.reshape(self._apart)
        np.matmul(heard, self._within, out=made)
        # What was heard is not needed any more; another array would crowd the processor's cache.
        rung = np.matmul(self._starts, self._ring, out=heard)
        made += rung

    def clear(self) -> None:
        """Forget what was heard."""
        self._last.fill(0.0)


def _carrying(poles: NDArray[np.float64], segments: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What each segment's input, and the states before all, add to the states at every segment's start.

    Both poles side by side, so that one product serves them: shapes (2 segments, 2 segments + 2) and
    (2, 2 segments + 2). `poles` are those of a whole segment.
    """
    onward = poles ** np.arange(segments + 1)[:, None]
    # What has all but died is nothing: as denormal numbers it would cost more than all the rest.
    onward[onward < 1e-20] = 0.0
    age = np.arange(segments + 1) - 1 - np.arange(segments)[:, None]
    reached = np.where((age >= 0)[:, :, None], onward[np.maximum(age, 0)], 0.0)
    apart = np.eye(POLES)
    carry = reached[:, None, :, :] * apart[None, :, None, :]
    first = onward[None, :, :] * apart[:, None, :]
    return carry.reshape(segments * POLES, -1), first.reshape(POLES, -1)


def _responses(weights: NDArray[np.float64], poles: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each line the matrix that convolves a segment, shape (lines, 32, 32)."""
    rise = np.arange(SEGMENT)
    impulse = weights[:, 1:] @ ((1 - poles)[:, None] * poles[:, None] ** rise)
    impulse[:, 0] += weights[:, 0]
    table = np.zeros((len(weights), SEGMENT, SEGMENT))
    for j in range(SEGMENT):
        table[:, j, j:] = impulse[:, : SEGMENT - j]
    return table


def _weights(lengths_s: NDArray[np.float64], decay: Decay, sample_rate_hz: int) -> NDArray[np.float64]:
    """For each line the weights (a, b, c), shape (lines, 3).

    Solved by Newton's method so that a pass costs 60 dB times the line's length over the decay time in each band.
    """
    parts = _parts(np.array(BANDS_HZ), sample_rate_hz)
    wanted = 10 ** (-3 * lengths_s[:, None] / np.array([decay.low_s, decay.middle_s, decay.high_s]))
    low, middle, high = wanted.T
    weights = np.stack([high * 0.8, low - middle, middle - high * 0.8], axis=1)
    for _ in range(60):
        response = weights @ parts.T
        slope = np.real(np.conj(response)[:, :, None] * parts) / np.abs(response)[:, :, None]
        weights += 0.5 * np.linalg.solve(slope, (wanted - np.abs(response))[:, :, None])[:, :, 0]
    most = np.abs(weights @ _parts(np.geomspace(10.0, 0.45 * sample_rate_hz, 200), sample_rate_hz).T)
    safe: NDArray[np.float64] = weights * np.minimum(1.0, 0.998 / most.max(axis=1, keepdims=True))
    return safe


def _parts(hz: NDArray[np.float64], sample_rate_hz: int) -> NDArray[np.complex128]:
    """Responses of 1, LP₁ and LP₂ at each frequency, shape (frequencies, 3)."""
    poles = np.exp(-2 * math.pi * np.array(SPLITS_HZ) / sample_rate_hz)
    z = np.exp(-2j * math.pi * hz / sample_rate_hz)[:, None]
    lows = (1 - poles) / (1 - poles * z)
    return np.concatenate([np.ones((len(hz), 1)), lows], axis=1)
