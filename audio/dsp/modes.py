"""Ringing and sustained partials: bowls, bells, plucked strings, pads."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

SEGMENT, LONG_SEGMENT = 32, 64
"""Samples between the knots of a block; strikes and gain ramps lie on this grid (1.3 ms at 48 kHz)."""
SILENT = 1e-7
"""A mode below this, -140 dB, is over; letting it decay on would end in denormal numbers, which are slow."""
LOOK_EVERY = 8
"""Blocks between two looks for modes that are over."""

Floats = Sequence[float] | NDArray[np.floating]


class Modes:
    """Many decaying (or steady) complex exponentials, as one matrix product a block.

    With n = 64 q + r, exp(λn) = exp(λ 64 q) · exp(λ r): the first factor times the modes' states is a small table,
    the product with the second gives all samples. States are complex128, so pitch and phase never drift.
    Modal synthesis after van den Doel & Pai, "The sounds of physical shapes", Presence 7(4), 1998.
    About 12 µs for 8 modes and 40 µs for 96, in a block of 2048.
    """

    def __init__(self, count: int, sample_rate_hz: int, block: int) -> None:
        if block % SEGMENT:
            raise ValueError(f"a block of {block} samples is not a multiple of {SEGMENT}")
        self.count, self.block, self._rate_hz = count, block, sample_rate_hz
        # The longer the segments, the smaller the table.
        self._segment = LONG_SEGMENT if block % LONG_SEGMENT == 0 else SEGMENT
        knots = block // self._segment
        self._state = np.zeros(count, np.complex128)
        self._now = np.zeros(count, np.complex64)
        self._size = np.zeros(count)
        self._look_in = 0
        self._active = 0
        self._asleep = True
        self._over = np.zeros(count, np.bool_)
        self._knots = np.zeros((knots + 1, count), np.complex128)
        self._knots32 = np.zeros((knots, count), np.complex64)
        self._rising = np.zeros((knots, count), np.complex64)
        self._table = np.zeros((knots, count), np.complex64)
        self._struck = np.zeros((knots, count), np.complex64)
        self._carried = np.zeros(count, np.complex128)
        self._any_struck = False
        self._risen = np.zeros((knots, count), np.complex64)
        self._within = np.zeros((count, 2, 2, self._segment), np.float32)
        self._table_floats = self._table.view(np.float32)
        self._within_floats = self._within.reshape(2 * count, -1)
        self._made = np.empty((knots, 2 * self._segment), np.float32)
        self._made_each = self._made.reshape(knots, 2, -1).transpose(1, 0, 2)
        self._gain = np.ones(count, np.float32)
        self._gain_step = np.zeros(count, np.float32)
        self._gains = np.empty((knots, count), np.float32)
        self._start = np.zeros(count, np.complex64)
        self._rise = np.zeros(count, np.complex64)
        self._ramp = (np.arange(1, knots + 1, dtype=np.float32) / knots)[:, None]

    def tune(
        self, which: slice | Sequence[int], frequency_hz: Floats, t60_s: Floats | float, pan: Floats | float = 0.5
    ) -> None:
        """Set frequencies, times to fall 60 dB (inf: steady) and places (0 left, 1 right, equal power) of modes.

        The state goes on, so retune a mode only while it is silent or by little. Not for every block.
        """
        hz, t60, side = np.broadcast_arrays(np.asarray(frequency_hz, float), np.asarray(t60_s, float), pan)
        # A mode above half the sample rate would fold down; it rests instead.
        hz, audible = np.minimum(hz, 0.49 * self._rate_hz), hz < 0.49 * self._rate_hz
        step = (2j * np.pi * hz - np.log(1000.0) / t60) / self._rate_hz
        self._knots[:, which] = np.exp(step * (self._segment * np.arange(len(self._knots)))[:, None])
        self._knots32[:, which] = self._knots[:-1, which]
        self._rising[:, which] = self._knots[:-1, which] * self._ramp
        inside = np.exp(step[:, None] * np.arange(self._segment)) * audible[:, None]
        left, right = np.cos(side * (np.pi / 2))[:, None], np.sin(side * (np.pi / 2))[:, None]
        # Rows are (real, imaginary), to be multiplied with complex numbers seen as pairs of floats.
        parts = np.stack([inside.real, -inside.imag], axis=1)
        self._within[which] = np.stack([parts * left[:, None], parts * right[:, None]], axis=2)

    def strike(self, which: slice | Sequence[int], weights: NDArray[np.complexfloating], delay: int = 0) -> None:
        """Add complex amplitudes to modes, to sound from `delay` samples (0..block - 1) into the next block.

        A purely imaginary negative weight starts like a sine, at zero.
        """
        knot = min(max(delay, 0), self.block - 1) // self._segment
        self._struck[knot:, which] += self._knots[: len(self._struck) - knot, which] * weights
        self._carried[which] += self._knots[len(self._struck) - knot, which] * weights
        self._any_struck = True
        self._active = max(self._active, (which.stop or self.count) if isinstance(which, slice) else max(which) + 1)

    @property
    def silent(self) -> bool:
        """Whether nothing sounds, nor begins to with the next block."""
        return self._asleep and not self._any_struck

    def loudest(self, which: slice | Sequence[int]) -> float:
        """Size of the loudest of these modes now; tells which note may give way."""
        return float(np.max(np.abs(self._state[which])))

    def damp(self, which: slice | Sequence[int], factor: float) -> None:
        """Multiply states at once; for a soft stop, by little in each block."""
        self._state[which] *= factor

    def render(self, out: NDArray[np.float32], gains: NDArray[np.float32] | None = None) -> None:
        """Add the next block to `out`, shape (2, block).

        `gains` (count,) are reached at its end, in a straight line; without, they stay as they are.
        """
        if self._quiet():
            if gains is not None:
                self._gain[...] = gains
            return
        # All modes from the first to the last that sounds: whoever takes the lowest free ones keeps this short.
        count = self._active
        table, now = self._table[:, :count], self._now[:count]
        np.copyto(now, self._state[:count], casting="same_kind")
        if self._any_struck:
            np.multiply(self._knots32[:, :count], now, out=table)
            table += self._struck[:, :count]
            self._fade(self._gain if gains is None else gains, table)
        elif gains is None:
            np.multiply(now, self._gain[:count], out=self._start[:count])
            np.multiply(self._knots32[:, :count], self._start[:count], out=table)
        else:
            self._glide(gains, table)
        within = self._within_floats[: 2 * count]
        np.dot(self._table_floats[:, : 2 * count], within, out=self._made)
        blocks = out.reshape(2, -1, self._segment)
        blocks += self._made_each
        self._advance()

    def _quiet(self) -> bool:
        """Whether nothing sounds; now and then, modes that are over are set to rest."""
        if self._any_struck:
            self._asleep = False
        self._look_in -= 1
        if self._look_in > 0 or self._asleep:
            return self._asleep
        self._look_in = LOOK_EVERY
        np.abs(self._state, out=self._size)
        np.less(self._size, SILENT, out=self._over)
        np.copyto(self._state, 0.0, where=self._over)
        self._asleep = bool(self._over.all()) and not self._any_struck
        if not self._any_struck:
            self._active = self.count - int(np.argmin(self._over[::-1]))
        return self._asleep

    def _glide(self, gains: NDArray[np.float32], table: NDArray[np.complex64]) -> None:
        """The states with their gains at every knot, in a straight line: what they begin with and what they gain.

        No product is written over one of its factors: for complex numbers that is four times as slow.
        """
        count = table.shape[1]
        now, start, rise, risen = self._now[:count], self._start[:count], self._rise[:count], self._risen[:, :count]
        np.multiply(now, self._gain[:count], out=start)
        np.multiply(now, gains[:count], out=rise)
        rise -= start
        np.multiply(self._knots32[:, :count], start, out=table)
        np.multiply(self._rising[:, :count], rise, out=risen)
        table += risen
        self._gain[...] = gains

    def _fade(self, gains: NDArray[np.float32], table: NDArray[np.complex64]) -> None:
        """The same for a table that holds strikes already."""
        count = table.shape[1]
        step, glided = self._gain_step[:count], self._gains[:, :count]
        np.subtract(gains[:count], self._gain[:count], out=step)
        np.multiply(self._ramp, step, out=glided)
        glided += self._gain[:count]
        table *= glided
        self._gain[...] = gains

    def _advance(self) -> None:
        self._state[: self._active] *= self._knots[-1, : self._active]
        if self._any_struck:
            self._state += self._carried
            self._struck.fill(0)
            self._carried.fill(0)
            self._any_struck = False
