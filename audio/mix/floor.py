"""The floor of a world: no near silence between sounds that come one by one."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from audio.mix.loudness import Meter, power_of
from audio.mix.strip import NATURAL_LUFS, Strip

REACH_DB = 7.0
"""Beds lie at most so far below what comes one by one; then the loudness range stays below 10 LU."""
MOST_LIFT_DB = 36.0
LOOK_EVERY = 8
"""Blocks from one look at the beds to the next."""
MEMORY_S = 12.0
"""How far back beds are looked at: longer than a wave or a gust, shorter than the weather."""
LEAST_OFF_DB, MOST_OFF_DB = -3.0, 15.0
"""How far the weather may make a bed louder and softer than its maker wrote it, as far as this is made up for."""
SLEW_DB_S = 0.6
LEAST_POWER = 1e-12


class Floor:
    """Lifts the beds of a world (wind, rain, water) to within 7 dB of the loudest that comes now and then (an owl,
    a frog, a drop), where its maker or a lull in the weather lays them lower.

    A level on all that is heard could only duck the bed under each call and let it well up after it. This is a
    fader on the beds alone: it moves with what the maker lets follow a signal, as that moves, and within many
    seconds with the beds themselves, but never with a call. The whole is brought to its loudness as ever, so in the
    end the calls lie lower and the bed higher. 5 µs a block, and nothing for a world without either.
    """

    def __init__(self, strips: Sequence[Strip], wet_power: float, sample_rate_hz: int, block: int) -> None:
        self._wet_power = wet_power
        own = [(index, strip) for index, strip in enumerate(strips) if not strip.absolute]
        self._calls = [strip for _, strip in own if strip.voice.auditions[0].sparse]
        beds = [(index, strip) for index, strip in own if strip.voice.auditions[0].bed]
        self._beds = [strip for _, strip in beds]
        self._idle = not (self._beds and self._calls)
        self._gains = np.zeros(len(strips), np.float32)
        self._places = [index for index, _ in beds]
        self._meter = Meter(sample_rate_hz, block)
        self._dt_s = block / sample_rate_hz
        self._until = LOOK_EVERY
        self._looks = 0
        self._expected = self._found = 0.0
        self._off_db = 0.0

    def step(self) -> None:
        """Set the beds' level for the next block."""
        if self._idle:
            return
        calls = max(strip.reach(self._wet_power) for strip in self._calls)
        beds = sum(strip.reach(self._wet_power) for strip in self._beds)
        lacking_db = 10 * math.log10(max(calls, LEAST_POWER) / max(beds, LEAST_POWER)) - REACH_DB
        most = SLEW_DB_S * self._dt_s
        self._off_db += min(max(self._goal_off_db() - self._off_db, -most), most)
        for strip in self._beds:
            strip.trim_db = min(max(lacking_db + self._off_db, 0.0), MOST_LIFT_DB)

    def look(self, rows: NDArray[np.float32]) -> None:
        """See now and then what the beds really give; `rows` begins with both channels of each strip."""
        self._until -= 1
        if self._idle or self._until:
            return
        self._until = LOOK_EVERY
        powers = [strip.reach(self._wet_power) for strip in self._beds]
        self._gains[self._places] = np.sqrt(powers)
        count = len(self._gains)
        found = self._meter.power((self._gains @ rows[: 2 * count].reshape(count, -1)).reshape(2, -1))
        self._looks += 1
        share = max(1.0 / self._looks, LOOK_EVERY * self._dt_s / MEMORY_S)
        self._expected += (sum(powers) * power_of(NATURAL_LUFS) - self._expected) * share
        self._found += (found - self._found) * share

    def _goal_off_db(self) -> float:
        """By how much the beds are softer than they are by their nature."""
        if self._looks * LOOK_EVERY * self._dt_s < MEMORY_S / 4:
            return 0.0
        off_db = 10 * math.log10(max(self._expected, LEAST_POWER) / max(self._found, LEAST_POWER))
        return min(max(off_db, LEAST_OFF_DB), MOST_OFF_DB)
