"""The desk: every voice at its level and place, by one matrix product."""

from __future__ import annotations

import logging
import math
from collections.abc import Sequence

import numpy as np

from audio.dsp.filters import BlockFilter
from audio.mix import place
from audio.mix.late import Late
from audio.mix.offset import Offset
from audio.mix.strip import Strip
from audio.voice import Block
from worlds.said import said

LOG = logging.getLogger(__name__)


class Desk:
    """Mixes all strips into a stereo block and a send for the room; gains glide over a block.

    Rows of the product: two for each voice, two more, delayed, for each that is heard from a side, and the two
    lines of `Offset`. About 20 µs for eight voices, and 10 µs for each filter in use.
    """

    def __init__(self, strips: Sequence[Strip], sample_rate_hz: int, block: int) -> None:
        self._strips = strips
        aside = [i for i, strip in enumerate(strips) if strip.heard_aside]
        self._late = {i: Late(sample_rate_hz, block, strips[i].moves) for i in aside}
        self._late_row = {i: 2 * (len(strips) + k) for k, i in enumerate(aside)}
        self.offset = Offset(sample_rate_hz, block)
        self.rows = np.zeros((2 * (len(strips) + len(aside) + 1), block), np.float32)
        self.rows[-2:] = self.offset.lines
        self._direct = self.rows[: 2 * len(strips)]
        self.voices: list[Block] = [self.rows[2 * i : 2 * i + 2] for i in range(len(strips))]
        """Where the voice of each strip renders to, shape (2, block)."""
        filters = {bus: place.filters(bus, sample_rate_hz) for bus in _used(strips)}
        self._filters = [BlockFilter(kept, 2, block) for kept in filters.values() if kept]
        self._buses = [place.PLAIN, place.ROOM, *(bus for bus, kept in filters.items() if kept)]
        shape = (2 * len(self._buses), len(self.rows))
        self._gains = np.zeros(shape, np.float32)
        self._goal = np.zeros(shape, np.float32)
        self._step = np.zeros(shape, np.float32)
        self._lines = [table[:2, -2:] for table in (self._gains, self._goal)]
        self._started = False
        self.moving = False
        """Whether any voice has come nearer, gone further or changed its level with this block."""
        self._mixed = np.zeros((shape[0], block), np.float32)
        self._first = self._mixed[0]
        self._change = np.zeros((shape[0], block), np.float32)
        self._ramp = np.arange(1, block + 1, dtype=np.float32) / np.float32(block)

    def clear(self) -> None:
        """Empty all rows for the next block."""
        self._direct.fill(0.0)

    def mix(self) -> tuple[Block, Block]:
        """The mix and the send to the room, each (2, block); the same arrays every time."""
        for index, late in self._late.items():
            row = self._late_row[index]
            late.delay(self.voices[index], self._strips[index].delay_s, self.rows[row : row + 2])
        self._set_goal()
        for lines in self._lines:
            lines[...] = self.offset.gains
        np.matmul(self._gains, self.rows, out=self._mixed)
        # What is no number spreads to every row of a product, whatever its gain; so one row tells of all.
        if not math.isfinite(np.add.reduce(self._first)):
            self._mend()
        self._glide()
        mixed = self._mixed[:2]
        for i, filtered in enumerate(self._filters):
            mixed += filtered(self._mixed[2 * i + 4 : 2 * i + 6])
        return mixed, self._mixed[2:4]

    def _set_goal(self) -> None:
        self.moving = False
        for i, strip in enumerate(self._strips):
            if not strip.refresh():
                continue
            self.moving = True
            table = strip.gains[self._buses].reshape(-1, 4)
            self._goal[:, 2 * i : 2 * i + 2] = table[:, :2]
            if i in self._late_row:
                self._goal[:, self._late_row[i] : self._late_row[i] + 2] = table[:, 2:]
        if not self._started:
            self._gains[...] = self._goal
            self._started = True

    def _mend(self) -> None:
        """A voice that made no numbers is not asked again; the others go on as if it had been silent."""
        for index, strip in enumerate(self._strips):
            row = self.voices[index]
            if not np.isfinite(row.sum()):
                LOG.error(
                    strip.rest(said("The voice {kind} gave no numbers, and rests from now on.", kind=strip.kind))
                )
                row.fill(0.0)
                if index in self._late:
                    self._late[index].clear()
                    self.rows[self._late_row[index] : self._late_row[index] + 2] = 0.0
        np.matmul(self._gains, self.rows, out=self._mixed)

    def _glide(self) -> None:
        """Add what the gains gain within this block, in a straight line."""
        if not self.moving:
            return
        np.subtract(self._goal, self._gains, out=self._step)
        np.matmul(self._step, self.rows, out=self._change)
        self._change *= self._ramp
        self._mixed += self._change
        self._gains[...] = self._goal


def _used(strips: Sequence[Strip]) -> list[int]:
    """Filtered buses that any strip can ever reach, so that no other costs anything."""
    used = {place.SHADE} if any(strip.heard_aside for strip in strips) else set()
    used |= {place.HEIGHT} if any(strip.heard_above for strip in strips) else set()
    for strip in strips:
        for metres in strip.distances_m:
            shares = place.gains(0.0, float(metres))[:, 0, 0]
            used |= {bus for bus in (place.NEAR_AIR, place.MIDDLE_AIR, place.FAR_AIR) if shares[bus] > 0}
    return sorted(used)
