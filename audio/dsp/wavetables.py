"""`Wavetables`: many tones of gliding pitch, level and colour, each read from a single period."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

SIZE = 2048
"""Samples in a period; what straight lines between them miss lies 60 dB below the thirtieth partial."""
KNOT = 256
"""Samples between the points at which pitch and level are given, 5 ms: quick enough for any vibrato."""
TURN_BLOCKS = 8
"""Blocks in which one period dissolves into the next."""


class Wavetables:
    """A bank of tones; between knots, pitch and level go in straight lines, so phases are parabolas: no steps.

    Each table holds, side by side, a sample, its rise to the next, and what both will have changed by once the
    period has turned into the next one: a sample of sound then takes one look-up. 16 tones: 0.4 ms for a block of
    2048. Table look-up synthesis is as old as Mathews' MUSIC II (The Technology of Computer Music, 1969).
    """

    def __init__(self, count: int, sample_rate_hz: int, block: int) -> None:
        self.count, self.knots = count, block // math.gcd(block, KNOT)
        step, knots = block // self.knots, self.knots
        along = np.arange(1, block + 1) / step
        lines = np.maximum(0.0, 1.0 - np.abs(along - np.arange(knots + 1)[:, None]))
        self._lines = lines.astype(np.float32)
        before = np.concatenate([np.eye(1, knots + 1).T, lines[:, :-1]], axis=1)
        self._turns = (np.cumsum(0.5 * (lines + before), axis=1) * (SIZE / sample_rate_hz)).astype(np.float32)
        self._tables = np.zeros((count, SIZE, 4), np.float32)
        self._offsets = (np.arange(count, dtype=np.int32) * SIZE)[:, None]
        self._phase = np.zeros((count, 1), np.float32)
        self._hz = np.zeros((count, knots + 1), np.float32)
        self._level = np.zeros((count, knots + 1), np.float32)
        self._goals = np.zeros((count, SIZE), np.float32)
        self._turned = 0
        self._ramp = np.arange(1, block + 1, dtype=np.float32) / np.float32(block * TURN_BLOCKS)
        self._make_room(count, block)

    def _make_room(self, count: int, block: int) -> None:
        self._at = np.empty((count, block), np.float32)
        self._part = np.empty((count, block), np.float32)
        self._index = np.empty((count, block), np.int32)
        self._found: Any = np.empty((count, block, 4), np.float32)
        self._wave = np.empty((count, block), np.float32)
        self._mixed = np.empty((2, block), np.float32)

    @property
    def turned(self) -> bool:
        """Whether the periods have become what they were to turn into: give them the next before the next block."""
        return self._turned == 0

    def put(self, which: int, period: NDArray[np.floating], hz: float) -> None:
        """Give a tone that rests a period, shape (SIZE,), and a pitch to begin with."""
        self._goals[which] = period
        table = self._tables[which]
        table[:, 0] = period
        table[:, 1] = np.roll(period, -1) - period
        table[:, 2:] = 0.0
        self._hz[which, -1] = hz

    def turn_into(self, periods: NDArray[np.floating]) -> None:
        """Let all periods dissolve into these, shape (count, SIZE), over the next blocks."""
        tables = self._tables
        tables[:, :, 0] = self._goals
        self._goals[...] = periods
        tables[:, :, 2] = self._goals - tables[:, :, 0]
        for here, rise in ((0, 1), (2, 3)):
            tables[:, :-1, rise] = tables[:, 1:, here] - tables[:, :-1, here]
            tables[:, -1, rise] = tables[:, 0, here] - tables[:, -1, here]

    def render(
        self,
        out: NDArray[np.float32],
        hz: NDArray[np.floating],
        level: NDArray[np.floating],
        sides: NDArray[np.float32],
    ) -> None:
        """Add the next block to `out`; `hz` and `level` at its knots, shape (count, knots), `sides` (2, count)."""
        for kept, new in ((self._hz, hz), (self._level, level)):
            kept[:, 0] = kept[:, -1]
            kept[:, 1:] = new
        at, part, index, found, wave = self._at, self._part, self._index, self._found, self._wave
        np.matmul(self._hz, self._turns, out=at)
        at += self._phase
        self._phase[:, 0] = at[:, -1] % SIZE
        np.copyto(index, at, casting="unsafe")
        np.subtract(at, index, out=part)
        index &= SIZE - 1
        index += self._offsets
        np.take(self._tables.reshape(-1, 4), index, axis=0, out=found, mode="clip")
        self._blend(found, part, wave)
        np.matmul(self._level, self._lines, out=part)
        wave *= part
        np.matmul(sides, wave, out=self._mixed)
        out += self._mixed
        self._turned = (self._turned + 1) % TURN_BLOCKS

    def _blend(self, found: NDArray[np.float32], part: NDArray[np.float32], wave: NDArray[np.float32]) -> None:
        """Between two samples of the period, and between the period and the next."""
        np.multiply(found[:, :, 3], part, out=wave)
        wave += found[:, :, 2]
        wave *= self._ramp + np.float32(self._turned / TURN_BLOCKS)
        part *= found[:, :, 1]
        wave += part
        wave += found[:, :, 0]
