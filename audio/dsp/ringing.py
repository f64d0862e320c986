"""`Ringing`: notes that swell softly and ring out, several at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audio.dsp.modes import Modes

_QUIET = 1e-5
"""A slot below this (-100 dB) can be taken without being faded first."""
ROUNDING = 2.6
"""(1 - e^-at)^2 takes 2.6/a from a tenth to nine tenths of its height."""
WEIGHTS = (1.0, -2.0, 1.0)
"""Of the modes of one frequency that make an onset."""


@dataclass(frozen=True)
class Tone:
    """One note as modes: arrays of one length, at most what the `Ringing` was made for."""

    hz: NDArray[np.float64]
    t60_s: NDArray[np.float64]
    amplitude: NDArray[np.float64]
    pan: NDArray[np.float64]
    """0 left, 1 right."""
    onset_s: NDArray[np.float64]
    """Time of each mode from a tenth to nine tenths of its height."""


class Ringing:
    """A few slots of modes; a note takes a free one, or the one that has rung out furthest.

    An onset (1 - e^-at)^2 is three modes of one frequency with the weights 1, -2, 1 and decay rates d, d + a,
    d + 2a: no envelope has to be computed. A slot taken while it still sounds is faded over one block first.
    """

    def __init__(self, slots: int, modes_each: int, sample_rate_hz: int, block: int) -> None:
        count = slots * modes_each
        self._tones = Modes(count, sample_rate_hz, block)
        # Apart from the tones, because they are over in half a second and then cost nothing.
        self._onsets = Modes(2 * count, sample_rate_hz, block)
        self._slots = [slice(i * modes_each, (i + 1) * modes_each) for i in range(slots)]
        self._each = modes_each
        self._gains = np.ones(count, np.float32)
        self._onset_gains = np.ones(2 * count, np.float32)
        self._taken: set[int] = set()
        self._waiting: list[tuple[int, Tone]] = []
        self._fading: list[tuple[int, Tone]] = []
        self._block = block

    def play(self, tone: Tone, delay: int) -> None:
        """Let a tone sound from `delay` samples into the next block."""
        self._waiting.append((max(delay, 0), tone))

    def render(self, out: NDArray[np.float32]) -> None:
        """Add the next block to `out`."""
        if not self._waiting and not self._fading and self._tones.silent and self._onsets.silent:
            return
        self._taken.clear()
        gliding = bool(self._fading)
        self._begin_faded()
        if self._waiting:
            self._begin_due()
        gliding = gliding or bool(self._fading)
        self._tones.render(out, self._gains if gliding else None)
        self._onsets.render(out, self._onset_gains if gliding else None)

    def _begin_faded(self) -> None:
        """Start the notes whose slots were faded out in the block before."""
        for slot, tone in self._fading:
            self._turn(slot, 1.0)
            self._start(slot, tone, 0)
        self._fading.clear()

    def _begin_due(self) -> None:
        due = [entry for entry in self._waiting if entry[0] < self._block]
        self._waiting = [(delay - self._block, tone) for delay, tone in self._waiting if delay >= self._block]
        for delay, tone in due:
            slot, loudest = self._quietest()
            if slot < 0:
                return
            if loudest > _QUIET:
                self._turn(slot, 0.0)
                self._fading.append((slot, tone))
                self._taken.add(slot)
            else:
                self._start(slot, tone, delay)

    def _quietest(self) -> tuple[int, float]:
        """The slot that sounds least of those still free in this block, and how loud it is; -1 if there is none."""
        left = [slot for slot in range(len(self._slots)) if slot not in self._taken]
        return min(
            ((slot, self._tones.loudest(self._slots[slot])) for slot in left), key=_second, default=(-1, 0.0)
        )

    def _turn(self, slot: int, gain: float) -> None:
        for gains, where in zip(
            (self._gains, self._onset_gains, self._onset_gains), self._parts(slot), strict=True
        ):
            gains[where] = gain

    def _parts(self, slot: int) -> tuple[slice, slice, slice]:
        """Where a slot's modes are: its tones, and the first and second modes of their onsets."""
        tones = self._slots[slot]
        # First and second side by side, so that the slots in use are the first of the onsets' modes too.
        start, each = 2 * tones.start, self._each
        return tones, slice(start, start + each), slice(start + each, start + 2 * each)

    def _start(self, slot: int, tone: Tone, delay: int) -> None:
        self._taken.add(slot)
        rate = 3.0 * np.log(10.0) / tone.t60_s
        swell = ROUNDING / tone.onset_s
        banks = (self._tones, self._onsets, self._onsets)
        for order, (modes, where) in enumerate(zip(banks, self._parts(slot), strict=True)):
            modes.damp(where, 0.0)
            part = slice(where.start, where.start + len(tone.hz))
            modes.tune(part, tone.hz, 3.0 * np.log(10.0) / (rate + order * swell), tone.pan)
            modes.strike(part, tone.amplitude * (-1j * WEIGHTS[order]), delay)


def _second(pair: tuple[int, float]) -> float:
    return pair[1]
