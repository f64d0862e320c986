"""The desk: every voice at its level and place, by one matrix product."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audio.dsp.filters import BlockFilter
from audio.mix import place
from audio.voice import Block, Voice
from worlds.follow import Follow, Followed
from worlds.format.voice import Place
from worlds.signals import Signals

NATURAL_LUFS = -23.0
"""What every voice gives by itself with its default parameters."""
LATE_ROOM = 96
"""Samples kept of the past for the far ear: 0.66 ms at up to 96 kHz, and some."""


@dataclass
class Strip:
    """One voice's place on the desk."""

    voice: Voice[Any]
    absolute: bool = False
    """Whether its loudness stands as written, apart from the level the world as a whole is brought to."""
    trim_db: float = 0.0
    """Added to the loudness its model asks for."""
    seat: Followed = field(init=False)
    resting: bool = False
    """Set when the voice failed; it is not asked again."""

    def __post_init__(self) -> None:
        self.seat = Followed(self.voice.model.place)

    @property
    def moves_aside(self) -> bool:
        """Whether it is ever heard from a side."""
        azimuth = self.voice.model.place.azimuth_deg
        ends = (azimuth.from_, azimuth.to) if isinstance(azimuth, Follow) else (azimuth,)
        return any(abs(end) > place.CLEAR_DEG for end in ends)

    def follow(self, signals: Signals, dt_s: float) -> None:
        """Take the signals of the next block."""
        self.voice.follow(signals)
        self.seat.update(signals, dt_s)

    def gain(self) -> float:
        """Linear gain from natural level to the loudness asked for now."""
        return float(10 ** ((self.voice.values["loudness_db"] + self.trim_db - NATURAL_LUFS) / 20))

    def gains(self) -> NDArray[np.float64]:
        """Gains to all buses now, shape (6, 2, 4)."""
        return place.gains(self.seat["azimuth_deg"], self.seat["distance_m"]) * self.gain()


class Desk:
    """Mixes all strips into a stereo block and a send for the room; gains glide over a block.

    Rows of the product: two for each voice and two more, delayed, for each that is heard from a side.
    About 20 µs for eight voices, and 10 µs for each filter in use.
    """

    def __init__(self, strips: Sequence[Strip], sample_rate_hz: int, block: int) -> None:
        self._strips = strips
        self._rate_hz, self._block = sample_rate_hz, block
        aside = [i for i, strip in enumerate(strips) if strip.moves_aside]
        self._late = {i: _Late(block) for i in aside}
        self._late_row = {i: 2 * (len(strips) + k) for k, i in enumerate(aside)}
        self.rows = np.zeros((2 * (len(strips) + len(aside)), block), np.float32)
        self._buses = [place.PLAIN, place.ROOM, *_used(strips, bool(aside))]
        self._filters = [BlockFilter(_filter(bus, sample_rate_hz), 2, block) for bus in self._buses[2:]]
        shape = (2 * len(self._buses), len(self.rows))
        self._gains, self._goal = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
        self._started = False
        self._mixed = np.zeros((shape[0], block), np.float32)
        self._change = np.zeros((shape[0], block), np.float32)
        self._ramp = np.arange(1, block + 1, dtype=np.float32) / np.float32(block)

    def row(self, index: int) -> Block:
        """Where a strip's voice renders to, shape (2, block); to be cleared before."""
        return self.rows[2 * index : 2 * index + 2]

    def clear(self) -> None:
        """Empty all rows for the next block."""
        self.rows.fill(0.0)

    def mix(self, absolute_gain: float) -> tuple[Block, Block]:
        """The mix and the send to the room, each (2, block); the same arrays every time.

        `absolute_gain` scales strips whose loudness stands as written.
        """
        for index, late in self._late.items():
            row = self._late_row[index]
            azimuth = self._strips[index].seat["azimuth_deg"]
            late.delay(self.row(index), round(place.delay_s(azimuth) * self._rate_hz), self.rows[row : row + 2])
        self._set_goal(absolute_gain)
        np.matmul(self._gains, self.rows, out=self._mixed)
        self._glide()
        mixed, send = self._mixed[:2], self._mixed[2:4]
        for i, filtered in enumerate(self._filters):
            mixed += filtered(self._mixed[2 * i + 4 : 2 * i + 6])
        return mixed, send

    def _set_goal(self, absolute_gain: float) -> None:
        for i, strip in enumerate(self._strips):
            table = strip.gains()[self._buses].reshape(-1, 4)
            if strip.absolute:
                table *= absolute_gain
            self._goal[:, 2 * i : 2 * i + 2] = table[:, :2]
            if i in self._late_row:
                self._goal[:, self._late_row[i] : self._late_row[i] + 2] = table[:, 2:]
        if not self._started:
            self._gains[...] = self._goal
            self._started = True

    def _glide(self) -> None:
        """Add what the gains gain within this block, in a straight line."""
        self._goal -= self._gains
        if not self._goal.any():
            return
        np.matmul(self._goal, self.rows, out=self._change)
        self._change *= self._ramp
        self._mixed += self._change
        self._gains += self._goal


class _Late:
    """A stereo delay of whole samples; a new delay cross-fades in over a block."""

    def __init__(self, block: int) -> None:
        self._past = np.zeros((2, LATE_ROOM + block), np.float32)
        self._fade = np.arange(1, block + 1, dtype=np.float32) / np.float32(block)
        self._before = np.empty((2, block), np.float32)
        self._samples = -1

    def delay(self, block: Block, samples: int, out: Block) -> None:
        count = block.shape[1]
        self._past[:, :LATE_ROOM] = self._past[:, count:]
        self._past[:, LATE_ROOM:] = block
        out[...] = self._past[:, LATE_ROOM - samples : LATE_ROOM - samples + count]
        if self._samples not in (samples, -1):
            first = LATE_ROOM - self._samples
            np.subtract(self._past[:, first : first + count], out, out=self._before)
            self._before *= 1.0 - self._fade
            out += self._before
        self._samples = samples


def _filter(bus: int, sample_rate_hz: int) -> Any:
    return place.filters(bus, sample_rate_hz)


def _used(strips: Sequence[Strip], shaded: bool) -> list[int]:
    """Filtered buses that any strip can ever reach."""
    used = {place.SHADE} if shaded else set()
    for strip in strips:
        for metres in _distances(strip.voice.model.place):
            shares = place.gains(0.0, metres)[:, 0, 0]
            used |= {bus for bus in (place.NEAR_AIR, place.MIDDLE_AIR, place.FAR_AIR) if shares[bus] > 0}
    return sorted(used)


def _distances(seat: Place) -> NDArray[np.float64]:
    """Distances a voice can be heard from, from the least to the greatest."""
    metres = seat.distance_m
    ends = (metres.from_, metres.to) if isinstance(metres, Follow) else (metres, metres)
    return np.geomspace(min(ends), max(ends), 9)
