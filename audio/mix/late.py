"""What the far ear hears: the same sound a little later, even while it moves."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from audio.voice import Block

PAST = 96
"""Samples kept: 0.66 ms at up to 96 kHz, and some."""
TAPS = 8
BAND = 0.7
"""Share of the spectrum, up to 16.8 kHz at 48, within which parts of a sample are delayed rightly."""
MOST_STEP = 0.5
"""Samples by which a delay may change within a block: cross-fading over that takes no more than 1 dB at 16 kHz in
the middle, and follows a sound round the head in 13 s."""


class Late:
    """A stereo delay of one voice for its far ear.

    Where a voice stands, the delay is of whole samples (10 µs off at most). Where it moves it is exact: a filter
    of eight taps, the best in the sense of least squares below 16.8 kHz (Laakso et al., "Splitting the unit delay",
    IEEE Signal Processing Magazine 13(1), 1996), and from block to block a cross-fade of two delays so near to each
    other that nothing cancels. A sound that leaps is followed in steps of that size. 5 µs for 2048 samples, 45 µs
    while it moves.
    """

    def __init__(self, sample_rate_hz: int, block: int, moves: bool) -> None:
        self._rate_hz, self._moves = sample_rate_hz, moves
        self._past = np.zeros((2, PAST + block), np.float32)
        self._fall = 1.0 - np.arange(1, block + 1, dtype=np.float32) / np.float32(block)
        self._before = np.empty((2, block), np.float32)
        self._delay = -1.0

    def clear(self) -> None:
        """Forget what was heard."""
        self._past.fill(0.0)

    def delay(self, block: Block, delay_s: float, out: Block) -> None:
        """Write to `out` the block as the far ear has it, `delay_s` (0 to 1 ms at most) later."""
        count = block.shape[1]
        self._past[:, :PAST] = self._past[:, count:]
        self._past[:, PAST:] = block
        goal = delay_s * self._rate_hz if self._moves else round(delay_s * self._rate_hz)
        before, self._delay = self._delay, self._next(goal)
        self._read(self._delay, out)
        if before not in (self._delay, -1.0):
            self._read(before, self._before)
            self._before -= out
            self._before *= self._fall
            out += self._before

    def _next(self, goal: float) -> float:
        if self._delay < 0.0:
            return goal
        return self._delay + min(max(goal - self._delay, -MOST_STEP), MOST_STEP)

    def _read(self, samples: float, out: Block) -> None:
        """What came so many samples ago."""
        count = out.shape[1]
        if samples == round(samples):
            first = PAST - int(samples)
            out[...] = self._past[:, first : first + count]
            return
        skipped = max(0, int(samples) - TAPS // 2 + 1)
        weights, first = _weights(samples - skipped), PAST - skipped - TAPS + 1
        for ear in (0, 1):
            out[ear] = np.convolve(self._past[ear, first : first + count + TAPS - 1], weights, "valid")


def _system() -> NDArray[np.float64]:
    """Turns what is wanted of eight taps into the taps."""
    apart = np.arange(TAPS)[:, None] - np.arange(TAPS)
    inverse: NDArray[np.float64] = np.linalg.inv(BAND * np.sinc(BAND * apart) + 1e-9 * np.eye(TAPS))
    return inverse


_SYSTEM = _system()


def _weights(samples: float) -> NDArray[np.float32]:
    """The taps that delay by so many samples, 0 to 4."""
    weights: NDArray[np.float64] = _SYSTEM @ (BAND * np.sinc(BAND * (np.arange(TAPS) - samples)))
    return weights.astype(np.float32)
